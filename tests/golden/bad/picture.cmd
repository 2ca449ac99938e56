. ../ws.sh
put $part '' '![A house](none.png)' '' '![A letter](templates/brief/law.md)'
build
