./page.sh lists
