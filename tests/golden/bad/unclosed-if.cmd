. ../ws.sh
put $part '{% if population is known %}' 'Some words.'
build
