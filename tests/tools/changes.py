#!/usr/bin/env python3
"""changes.py PDF - does the annex of changes speak of every printed number?

Reads numbers.csv from the report: each number of the text, the tables and the
charts that is the value of one observation must be printed again, with the
same observation, by the annex (template changes.md).
"""
import csv
import re
import subprocess
import sys
import tempfile

ONE = re.compile(r'^(\w+)\[([^]]*)\](\.\w+)?$')


def observation(row):
    """Indicator and selection of what is printed from one observation."""
    found = ONE.match(row['expression'])
    return found.group(1, 2) if found and row['indicator'] else None


def is_number(row):
    try:
        float(row['value'])
    except ValueError:
        return False
    return True


def main(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['pdfdetach', '-saveall', '-o', folder, path],
                       check=True, stdout=subprocess.DEVNULL)
        with open(folder + '/numbers.csv', encoding='utf-8') as file:
            rows = list(csv.DictReader(file))
    printed, annex = {}, set()
    for row in rows:
        key = observation(row)
        if not key:
            continue
        if row['template'].endswith('/changes.md'):
            annex.add(key)
        elif is_number(row):
            printed.setdefault(key, row)
    lacking = [k for k in printed if k not in annex]
    for key in lacking:
        row = printed[key]
        print(f"{path}: {row['printed']} on page {row['label']} "
              f"({key[0]}[{key[1]}]) is not in the annex of changes")
    if not annex:
        print(f'{path}: no annex of changes')
    return 1 if lacking or not annex else 0


sys.exit(main(sys.argv[1]))
