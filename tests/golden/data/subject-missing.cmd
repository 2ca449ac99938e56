# a country without a file has a shorter report
. ../ws.sh
rm $values
build
pdftotext -layout out/*.pdf - | grep -E 'Nobody|known|no data'
