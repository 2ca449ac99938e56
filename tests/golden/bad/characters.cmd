# control and private-use characters, a character that no font has
. ../ws.sh
printf '\nA \x01 bell.\n\nPrivate \xee\x80\x80 use.\n\nJavanese \xea\xa6\xb2.\n' >>$part
build
printf '\nMark \xf3\xb0\x80\x80.\n' >>$part
build
