# where a value comes from: row, source in full, import, alternatives
. ./workspace.sh
cp -R "$seed/data" data
cat >bulk.csv <<'X'
"Data Source","World Development Indicators",

"Last Updated Date","2026-12-01",

"Country Name","Country Code","Indicator Name","Indicator Code","2015","2016",
"Cambodia","KHM","Population, total","SP.POP.TOTL","15417523","15624584",
X
$SITAN import bulk.csv
$SITAN explain KHM population
$SITAN explain KHM birth_registration_rate
$SITAN explain NAM population
$SITAN explain KHM popullation
$SITAN explain ZZZ population
$SITAN explain KHM
