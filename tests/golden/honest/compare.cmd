# comparisons over breaks, definitions, publishers, models and intervals
. ../ws.sh
cat >>$values <<'EOF'
death_rate,2022,,,,,30,,,,,break,,data-office-2025,,,
death_rate,2024,,,,,29,,,,,,,data-office-2025,,,
registered_share,2022,,,,,84,80,88,,,,,data-office-2025,,,
registered_share,2024,,,,,86,83,89,,,,,data-office-2025,,,
registered_share,2023,,,,,85,,,,,definition,,data-office-2025,,,
population,2024,,,,,2300000,,,,,modelled,,data-office-2025,,,
registered_share,2019,,M,,,70,,,40,,,,survey-2020,,,
registered_share,2019,,F,,,71,,,24,,,,survey-2020,,,
registered_share,2018,,M,,,60,,,240,,,,survey-2020,,,
EOF
cat >$part <<'EOF'
---
layout: chapter
---
# Life {#sec-people}

{{ death_rate | change(2010, 2024) }}
{{ death_rate | trend(2010, 2024) }}
{{ death_rate[2024] - death_rate[2010] }}
{{ "more" if death_rate[2024] > death_rate[2010] else "less" }}
{{ death_rate | change(2022, 2024) }}
{{ registered_share | change(2014, 2023) }}
{{ registered_share[2023] | against(registered_share[2022]) }}
{{ registered_share | change(2014, 2020) }}
{{ registered_share | change(2014, 2020, despite: "source") }}
{{ registered_share | change(2022, 2024) }}
{{ registered_share | change(2022, 2024, despite: "interval") }}
{{ registered_share | trend(2022, 2024) }}
{{ registered_share[2022] | against(registered_share[2024]) }}
{{ population | percent_change(2020, 2024) }}
{{ population | percent_change(2020, 2024, despite: "model; source") }}
{{ population | percent_change(2020, 2024, despite: "hope") }}
EOF
run lint -c AAA
cat >$part <<'EOF'
---
layout: chapter
---
# Life {#sec-people}

{{ registered_share[2019, sex: "M"] }}, {{ registered_share[2019, sex: "M"] | number(1) }};
{{ registered_share[2019, sex: "M"] - registered_share[2018, sex: "M"] }};
{{ registered_share[2019, sex: "F"] | default("withheld: " + registered_share[2019, sex: "F"].reason) }};
{{ registered_share[2022] | interval }};
{{ registered_share[2018, sex: "M"] | interval(1.5) }};
{{ registered_share[2022] | against(registered_share[2024]) }};
{{ death_rate | growth(2000, 2020) }}, {{ population | growth(2000, 2020) }}, {{ registered_share | growth(2022, 2024, despite: "interval") }};
{{ registered_share[2014] | portion }}, {{ registered_share[2019, sex: "M"] | portion }},
{{ (registered_share[2014] - registered_share[2018, sex: "M"]) | number(1) }}
EOF
run build --dump=md -c AAA | sed -n '/# Life {/,/^---/p; /life.md/p' | LC_ALL=C sed 's/\xf3\xb0\x80.//g; s/\xf4\x8f\xbf\xbd//g'
