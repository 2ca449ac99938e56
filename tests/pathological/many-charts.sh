# 60 charts and no text
chapter
for i in $(seq 60); do
	printf '``` chart\nuse: registration\nid: fig-m%d\n```\n\n' $i
done
