# an unknown style, a font that is not there, a colour that is none
. ../ws.sh
# the number of a line of the style stands as that line, for styles grow
by_line() {
	while IFS= read -r l; do
		n=$(sed -nE 's,^templates/styles/hous.yaml:([0-9]+):.*,\1,p' <<<"$l")
		[ "$n" ] && text=$(sed -n "${n}p" templates/styles/hous.yaml) &&
			l="${l/:$n:/: ${text:0:24}…:}"
		echo "$l"
	done
}
sed -i 's/^style: house/style: hous/' templates/brief/report.yaml
build
mkdir templates/styles
sed 's/family: Charis SIL/family: No Such Serif/; s/#0B3644/petrol/' \
	"$SITAN_SHARE/templates/styles/house.yaml" >templates/styles/hous.yaml
build | by_line
# measures that no page can have
sed 's/^  grid: 13/  grid: 0/; s/^  columns: 2/  columns: 9/; s/^  left: .*/  left: 500/
s/size: 28, leading: 32.5/size: -3, leading: big/' \
	"$SITAN_SHARE/templates/styles/house.yaml" >templates/styles/hous.yaml
build | by_line
