# a twelfth country, in data files only: its rows in the tables of the regional
# overview, its passages, and what stays one word for all
. ../ws.sh
root=$SITAN_SHARE/../../..
mkdir region && cd region || exit 9
cp -R "$root/data" "$root/charts" . && mkdir templates &&
	cp -R "$root/templates/regional-overview" templates/ || exit 9
put data/areas.csv 'XTW,country,SEA,XT,999,en,USD,'
put data/names/en.csv 'XTW,short,Twelfthland' 'XTW,the,Twelfthland'
put data/sources.csv 'twelfth-2024,report,Office of Twelfthland,2024,2024,Children in Twelfthland,,,,,,,,,,' \
	'twelfth-code,law,Twelfthland,2020,,Code of Twelfthland,,,,,,,,,,'
head -n 1 data/countries/TLS.csv >data/countries/XTW.csv
put data/countries/XTW.csv population,2024,,,,,3000000,,,,,,,twelfth-2024,,, \
	population_0_14_share,2024,,,,,31,,,,,,,twelfth-2024,,, \
	gdp_per_capita,2024,,,,,2500,,,,,,,twelfth-2024,,, \
	under5_mortality_rate,2024,,,,,25.5,,,,,,,twelfth-2024,,, \
	internet_users_share,2022,,,,,47,,,,,,,twelfth-2024,,, \
	'grooming_criminalised,,,,,,yes,,,,,,,twelfth-code,art. 9,2024,' \
	sec_plan_exists,,,,,,yes,,,,,,,twelfth-2024,,2024,
put data/laws.csv 'xtw-code,XTW,,Code of Twelfthland,Code,2020,,,in_force,twelfth-code,2024'
put data/provisions.csv 'xtw-9,xtw-code,9,Grooming of a child,ocse,0,17,1,3,year,,,,,grooming_criminalised,twelfth-code,art. 9,2024,'
put data/ratifications.csv 'XTW,crc,ratified,1995-06-01,2024,twelfth-2024,,'
put data/plans.csv 'XTW,npa_2020,Plan against exploitation,NPA,2020,2030,,,,,twelfth-2024,,2024,'
put data/bodies.csv 'XTW,council,Council for Children,,national,2019,,,all policies on children,twelfth-2024,,2024'
put data/programmes.csv 'XTW,helpline,Government of Twelfthland,government,Helpline for children,general,children,,,2021,,,,twelfth-2024,,2024'
"$SITAN" build . -r regional-overview -o out --dump=md 2>messages |
	LC_ALL=C sed 's/[\xF3\xF4][\x80-\xBF]\{3\}//g; s/ step=[0-9]//g' >md
grep " error: " messages
grep -E '^(\||\|=) \[?Twelfthland' md
grep -E '^\| .*(Code\*\*\[@twelfth|Plan against exploitation|\| Council for Children|Twelfthland \| Helpline for)|^\| Council for' md
grep -E '^#+ Twelfthland' md
grep -oE 'compared across [a-z]+ countries' md
