# a note longer than two pages
chapter
echo 'A word.[^n] Another.'; echo
printf '[^n]:'; printf ' w%04d' $(seq 3000); echo
