# printing or comparing what is missing names place, name and reason
. ../ws.sh
put $values 'registered_share,2021,,M,,,,,,,,not-collected,,survey-2020,,,'
put $part '{{ registered_share[1999] }}' \
	'{{ registered_share[2021, sex: "M"] }}' \
	'{% if registered_share[1999] > 5 %}x{% end %}' \
	'{{ registered_share[1999] | default("nothing known") }}'
build
build --draft
pdftotext out/*.pdf - | grep -E 'missing:|DRAFT|nothing known'
