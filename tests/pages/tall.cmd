./page.sh tall
