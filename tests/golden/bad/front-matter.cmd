# broken YAML, an unknown layout, an unclosed front matter
. ../ws.sh
sed -i 's/^short: Life/short: [Life/' $part
build
sed -i 's/^short: .*/short: Life/; s/^layout: chapter/layout: chaptre/' $part
build
sed -i '2,$s/^---$//' $part
build
