# alternative texts are in the report's language: words, numbers, order
. ../ws.sh
sed -i 's/^language: .*/language: fr/' templates/brief/report.yaml
sed 's/the Region/la Région/; s/land$/lande/' data/names/en.csv >data/names/fr.csv
mkdir -p templates/locale
cat >templates/locale/fr.yaml <<'YAML'
icu: fr-FR
number: {group: " ", decimal: ",", minus: "−", digits: latin}
date: {day: "{day} {month} {year}", month: "{month} {year}"}
month: [janvier, février, mars, avril, mai, juin, juillet, août, septembre,
  octobre, novembre, décembre]
list: {comma: ", ", and: " et ", or: " ou "}
ordinal: [premier, deuxième, troisième, quatrième]
compact: {million: "{n} million"}
unit:
  percent: {mark: " %", one: pour cent, other: pour cent}
  per_1000: {one: pour 1 000, other: pour 1 000}
  person: {one: personne, other: personnes}
when: {year: "en {year}"}
status: {ratified: ratifié, signed: signé}
trend: {up: est monté, down: est descendu, flat: est resté stable}
label: {figure: Figure, table: Tableau, note: Note, page: page, no_data: sans donnée}
chart:
  form: {line: Courbe, bar: Barres, hbar: Barres, spark: Courbe minuscule}
  alt:
    change: "{country} {direction} de {from} en {year} à {to}{unit} en {last}."
    flat: "{country} {direction} : {from}{unit} en {year}, {to} en {last}."
    one: "{country} : {from}{unit} en {year}."
    rank_high: "C'est le {rank} de {n} pays, du plus haut."
    rank_low: "C'est le {rank} de {n} pays, du plus bas."
    extremes: "Maximum : {top}, {high} ; minimum : {bottom}, {low}."
    missing: "Sans donnée : {countries}."
YAML
few() { sed 's/ and [0-9]* more/ and some more/'; }
run build -c AAA --dump=listen | few |
	grep -E '^ *(document|figure)|error|warning|status'
build | few
f=$(ls out/*.pdf)
run verify "$f"
pdfdetach -savefile numbers.csv -o numbers.csv "$f"
grep -o 'alt:[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,[^,]*,\("[^"]*"\|[^,]*\)' numbers.csv
