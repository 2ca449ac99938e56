# out of bounds is a warning; what is no value costs its row
. ../ws.sh
put $values 'registered_share,2016,,,,,143,,,,,,,survey-2020,,,' \
	'registered_share,2017,,,,,about 70,,,,,,,survey-2020,,,' \
	'registered_share,17/05/2018,,,,,70,,,,,,,survey-2020,,,' \
	'registered_share,2018,,,,,,80,70,,,,,survey-2020,,,' \
	'registered_share,2019,,,,,,,,,,,,survey-2020,,,' \
	'hotline_exists,2019,,,,,maybe,,,,,,,survey-2020,,,' \
	'registered_share,2014,,,,,73.4,,,,,,,data-office-2025,,,' \
	'registered_share,2040,,,,,90,,,,,,,survey-2020,,,'
build
