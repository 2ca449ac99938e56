# every value of excerpts of real downloads, by a second reader
python3 ../../tools/imported.py "$SITAN" ../../real/[a-v]*.csv \
	../../real/wb-population.csv ../../real/who-gho.csv
