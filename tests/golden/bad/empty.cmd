# no part has content; one part has none
. ../ws.sh
: >templates/brief/front.md
build
pdfinfo out/*.pdf | grep Pages
: >$part
: >templates/brief/law.md
build --force
