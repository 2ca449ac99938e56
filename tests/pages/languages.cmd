./page.sh languages 's/justified: false/justified: true/'
