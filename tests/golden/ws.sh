# Sourced by golden commands: works in a scratch copy of the fixture workspace
# ws/, whose styles and words are the shipped ones.
SITAN_SHARE=$(cd ../share && pwd)
export SITAN_SHARE
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
cp -R ../ws "$scratch/ws"
cd "$scratch/ws" || exit 9
part=templates/brief/life.md # that most cases change
values=data/countries/AAA.csv

# what differs from run to run is left out
plain() {
	sed -E 's/, [0-9]+ KB, [0-9]+ ms, [0-9]+ MB$//; s/, [0-9.]+ s$//'
}

run() {
	"$SITAN" "$@" 2>&1 | plain
	echo "status ${PIPESTATUS[0]}"
}

# one report, and what is there after it
build() {
	run build -c AAA -o out "$@"
	[ -d out ] && ls -A out | sed 's/^/out: /'
}

# put TEXT at the end of a file
put() { printf '%s\n' "${@:2}" >>"$1"; }
