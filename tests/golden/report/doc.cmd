. ../ws.sh
run build -c AAA --dump=doc
