# what would not be accessible is refused at the author's line, with no PDF
. ../ws.sh
cp $part life.md
try() {
	cp life.md $part
	put $part '' "$@"
	build
}
try '![](picture.png)'
try '# Next' '' '### Two below' '' 'Text.'
try ': Head {#tbl-x}' '|--|--|' '| c | d |'
try 'A word [mot]{lang=fx} here.'
cp life.md $part
# light grey text
mkdir templates/styles
sed 's/grey700: "#4E5A63"/grey700: "#A0A8B0"/' \
	"$SITAN_SHARE/templates/styles/house.yaml" >templates/styles/house.yaml
build
