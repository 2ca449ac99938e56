./page.sh statistics
