. ../ws.sh
build
