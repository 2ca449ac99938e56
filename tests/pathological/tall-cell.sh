# a table cell taller than a page
chapter
printf '| Head | Tail |\n|---|---|\n| a |'; printf ' w%04d' $(seq 1500)
printf ' |\n| b | c |\n'
