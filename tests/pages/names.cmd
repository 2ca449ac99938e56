./page.sh names
