# a second heading of level 1 in a part loses nothing of what follows it
. ../ws.sh
put $part '' '# Second' '' 'Text behind the second heading.'
build >/dev/null
pdftotext -layout out/*.pdf - | grep -n 'Second\|behind the second'
