./page.sh remarks 's/justified: false/justified: true/'
