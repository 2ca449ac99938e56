# a second heading of level 1 in a part loses nothing of what follows it
. ../ws.sh
put $part '' '# Second' '' 'Text behind the second heading.'
build >/dev/null
pdftotext -layout out/*.pdf - | grep -n 'Second\|behind the second'
put $part '' "$(yes 'Word after word fills the page up to its end.' | head -200)" \
	'' '# Third' '' "$(yes 'And so on.' | head -200)"
build >/dev/null
# running heads: the title that a page stands under
for page in 1 2 3 4 5; do
	pdftotext -layout -f $page -l $page out/*.pdf - 2>/dev/null | head -1
done
# a part that comes out empty is no part
printf '{%% if country.id == "BBB" %%}\n---\nlayout: plain\n---\n# None\n{%% end %%}\n' \
	>templates/brief/law.md
build
