# charts taller than a page, one after the other, with text between
chapter
for i in 1 2 3; do
	printf 'Before%d.\n\n``` chart\nuse: deaths\nid: fig-x%d\nheight: 1200\n```\n\n' $i $i
done
echo After.
