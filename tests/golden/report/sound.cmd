# what poppler and qpdf find in the files
. ../ws.sh
run build -o out -c AAA
f=out/brief-AAA-2026.pdf
qpdf --check $f | tail -n 1
pdfinfo $f | grep -E 'Title|Author|Subject|Keywords|Tagged|Pages|Page size|PDF version'
pdffonts $f | tail -n +3 | awk '{print $1, $(NF-4), $(NF-3), $(NF-2)}' | sed 's/^[A-Z]*+//' | sort
pdfimages -list $f | tail -n +3
pdfdetach -list $f
at=$(pdfdetach -list $f | sed -n 's/: fig-deaths.csv//p')
pdfdetach -save "$at" -o x.csv $f && cat x.csv
pdfinfo -struct-text $f | head -60
