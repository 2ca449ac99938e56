. ../ws.sh
put $part '::: {.definition term="Open" source="survey-2020" locator="1"}' 'Text.'
build
put templates/brief/law.md '' ':::'
build
