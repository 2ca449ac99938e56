# a paragraph that follows 200 lines of heading
chapter
printf '## '; printf 'w%04d ' $(seq 900); printf '\n\nword\n'
