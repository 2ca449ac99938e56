./page.sh rows
