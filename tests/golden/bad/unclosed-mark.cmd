. ../ws.sh
cp $part old
for text in 'Of {{ population' '{% if population is known' '{# words' '{{ "text }}'; do
	cp old $part
	put $part "$text" 'A line.'
	build
done
