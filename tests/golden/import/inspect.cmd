# every format by its content: what it holds and what is odd (test data)
for f in files/*; do $SITAN inspect "$f"; done
gzip -c files/databank.csv >"${TMPDIR:-/tmp}/sitan-inspect-$$.dat"
cd "${TMPDIR:-/tmp}" && $SITAN inspect sitan-inspect-$$.dat |
	sed "s/sitan-inspect-$$/packed/"
rm -f sitan-inspect-$$.dat
