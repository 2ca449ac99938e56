# an unknown style, a font that is not there, a colour that is none
. ../ws.sh
sed -i 's/^style: house/style: hous/' templates/brief/report.yaml
build
mkdir templates/styles
sed 's/family: Charis SIL/family: No Such Serif/; s/#0B3644/petrol/' \
	"$SITAN_SHARE/templates/styles/house.yaml" >templates/styles/hous.yaml
build
