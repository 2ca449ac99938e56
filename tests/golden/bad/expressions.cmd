. ../ws.sh
put $part '{{ population + }}' '{{ 1 < 2 < 3 }}' '{{ population / 0 }}' \
	'{% if population %}x{% end %}' '{{ hotline_exists }}' \
	'{{ population - population | number(1) }}' '{{ country.name | ordinal }}' \
	'{{ population | number(digits: 1) }}' '{{ 2 @ 3 }}'
build
