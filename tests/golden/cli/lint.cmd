# all checks, no files; as text and as JSON
. ../ws.sh
run lint
run lint --format=json
put $values 'population,2021,,,,,many,,,,,,,data-office-2025,,,'
put $part 'Of {{ populatoin }} a child worker.'
run lint
run lint --format=json -c AAA
run lint --pages
"$SITAN" lint --format=json | python3 -c '
import json, sys
print(sorted(m["id"] for m in json.load(sys.stdin)))'
ls
