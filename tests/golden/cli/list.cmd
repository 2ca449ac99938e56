. ../ws.sh
for what in reports countries indicators charts; do run list $what; done
run list styles | sed "s,$SITAN_SHARE/,,"
