# Sourced by the commands of this folder: a scratch copy of the small workspace
# ws/, with the templates that ship.
root=$(cd ../../.. && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R ws "$scratch/ws"
ln -s "$root"/templates/research-study/*.md \
	"$scratch/ws/templates/research-study/"
ln -s "$root"/templates/{styles,locale} "$scratch/ws/templates/"
ln -s "$root/charts" "$scratch/ws/charts"
cd "$scratch/ws" || exit 9

# pages, notes and times are not the point
run() {
	"$SITAN" "${@:1:1}" . "${@:2}" 2>&1 |
		sed -E 's/: [0-9]+ pages.*$//; s/, [0-9.]+ s$//'
	echo "status ${PIPESTATUS[0]}"
}
