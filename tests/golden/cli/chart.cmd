# three kinds of files, each valid
. ../ws.sh
for kind in svg png pdf; do run chart deaths -c BBB -o out/x.$kind; done
file=$(head -c 400 out/x.svg | tr '\n' ' ')
echo "${file:0:38}"
python3 -c '
import sys, xml.dom.minidom, zlib, struct
xml.dom.minidom.parse("out/x.svg")
b = open("out/x.png", "rb").read()
assert b[:8] == b"\x89PNG\r\n\x1a\n"
at = 8
while at < len(b):
    n, kind = struct.unpack(">I4s", b[at:at + 8])
    crc, = struct.unpack(">I", b[at + 8 + n:at + 12 + n])
    assert zlib.crc32(b[at + 4:at + 8 + n]) == crc
    at += 12 + n
assert kind == b"IEND"
print("svg and png are sound")'
qpdf --check out/x.pdf | tail -n 1
pdftotext -layout out/x.pdf - | grep -E 'Borland|Source'
# a file is a chart as well
cp charts/deaths.yaml own.yaml
run chart own.yaml -o out/y.svg
cmp out/x.svg out/y.svg >/dev/null || echo "another country"
ls out
