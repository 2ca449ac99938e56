./page.sh breaks
