# text beside the blocks that a page layout knows is an error, not lost
. ../ws.sh
cat >templates/brief/cover.md <<'EOF'
---
layout: cover
---
# Alpha

A sentence that no cover has a place for.
EOF
sed -i 's/^parts:/&\n  - cover.md/' templates/brief/report.yaml
build
