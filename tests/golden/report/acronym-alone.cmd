# a name that stands for itself is listed and never written out; the apostrophe
# of a long form is that of print
. ../ws.sh
cat >data/acronyms.csv <<'EOF'
short,long,note,alone
NGO,non-governmental organisation,,
CAO,Children's Aid Office,,
KITE,network for children,,yes
EOF
cat >$part <<'EOF'
---
layout: plain
---
# Life

KITE and the CAO advise an NGO; KITE helps the CAO.

# Acronyms

::: {.acronyms}
:::
EOF
sed -i '/front.md/d; /law.md/d' templates/brief/report.yaml
build --dump=doc | grep text
