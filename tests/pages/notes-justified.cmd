./page.sh notes 's/justified: false/justified: true/'
