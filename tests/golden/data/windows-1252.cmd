# the row of byte 0x97 is named; the other files are used
. ../ws.sh
printf 'population,2021,,,,,2300000,,,,,,,data-office-2025,,,a \x97 b\n' >>$values
build
