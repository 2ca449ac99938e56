# what a screen reader meets, in order
. ../ws.sh
run build -c AAA --dump=listen
