#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""manipulate.py SITAN FILE.pdf N - is each of N changed values found?

N cells spread over the attached data.csv are changed one at a time, by one in
their last digit; `sitan verify` must then name at least one number with its
page and template line.  The last line is "N changed, N found".
"""
import csv
import io
import os
import re
import subprocess
import sys
import tempfile

COLUMNS = ("value", "low", "high", "n")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True)


def changed(text):
    """The number with another last digit; None for what is no number."""
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return None
    return text[:-1] + str((int(text[-1]) + 1) % 10)


def cells(rows):
    """(row, column) of the numbers."""
    head = rows[0]
    return [(i, head.index(c)) for i in range(1, len(rows)) for c in COLUMNS
            if c in head and changed(rows[i][head.index(c)])]


def main(sitan, pdf, count):
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data.csv")
        copy = os.path.join(folder, "changed.pdf")
        run("pdfdetach", "-savefile", "data.csv", "-o", data, pdf)
        with open(data, newline="", encoding="utf-8") as f:
            rows = list(csv.reader(f))
        places = cells(rows)
        count = min(count, len(places))
        found = 0
        for k in range(count):
            row, column = places[k * len(places) // count]
            before = rows[row][column]
            rows[row][column] = changed(before)
            text = io.StringIO()
            csv.writer(text).writerows(rows)
            with open(data, "w", newline="", encoding="utf-8") as f:
                f.write(text.getvalue())
            run("qpdf", pdf, "--add-attachment", data, "--key=data.csv",
                "--replace", "--", copy)
            out = run(sitan, "verify", copy)
            said = ", ".join(rows[row][:3])
            if out.returncode == 1 and re.search(
                    r": page \S+: '.*' .*\.md:[0-9]+", out.stdout):
                found += 1
            else:
                print(f"{pdf}: {said}: {before} changed to "
                      f"{rows[row][column]}: {out.stdout.strip()[-300:]}")
            rows[row][column] = before
    print(f"{count} changed, {found} found")
    return 0 if count and found == count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
