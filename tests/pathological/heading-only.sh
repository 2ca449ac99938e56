# a part with only a heading, one that fills many lines
chapter
printf '## '; printf 'w%04d ' $(seq 400); echo
