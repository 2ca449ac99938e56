# a share said to be of others than those whom it is about
. ../ws.sh
cat >>$values <<'V'
registered_share,2019,,F,20-24,,19,,,,,,,survey-2020,,,
registered_share,2019,,M,5-17,,21,,,,,,,survey-2020,,,
registered_share,2019,,,<18,,22,,,,,,,survey-2020,,,
V
cat >$part <<'M'
# Life {#sec-people}

{% set women = registered_share[2019, sex: "F", age: "20-24"] %}
{% set boys = registered_share[2019, sex: "M", age: "5-17"] %}
{% set young = registered_share[2019, age: "<18"] %}
In 2019 it was {{ women }} of children, {{ women }} of all girls, {{ women }}
of women and {{ women }} of those asked; {{ boys }} of boys, {{ boys }} of men,
{{ boys }} of girls and {{ boys }} of children; {{ young }} of children and
{{ young }} of adults, {{ young }} of women.
M
run lint -c AAA
