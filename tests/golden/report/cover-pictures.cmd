# the marks and the picture of a cover that report.yaml names; a picture
# without consent is left out
. ../ws.sh
SITAN_SHARE=$(cd "$OLDPWD/../../.." && pwd)
"$SITAN" init own --kind situation-analysis >/dev/null
cd own || exit 9
base64 -d >dot.png <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mNg+M8AAAICAQB7CYF4AAAAAElFTkSuQmCC
END
report=templates/situation-analysis/report.yaml
cp $report plain.yaml
covers() {
	cat plain.yaml - >$report
	"$SITAN" build . -e 2026 -o out --dump=listen 2>&1 |
		grep -aE 'Mark of|A river|A\. Person|error|warning'
}
covers <<'END'
logo: {file: dot.png, alt: Mark of the Office}
donor_logos:
  - {file: dot.png, alt: Mark of the Fund}
  - {file: dot.png, alt: Mark of the Trust}
picture: {file: dot.png, alt: A river with boats, credit: Photograph by A. Person, consent: "yes"}
END
covers <<'END'
logo: {file: none.png, alt: Mark of the Office}
picture: {file: dot.png, alt: A river with boats, credit: Photograph by A. Person, consent: "no"}
END
