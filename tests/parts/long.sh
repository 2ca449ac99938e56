# Long tables: eight times the rows, with notes and group rows, in a column and
# across it, take eight times the time and memory.  Each goes over many pages
# and has every row.
long_ws=$(mktemp -d)
cp -R tests/golden/ws/. "$long_ws"
sed -i '/^  - front.md/d; /^  - law.md/d' \
	"$long_ws/templates/brief/report.yaml"

# long_build ROWS SPAN: "TIME MEMORY", in ms of the processor and in MB
long_build() {
	local i TIMEFORMAT='%U'
	{
		printf -- '---\nlayout: chapter\n---\n# Title {#sec-x}\n\nSee @tbl-r.\n\n'
		printf ': Rows {#tbl-r span=%s}\n| No. | Name |\n|--:|---|\n' "$2"
		for ((i = 1; i <= $1; i++)); do
			[ $((i % 50)) = 1 ] && echo "|= Group $i |"
			echo "| $i | row$i^[Note $i.] |"
		done
	} >"$long_ws/templates/brief/life.md"
	{
		time SITAN_SHARE=$PWD/tests/golden/share build/sitan build \
			"$long_ws" -c AAA -o "$long_ws/out" --force \
			>"$long_ws/messages" 2>&1
	} 2>"$long_ws/time"
	echo "$(tr -dc 0-9 <"$long_ws/time")" \
		"$(sed -n 's/.* \([0-9]*\) MB$/\1/p' "$long_ws/messages")"
}

for span in column page; do
	read -r short_time short_memory <<<"$(long_build 1000 $span)"
	read -r time memory <<<"$(long_build 8000 $span)"
	# a busy machine counts up to twice as much; quadratic would be x64
	if [ $((10#${time:-0})) -lt $((10#${short_time:-0} * 24)) ]; then ok
	else not_ok "long: $span: ${short_time:-0}, then ${time:-0} ms"; fi
	if [ "${memory:-0}" -lt $((${short_memory:-0} * 9)) ]; then ok
	else not_ok "long: $span: $short_memory, then ${memory:-0} MB"; fi
	out=$(pdftotext -layout "$long_ws/out/brief-AAA-2026.pdf" - |
		grep -oE '\brow[0-9]+' | sort -u | wc -l)
	if [ "$out" = 8000 ]; then ok
	else not_ok "long: $span: $out of 8000 rows"; fi
done
rm -rf "$long_ws"
