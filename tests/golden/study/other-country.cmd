# The research study of another country: data of its own, the shipped templates.
. ./study.sh
run build -r research-study -o out
"$SITAN" verify out/*.pdf | sed -E 's/^.*: ([0-9]+) numbers/\1 numbers/; s/^[0-9]+ /some /'
pdftotext -layout out/research-study-AAA-2020.pdf text
# the key finding stands in the summary and at the head of its chapter
grep -c 'no service for boys exists' <(tr -s ' \n' '  ' <text | grep -o 'no service for boys exists')
for words in 'Aland' 'Northern Province' 'US\$200' '€250' 'Annex I: Key technical' \
	'Child Rights Office' 'Ministry of Social Affairs' 'Lao'; do
	echo "$words: $(grep -c "$words" text | sed 's/^[1-9].*/yes/; s/^0$/no/')"
done
