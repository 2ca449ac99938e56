# heading gap, no alternative text, a discouraged term, HTML, a word twice
. ../ws.sh
put $part '' '#### Too deep' '' 'A child worker is is here.' '' \
	'![](chart.png)' '' '<div>x</div>' '' '| a | b |' '|---|---|' '| 1 | 2 | 3 |' '' \
	'[](https://example.org)' '' '[text]{lang=qq}' '' 'The XYZ said 77 of them.' '' \
	'5 people came.'
build
