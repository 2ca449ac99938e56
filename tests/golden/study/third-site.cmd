# A site more in the data is a row more in the tables, and a number more in the
# text; no template changes.
. ./study.sh
echo 'AAA-north-hill,place,AAA-north,,,,,' >>data/areas.csv
echo 'AAA-north-hill,short,Hill' >>data/names/en.csv
echo 'aaa-2019,AAA-north-hill,ssi,police,Police,district,,,,,' >>data/respondents.csv
run build -r research-study -o out
"$SITAN" build . -r research-study --dump=md 2>/dev/null |
	grep -A40 'tbl-sites}\|#tbl-sites' | grep '^|' | head -6
pdftotext out/research-study-AAA-2020.pdf - | tr -s '\n ' '  ' |
	grep -o 'The fieldwork covered [a-z ]* provinces'
