# the store, and what could not be taken into it
. ../ws.sh
put $values 'population,2021,,,,,many,,,,,,,data-office-2025,,,'
run build --dump=store
