. ../ws.sh
rm data/sources.csv
build
