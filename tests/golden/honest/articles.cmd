# the article in front of an acronym follows its written-out form
. ../ws.sh
cat >>data/acronyms.csv <<'EOF'
UN,United Nations,
HIV,human immunodeficiency virus,
MOU,memorandum of understanding,
EU,European Union,
EOF
cat >$part <<'EOF'
---
layout: chapter
---
# Life {#sec-people}

An NGO helps. An HIV test and an MOU are free. A UN office and an EU one stand there; an NGO, too.
EOF
run build --dump=doc -c AAA | grep 'helps\|test'
