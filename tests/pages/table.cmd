./page.sh table
