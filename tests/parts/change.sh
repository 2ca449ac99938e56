# One value changes: what depends on it changes in the report, nothing else.
# An indicator goes: the report says so, or there is one message for each use.
change=$(mktemp -d)
cp -R data templates charts "$change"
fast=$PWD/build/sitan

# change_dump STAGE FILE: a stage of Cambodia's report
change_dump() {
	(cd "$change" && "$fast" build -c KHM --dump="$1" 2>/dev/null) \
		>"$change/$2"
}

# want FILE PATTERN… / none FILE PATTERN…: text that is there, or is not
want() {
	local f=$1 p; shift
	for p in "$@"; do
		if grep -qE -- "$p" "$change/$f"; then ok
		else not_ok "change: no '$p' in $f"; fi
	done
}
none() {
	local f=$1 p; shift
	for p in "$@"; do
		if grep -qE -- "$p" "$change/$f"; then
			not_ok "change: '$p' in $f:" \
				"$(grep -m1 -E -- "$p" "$change/$f")"
		else ok; fi
	done
}

change_dump doc before
khm=$change/data/countries/KHM.csv
sed -i 's/^\(birth_registration_rate,2014,,,,\),73.3,/\1,93.4,/' "$khm"
change_dump doc after
diff "$change/before" "$change/after" | sed -n 's/^< *//p' >"$change/gone"
diff "$change/before" "$change/after" | sed -n 's/^> *//p' >"$change/new"

# sentences, the key statistics, points missing, change, rank, titles, the
# words of the pictogram, alternative texts, mean and rank of the appendix
want gone 'number value=[0-9]+ "73.3%"' 'number value=[0-9]+ "73.3"' \
	'"26.7 percentage points"' '"6.9"' 'is eighth of ten countries' \
	'3 in 4: ' 'alt=.*to 73.3% in 2014'
want new 'number value=[0-9]+ "93.4%"' 'number value=[0-9]+ "93.4"' \
	'"6.6 percentage points"' '"27.0"' 'is fifth of ten countries' \
	'9 in 10: ' 'alt=.*to 93.4% in 2014'
none after '"73\.3%?"' 'to 73\.3%' 'is eighth of ten countries on birth'
# as many lines as before; each that changed is about birth registration: a
# value of it, or a shade of the heat table, whose column has other steps
if [ "$(wc -l <"$change/before")" = "$(wc -l <"$change/after")" ]; then ok
else not_ok "change: the document has other lines than before"; fi
none gone \
	'^(text|title) "[^"]*$' 'note-mark|^note|^label|^ref|heading|section'
grep -vE '^number value|[Bb]irth registration|registered birth|\.heat' \
	"$change/gone" >"$change/other"
none other .
if [ "$(wc -l <"$change/gone")" -lt 64 ]; then ok
else not_ok "change: $(wc -l <"$change/gone") lines changed"; fi

# in the file: text, labels in charts, the attached data
(cd "$change" && "$fast" build -c KHM -o out >/dev/null 2>&1)
pdf=$change/out/country-overview-KHM-2026.pdf
pdftotext -layout "$pdf" "$change/text" 2>/dev/null
pdftotext "$pdf" - | tr '\n' ' ' >"$change/words"
want words 'births of 93.4%' 'Cambodia is fifth of ten countries on birth'
want text 'Cambodia +93.4 +2014' \
	'Birth registration +% +66.4 +2005 +93.4 +2014'
none words '73\.3%? (in )?2014' 'births of 73.3%'
attached=$(pdfdetach -list "$pdf" | grep -E ': fig-birth-registration.csv' |
	cut -d: -f1)
pdfdetach -save "${attached:-0}" -o "$change/attached" "$pdf" 2>/dev/null
want attached 'KHM.*93\.4'
# other countries: the value is in their comparison, not in their sentences
(cd "$change" && "$fast" build -c LAO --dump=doc 2>/dev/null) >"$change/lao.new"
cp data/countries/KHM.csv "$khm"
(cd "$change" && "$fast" build -c LAO --dump=doc 2>/dev/null) >"$change/lao.old"
diff "$change/lao.old" "$change/lao.new" | sed -n 's/^> *//p' |
	grep -vE 'number value|[Bb]irth registration|\.heat' >"$change/lao"
none lao .

# no value for Cambodia: the prepared sentence, "no data", no empty place
sed -i '/^birth_registration_rate/d' "$khm"
(cd "$change" && "$fast" build -c KHM -o out >"$change/messages" 2>&1)
pdftotext "$pdf" - | tr '\n' ' ' >"$change/text"
want text 'have no value for the registration of births in Cambodia; Figure [0-9]+ shows the other countries' \
	'Birth registration: no value for Cambodia'
none text '\bnan\b|\(null\)|⟦'
none messages ': error: '

# no such indicator at all: each row and each use is named, nothing is written
sed -i '/^birth_registration_rate/d' "$change/data/indicators.csv"
rm "$pdf"
(cd "$change" && "$fast" build -c KHM -o out >"$change/messages" 2>&1)
want messages 'data/countries/LAO.csv:[0-9]+:1: error: no indicator .birth' \
	'glance.md:[0-9]+:[0-9]+: error: no variable, record file or indicator .birth' \
	'country-overview-KHM-2026.pdf: not written'
none messages 'Sanitizer|fault of sitan'
if [ -e "$pdf" ]; then not_ok "change: a PDF in spite of errors"; else ok; fi
if [ -z "$(sort "$change/messages" | uniq -d)" ]; then ok
else not_ok "change: a message stands twice"; fi
rm -rf "$change"
