. ../ws.sh
run --help
run build --help
run --version
