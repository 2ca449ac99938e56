# tests/pathological/*.sh: each writes a part that no author would write.  The
# program ends in time, without a fault, and what it writes has every word.
part_seconds=${PATHOLOGICAL_SECONDS:-20}
# cases that end with an error and without a file
part_without='empty heading-only nested-quotes'

# used by the cases: the begin of a chapter; a style of one's own
chapter() { printf -- '---\nlayout: chapter\n---\n# Title {#sec-x}\n\n'; }
style() {
	mkdir -p templates/styles
	sed "$1" "$SITAN_SHARE/templates/styles/house.yaml" \
		>templates/styles/own.yaml
	sed -i 's/^style: .*/style: own/' templates/brief/report.yaml
}

pathological() {
	local name=$1 source=$PWD/tests/pathological/$1.sh out status
	local work; work=$(mktemp -d)
	out=$(
		export SITAN_SHARE=$PWD/tests/golden/share
		cp -R tests/golden/ws "$work/ws" && cd "$work/ws" || exit
		sed -i '/^  - front.md/d; /^  - law.md/d' templates/brief/report.yaml
		(. "$source") >templates/brief/life.md
		timeout "$part_seconds" "$SITAN" build -c AAA -o out 2>&1
		echo "status $?"
	)
	status=${out##*status }
	case $status in
	0 | 1) ok ;;
	124) not_ok "pathological: $name takes more than $part_seconds s" ;;
	*) not_ok "pathological: $name: status $status"; tail -n 15 <<<"$out" ;;
	esac
	if [ -f "$work/ws/out/brief-AAA-2026.pdf" ]; then
		out=$(tests/tools/words.py "$work/ws/templates/brief/life.md" \
			"$work/ws/out/brief-AAA-2026.pdf")
		if [ -z "$out" ]; then ok
		else not_ok "pathological: $name: $out"; fi
	elif ! grep -qw "$name" <<<"$part_without"; then
		not_ok "pathological: $name: no PDF"
	elif ! grep -qE '^[^ ]+:[0-9]+:[0-9]+: error: ' <<<"$out"; then
		not_ok "pathological: $name: neither a PDF nor a message"
	else ok; fi
	rm -rf "$work"
}

for f in tests/pathological/*.sh; do
	f=${f##*/}
	pathological "${f%.sh}"
done
