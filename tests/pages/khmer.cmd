./page.sh script-km
