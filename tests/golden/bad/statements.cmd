# unknown statement, stray end, wrong end, branch behind else
. ../ws.sh
put $part '{% fi population is known %}' '{% end %}' \
	'{% if population is known %}a{% end for %}' \
	'{% if population is known %}a{% else %}b{% elif population is known %}c{% end %}'
build
