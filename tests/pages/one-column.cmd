./page.sh notes 's/^  columns: 2/  columns: 1/' 's/across: true/across: false/' 's/^  (left|right): 56.69/  \1: 120/'
