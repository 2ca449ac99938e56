# Which folder may include which, which library is named where.
while IFS= read -r line; do
	case $line in
	'' | '#'*) continue ;;
	wall:*)
		rest=${line#wall: }
		files=${rest#*| }
		for pattern in ${rest%%|*}; do
			bad=$(grep -lE "#include <[^>]*$pattern" -r src |
				grep -vxF "$(tr ' ' '\n' <<<"$files")")
			if [ -z "$bad" ]; then ok
			else not_ok "layers: $pattern is named in $bad"; fi
		done ;;
	*)
		folder=${line%%:*}
		allowed=$(tr ' ' '\n' <<<"$folder ${line#*:}" | grep .)
		bad=$(grep -hoE '#include "[^"]+"' -r "src/$folder" 2>/dev/null |
			sed 's/#include "//; s/"//; s,/[^/]*$,,' | sort -u |
			grep -vxF "$allowed")
		if [ -z "$bad" ]; then ok
		else not_ok "layers: $folder includes" $bad; fi ;;
	esac
done < tests/layers.txt
# every header compiles alone
for h in src/*/*.h; do
	if gcc -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Isrc \
		$(pkg-config --cflags cairo harfbuzz) \
		-fsyntax-only -xc "$h" 2>/dev/null
	then ok; else not_ok "layers: $h does not compile alone"; fi
done
