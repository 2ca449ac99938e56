# a level is left out below a chapter; run-in headings may stand anywhere
. ../ws.sh
sed -i 's/^## Helpline/### Helpline/' templates/brief/law.md
put $part '' '### Sub' '' 'Text.' '' '#### Run in' '' 'Text.' '' '##### Fifth' '' 'Text.'
build
put templates/brief/front.md '' '#' '' '# Two' '' 'Text.'
build
