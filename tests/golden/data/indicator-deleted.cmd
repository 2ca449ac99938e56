# the prepared sentence says so, the chart says "no data"
. ../ws.sh
sed -i '/^registered_share/d' $values
build
pdftotext -layout out/*.pdf - | grep -E 'Nobody|no data' | sed 's/  */ /g'
