# addresses and words that are wider than a page
chapter
printf 'See https://example.org/'; printf 'p%04d/' $(seq 100); echo ' and'
printf 'x%.0s' $(seq 2000); echo
