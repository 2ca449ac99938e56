# a folder that cannot be written, a file in its place, a full disk
. ../ws.sh
mkdir locked && echo old >locked/brief-AAA-2026.pdf
: >file
run build -c AAA -o file/out
if [ "$(id -u)" = 0 ]; then run build -c AAA -o /proc/none
else chmod a-w locked; run build -c AAA -o locked; fi 2>&1 |
	sed 's,/proc/none,locked,; s/No such file or directory/Permission denied/'
cat locked/brief-AAA-2026.pdf
# files may have 20 KB; the PDF has more
( ulimit -f 20; trap '' XFSZ; build; run chart deaths -o x.pdf )
run chart deaths -o file/x.svg
run chart deaths -o file/x.png
ls x.* 2>/dev/null
