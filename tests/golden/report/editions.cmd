# two editions: one value new, one revised, one of another source, one as it
# was in print (52.25, then 52.31), one that no edition had; an edition with a
# name; a subject with too few values has no edition
. ../ws.sh
put data/sources.csv 'data-office-2018,dataset,Data Office,2018,2018,World Tables,,,,,,,,,,'
put $values population,2000,,,,,1499000,,,,,,,data-office-2018,,, \
	population,2010,,,,,1800000,,,,,,,data-office-2018,,, \
	registered_share,2015,,M,,,80.5,,,,,,,data-office-2018,,, \
	registered_share,2015,,M,,,80.7,,,,,,,survey-2020,,, \
	death_rate,2010,,,,,52.31,,,,,,,data-office-2018,,,
cat >templates/brief/life.md <<'EOF'
---
layout: plain
---
# Life

Of {{ population[2000] }} people; {{ population }} now; {{ death_rate[2010] }};
{{ registered_share[2015, sex: "M"] }}.
{% if edition.previous is known %}
First {{ death_rate[2000] }}.

# Changes since {{ edition.previous }}

Known by {{ edition.previous.cutoff | date }}.
{% for x in edition.printed %}

{{ x.label }} {{ x.period }}: {{ x }} {{ x.revision }}, then {{ x.earlier | default("nothing") }} {{ x.earlier.period | default("") }}.
{% end %}

{{ edition.printed | where(revision: "new") | count }} new.
Source {{ [population, death_rate] | sources }}.
{% end %}
EOF
sed -i 's/^  - {id: "2026".*/&\n  - {id: "2018", name: First, cutoff: 2018-12-31, access: public, least: 3}/
	s/^subjects:.*/subjects: [AAA, BBB]/; /front.md/d; /law.md/d' \
	templates/brief/report.yaml
run build -c AAA -o out
run build -c BBB -e 2018 -o out
pdftotext -layout out/brief-AAA-2026.pdf -
pdftotext -layout out/brief-AAA-2018.pdf -
