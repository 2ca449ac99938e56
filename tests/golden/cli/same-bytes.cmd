# the same input gives the same bytes, with one process or two
. ../ws.sh
export SOURCE_DATE_EPOCH=1767225600
run build -o a -j1
run build -o b -j2
sleep 1.1
run build . -o c -r brief -c AAA,BBB,CCC
for f in a/*.pdf; do
	cmp $f b/${f#a/} && cmp $f c/${f#a/} && echo same
done
SOURCE_DATE_EPOCH=1767225601 run build -o d -c AAA
cmp -s a/brief-AAA-2026.pdf d/brief-AAA-2026.pdf || echo "another date"
pdfinfo -isodates d/brief-AAA-2026.pdf | grep Date
