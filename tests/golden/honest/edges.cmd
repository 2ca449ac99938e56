# every statistic on series without values, of one, of equal, of negative
# numbers, of zeros, and with a newest value that is missing: an answer or a
# reason, in templates, in `stats` and in charts
. ../ws.sh
series='empty single constant negative zero missing'
for s in $series; do
	put data/indicators.csv "$s,number,Series $s,Series $s,percent,1,,,higher,weighted,population,protection,,,50,2030,,,,"
done
rows() { # AREA SERIES YEAR VALUE...
	local file=data/countries/$1.csv series=$2
	shift 2
	while [ $# -gt 0 ]; do
		put "$file" "$series,$1,,,,,$2,,,60,,,,survey-2020,,,"
		shift 2
	done
}
rows AAA single 2015 40
for area in AAA BBB; do
	rows $area constant 2010 5 2011 5 2012 5 2013 5 2014 5 2015 5
	rows $area zero 2010 0 2012 0 2014 0 2016 0
done
rows AAA negative 2010 -4 2012 -2 2014 -8 2016 -1 2018 -3
rows BBB negative 2018 -6
rows AAA missing 2010 7 2012 9
put $values 'missing,2014,,,,,,,,,,missing,,survey-2020,,,'

along='change percent_change cagr aarr slope sen_slope trend growth age
	distance required_pace(from:2020) share per(100,of:constant)
	per(100,of:zero) portion interval(deff:1)
	count first last mean median min max sd sum iqr spread quantile(0.9)
	coverage'
over='rank mean mean(weight:population) median min max sd sum iqr spread
	quantile(0.9) percentile z_score cv coverage having lacking'
fill() { # the region as an argument
	case $1 in
	*')') echo "${1%)}, region: region)" ;;
	*) echo "$1(region)" ;;
	esac
}
{
	echo '# Edges {#sec-people}'
	for s in $series; do
		for f in $along; do
			in=$s
			case $f in count | first | last) in=$s.series ;; esac
			echo
			echo "$s $f: {{ ($in | $f) | default(\"none\") }}"
		done
		for f in $over; do
			echo
			echo "$s $f of region: {{ ($s | $(fill "$f")) | default(\"none\") }}"
		done
		echo
		echo "$s as divisor: {{ (constant / $s) | default(\"none\") }}; as weight: {{ (constant | mean(region, weight: $s)) | default(\"none\") }}; as target: {{ (constant | against($s)) | default(\"none\") }}"
		echo
		echo "$s p and interval: {{ ($s | sen_slope).p | default(\"none\") }}, {{ ($s | slope).low | default(\"none\") }}"
	done
} >$part
"$SITAN" build -c AAA -o out --draft --dump=md 2>&1 |
	LC_ALL=C sed 's/[\xf3\xf4][\x80-\xbf]\{3\}//g' | # marks of values
	grep -aE '^(empty|single|constant|negative|zero|missing) |rror'
run stats AAA $series --format=csv
for kind in line area bar hbar grouped-bar stacked-bar dot slope \
	small-multiples donut pictogram spark rank-strip; do
	for s in $series; do
		printf 'kind: %s\nindicator: %s\n' $kind $s >charts/edge.yaml
		"$SITAN" chart charts/edge.yaml -c AAA -o edge.svg 2>&1 |
			sed "s/^/$kind of $s: /"
		rm -f edge.svg
	done
done
put $part '' '{{ negative | quantile(region, p: 0.5) }} {{ single | change }}' \
	'{{ single | trend }} {{ (missing | slope).low }}'
"$SITAN" lint -c AAA 2>&1 | grep -E 'twice|cannot|is missing|has no'
