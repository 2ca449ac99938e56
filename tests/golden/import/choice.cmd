# two values for one key in a file, values that do not fit
. ./workspace.sh
fresh
cat >two.csv <<'X'
"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status","note_classif","note_indicator","note_source"
"KHM","BA:1","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_YTHADULT_YGE15","2020",4.0,,,,
"KHM","BA:1","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_AGGREGATE_TOTAL","2020",4.0,,,,
"KHM","BB:2","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_YTHADULT_YGE15","2020",4.5,,,,
"KHM","BB:2","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_YTHADULT_YGE15","2021",4 or 5,,,,
"KHM","BB:2","UNE_DEAP_SEX_AGE_RT","SEX_T","AGE_YTHADULT_YGE15","soon",4.7,,,,
X
$SITAN import two.csv --known 2026
echo "exit $?"
cat >verdict.csv <<'X'
Country Name,Country Code,Indicator Name,Indicator Code,2020
Cambodia,KHM,GDP,NY.GDP.PCAP.CD,1
X
$SITAN import verdict.csv --known 2026; echo "exit $?"
cat >tidy.csv <<'X'
area,indicator,period,sex,age,value,source,known
KHM,population,2020,,,16396860,by-hand-2021,
KHM,population,2021,,,16589023,unheard-of-2021,
KHM,population,once,,,1,by-hand-2021,
KHM,elephants,2020,,,1,by-hand-2021,
X
$SITAN import tidy.csv; echo "exit $?"
$SITAN import; echo "exit $?"
$SITAN import tidy.csv --known soon; echo "exit $?"
$SITAN import tidy.csv -c KHM,ZZZ; echo "exit $?"
