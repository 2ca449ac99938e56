# the country whose data break a claim is not written; the others are
. ../ws.sh
mkdir out && echo old >out/brief-BBB-2026.pdf
sed -i 's/^death_rate,2020,,,,,12,/death_rate,2020,,,,,92,/' data/countries/BBB.csv
run build -o out
ls out; cat out/brief-BBB-2026.pdf
