. ../ws.sh
sed -i '1s/source/sourse/' $values
build
: >$values
build
