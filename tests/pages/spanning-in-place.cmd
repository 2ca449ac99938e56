./page.sh spanning 's/spanning: float/spanning: in-place/'
