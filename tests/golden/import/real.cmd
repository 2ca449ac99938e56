# every value of real downloads and of the test files, by a second reader; the
# rest, whose areas or series are no plain codes, is in formats.cmd
python3 ../../tools/imported.py "$SITAN" ../../real/[a-v]*.csv \
	../../real/wb-population.csv ../../real/who-gho.csv \
	$(ls files/* | grep -vE 'Metadata|tidy|/hxl|statcompiler')
for f in ../../real/*.csv; do $SITAN inspect "$f" | sed 's,^\.\./\.\./,,'; done
# rows read are those kept, skipped and refused, in each of these files
for f in ../../real/*.csv files/*; do $SITAN inspect "$f" 2>&1; done | awk '
/^  rows / { n++; if ($2 != $5 + $8 + $11) print "does not add up:", $0 }
END { print n " files add up" }'
