# 300 headings of three levels with one word below each third
chapter
for i in $(seq 300); do
	printf '## head%d\n\n### head%da\n\n#### head%db\n\nword%d\n\n' $i $i $i $i
done
