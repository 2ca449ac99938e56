# a passage of its own, a country with fewer data, text in order
. ../ws.sh
run build -o out
for c in AAA CCC; do
	pdftotext out/brief-$c-2026.pdf - | tr '\f' '\n' | sed '/^$/d'
done
