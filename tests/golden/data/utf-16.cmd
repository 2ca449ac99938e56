. ../ws.sh
iconv -f UTF-8 -t UTF-16LE $values >x && mv x $values
build
printf '\xff\xfe' | cat - $values >x && mv x $values
build
