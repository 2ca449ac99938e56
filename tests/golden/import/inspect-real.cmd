# what excerpts of real downloads hold; in all files the rows read are those
# kept, skipped and refused
for f in ../../real/*.csv; do $SITAN inspect "$f" | sed 's,^\.\./\.\./,,'; done
for f in ../../real/*.csv files/*; do $SITAN inspect "$f" 2>&1; done | awk '
/^  rows / { n++; if ($2 != $5 + $8 + $11) print "does not add up:", $0 }
END { print n " files add up" }'
