# a BOM, CRLF and semicolons are handled
. ../ws.sh
{ printf '\xef\xbb\xbf'; sed 's/,/;/g; s/$/\r/' $values; } >x && mv x $values
build
