# control and private-use characters, a character that no font has
. ../ws.sh
printf '\nA \x01 bell.\n\nPrivate \xee\x80\x80 use.\n\nLinear \xf0\x90\x80\x80 B.\n' >>$part
build
printf '\nMark \xf3\xb0\x80\x80.\n' >>$part
build
