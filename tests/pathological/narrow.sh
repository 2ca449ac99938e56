# a column of 1 cm
style 's/^  columns: 2/  columns: 4/; s/^  gutter: .*/  gutter: 121/'
chapter
printf 'administration implementation w%04d ' $(seq 300); echo
echo; echo '## A heading that is wider than its column'
echo; echo 'Text[^n].'; echo; echo '[^n]: A note.'
