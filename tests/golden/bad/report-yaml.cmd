# broken, an area that is none, without parts; other reports are built
. ../ws.sh
cp -R templates/brief templates/other
sed -i 's/^subjects:.*/subjects: [AAA, BBX]/; s/^region:.*/region: REX/' \
	templates/other/report.yaml
sed -i 's/^editions:/editions: [/' templates/brief/report.yaml
run build -o out
sed -i '/^parts/,/law.md/d' templates/other/report.yaml
run build -o out
sed -i 's/^editions:/issues:/' templates/other/report.yaml
run build -o out
rm -r templates
run build -o out
