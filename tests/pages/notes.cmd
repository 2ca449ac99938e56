./page.sh notes
