# 2,000 references to one target, each a link
chapter
for i in $(seq 2000); do printf 'ref%d @sec-x ' $i; done; echo
