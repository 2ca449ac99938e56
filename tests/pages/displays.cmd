./page.sh displays
