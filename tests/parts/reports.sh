# The shipped reports: all are written without an error, the same with one
# process as with many; no page has what no page may have.
messages=$(mktemp)
one=$(mktemp -d)
build/sitan build . -o build/reports --force >"$messages" 2>&1
status=$?
if [ $status -eq 0 ]; then ok
else not_ok "reports: status $status"; grep -m5 'error' "$messages"; fi
if grep -qE ' (is [0-9.]+ pt too wide|page numbers still move)' "$messages"; then
	not_ok "reports:" "$(grep -m3 -E 'too wide|still move' "$messages")"
else ok; fi

# alone, one after the other: the same bytes
build/sitan build . -o "$one" --force -j1 >/dev/null 2>&1
build/sitan build . -o build/reports >"$messages" 2>&1
if tail -n 1 "$messages" | grep -q '^11 reports, 11 up to date'; then ok
else not_ok "reports: built again: $(tail -n 1 "$messages")"; fi

codes=$(awk -F, '$2 == "country" && $3 == "SEA" {print $1}' data/areas.csv)
for code in $codes; do
	pdf=country-overview-$code-2026.pdf
	if cmp -s "build/reports/$pdf" "$one/$pdf"; then ok
	else not_ok "reports: $pdf is missing or has other bytes with -j1"; fi
done
# headings, notes, overlaps, margins, white
tests_pages() {
	build/sitan build . -c "$1" --dump=pages 2>/dev/null |
		tests/tools/pages.py | sed "s/^/$1: /"
}
export -f tests_pages
out=$(xargs -n 1 -P "$(nproc)" bash -c 'tests_pages "$0"' <<<"$codes")
for code in $codes; do
	if grep "^$code: " <<<"$out"; then not_ok "reports: pages of $code"
	else ok; fi
done
rm -rf "$one" "$messages"
