# one changed value in the file: the numbers that no longer follow are named
. ../ws.sh
build
f=out/brief-AAA-2026.pdf
pdfdetach -savefile data.csv -o data.csv $f
sed -i 's/,1500000,/,1400000,/; s/,2250000,/,2350000,/' data.csv
qpdf $f --add-attachment data.csv --key=data.csv --replace -- changed.pdf
run verify changed.pdf
