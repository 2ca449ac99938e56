# income groups by year: the Bank's file of countries ends one and begins one
. ./workspace.sh
fresh
echo 'group,member,from,to,source,known,note
wb-low-income,KHM,,2016-07,by-hand-2021,,
wb-lower-middle-income,KHM,2016-07,,by-hand-2021,2016-07,by hand' >data/groups.csv
cat >countries.csv <<'Y'
"Country Code","Region","IncomeGroup","SpecialNotes","TableName",
"KHM","East Asia & Pacific","Upper middle income","","Cambodia",
"NAM","Sub-Saharan Africa","Upper middle income","","Namibia",
"EAS","","","an aggregate","East Asia & Pacific",
Y
$SITAN import countries.csv --known 2027-07
cat data/groups.csv
tail -n 1 data/sources.csv
$SITAN import countries.csv --known 2027-08 | tail -n 1
