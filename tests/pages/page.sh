#!/usr/bin/env bash
# page.sh REPORT [EDIT…] - the pages of a report of workspace/ as text, short:
# what stands where.  Filling repeats itself.  Each EDIT is a sed command on the house style.
work=workspace
report=$1
shift
if [ $# -gt 0 ]; then
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	cp -rL workspace/. "$work"
	for edit; do
		cp "$work/templates/styles/house.yaml" "$work/old"
		sed -i -E "$edit" "$work/templates/styles/house.yaml"
		if cmp -s "$work/old" "$work/templates/styles/house.yaml"; then
			echo "no effect: $edit"
		fi
	done
fi
"$SITAN" build "$work" -r "$report" --dump=pages 2>&1 |
	grep -v 'has no value in the data\|says already' | sed "s#$work/##" |
	awk '$1 == "link" || $1 == "dest" { next }
	{ sub(/ [a-z-]+ [0-9]+$/, "") } 1'
