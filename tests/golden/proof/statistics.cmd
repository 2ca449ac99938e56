# key statistics are a table, headed by the names; their small charts are
# artifacts, whether the template says so or not
. ../ws.sh
stat() { put $part '::: {.stat}' '::: {.stat-name}' "$1" ':::' "${@:2}" ':::'; }
sed -i 's/^layout:.*/layout: statistics/' $part
put $part '' '::: {.stats}'
stat Deaths '::: {.stat-unit}' 'per 1,000' ':::' \
	'::: {.stat-number}' '{{ death_rate }} [2024]{.year}^[Of all children.]' \
	':::' '``` chart' 'kind: spark' 'indicator: death_rate' '```' \
	'::: {.stat-change}' 'down' ':::'
stat Schools '::: {.stat-missing}' 'no data' ':::' \
	'::: {.stat-rank}' '2/3' '``` chart' 'kind: rank-strip' \
	'indicator: death_rate' '```' ':::'
put $part ':::'
run build -c AAA --dump=listen | sed -n '/^table/,/^heading/p; /error/p' | head -3
run build -c AAA --dump=tags | sed -n '/^ *Table/,/^  Part/p' | head -24
