# what is unchanged is not built again, unless it must be
. ../ws.sh
run build -o out
run build -o out
rm out/brief-BBB-2026.pdf
run build -o out
run build -o out --force -c CCC
run build -o out --draft -c CCC
echo 'population,2010,,,,,700000,,,,,,,data-office-2025,,,' >>data/countries/BBB.csv
run build -o out
put templates/brief/law.md 'More.'
run build -o out
