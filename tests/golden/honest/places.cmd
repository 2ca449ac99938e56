# a wrong layout is reported at its line, a missing translation at the list
. ../ws.sh
cat >$part <<'EOF'
---
number: true
layout: chapetr
---
# Life {#sec-people}

Text.
EOF
run lint -c AAA
cp ../../../templates/locale/en.yaml templates/locale/fr.yaml 2>/dev/null || { mkdir -p templates/locale; cp "$SITAN_SHARE"/templates/locale/en.yaml templates/locale/fr.yaml; }
run lint -c AAA -l fr
