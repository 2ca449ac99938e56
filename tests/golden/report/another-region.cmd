# a region of three invented countries, in data files of its own and a
# report.yaml: the shipped templates of the regional overview fit it, and say
# nothing of the region for which they were written
. ../ws.sh
root=$SITAN_SHARE/../../..
mkdir gulf && cd gulf || exit 9
mkdir -p data/{countries,regions,names} templates/regional-overview
ln -s "$root/charts" .
ln -s "$root"/templates/{styles,locale} templates/
ln -s "$root"/templates/regional-overview/*.md \
	"$root"/templates/regional-overview/{country,said,regions} \
	templates/regional-overview/
sed -E 's/region: SEA/region: GUL/; s/\[SEA\]/[GUL]/; /^(previous|association|locators)/d
	s/overview-sea-2026/overview-gul/' \
	"$root/templates/regional-overview/report.yaml" \
	>templates/regional-overview/report.yaml
# the catalogues are those of everybody, the records none
for file in "$root"/data/*.csv; do
	name=$(basename "$file")
	case $name in
	acronyms.csv | definitions.csv | indicators.csv | sources.csv | terms.csv)
		cp "$file" data/ ;;
	instruments.csv) grep -v ',regional,' "$file" >data/instruments.csv ;;
	*) head -n 1 "$file" >"data/$name" ;;
	esac
done
put data/areas.csv GUL,region,,,,en,, WLD,region,,,,en,, \
	AAA,country,GUL,,,en,, BBB,country,GUL,,,en,, CCC,country,GUL,,,en,,
printf '%s\n' id,form,text GUL,short,'Northern Gulf' \
	GUL,the,'the Northern Gulf' WLD,short,World WLD,the,'the world' \
	AAA,short,Arland BBB,short,Borland CCC,short,'Cor Republic' \
	CCC,the,'the Cor Republic' >data/names/en.csv
put data/sources.csv \
	'gulf-2024,report,Office of the Gulf,2024,2024,Children of the Gulf,,,,,,,,,,' \
	'aaa-code,law,Arland,2020,,Code of Arland,,,,,,,,,,' \
	'bbb-code,law,Borland,2018,,Code of Borland,,,,,,,,,,'
values() {
	local country=$1 row
	head -n 1 "$root/data/countries/TLS.csv" >"data/countries/$country.csv"
	shift
	for row; do
		put "data/countries/$country.csv" \
			"${row%=*},,,,,${row#*=},,,,,,,gulf-2024,,,"
	done
}
values AAA population,2024=3000000 population_0_14_share,2000=40 \
	population_0_14_share,2024=31 gdp_per_capita,2024=2500 \
	under5_mortality_rate,2000=80 under5_mortality_rate,2024=25.5 \
	internet_users_share,2010=1 internet_users_share,2020=30 \
	internet_users_share,2022=47 international_arrivals,2014=100000 \
	international_arrivals,2015=120000 birth_registration_rate,2022=70 \
	primary_completion_rate,2022=88 adolescent_fertility_rate,2024=60
values BBB population,2024=9000000 population_0_14_share,2000=30 \
	population_0_14_share,2024=20 gdp_per_capita,2024=9000 \
	under5_mortality_rate,2000=30 under5_mortality_rate,2024=20.1 \
	internet_users_share,2010=20 internet_users_share,2020=70 \
	internet_users_share,2022=81 international_arrivals,2014=900000 \
	international_arrivals,2015=800000 birth_registration_rate,2022=99.5 \
	primary_completion_rate,2022=99 adolescent_fertility_rate,2024=20
values CCC population,2024=400000
verdict() { put "data/countries/$1.csv" "$2,,,,,,$3,,,,,,,$4,art. $5,2024,"; }
verdict AAA grooming_criminalised yes aaa-code 9
verdict BBB grooming_criminalised no bbb-code 4
verdict AAA prostitution_offence_covers_children yes aaa-code 7
verdict BBB csam_possession_criminalised no bbb-code 5
put data/laws.csv 'aaa-code,AAA,,Code of Arland,Code,2020,,,in_force,aaa-code,2024'
put data/provisions.csv 'aaa-9,aaa-code,9,Grooming of a child,ocse,0,17,1,3,year,,,,,grooming_criminalised,aaa-code,art. 9,2024,'
put data/ratifications.csv AAA,crc,ratified,1995-06-01,2024,gulf-2024,, \
	BBB,crc,ratified,1996-06-01,2024,gulf-2024,, \
	CCC,opsc,none,,2024,gulf-2024,,
put data/bodies.csv 'AAA,council,Council for Children,,national,2019,,,all policies on children,gulf-2024,,2024'
put data/programmes.csv 'BBB,helpline,Government of Borland,government,Helpline for children,general,children,,,2021,,,,gulf-2024,,2024'
put data/recommendations.csv 'regional-overview,GUL,r2,,1,,national_response,Governments,Strengthen the laws,,,,,2026,open,2026' \
	'regional-overview,GUL,r2a,r2,1,,national_response,Governments,"Make grooming an offence everywhere",,tbl-coverage,,,2026,open,2026' \
	'regional-overview,GUL,g1,,2,,commitments,Harbour authorities,Protect children in the harbours,,,,,2026,open,2026' \
	'regional-overview,GUL,g1a,g1,1,,commitments,Harbour authorities,"Train pilots and crews",,sec-zones,,,2026,open,2026'
run build . -r regional-overview -o out | sed -E 's|: [0-9]+ pages.*tables|: written|'
# none of the region for which the texts were written; titles of works aside
"$SITAN" build . -r regional-overview -o out --dump=md 2>messages |
	LC_ALL=C sed 's/[\xF3\xF4][\x80-\xBF]\{3\}//g; s/ step=[0-9]//g' |
	sed -E 's/\[@[^]]*\]//g' >md
grep -nE 'ASEAN|Mekong|Asia|Cambodia|Thai|Lao |Viet|Philippin|Indonesia|Singapore|Malaysia|Myanmar|Timor|Brunei|2017' md
# whole sentences
sed -n '/^# Executive summary/,/^# Introduction/p' md | grep -v '^:::' | head -n 60
sed -n '/^### Arland/,/^## The region/p' md
sed -n '/^## Exploitation in travel/,/^None of/p' md
sed -n '/^## Ratification/,/^: Positions/p' md
sed -n '/^## Recommendations/,/^: Rec/p' md
# a region of one country: nothing is compared with itself
sed -i '/^BBB\|^CCC/d' data/*.csv data/names/en.csv
rm data/countries/{BBB,CCC}.csv
run build . -r regional-overview -o out | sed -E 's|: [0-9]+ pages.*tables|: written|'
"$SITAN" build . -r regional-overview -o out --dump=md 2>messages |
	LC_ALL=C sed 's/[\xF3\xF4][\x80-\xBF]\{3\}//g; s/ step=[0-9]//g' |
	sed -E 's/\[@[^]]*\]//g' >md
grep -nE 'one countries|one of one|Arland (and|to|in) Arland|of the one|median' md
sed -n '/^# Executive summary/,/^## Regional responses/p' md | grep -E '^[A-Z-].*Arland|countr'
