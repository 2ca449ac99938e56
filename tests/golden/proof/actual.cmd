# a number whose letters are drawn in clusters is heard by a text of its own;
# verify misses that text when it was taken out or changed
. ../ws.sh
mkdir -p templates/locale
sed 's/{n} million/{n} កោដិ/' "$SITAN_SHARE"/templates/locale/en.yaml \
	>templates/locale/en.yaml
build | sed -E 's/, [0-9]+ warnings?$//'
qpdf --qdf --object-streams=disable out/brief-AAA-2026.pdf plain.pdf
pdfdetach -savefile numbers.csv -o numbers.csv plain.pdf
grep 'yes.$' numbers.csv | cut -d, -f1-3,5-8
run verify plain.pdf
sed 's/ActualText/FormerText/' plain.pdf >changed.pdf
run verify changed.pdf
sed 's/ActualText<feff1780/ActualText<feff1781/' plain.pdf >changed.pdf
run verify changed.pdf
