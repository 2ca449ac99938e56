# a file kept by hand: its rows, quotes, blank lines, order, notes and a column
# of its own stay; only rows are added, or taken over that have no note
. ./workspace.sh
fresh
cat >data/countries/NAM.csv <<'Y'
indicator,period,place,sex,age,group,value,low,high,n,comparator,status,access,source,locator,known,note,checked
"population","2012",,,,,"2113077",,,,,,,by-hand-2021,"p. 4, note ""b""",,"census, by hand",yes

population,2011,,,,,2104900,,,,~,,,by-hand-2021,p. 3,,,yes
population,2015,,,,,2282700,,,,,,,world-bank-wdi-2026,,,from a printout,no
population,2016,,,,,2300000,,,,,,,world-bank-wdi-2026,p. 9,,,no
access,,,,,,40,,,,,,restricted,by-hand-2021,,2019,"two
lines",no
Y
cp data/countries/NAM.csv before.csv
cat >bulk.csv <<'Y'
"Data Source","World Development Indicators",

"Last Updated Date","2026-07-01",

"Country Name","Country Code","Indicator Name","Indicator Code","2011","2015","2016","2017",
"Namibia","NAM","Population, total","SP.POP.TOTL","2104900","2282704","2323352","2364534",
"World","WLD","Population, total","SP.POP.TOTL","","7400000001","","",
Y
$SITAN import bulk.csv
diff before.csv data/countries/NAM.csv
cat data/regions/WLD.csv
$SITAN import bulk.csv 2>/dev/null | grep -E 'values|nothing'
printf 'population,2012,,,,,2113000,,,,,,,by-hand-2021,,,\r\n' >more
{ head -n 1 before.csv; cat more; } | cut -d, -f1-17 >NAM.csv
$SITAN import NAM.csv 2>&1 | grep -E 'warning|values|nothing'
