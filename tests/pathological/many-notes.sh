# 300 notes called in one paragraph, some of them long
chapter
for i in $(seq 300); do printf 'word%d[^n%d] ' $i $i; done; echo; echo
for i in $(seq 300); do
	printf '[^n%d]: note%d' $i $i
	[ $((i % 50)) = 0 ] && printf ' long%d' $(seq 150)
	printf '\n\n'
done
