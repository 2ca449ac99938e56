# a level is left out: below a chapter, below a section, by a run-in heading
. ../ws.sh
sed -i 's/^## Helpline/### Helpline/' templates/brief/law.md
put $part '' '### Sub' '' 'Text.' '' '#### Run in' '' 'Text.' '' '##### Fifth' '' 'Text.'
build
put templates/brief/front.md '' '#' '' '# Two' '' 'Text.'
build
