# page numbers that move each other: a digit less in the references of "a" takes
# a page from it, which takes a digit and a page from "c" in the third pass; the
# fourth, which would tell "e" where "d" is then, is not made
. ../ws.sh
parts='a f1 f2 f3 f4 f5 f6 f7 x c d e'
sed -i "/^  - .*md$/d; s/^parts:.*/parts: [$(printf '%s.md, ' $parts)]/" \
	templates/brief/report.yaml
one() { printf -- '---\nlayout: plain\n---\n# %s {#%s}\n\n' "$1" "$1"; }
many() { for _ in $(seq "$1"); do printf '[]{@%s}\n' "$2"; done; }
cd templates/brief || exit 9
for f in f1 f2 f3 f4 f5 f6 f7 x d; do one "$f" >$f.md; echo Text. >>$f.md; done
{ one a; many 1750 a; } >a.md
{ one c; many 1750 x; } >c.md
{ one e; many 1 d; } >e.md
cd ../..
run build -o out -c AAA
"$SITAN" build -c AAA --dump=pages 2>/dev/null |
	sed -n '/^page 11 /,$p' | grep -E '^page|heading|text|page-ref'
