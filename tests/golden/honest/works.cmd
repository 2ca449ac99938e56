# works that the data know by name: years, pinpoints and short titles in prose
. ../ws.sh
cat >>data/sources.csv <<'M'
pact-1990,law,States,1990,,A Pact on Children,,,,,,,,,,
words-2016,report,Group of Terms,2016,,A Guide to Words,,,,,,,,,Wording Guidelines,
words-2018,report,Group of Terms,2018,,Another Guide,,,,,,,,,Naming Study,
M
cat >data/definitions.csv <<'M'
id,term,legal_term,text,source,locator,parent
sale,Sale of children,sale of children,a transfer,pact-1990,art. 2(a),
use,Use of children (Pact),use of a child,a use,pact-1990,art. 2(b),
child,Child,child,a person,pact-1990,art. 1,
M
cat >data/laws.csv <<'M'
id,area,title,title_en,short,year,date,number,status,source,known
aaa-code,AAA,,Code of the Child,,2008,,,in_force,law-review-2021,2021
bbb-code,BBB,,Code of the Child,,2011,,,in_force,law-review-2021,2021
aaa-order,AAA,,Code of the Child Order,,2012,,,in_force,law-review-2021,2021
M
cat >>$part <<'M'

The sale of children is forbidden.[@pact-1990, Article 2(b)] The sale of
children is an offence.[@pact-1990, art. 2(a)] A child may not be sold: use of
a child[@pact-1990, art. 2 (b)] and sale of children.[@pact-1990, art. 2(b), c]
Nobody may buy a child.[@pact-1990, art. 2(b)]

The Treaty on the Rights of Children (1990) and the Treaty on the Rights of
Children (1996) are one; the Treaty on the Rights of Children, which was
adopted in 1989, has a Protocol to the Treaty of 2001. The Code of the Child
(2011) and the Code of the Child of 2009 are two, the Code of the Child Order
(2012) a third; the Code of the Child was amended in 2015.

Terms follow the Wording Guidelines.[@words-2016] The Vienna Guidelines are
not meant, nor are these Guidelines; the Naming Study is.
M
run lint -c AAA | sed 's/ \[brief.*//'
# indicators that one word tells apart
cat >>data/indicators.csv <<'M'
parent_share,number,Children in homes with a living parent,A,percent,0,0,100,,none,,protection,,,,,,,,
parents_share,number,Children in homes with a living relative,B,percent,0,0,100,,none,,protection,,,,,,,,
girl_share,number,Girls in homes with a living parent,C,percent,0,0,100,,none,,protection,,,,,,,,
home_count,number,Children in homes with a living relative,D,person,0,0,,,none,,protection,no,,,,,,,
clear_share,number,Children in homes with a living uncle,E,percent,0,0,100,,none,,protection,,,,,,,,"of all"
M
cp $part x.md; head -30 x.md >$part
run lint -c AAA
