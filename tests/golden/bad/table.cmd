. ../ws.sh
put $part '' '``` table' 'id: tbl-x' 'rows: ratifications where' 'columns:' \
	'  - {head: A, value: instrument.nme}' '```'
put $part '' '``` table' 'id: tbl-y' 'rows: [population' '```'
put $part '' '``` table' 'id: tbl-z' 'title: Z' \
	'rows: ratifications where action == "none"' \
	'columns:' '  - {head: A, value: instrument.name}' '```'
build
