# rows of data/ as input: verdicts, dates, texts, ranges and pinpoints, each
# refusal with its reason; a country's own file comes back as it was
project=$(cd ../../.. && pwd)
. ./workspace.sh
fresh
cat >>data/indicators.csv <<'Y'
law_date,date,Law of,Law,,,,,,none,,protection,,,,,,,,
law_name,text,Law named,Law,,,,,,none,,protection,,,,,,,,
Y
cat >rows.csv <<'Y'
subject,indicator,period,place,sex,age,group,value,low,high,n,comparator,status,access,source,locator,known,note
KHM,hotline_exists,2020,,,,,no,,,,,,,by-hand-2021,p. 12,2021,checked
KHM,hotline_exists,2020,,,,,yes,,,,,,,by-hand-2021,p. 12,2022,
KHM,hotline_exists,2021,,,,,perhaps,,,,,,,by-hand-2021,p. 12,2021,
KHM,hotline_exists,2022,,,,,yes,1,,,,,,by-hand-2021,p. 12,2021,
KHM,hotline_exists,2023,,,,,,,,,,not-collected,,by-hand-2021,p. 13,2023,
KHM,law_date,,,,,,2018-05-13,,,,,,,by-hand-2021,art. 2(b),,
KHM,law_date,2011,,,,,1990-09,,,,,,,by-hand-2021,"art. 3, 4",,
KHM,law_name,,,,,,x,,,,,,,by-hand-2021,art. 3,,
KHM,law_name,2001,,,,,"Law on ""x"", new",,,,,,,by-hand-2021,art. 3,,
KHM,population,2001,,X,,,5,,,,,,,by-hand-2021,3,,
KHM,population,2002,,F,,,5,,,,,guess,,by-hand-2021,3,,
KHM,population,2003,,F,,,..,,,,,,,by-hand-2021,3,,
KHM,population,2003,nowhere,F,,,5,,,,,,,by-hand-2021,3,,
KHM,population,2004,,F,,b:2;a:1,,10,20,,,,,by-hand-2021,3,,
KHM,population,2005,,F,0-17,,7,,,,~,estimated,restricted,by-hand-2021,3,,
Y
$SITAN import rows.csv
cat data/countries/KHM.csv
sed 's/p. 12,2021,checked/p. 14,2021,checked/' rows.csv >later.csv
$SITAN import later.csv 2>/dev/null | grep -E 'values|revised'
for area in KHM LAO PHL; do
	rm -rf data && cp -R "$project/data" data
	mv data/countries/$area.csv .
	$SITAN import $area.csv >/dev/null
	python3 - $area <<'Y'
import csv, sys
def rows(path):  # `known` is dropped where the source says the same
    return sorted(tuple(v for k, v in r.items() if k != "known")
                  for r in csv.DictReader(open(path)))
print("same rows" if rows(f"{sys.argv[1]}.csv") ==
      rows(f"data/countries/{sys.argv[1]}.csv") else "other rows")
Y
	$SITAN import $area.csv | grep nothing
done
