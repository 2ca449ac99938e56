# tests/pages: reports of workspace/ in each script give their text back, and
# pages stand as they should: x.cmd prints pages as text, x.out is what it must
# be.  UPDATE=1 rewrites the latter.

# A text without what lines and poppler add: U+00AD at a line's end, U+200B,
# marks of direction; scripts without spaces are compared without white space,
# right-to-left ones without spaces at punctuation, which poppler 22 puts on its
# wrong side (it takes a space and a mark after it for left to right).
plain() {
	tr '\n\f' '  ' | LC_ALL=C sed -E 's/\xc2\xad *//g; s/\xe2\x80\x8b//g
		s/\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]//g; s/ +/ /g' |
		case $1 in
		*-km | *-lo | *-my | *-th | *-zh) tr -d ' ' ;;
		*-ar | *-he) LC_ALL=C sed -E 's/ *([.,]|\xd8\x8c) */\1/g' ;;
		*) cat ;;
		esac
}

scratch=$(mktemp -d)
for folder in tests/pages/workspace/templates/script-*; do
	name=$(basename "$folder")
	if ! out=$("$SITAN" build tests/pages/workspace -r "$name" \
		-o "$scratch" --force 2>&1); then
		not_ok "pages: $name is not built"
		echo "$out"
		continue
	fi
	got=$(pdftotext "$scratch/$name-KHM-2026.pdf" - |
		plain "$name")
	# the last paragraph of the part
	want=$(tail -n 1 "$folder/text.md" | plain "$name")
	case $got in
	*"${want% }"*) ok ;;
	*)
		not_ok "pages: $name: pdftotext gives another text"
		echo "$got"
		;;
	esac
done
# Letters of one glyph, and a mark on a letter, are in the order in which they
# are read; poppler turns them with the line, so the map itself is looked at.
map=$(qpdf --qdf --object-streams=disable \
	"$scratch/script-ar-KHM-2026.pdf" - | grep -a '^<[0-9A-F]*> <')
for pair in 06440625 0631064B; do # lam-alef, reh with fathatan
	if grep -q "<$pair>" <<<"$map"; then ok
	else not_ok "pages: script-ar: no text <$pair>"; fi
done
rm -rf "$scratch"

for c in tests/pages/*.cmd; do
	[ -f "$c" ] || continue
	want=${c%.cmd}.out
	got=$(cd tests/pages && timeout 60 bash "$(basename "$c")" 2>&1)
	if [ "${UPDATE:-}" = 1 ]; then echo "$got" >"$want"; fi
	if [ "$got" = "$(cat "$want" 2>/dev/null)" ]; then ok
	else
		not_ok "$c"
		diff <(echo "$got") "$want" | head -20
	fi
done
