# data of which every row is well formed, but which cannot be right
. ../ws.sh
for y in 2001 2002 2003 2004 2005 2006 2007 2008 2009; do
	put $values "population,$y,,,,,15${y#200}0000,,,,,,,survey-2020,,,"
	put data/countries/BBB.csv "registered_share,$y,,,,,7${y#200},,,,,,,survey-2020,,,"
	put data/countries/BBB.csv "registered_share,199${y#200},,,,,6${y#200},,,,,,,survey-2020,,,"
done
# a digit too many; a share far off; the same with a note
sed -i 's/^population,2005,,,,,1550000,/population,2005,,,,,15500000,/' $values
sed -i 's/^registered_share,2006,,,,,76,/registered_share,2006,,,,,21,/' data/countries/BBB.csv
sed -i 's/^\(registered_share,1995,,,,,\)65\(.*\)$/\15\2checked/' data/countries/BBB.csv
# parts and totals
cat >>$values <<'EOF'
population,2019,,,,,2200000,,,,,,,survey-2020,,,
population,2019,,F,,,1300000,,,,,,,survey-2020,,,
population,2019,,M,,,1000000,,,,,,,survey-2020,,,
population,2019,,,0-17,,2300000,,,,,,,survey-2020,,,
registered_share,2018,,,,,80,,,,,,,survey-2020,,,
registered_share,2018,,,,residence:rural,60,,,,,,,survey-2020,,,
registered_share,2018,,,,residence:urban,75,,,,,,,survey-2020,,,
registered_share,2017,,,,,70,,,,,,,survey-2020,,,
registered_share,2017,,,,residence:rural,60,,,,,,,survey-2020,,,
registered_share,2017,,,,residence:urban,75,,,,,,,survey-2020,,,
population,2016,,,,,2000000,,,,,,,survey-2020,,,
population,2016,,,0-4,,300000,,,,,,,survey-2020,,,
population,2016,,,0-14,,700000,,,,,,,survey-2020,,,
population,2016,,,15-64,,1200000,,,,,,,survey-2020,,,
population,2016,,,65+,,200000,,,,,,,survey-2020,,,
population,2015,,,,,1900000,,,,,,,survey-2020,,,
population,2015,,,<15,,700000,,,,,,,survey-2020,,,
population,2015,,,15-64,,1050000,,,,,,,survey-2020,,,
population,2015,,,65+,,150000,,,,,,,survey-2020,,,
population,2014,,,,,1800000,,,,,,,survey-2020,,,
population,2014,,,,nationality:BBB,1000000,,,,,,,survey-2020,,,
population,2014,,,,nationality:CCC,900000,,,,,,,survey-2020,,,
population,2013,,,,,1700000,,,,,,,survey-2020,,,
population,2013,,,5-17,,900000,,,,,,,survey-2020,,,
population,2013,,,18-49,,900000,,,,,,,survey-2020,,,
population,2031,,,,,3000000,,,,,,,survey-2020,,,
EOF
# an old value of an old source, while the others have newer ones
put data/sources.csv 'count-2012,report,Survey Office,2012,2012,A Count of Deaths,,,,,,,,,,'
sed -i '/^death_rate/d' data/countries/CCC.csv
put data/countries/CCC.csv 'death_rate,2011,,,,,95,,,,,,,count-2012,,,'
# records
cat >>data/sources.csv <<'EOF'
count-2012-again,report,Survey Office,2012,2012,A Count of Deaths,,,,,,,,,,
page-2016,web,Survey Office,2016,,A Page,,,,,,,https://example.org/2014/05/page.pdf,2017,,
page-2015,web,Survey Office,2015,,Another Page,,,,,,,https://example.org/news/august-2016/page,2017,,
news-22,news,Survey Office,2015,,"Judge gives 22 life terms, 3 men jailed",,,,,,,https://example.org/2015/judge-gives-23-life-terms-3-men,2017,,
news-7,news,Survey Office,2015,,7 villages and 120000 people of 12 towns,,,,,,,https://example.org/7-villages-12-towns,2017,,
page,web,Survey Office,,2017-01-02,A Third Page,,,,,,,https://example.org/page,,,
mixed-2014,report,Survey Office,2014,2013-05,A Report,,,,,,,,,,
EOF
put data/sources.csv 'titled-2019,news,Survey Office,2019,2019,60% of Children Seen,,,,,,,,,,'
put data/instruments.csv 'early,An Early Treaty,Early,international,treaty,2015,2016,,,count-2012'
put data/ratifications.csv 'BBB,early,ratified,2014-02,2021,count-2012,12,'
put data/indicators.csv 'registered_again,number,Children whose birth is registered,Registered,percent,1,0,100,higher,none,,protection,,,,,,,,'
put data/instruments.csv 'late,A Late Treaty,Late,international,treaty,1999,1998,,,law-review-2021'
run lint -c AAA
