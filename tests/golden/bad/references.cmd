# unknown ids, keys and notes; an id given twice
. ../ws.sh
put $part '' 'See @fig-none, [here](#nowhere) and @sec-lif.[@survey-2021, 3] A[^x].' '' \
	'## Again {#sec-people}' '' 'Text.'
build
