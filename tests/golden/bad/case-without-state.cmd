. ../ws.sh
put $part '{% case hotline_exists %}{% when yes %}Yes.{% when no, maybe %}No.{% end %}'
build
