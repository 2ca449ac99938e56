#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""variants.py SITAN FILE... - the same file in other clothes, the same values.

Each file is imported as it is and as people save it: UTF-16, Windows-1252,
gzip, byte order mark, CR LF, everything quoted, a comma at the end of each
line, tabs, semicolons with decimal commas, columns in another order.  What
stands in data/ must be the same each time.
"""
import csv
import gzip
import io
import os
import random
import re
import shutil
import sys
import tempfile

import imported


def table(path):
    raw = open(path, "rb").read()
    text = raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    lines = text.splitlines()[:imported.FIRST]
    mark = max(",;\t|", key=lambda s: max(l.count(s) for l in lines))
    return [r for r in csv.reader(io.StringIO(text, newline=""),
                                  delimiter=mark)], mark


def write(rows, mark=",", end="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator=end,
               quoting=quoting).writerows(rows)
    return out.getvalue()


def comma(rows):
    """Semicolons, and decimal commas in the columns that hold decimals."""
    return [[re.sub(r"^(-?\d+)\.(\d+)$", r"\1,\2", f) for f in r]
            for r in rows]


def shuffled(rows):
    """The columns in another order, where rows are as wide as the header.
    What stands before OBS_VALUE stays there: it is a dimension by that."""
    width = max(len(r) for r in rows)
    at = next((r.index("OBS_VALUE") for r in rows if "OBS_VALUE" in r), 0)
    before, behind = list(range(at)), list(range(at, width))
    random.Random(1).shuffle(before)
    random.Random(1).shuffle(behind)
    order = before + behind
    return [[r[i] for i in order] if len(r) == width else r for r in rows]


def variants(rows, mark):
    text = write(rows, mark)
    yield "UTF-16, little end", text.encode("utf-16")
    yield "UTF-16, big end", b"\xfe\xff" + text.encode("utf-16-be")
    yield "gzip", gzip.compress(text.encode(), mtime=0)
    yield "byte order mark", text.encode("utf-8-sig")
    yield "CR LF", write(rows, mark, "\r\n").encode()
    yield "all quoted", write(rows, mark, quoting=csv.QUOTE_ALL).encode()
    yield "all quoted, BOM", write(rows, mark, "\r\n",
                                   csv.QUOTE_ALL).encode("utf-8-sig")
    yield "separator at the end", write([r + [""] for r in rows],
                                        mark).encode()
    yield "other order", write(shuffled(rows), mark).encode()
    try:
        yield "Windows-1252", text.encode("cp1252")
    except UnicodeEncodeError:
        pass
    if mark == ",":
        yield "tabs", write(rows, "\t").encode()
        yield "semicolons", write(rows, ";").encode()
        yield "semicolons, decimal commas", write(comma(rows), ";").encode()


def values(sitan, file, path):
    series, aggregates = {}, set()
    for area, code, *_ in file.stated():
        series.setdefault(code, len(series))
        aggregates.add(area)
    folder = tempfile.mkdtemp()
    # aggregates are areas that no country has as a code or name
    names = sorted(a for a in aggregates if len(a) != 3 or "." in a)
    imported.workspace(folder, file, series, names)
    _, said = imported.run(sitan, folder, os.path.abspath(path))
    found, _ = imported.imported(folder)
    shutil.rmtree(folder)
    return found, said


def compare(sitan, path):
    rows, mark = table(path)
    file = imported.File(path)
    want, _ = values(sitan, file, path)
    count = sum(sum(v.values()) for v in want.values())
    bad = []
    folder = tempfile.mkdtemp()
    for name, raw in variants(rows, mark):
        other = f"{folder}/{os.path.basename(path)}"
        with open(other, "wb") as out:
            out.write(raw)
        got, said = values(sitan, file, other)
        if got != want:
            bad.append(f"  {name}: {sum(map(len, got.values()))} kinds of "
                       f"values, not {sum(map(len, want.values()))}\n{said}")
    shutil.rmtree(folder)
    print(f"{os.path.basename(path)}: {count} values, "
          f"{'the same each time' if not bad else 'DIFFERENT'}")
    print("".join(bad), end="")
    return not bad and count > 0


if __name__ == "__main__":
    results = [compare(os.path.abspath(sys.argv[1]), p) for p in sys.argv[2:]]
    sys.exit(not all(results))
