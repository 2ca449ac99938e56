# the same under columns: many notes, one long note
style 's/^  across: true/  across: false/'
chapter
for i in $(seq 200); do printf 'word%d[^n%d] ' $i $i; done; echo 'Last.[^long]'; echo
for i in $(seq 200); do printf '[^n%d]: note%d' $i $i
	[ $((i % 50)) = 0 ] && printf ' long%d' $(seq 150)
	printf '\n\n'
done
printf '[^long]:'; printf ' w%04d' $(seq 2000); echo
