# what a summary says and the body does not
. ../ws.sh
mkdir -p data
cat >templates/brief/front.md <<'M'
---
layout: summary
---

# Summary

{{ country.The }} had {{ population[2020] | compact }} inhabitants in 2020
and a death rate of {{ death_rate | number(0) }}.
M
cat >$part <<'M'
# Life {#sec-people}

In 2020 there were {{ population[2020] | number }} people.
M
run lint -c AAA
put $part '' 'The death rate was {{ death_rate | number(1) }}.'
run lint -c AAA
# what only the summary names
put data/instruments.csv \
	'play,Convention on Fair Play,,international,treaty,1999,2000,,,law-review-2021'
put templates/brief/front.md '' 'The Convention on Fair Play was ratified.'
run lint -c AAA
put $part '' 'The Convention on Fair Play binds the state.'
run lint -c AAA
