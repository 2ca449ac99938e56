. ../ws.sh
sed -i 's/^death_rate,2020,,,,,33.4/death_rate,2020,,,,,93.4/' $values
build
