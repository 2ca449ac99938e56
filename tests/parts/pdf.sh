# Each PDF of build/reports: sound file, embedded fonts with Unicode, tagged,
# no raster images, readable text.
facts=build/facts
tests/tools/facts build/reports $facts

pdf_check() {
	local f=$1 o=$facts/${1##*/} out
	o=${o%.pdf}
	out=$(cat "$o.qpdf")
	if grep -qE '^status|^WARNING' <<<"$out"; then not_ok "$f: $out"
	else ok; fi
	# name type encoding emb sub uni object: three times yes
	out=$(tail -n +3 "$o.fonts" | grep -vE ' yes +yes +yes +[0-9]')
	if [ -z "$out" ]; then ok; else not_ok "$f: fonts: $out"; fi
	out=$(tail -n +3 "$o.images")
	if [ -z "$out" ]; then ok; else not_ok "$f: images: $out"; fi
	out=$(cat "$o.info")
	if grep -q '^Tagged: *yes' <<<"$out" && ! grep -q Error <<<"$out"
	then ok; else not_ok "$f: not tagged: $out"; fi
	if ! grep -q '[[:alnum:]]' "$o.txt"; then not_ok "$f: no text"
	elif grep -q $'\xEF\xBF\xBD' "$o.txt"; then
		not_ok "$f: text has U+FFFD:" \
			"$(grep -m1 $'\xEF\xBF\xBD' "$o.txt")"
	else ok; fi
	# marks of what should have been filled in, or was missing
	out=$(grep -nE '\{\{|\{%|⟦|\(null\)|\bnan\b|\binf\b|@(fig|tbl|sec)-' \
		"$o.txt")
	if [ -z "$out" ]; then ok; else not_ok "$f: $out"; fi
	# page labels are the printed page numbers, counted from the cover
	out=$(sed -n 's/^Pages: *//p' "$o.info")
	if awk -v RS='\f' 'length > 1 {page = $0} END {print page}' "$o.txt" |
		grep -qx "$out"
	then ok; else not_ok "$f: the last page has not the number $out"; fi
}

# the country's name in its own script, found by who searches the file
pdf_name() {
	local code=$1 lang=$2 f=$facts/country-overview-$1-2026.txt name
	name=$(grep "^$code,short," "data/names/$lang.csv" | cut -d, -f3)
	if [ -n "$name" ] && grep -qF "$name" "$f"; then ok
	else not_ok "$f: no '$name'"; fi
}

for f in build/reports/*.pdf; do
	[ -f "$f" ] && pdf_check "$f"
done
while IFS=, read -r code kind parent _ _ lang _; do
	[ "$kind $parent" = 'country SEA' ] && pdf_name "$code" "$lang"
done <data/areas.csv

# each number follows from the data in the file; the evidence is all there
for f in build/reports/*.pdf; do
	[ -f "$f" ] || continue
	out=$("$SITAN" verify "$f" 2>&1)
	if grep -q ': [1-9][0-9]* numbers verified, 0 failed$' <<<"$out"; then ok
	else not_ok "$f: $out"; fi
	out=$(pdfdetach -list "$f" 2>&1)
	for name in numbers.csv inputs.csv data.csv sources.json build.json; do
		if grep -q ": $name$" <<<"$out"; then ok
		else not_ok "$f: no attachment $name"; fi
	done
	# (with -struct-text poppler draws a page for each element of it)
	out=$(pdfinfo -struct "$f" 2>&1 >/dev/null)
	if [ -z "$out" ]; then ok; else not_ok "$f: structure: $out"; fi
done

# single values of the evidence changed: verifying finds each
for f in build/reports/*.pdf; do
	[ -f "$f" ] || continue
	out=$(tests/tools/manipulate.py build/sitan "$f" 2)
	if grep -q '^2 changed, 2 found$' <<<"$out"; then ok
	else not_ok "$f: $out"; fi
done
