# what is there stays: revisions, rows with notes, order, twice the same
. ./workspace.sh
cp -R "$seed/data" data
cat >bulk.csv <<'X'
"Data Source","World Development Indicators",

"Last Updated Date","2026-07-15",

"Country Name","Country Code","Indicator Name","Indicator Code","2013","2015","2016","2017",
"Cambodia","KHM","Population, total","SP.POP.TOTL","15000001","15417523","15624584","15830689",
"East Asia","EAS","Population, total","SP.POP.TOTL","","2284385542","","",
"Aruba","ABW","Population, total","SP.POP.TOTL","1","","","",
X
echo "-- dry run"; $SITAN import bulk.csv --dry-run; ls data/regions 2>&1
echo "-- import"; $SITAN import bulk.csv
cat data/countries/KHM.csv data/regions/EAS.csv
sum=$(cat data/*.csv data/*/*.csv | cksum)
echo "-- again"; $SITAN import bulk.csv
[ "$sum" = "$(cat data/*.csv data/*/*.csv | cksum)" ] && echo same bytes
echo "-- a later release"
sed 's/2026-07-15/2026-12-01/; s/15830689/15830700/' bulk.csv >later.csv
$SITAN import later.csv; cat data/countries/KHM.csv
echo "-- the same release, corrected"
sed 's/2026-07-15/2026-12-01/; s/15830689/15830701/' bulk.csv >later.csv
$SITAN import later.csv; tail -n +5 data/countries/KHM.csv
echo "-- another source, a new country"
$SITAN import bulk.csv -c ABW --source wdi-own
cat data/countries/ABW.csv; tail -n 1 data/areas.csv; tail -n 1 data/sources.csv
