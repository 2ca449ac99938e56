# unknown chart, broken YAML, unknown indicator, kind and key
. ../ws.sh
put $part '' '``` chart' 'use: deathes' '```'
put $part '' '``` chart' 'kind: [line' '```'
put $part '' '``` chart' 'kind: line' 'indicator: death_rat' 'countries: [AAA, BBX]' \
	'id: fig-x' '```'
put $part '' '``` chart' 'kind: lines' 'indicator: death_rate' 'colour: red' '```'
build
sed -i 's/^kind: line/kind: line: x/' charts/deaths.yaml
build
