./page.sh box
