# every value of the test files, by a second reader; those whose areas or series
# are no plain codes are in formats.cmd
python3 ../../tools/imported.py "$SITAN" \
	$(ls files/* | grep -vE 'Metadata|tidy|/hxl|statcompiler')
