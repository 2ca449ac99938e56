# each row that names something unknown is left out, with the nearest name
. ../ws.sh
put $values 'registered_shar,2015,,,,,70,,,,,,,survey-2020,,,' \
	'registered_share,2016,,,,,70,,,,,,,survey-2021,,,' \
	'registered_share,2017,XYZ,,,,70,,,,,,,survey-2020,,,' \
	'registered_share,2018,,X,,,70,,,,,,,survey-2020,,,' \
	'registered_share,2018,,,,,70,,,,?,,,survey-2020,,,' \
	'registered_share,2018,,,,,70,,,,,guessed,,survey-2020,,,'
put data/ratifications.csv 'AAB,treaty,ratified,1992,2021,law-review-2021,12,' \
	'AAA,treaties,ratified,1992,2021,law-review-2021,12,' \
	'AAA,treaty,joined,1992,2021,law-review-2021,12,'
cp $values data/countries/AAD.csv
build
