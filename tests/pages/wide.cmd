./page.sh wide
