# restricted rows are in the restricted edition alone: not in the text, the
# attachments, the metadata or the outline of the public one
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R ../../../data ../../../templates ../../../charts "$scratch"
cd "$scratch" || exit 9
place=KHM-poipet
echo "situation-analysis,x-1,quality,9,Zebra notes on quality.,$place,,,,restricted,,,," >>data/findings.csv
echo "situation-analysis,x-2,theme,9,Zebra themes.,$place,,,reported,restricted,poverty,risks,," >>data/findings.csv
echo "two-cities-2019,$place,idi,zebra,Zebra keepers,local,Zebra House,9,2,18,,restricted" >>data/respondents.csv
# the organisation of one to five persons stays out of both
echo "two-cities-2019,KHM-siem-reap,idi,lone,Lone keepers,local,Lone House,1,1,18,," >>data/respondents.csv
echo "new_cases_known,2017-08/2019-08,$place,,,respondent:zebra,0,,,,,,restricted,tdh-sectt-khm-2020,,," >>data/countries/KHM.csv
for e in 2026 2026-restricted; do
	"$SITAN" build . -r situation-analysis -e $e -o out >/dev/null 2>&1
	pdf=out/situation-analysis-KHM-$e.pdf
	mkdir $e
	pdfdetach -saveall -o $e "$pdf" >/dev/null
	{
		pdftotext "$pdf" -
		pdfinfo -meta "$pdf"
		pdfinfo -dests "$pdf"
	} >$e/text.txt 2>/dev/null
	qpdf --qdf --object-streams=disable "$pdf" - | strings >$e/objects.txt
	echo "$e: in $(grep -aliE 'zebra' $e/*.csv $e/*.json $e/*.yaml $e/objects.txt 2>/dev/null | wc -l) attachments," \
		"$(grep -aioE 'zebra [a-z]+' $e/text.txt | sort -uf | tr '\n' ';')"
	echo "Lone keepers $(grep -c 'Lone keepers' $e/text.txt | sed 's/^[1-9].*/yes/'), Lone House $(grep -c 'Lone House' $e/text.txt)"
	"$SITAN" verify "$pdf" | sed 's/.*: [0-9]* numbers/numbers/'
done
