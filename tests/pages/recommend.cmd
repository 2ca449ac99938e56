./page.sh recommend
