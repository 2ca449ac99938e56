. ../ws.sh
rm -r data
build
