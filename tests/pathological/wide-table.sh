# a table of 60 columns
chapter
for r in 0 1 2 3; do
	for c in $(seq 60); do printf '| r%dc%02d ' $r $c; done; echo '|'
	[ $r = 0 ] && { printf '|---%.0s' $(seq 60); echo '|'; }
done
