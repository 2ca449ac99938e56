. ../ws.sh
printf 'Caf\xe9.\n' >>$part
build
