./page.sh summary
