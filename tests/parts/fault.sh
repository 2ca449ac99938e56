# Faults of the machine (tests/fault/fault.c): a message, the right status, and
# nothing half-written; what went well stays.
faults=$(mktemp -d)
cc -shared -fPIC -o "$faults/fault.so" tests/fault/fault.c -ldl ||
	not_ok 'fault: fault.c does not compile'
cp -R tests/golden/ws "$faults/ws"
mkdir "$faults/ws/templates/brief/countries/BBB"
echo 'Text of its own.' >"$faults/ws/templates/brief/countries/BBB/place.md"

# fault NAME=VALUE…: the status and all output of a build that meets the fault
fault() {
	rm -rf "$faults/out"
	mkdir "$faults/out"
	echo old >"$faults/out/brief-BBB-2026.pdf"
	(cd "$faults/ws" && env "$@" SITAN_SHARE="$OLDPWD/tests/golden/share" \
		LD_PRELOAD="$faults/fault.so" \
		timeout 60 "$OLDPWD/build/sitan" build -o ../out -j2 2>&1
	echo "status $?")
}

# each PDF is whole or an old one
fault_whole() {
	local f
	for f in "$faults"/out/*; do
		if [ "$(cat "$f" | head -c 3)" != old ] &&
			! qpdf --check "$f" >/dev/null 2>&1; then
			not_ok "fault: $1: $f is not whole"
			return
		fi
	done
	if ls -A "$faults/out" | grep -qvE '^(\.stamps|brief-...-2026\.pdf)$'
	then not_ok "fault: $1 leaves" "$(ls -A "$faults/out")"
	else ok; fi
}

# one report dies: the others are written
out=$(fault FAULT_OPEN=BBB/place.md)
if grep -q "^sitan: brief BBB: ended by the signal 'Segmentation fault'" \
	<<<"$out" && grep -q 'out/brief-AAA-2026.pdf: 3 pages' <<<"$out" &&
	grep -q 'out/brief-CCC-2026.pdf: 3 pages' <<<"$out" &&
	grep -q '^status 3$' <<<"$out"; then ok
else not_ok "fault: a report that dies: $out"; fi
fault_whole 'a report that dies'

out=$(fault FAULT_WRITE=0)
if [ "$(grep -c 'cannot be written: No space left on device' <<<"$out")" = 3 ] &&
	grep -q '^status 3$' <<<"$out"; then ok
else not_ok "fault: a full disk: $out"; fi
fault_whole 'a full disk'

out=$(fault FAULT_RENAME=1)
if [ "$(grep -c 'cannot be written: Read-only file system' <<<"$out")" = 3 ] &&
	grep -q '^status 3$' <<<"$out"; then ok
else not_ok "fault: no renaming: $out"; fi
fault_whole 'no renaming'

# memory gives out at one point or another, in a child or in the parent
# (libhyphen ends the program by itself, with a message and status 1)
for parent in '' 1; do
	for n in 0 1 2 3 5 8 13 21 34 55 89 144; do
		out=$(fault FAULT_ALLOC=$n ${parent:+FAULT_PARENT=1})
		if grep -q '^status 0$' <<<"$out" ||
			{ grep -q '^status 3$' <<<"$out" &&
				grep -q '^sitan: ' <<<"$out"; } ||
			grep -q "^can't allocate" <<<"$out"; then ok
		else not_ok "fault: allocation $n fails: $out"; fi
		fault_whole "allocation $n fails"
	done
done
rm -rf "$faults"
