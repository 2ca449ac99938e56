# Documents are true: commands run, folders exist, messages are up to date.
if diff <(build/messages) docs/messages.md >/dev/null; then ok
else not_ok "docs: messages.md is old: make docs/messages.md"; fi

for folder in src/*/; do
	if grep -qF "\`$folder\`" docs/architecture.md; then ok
	else not_ok "docs: architecture.md does not name $folder"; fi
done
set -f
for named in $(cat docs/architecture.md docs/conformance.md |
	grep -oE '`(src|tests|templates|docs)/[^` ]*`' | tr -d '`' | sort -u); do
	if compgen -G "$named" >/dev/null; then ok
	else not_ok "docs: a document names $named"; fi
done
set +f

# conformance.md: every condition in order, with a message or an assertion
# that exists
conditions=$(for n in 7 4 3 1 3 4 2 2 8 1 7 1 8 7 5 3 3 2 4 3 1 1 1 1 1 2 1 18 \
	1 2 30; do
	checkpoint=$((checkpoint + 1))
	for ((i = 1; i <= n; i++)); do
		printf '%02d-%03d\n' $checkpoint $i
	done
done)
if diff <(sed -n 's/^| \([0-9][0-9]-[0-9]*\) .*/\1/p' docs/conformance.md) \
	- <<<"$conditions"; then ok
else not_ok "docs: conformance.md leaves out a condition"; fi
for id in $(grep -oE 'message `[A-Z_]*`' docs/conformance.md | cut -d'`' -f2 |
	sort -u); do
	if grep -q "^X($id, ERROR," src/base/diag.def; then ok
	else not_ok "docs: conformance.md names $id"; fi
done
for file in $(grep -oE 'assert `[^`]*`' docs/conformance.md | cut -d'`' -f2 |
	sort -u); do
	if grep -q 'assert(' "$file"; then ok
	else not_ok "docs: nothing is asserted in $file"; fi
done

# commands in README.md and docs/*.md, as they stand, in a scratch folder
scratch=$(mktemp -d)
for d in data templates charts docs; do ln -s "$PWD/$d" "$scratch/$d"; done
mkdir "$scratch/build"
ln -s "$SITAN" "$scratch/build/sitan"
while IFS= read -r command; do
	if out=$(cd "$scratch" && timeout 120 bash -c "$command" 2>&1); then ok
	else not_ok "docs: $command"; tail -n 5 <<<"$out"; fi
done < <(cat README.md docs/*.md | grep -oE '`build/sitan [^`]*`' |
	tr -d '`' | sort -u)
rm -rf "$scratch"

# the tutorial, step by step: its commands succeed, its message appears
scratch=$(mktemp -d)
if out=$(timeout 300 tests/tools/tutorial "$SITAN" "$scratch"); then ok
else not_ok "docs: tutorial: $(tail -n 3 <<<"$out")"; fi
want=$(grep -m1 "^templates/.*fertility_rat'" docs/tutorial.md)
if grep -qF "$want" <<<"$out"; then ok
else not_ok "docs: the tutorial's message is not printed: $want"; fi
if grep -qE 'LKA-2026.pdf: [0-9]+ numbers verified, 0 failed' <<<"$out"; then ok
else not_ok "docs: the tutorial's report is not verified"; fi
rm -rf "$scratch"

# each option and command of the help is in the man page
for word in $("$SITAN" --help | grep -oE -- '--[a-z]+|^sitan [a-z]+' |
	sed 's/^sitan //' | sort -u); do
	if grep -qF -- "${word//-/\\-}" docs/sitan.1; then ok
	else not_ok "docs: sitan.1 does not have $word"; fi
done

if out=$(groff -man -Tutf8 -ww -z docs/sitan.1 2>&1) && [ -z "$out" ]; then ok
else not_ok "docs: sitan.1: $out"; fi
