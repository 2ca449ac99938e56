# words of size beside numbers that do not bear them, and beside some that do
. ../ws.sh
cat >$part <<'EOF'
---
layout: chapter
---
# Life {#sec-people}

Registration doubled from {{ 0.2 | percent(0) }} to {{ 0.45 | percent(0) }}.
Deaths halved from {{ 81 | number }} to {{ 33.4 | number(1) }} per thousand.
Deaths more than halved from {{ 81 | number }} to {{ 33.4 | number(1) }} per thousand.
Cases nearly tripled from {{ 1200000 | compact }} to {{ 2.9 | number(1) }} million.
Arrivals grew by {{ 2.5 | percent(0) }}, from {{ 100 | number }} to {{ 250 | number }}.
Registration rose by {{ 0.12 | percent(0) }}, from {{ 0.61 | percent(0) }} to {{ 0.73 | percent(0) }}.
Registration rose by {{ 0.2 | percent(0) }}, from {{ 0.6 | percent(0) }} to {{ 0.72 | percent(0) }}.
From 2000 to 2020 the number doubled from {{ 500 | number }} to {{ 1000 | number }}.

The majority of the respondents ({{ 0.43 | percent(0) }}) had heard of the line.
A majority of the children ({{ 0.51 | percent(0) }}) are girls.
Nearly all schools ({{ 0.71 | percent(0) }}) have one.
A third of the children ({{ 0.34 | percent(0) }}) are out of school; one in four villages has a school.
More than half of the villages ({{ 0.45 | percent(0) }}) have a school.
Most of the {{ 0.4 | percent(0) }} who answered and the {{ 0.6 | percent(0) }} who did not live here.

It is the 143th of the list, the 2st, the 11th, the 22nd and the 113rd.
The current plan (2012–2017) has ended, the current plan (2021-2030) not.
The plan of 2012-2017 has ended.
EOF
run lint -c AAA
