./page.sh script-ar
