# which areas are taken: those of areas.csv and the reports' subjects, or those
# that -c names: codes, names, groups and regions with their members, all
. ./workspace.sh
fresh
mkdir -p templates/overview
cat >templates/overview/report.yaml <<'Y'
subjects: [KHM, GHA]
parts: [one.md]
editions:
  - { id: 2026, cutoff: 2026-12-31 }
Y
echo 'group,member,from,to,source,known,note
neighbours,NAM,2001,,by-hand-2021,2021,
neighbours,KHM,2001,2010,by-hand-2021,2021,' >data/groups.csv
sed -i 's/^NAM,country,,/NAM,country,WLD,/' data/areas.csv
cat >population.csv <<'Y'
Country Name,Country Code,Series Name,Series Code,2015 [YR2015]
Cambodia,KHM,"Population, total",SP.POP.TOTL,15417523
Ghana,GHA,"Population, total",SP.POP.TOTL,28870939
Kenya,KEN,"Population, total",SP.POP.TOTL,46851488
Namibia,NAM,"Population, total",SP.POP.TOTL,2282704
World,WLD,"Population, total",SP.POP.TOTL,7400000001
Africa Eastern and Southern,AFE,"Population, total",SP.POP.TOTL,593871847
Y
try() {
	echo "-- import $*"
	$SITAN import population.csv --known 2026 --dry-run "$@" 2>&1 |
		grep -E 'rror|new  |skipped|areas.csv: '
}
try
try -c GHA,KEN
try -c Kenya
try -c neighbours
try -c WLD,KEN
try -c all
try -c KHM,Atlantis,ZZZ
$SITAN import population.csv --known 2026 >log; tail -n 1 data/areas.csv
# a country that is new has its names, region and currency
mkdir -p templates/apercu data/regions
sed 's/subjects: .*/language: fr/' templates/overview/report.yaml \
	>templates/apercu/report.yaml
echo 'WAF,region,,,011,en,,' >>data/areas.csv
sed -i 's/^Ghana,GHA/Gambia,GMB/' population.csv
$SITAN import population.csv --known 2026 -c GMB | grep names
tail -n 1 data/areas.csv
tail -n 2 data/names/en.csv
tail -n 1 data/names/fr.csv
ls data/countries data/regions
