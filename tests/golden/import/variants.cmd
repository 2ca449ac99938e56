# real files in other clothes: encodings, separators, quotes, order of columns
cd ../../real || exit 1
python3 ../tools/variants.py "$SITAN" databank-enrolment.csv \
	dhs-subnational.csv ilostat-labels.csv owid-life-expectancy.csv \
	sdmx-oecd.csv uis-cabo-verde.csv unhcr-finder-2024.csv \
	unicef-mortality.csv who-gho.csv
