# all checks, no files; as text and as JSON
. ../ws.sh
run lint
put $part 'Of {{ populatoin }} a child worker.'
run lint
run lint --format=json -c AAA
run lint --format=json | sed '$d' >x.json
python3 -c '
import json
text = open("x.json").read()
at = 0
while text[at:].strip():
    found, at = json.JSONDecoder().raw_decode(text, at + len(text[at:]) - len(text[at:].lstrip()))
    print([(m["file"], m["line"], m["level"], m["id"]) for m in found])'
ls
