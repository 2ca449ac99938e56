# a file of every format damaged in four ways: the counts add up, and what is
# not recognised has a message
. ./workspace.sh
damage() { # NAME, contents on stdin
	cat >damaged.csv
	$SITAN inspect damaged.csv >out.txt 2>&1
	[ $? -le 1 ] || echo "$name $1: ended badly"
	awk '/^  rows / { n++; if ($2 != $5 + $8 + $11) bad = 1 }
		/rror: / { n++ } END { exit bad || !n }' out.txt ||
		echo "$name $1: $(cat out.txt)"
	damaged=$((damaged + 1))
}
for f in "$seed"/../../golden/import/files/*; do
	name=$(basename "$f")
	damage cut < <(head -c $(($(stat -c %s "$f") * 2 / 3)) "$f")
	damage field-lost < <(LC_ALL=C sed '3,$s/[,;]//3' "$f")
	damage open-quote < <(LC_ALL=C sed '4s/^/"/' "$f")
	damage digit-lost < <(LC_ALL=C sed '3,$s/[0-9]/x/3' "$f")
done
echo "$damaged damaged files add up"
