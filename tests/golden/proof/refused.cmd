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
rm -r templates/styles
# links that lead nowhere, or into what a report must not have
try 'See [this]() and [that](javascript:alert(1)) and [a file](../data.csv).'
# an alternative text that no string of a PDF holds
base64 -d >dot.png <<'B'
iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAA
AABJRU5ErkJggg==
B
try "![$(printf 'word %.0s' {1..1700})](dot.png)"
# a font that may not be embedded: fsType of OS/2 says so
mkdir fonts templates/styles
cp life.md $part
python3 - <<'P'
import glob, struct
for file in glob.glob('/usr/share/fonts/truetype/lato/Lato-Bold.ttf'):
    font = bytearray(open(file, 'rb').read())
    for i in range(struct.unpack('>H', font[4:6])[0]):
        tag, _, at, _ = struct.unpack('>4s3I', font[12 + 16 * i:28 + 16 * i])
        if tag == b'OS/2':
            font[at + 8:at + 10] = b'\0\2'
    open('fonts/Lato-Bold.ttf', 'wb').write(font)
P
sed "s|folders: .*|folders: [$PWD/fonts]|" \
	"$SITAN_SHARE/templates/styles/house.yaml" >templates/styles/house.yaml
build | sed "s|$PWD/||"
rm -r templates/styles
# a letter outside ASCII in an address is written as RFC 3987 has it
try 'See [Cambodia](https://example.org/កម្ពុជា?a=b%20c) and
	[a letter](mailto:a@example.org).'
qpdf --qdf --object-streams=disable out/brief-AAA-2026.pdf - |
	grep -a -A1 'S /URI' | grep -ao '/URI (.*)'
