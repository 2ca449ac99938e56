./page.sh charts
