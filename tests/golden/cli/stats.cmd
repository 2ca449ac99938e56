. ../ws.sh
run stats AAA
run stats BBB registered_share --format=csv
run stats AAA registered_share death_rate --format=json
run stats AAA --format=json | sed '$d' | python3 -m json.tool >/dev/null && echo valid
