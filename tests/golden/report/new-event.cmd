# an event that is not shipped needs data files only; what is restricted stays
# out of a public edition
root=$(cd ../../.. && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R "$root/data" "$root/templates" "$root/charts" "$scratch"
cd "$scratch/data" || exit 9
ev=roundtable-2021

echo "$ev,event,SEA,,,en,," >>areas.csv
echo "consultations,$ev,,,ecpat-consultation-2022,2021," >>groups.csv
cat >>names/en.csv <<END
$ev,short,Round Table 2021
$ev,formal,"Round Table, 3 June 2021"
$ev,the,the Round Table of 3 June 2021
END
head -1 events/consultation-2022.csv >events/$ev.csv
cat >>events/$ev.csv <<END
event_date,,,,,,2021-06-03,,,,,,,ecpat-consultation-2022,,2021,
participants,2021-06-03,,,,,31,,,,,,,ecpat-consultation-2022,,2021,
END
cat >>sessions.csv <<END
$ev,opening,1,speakers,Opening,One contribution opened the round table.,,,ecpat-consultation-2022
$ev,law,2,working_group,The law,The group read the law.,,,ecpat-consultation-2022
END
cat >>people.csv <<END
$ev,01,opening,A. Speaker,Director,Office of Examples,KHM,https://www.example.org,The law is old.,It has to change.,
$ev,02,organiser,,,Office of Examples,KHM,,,,
$ev,03,contact,B. Private,Desk officer,Office of Examples,KHM,,,,restricted
$ev,04,contact,,Secretariat,Office of Examples,KHM,,,,
END
cat >>actions.csv <<END
$ev,commitments,c01,,commitment,,Law,,Change the law.,,,open
$ev,law,a01,,action,,,,Draft the bill.,Parliament,2022-03-01,under_way
$ev,law,h01,,challenge,,Time,,The session is short.,,,
END
cat >>assessments.csv <<END
$ev,1,law,grooming_criminalised,asean,yes,punishes grooming,punish grooming,no,,,ecpat-legal-analysis
END
cd ..
"$SITAN" build -r outcome-document -c $ev -o out 2>&1 |
	grep -E 'error|warning:'
"$SITAN" verify out/*.pdf
"$SITAN" build -r outcome-document -c $ev --dump=md 2>/dev/null |
	perl -CSD -pe 's/[\x{F0000}-\x{10FFFD}]//g' | sed '/^$/d'
