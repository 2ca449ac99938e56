# Each PDF of build/reports: sound file, embedded fonts with Unicode, tagged,
# no raster images, readable text.
pdf_check() {
	local f=$1 out
	out=$(qpdf --check "$f" 2>&1) || { not_ok "$f: $out"; return; }
	ok
	# name type encoding emb sub uni object: three times yes
	out=$(pdffonts "$f" 2>&1 | tail -n +3 | grep -vE ' yes +yes +yes +[0-9]')
	if [ -z "$out" ]; then ok; else not_ok "$f: fonts: $out"; fi
	out=$(pdfimages -list "$f" 2>&1 | tail -n +3)
	if [ -z "$out" ]; then ok; else not_ok "$f: images: $out"; fi
	out=$(pdfinfo "$f" 2>&1)
	if grep -q '^Tagged: *yes' <<<"$out" && ! grep -q Error <<<"$out"
	then ok; else not_ok "$f: not tagged: $out"; fi
	out=$(pdftotext "$f" - 2>&1)
	if [ -z "${out//[$' \n\f']/}" ]; then not_ok "$f: no text"
	elif grep -q $'\xEF\xBF\xBD' <<<"$out"; then
		not_ok "$f: text has U+FFFD:" "$(grep -m1 $'\xEF\xBF\xBD' <<<"$out")"
	else ok; fi
}

ls build/reports/*.pdf >/dev/null 2>&1 ||
	build/sitan build . -o build/reports >/dev/null 2>&1
for f in build/reports/*.pdf; do
	if [ -f "$f" ]; then pdf_check "$f"; else not_ok "no report to check"; fi
done
