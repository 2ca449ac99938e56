# the highest status of all reports is that of the run
. ../ws.sh
run build -o out >x; tail -n 1 x
put data/countries/BBB.csv 'population,2021,,,,,many,,,,,,,data-office-2025,,,'
run build -o out >x; tail -n 1 x
run build -o out >x; tail -n 1 x
mkdir none; : >none/x
run build -o none/x >x; tail -n 1 x
run build -x >x; tail -n 1 x
# whoever reads a stage may stop reading: no message
for stage in md doc pages; do
	{ "$SITAN" build --dump=$stage 2>messages; } | head -c 9 >/dev/null
	grep -c fault messages || :
done
