./page.sh notes 's/across: true/across: false/'
