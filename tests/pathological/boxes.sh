# boxes in boxes' places: 40 at once, one longer than two pages
chapter
for i in $(seq 40); do
	printf '::: {.case title="Box %d"}\nbox%d\n:::\n\n' $i $i
done
printf '::: {.case title="Long"}\n'; printf 'w%04d ' $(seq 2500); printf '\n:::\n'
