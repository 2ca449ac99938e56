./page.sh recommend-last
