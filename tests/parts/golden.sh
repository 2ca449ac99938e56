# tests/golden/*/*.cmd: a shell command, run in its folder with $SITAN; its
# output, messages and exit status are x.out.
for c in tests/golden/*/*.cmd; do
	[ -f "$c" ] || continue
	want=${c%.cmd}.out
	got=$(cd "$(dirname "$c")" &&
		timeout 60 bash "$(basename "$c")" 2>&1; echo "exit $?")
	if [ "${UPDATE:-}" = 1 ]; then echo "$got" >"$want"; fi
	if [ "$got" = "$(cat "$want" 2>/dev/null)" ]; then ok
	else
		not_ok "$c"
		diff <(echo "$got") "$want" | head -20
	fi
done
