./page.sh headings 's/spanning: float/spanning: in-place/'
