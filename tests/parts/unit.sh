# cmocka programs: each counts its own tests.
for t in tests/unit/*/*_test.c; do
	[ -f "$t" ] || continue
	b=build/${t#tests/}; b=${b%.c}
	out=$(timeout 300 "$b" 2>&1); status=$?
	p=$(grep -c '^\[       OK \]' <<<"$out")
	f=$(grep -c '^\[  FAILED  \] [a-z_0-9]*$' <<<"$out")
	passed=$((passed + p))
	if [ $status -ne 0 ]; then
		echo "$out" | grep -vE '^\[ (RUN|      OK)'
		failed=$((failed + (f > 0 ? f : 1)))
	fi
done
