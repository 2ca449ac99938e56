# nothing that became known later is printed
. ../ws.sh
put $values 'population,2025,,,,,9999999,,,,,,,data-office-2025,,2026-07-01,' \
	'population,2026,,,,,8888888,,,,,,restricted,data-office-2025,,,'
build
pdftotext out/*.pdf - | grep -E 'inhabitants|9,9|8,8'
