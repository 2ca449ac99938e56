# what alternative texts say of each kind of picture; what is decorative is not
# heard, and a chart that prints values cannot be
. ../ws.sh
put $values registered_share,2010,,,,,90.1,,,,,,,data-office-2025,,,
draw() { put "$1" '' '``` chart' "${@:2}" '```'; }
draw $part 'kind: spark' 'indicator: death_rate'
draw $part 'kind: rank-strip' 'indicator: death_rate' 'decorative: true'
draw $part 'kind: rank-strip' 'indicator: death_rate'
draw $part 'id: fall' 'kind: line' 'indicator: death_rate' 'countries: subject'
draw $part 'id: rise' 'kind: line' 'indicator: population' 'countries: subject'
draw $part 'id: turn' 'kind: line' 'indicator: registered_share' \
	'countries: subject'
draw $part 'id: three' 'kind: small-multiples' \
	'indicators: [death_rate, registered_share, population]'
draw $part 'kind: pictogram' 'bare: true' \
	'indicators: [{indicator: registered_share, area: BBB}]'
run build -c AAA --dump=listen | grep -E 'figure:|error|warning|status'
build
run verify out/brief-AAA-2026.pdf
# no country is the subject: the first values of the highest and the lowest
mkdir templates/all
cp templates/brief/report.yaml templates/all
sed -i '/- front/d; /- law/d' templates/all/report.yaml
printf '# All {#sec-all}\n' >templates/all/life.md
draw templates/all/life.md 'id: lines' 'kind: line' 'indicator: death_rate' \
	'countries: region'
sed -i 's|^subjects: .*|subjects: [REG]|' templates/all/report.yaml
run build -r all -c REG --dump=listen | grep -E 'figure:|error|warning|status'
draw $part 'id: bars' 'kind: bar' 'indicator: death_rate' 'decorative: true'
run build -r brief -c AAA --dump=listen | grep -E 'error|warning|status'
