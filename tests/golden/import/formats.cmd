# each file alone into an empty workspace: the rows that it becomes
here=$PWD
. ./workspace.sh
for f in "$here"/files/*; do
	fresh
	echo "== $(basename "$f")"
	$SITAN import "$f" -c all --known 2026-07 2>&1 | sed "s,$here/,,"
	for g in data/countries/*.csv data/regions/*.csv; do
		[ -f "$g" ] && { echo "-- $g"; tail -n +2 "$g"; }
	done
	git_less_diff data/groups.csv
done
