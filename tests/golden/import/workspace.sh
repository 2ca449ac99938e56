# a small workspace in a scratch folder that goes away at the end
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
seed=$PWD/../../fuzz/workspace
cd "$scratch" || exit 1
fresh() {
	rm -rf data
	cp -R "$seed/data" data
	rm -f data/countries/KHM.csv
}
git_less_diff() { [ -f "$1" ] && { echo "-- $1"; tail -n +2 "$1"; }; return 0; }
