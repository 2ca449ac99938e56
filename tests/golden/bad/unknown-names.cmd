# one message for each wrong name, with the nearest known one
. ../ws.sh
put $part 'Of {{ populatoin }} and {{ population.yaer }}' \
	'{{ population | compat }} {{ population[area: "AAB"] }}' \
	'{{ country.nam }} {{ report.tite }} {{ ratifications["treety"].action }}' \
	'{{ population[2020, sexx: "F"] }} {{ population[sex: F] }}'
build
