. ../ws.sh
cp $part old
for text in 'Of {{ population' '{% if population is known' '{# words' '{{ "text }}'; do
	cp old $part
	put $part "$text" 'A line.'
	build
done
# several in one file: one message each, and the blocks still match
cp old $part
put $part '' 'Of {{ population people.' '' 'And {{ country.name }} had {{ population | compact }}.' '' \
	'{% if population is known' 'Words of {{ country.name }}.' '{% end %}' '' '{{ populatoin }}'
build
