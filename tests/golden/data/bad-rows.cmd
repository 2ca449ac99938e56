# an open quote, too many fields, a quote inside a field
. ../ws.sh
put $values 'registered_share,2016,,,,,70,,,,,,,survey-2020,"Table 4,,,' \
	'registered_share,2017,,,,,70,,,,,,,survey-2020,,,,,' \
	'registered_share,2018,,,,,70,,,,,,,survey-2020,Table "4",,' \
	'registered_share,2019,,,,,70,,,,,,,survey-2020,,,'
build
