# malformed files: one clear message each, and the counts add up
. ./workspace.sh
head='Country Name,Country Code,Indicator Name,Indicator Code,2019,2020'
row='Cambodia,KHM,Population,SP.POP.TOTL'
try() { # NAME, contents on stdin
	cat >"$1.csv"
	echo "== $1"
	$SITAN inspect "$1.csv" 2>&1 | grep -E 'rror|arning|rows  |values  |note  '
	for what in inspect 'import -c all --known 2026 --dry-run'; do
		$SITAN $what "$1.csv" 2>/dev/null | awk '/^  rows / &&
			$2 != $5 + $8 + $11 { print "does not add up:", $0 }'
	done
}
printf '' | try empty
printf '\n\n \n' | try blank
printf 'PK\003\004zip' | try zip
printf '\320\317\021\340xls' | try workbook
printf '%%PDF-1.7' | try pdf
printf '<!DOCTYPE html><html>' | try html
printf '{"a": 1}' | try json
printf 'hello\nworld\n' | try text
printf 'a,b,c\n1,2,3\n' | try other
printf '%s\n' "$head" | try header-only
printf '%s' "$head" | try header-without-end
printf '%s\n%s,1' "$head" "$row" | try short-row
printf '%s\n%s,1,2,3\n%s,1,2\n' "$head" "$row" "$row" | try long-row
printf '%s\n%s,1,2,,,\n' "$head" "$row" | try trailing-separators
printf '%s\n"%s,1,2\n%s,1,2\n' "$head" "$row" "$row" | try open-quote
printf '%s\n%s,1,2\n"Cambo"dia,KHM,P,SP.POP.TOTL,1,2\n%s,3,4\n' "$head" \
	"$row" "$row" | try quote-inside
printf '%s\nCam"bodia,KHM,P,SP.POP.TOTL,1,2\n%s,3,4\n' "$head" "$row" |
	try lone-quote
printf '%s\n"Cam\nbodia",KHM,P,SP.POP.TOTL,1,2\n%s,3,4\n' "$head" "$row" |
	try line-in-quotes
printf '%s\nCam\0bodia,KHM,P,SP.POP.TOTL,1,2\n%s,3,4\n' "$head" "$row" |
	try nul
printf '%s\nC\364te,CIV,P,SP.POP.TOTL,1,2\n' "$head" | try windows-1252
printf '%s\nC\201te,CIV,P,SP.POP.TOTL,1,2\n' "$head" | try no-encoding
printf '%s\r%s,1,2\r' "$head" "$row" | try carriage-returns
printf '%s\r\n%s,1,2\r\n' "$head" "$row" | try dos
printf '%s\n%s,one,2\n%s,1.2.3,4\n' "$head" "$row" "$row" | try words
printf '%s\n%s,1e999,2\n' "$head" "$row" | try too-large
printf '%s\n,,,,,\n%s,1,2\n' "$head" "$row" | try void
printf '%s\n%s,1,2\n' "${head//,/;}" "${row//,/;}" | try mixed-separators
printf '%s\n%s;1,5;2\n' "${head//,/;}" "${row//,/;}" | try semicolons
printf '%s\n%s\t1\t2\n' "${head//,/	}" "${row//,/	}" | try tabs
printf '%s,2020\n%s,1,2,3\n' "$head" "$row" | try year-twice
printf '%s\n%s,1,2\n' "$head" "$row" | gzip | head -c 40 | try cut-gzip
printf '\037\213\010garbage' | try bad-gzip
head -c 9000000 /dev/zero | tr '\0' x | cat <(printf '%s\n' "$head") - |
	cat - <(printf '\n%s,1,2\n' "$row") | try long-line
mkdir folder.csv; $SITAN inspect folder.csv; $SITAN inspect nowhere.csv
printf '%s\n%s,1,2\n' "$head" "$row" | iconv -t UTF-32 | try utf-32
printf '%s\n%s,1,2\n' "$head" "$row" | iconv -t UTF-16 | head -c -1 |
	try half-a-character
for i in $(seq 25); do echo "$row,$i"; done | cat <(printf '%s\n' "$head") - |
	try many-short-rows
printf '%s,,\n%s,1,2,,x\n%s,1,2,,\n%s,1,2,,x,y\n' "$head" "$row" "$row" \
	"$row" | try column-without-name
