# an error in an included file is shown there
. ../ws.sh
put templates/brief/more.md 'One line.' 'Two {{ populatoin }}.'
put $part '{% include "more.md" %}' '{% include "none.md" %}'
build
