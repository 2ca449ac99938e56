# wrong usage: status 2, with the nearest known word
. ../ws.sh
run | tail -n 3
run bild
run build --forse
run build -j 0
run build -o
run build --dump=page
run lint --format=xml
run build -c AAB
run build -r breif
run build -e 2018
run build nowhere
run build . .
run list
run list report
run stats
run stats AAB
run stats AAA populatoin
run stats AAA --format=xml
run chart
run chart deaths
run chart deaths -o x.gif
run chart deathes -o x.svg
run build -l xx -c AAA
