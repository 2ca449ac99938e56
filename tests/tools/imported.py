#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""imported.py SITAN FILE... - import files and compare every value with them.

Each file is read by a second reader, written for this and sharing nothing
with the program, and imported into an empty workspace whose catalogues name
every series and every aggregate of the file.  What stands in data/ must be
what the file says, area by area and series by series: no value lost, none
added, none changed, each with its bounds, sex, age, group, base, status,
comparator and notes; and a second import must change nothing.
"""
import csv
import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from decimal import Decimal, InvalidOperation

import beside

REASONS = ("missing", "not-collected", "not-applicable", "suppressed")
FIRST = 40  # rows in which the header may stand
UNHCR = {"ref", "idp", "asy", "ooc", "sta", "vda", "oip", "hst", "ret", "rdp",
         "refugees", "asylum-seekers", "returned refugees", "stateless",
         "idps of concern to unhcr", "returned idpss", "returned idps",
         "stateless persons", "others of concern", "host community",
         "venezuelans displaced abroad", "refugees under unhcr's mandate",
         "other people in need of international protection"}
UNHCR_CODE = {"refugees": "REF", "refugees under unhcr's mandate": "REF",
              "asylum-seekers": "ASY", "idps of concern to unhcr": "IDP",
              "returned refugees": "RET", "returned idpss": "RDP",
              "returned idps": "RDP", "stateless": "STA",
              "stateless persons": "STA", "others of concern": "OOC",
              "host community": "HST", "venezuelans displaced abroad": "VDA",
              "other people in need of international protection": "OIP"}


def rows_of(path):
    """The rows of a file as lists of stripped fields."""
    raw = open(path, "rb").read()
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252")
    lines = text.splitlines()
    best = max(",;\t|", key=lambda s: max(l.count(s) for l in lines[:FIRST]))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=best)
    rows = [[f.strip() for f in row] for row in reader]
    return [row for row in rows if any(row)], best == ";"


def number(text, comma=False):
    """(value, low, high) as decimals, or None where nothing is stated."""
    text = text.replace("\u00a0", " ").strip().lstrip("<>~≤≥").strip()
    text = re.sub(r"^\((.*)\)$", r"\1", text).rstrip("%").strip()
    bounds = re.search(r"\[(.*?)[-–](.*?)\]$", text)
    if bounds:
        text = text[:bounds.start()].strip()
    if comma:
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    if bounds:
        return value, Decimal(bounds[1]), Decimal(bounds[2])
    return value, None, None


def period(text):
    """A period as data/ writes it, for the forms that files have."""
    text = re.sub(r"\s*\[.*\]$", "", text.strip())
    text = re.sub(r"^YR", "", text)
    quarter = re.fullmatch(r"(\d{4})-?Q([1-4])", text)
    month = re.fullmatch(r"(\d{4})-?M(\d\d)", text)
    span = re.fullmatch(r"(\d{4})[-/](\d{4})", text)
    survey = re.fullmatch(r"(\d{4})[-/](\d\d)", text)
    if quarter:
        first = int(quarter[2]) * 3 - 2
        return f"{quarter[1]}-{first:02}/{quarter[1]}-{first + 2:02}"
    if month:
        return f"{month[1]}-{month[2]}"
    if span:
        return f"{span[1]}/{span[2]}"
    if survey and int(survey[2]) == (int(survey[1]) + 1) % 100:
        return f"{survey[1]}/{int(survey[1]) + 1}"
    return text if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else ""


class File:
    """One file: its header, rows by column names, and what they state."""

    def __init__(self, path):
        self.rows, self.comma = rows_of(path)
        for at, row in enumerate(self.rows[:FIRST]):
            self.label = row
            self.head = [re.sub(r"[\s_]+", " ", h.replace("’", "'").lower())
                         for h in row]
            for kind in KINDS:
                if kind[0](self):
                    self.name, self.system, self.read, self.beside = kind[1:]
                    self.body = self.rows[at + 1:]
                    return
        raise SystemExit(f"{path}: no reader for this header")

    def has(self, *names):
        return all(n in self.head for n in names)

    def stated(self):
        """(area, series, period, value, low, high, beside) of each value."""
        for row in self.body:
            cells = row + [""] * (len(self.head) - len(row))
            if cells[0].startswith("#") or cells[1:2] == [""] and \
                    cells[0].startswith(("Data from", "Last Updated")):
                continue
            if any(c.startswith("#") for c in cells if c) and \
                    all(c.startswith("#") for c in cells if c):
                continue
            self.cells, named = cells, dict(zip(self.head, cells))
            for area, series, when, value, low, high, text, *head in \
                    self.read(self, named, cells):
                row = beside.Row()
                self.beside(row, named, self, head[0] if head else "")
                if text[:1] in ("<", ">", "~"):
                    row.comparator = text[0]
                if text[:1] == "(":
                    row.status = "unreliable"
                if value is None and row.status not in REASONS:
                    continue
                yield area, series, when, value, low, high, row.done()

    def value(self, text):
        """(value, low, high, text), or None where nothing is stated."""
        found = number(text, self.comma)
        return found and (*found, text)


def first(cells, *names):
    return next((cells[n] for n in names if cells.get(n)), "")


def wide(f, c, cells):
    series = first(c, "indicator code", "series code")
    for label, text in zip(f.label, cells):
        if re.match(r"(YR)?\d{4}\b", label) and f.value(text):
            yield c["country code"], series, period(label), *f.value(text)


def by_series(f, c, cells):
    when = period(first(c, "time", "date", "year"))
    for label, text in zip(f.label, cells):
        code = re.search(r"\[([A-Z0-9._]+)\]$", label)
        if code and f.value(text):
            yield c["country code"], code[1], when, *f.value(text)


def plain(area, series, when, value="value", low="", high="", skip=None):
    """A reader of tables with one value a row."""
    def read(f, c, cells):
        got = f.value(c[value])
        if not got or skip and skip(c):
            return
        bounds = [f.value(c.get(n, "")) for n in (low, high)]
        bounds = [b[0] if b else None for b in bounds]
        if bounds == [None, None]:
            bounds = got[1:3]
        text = c.get(value + "prefix", "") or got[3]
        yield (first(c, *area), first(c, *series), period(first(c, *when)),
               got[0], *bounds, text)
    return read


def sdmx(f, c, cells):
    ids = [re.split(r"[:\[]", l)[0].strip().upper() for l in f.label]
    c = dict(zip(reversed(ids), reversed(cells)))
    both = any(":" in l for l in f.label)
    code = (lambda t: t.split(":")[0].strip()) if both else (lambda t: t)
    got = f.value(code(c["OBS_VALUE"])) or (None, None, None, "")
    if c.get("ACTION") == "D":
        return
    shift = int(code(first(c, "UNIT_MULTIPLIER", "UNIT_MULT")) or 0)
    if code(c.get("OBS_STATUS", "")) in ("O", "M", "L", "H", "Q"):
        got = (None, None, None, "")
    bounds = [f.value(c.get(n, "")) for n in ("LOWER_BOUND", "UPPER_BOUND")]
    numbers = [got[0]] + [b[0] if b else None for b in bounds]
    flow = code(first(c, "DATAFLOW", "STRUCTURE_ID"))
    if both and "(" in first(c, "DATAFLOW", "STRUCTURE_ID"):
        flow = first(c, "DATAFLOW", "STRUCTURE_ID")
    flow = re.sub(r"\(.*", "", flow).split(":")[-1]
    yield (code(first(c, "REF_AREA", "GEO")),
           code(first(c, "INDICATOR", "MEASURE")) or flow,
           period(code(c["TIME_PERIOD"])),
           *[n.scaleb(shift) if n is not None and got[0] is not None else None
             for n in numbers], got[3])


def uis(f, c, cells):
    got = f.value(c["value"])
    if c["magnitude"] == "NA" or c["magnitude"][:4] == "INCL":
        got = (None, None, None, "")
    if got:
        yield (first(c, "country id", "region id", "geounit"),
               first(c, "indicator id", "indicatorid"), c["year"], *got)


def unhcr(f, c, cells):
    asylum = first(c, "iso3coa", "country of asylum (iso)",
                   "country of asylum iso", "coa iso")
    origin = first(c, "iso3coo", "country of origin (iso)",
                   "country of origin iso", "coo iso", "country of origin")
    turned = asylum == "-" and origin != "-"
    for head, text in zip(f.head, cells):
        person = re.fullmatch(r"((fe)?male .*|total)", head) and "pt" in f.head
        if not f.value(text) or "unknown" in head or \
                not person and head not in UNHCR:
            continue
        series = c["pt"] if person else UNHCR_CODE.get(head, head.upper())
        yield (origin if turned else asylum,
               series + ".origin" * turned, c["year"], *f.value(text), head)


def popstats(f, c, cells):
    for head, text in zip(f.head, cells):
        if re.match(r"(fe)?male|[fm]: ", head) and "unknown" not in head \
                and f.value(text):
            yield (c["country / territory of asylum/residence"], "POC",
                   c["year"], *f.value(text), head)


def owid(f, c, cells):
    for label, text in zip(f.label, cells):
        if label in ("Entity", "Code", "Year", "Day") or \
                "(Original Year)" in label or not f.value(text):
            continue
        name = re.sub(r" \((Projected|Annotations)\)$", "", label).lower()
        yield (c.get("code") or c["entity"],
               re.sub(r"[^a-z0-9]+", "_", name).strip("_"),
               first(c, label.lower() + " (original year)", "year", "day"),
               *f.value(text), label.lower())


def tagged(label, *words):
    tag, *attributes = label.lower().split("+")
    return tag == words[0] and all(w in attributes for w in words[1:])


def day(text, end):
    """The day of a date, also of one with a time behind it."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    return found.group(0) if found else text + ("-12-31" if end else "-01-01")


def hxl(f, c, cells):
    pairs = list(zip(f.label, cells))
    where = next(v for l, v in sorted(pairs, key=lambda p: "+code" not in p[0])
                 if tagged(l, "#country"))
    dates = [(l, v) for l, v in pairs if tagged(l, "#date")]
    ends = [v for l, v in dates if tagged(l, "#date", "start")] + \
        [v for l, v in dates if tagged(l, "#date", "end")]
    if len(dates) == 2 and len(ends) == 2:
        first_day, last_day = day(ends[0], False), day(ends[1], True)
        years = first_day[:4], last_day[:4]
        if (first_day[4:], last_day[4:]) != ("-01-01", "-12-31"):
            years = first_day, last_day
        when = years[0] if years[0] == years[1] else "/".join(years)
    else:
        when = period(dates[0][1])
    for label, text in pairs:
        plain_one = tagged(label, "#indicator") and not any(
            tagged(label, "#indicator", w) for w in
            ("code", "name", "url", "low", "high", "num", "value", "label"))
        if f.value(text) and (plain_one or any(tagged(label, t) for t in (
                "#affected", "#inneed", "#targeted", "#reached", "#total",
                "#population", "#value", "#capacity"))):
            yield where, label[1:].lower(), when, *f.value(text)


def long(f, c, cells):
    got = f.value(c["value"])
    if got:
        yield (first(c, "country iso3", "countryiso3code", "country code"),
               first(c, "indicator code", "indicator id"),
               period(first(c, "year", "date")), *got)


# (whether the header is of this kind, name, system of codes, reader, what
# stands beside the value)
KINDS = [
    (lambda f: sum(l.startswith("#") for l in f.label) > 1 and
     all(l.startswith("#") for l in f.label if l), "HXL", "hxl", hxl, beside.hxl),
    (lambda f: any(re.split(r"[:\[]", l)[0].strip() == "OBS_VALUE"
                   for l in f.label), "SDMX-CSV", "unicef", sdmx, beside.sdmx),
    (lambda f: f.has("country code", "indicator code", "indicator name")
     and f.label[-1] != "Value" and not f.has("value"), "World Bank", "wb",
     wide, beside.nothing),
    (lambda f: f.has("country code", "series code"), "DataBank", "wb", wide,
     beside.nothing),
    (lambda f: f.has("country code", "time") or f.has("country code", "date"),
     "DataBank by year", "wb", by_series, beside.nothing),
    (lambda f: f.has("time", "obs value"), "ILOSTAT", "ilo",
     plain(("ref area", "ref area.label"), ("indicator", "indicator.label"),
           ("time",), "obs value"), beside.ilo),
    (lambda f: f.has("seriescode", "geoareacode"), "UN SDG", "sdg",
     plain(("geoareacode",), ("seriescode",), ("timeperiod",), "value",
           "lowerbound", "upperbound"), beside.sdg),
    (lambda f: f.has("indicatorid", "surveyyear"), "DHS", "dhs",
     plain(("iso3", "dhs countrycode"), ("indicatorid",),
           ("surveyyearlabel", "surveyyear"), "value", "cilow", "cihigh",
           lambda c: c.get("ispreferred") == "0"), beside.dhs),
    (lambda f: f.has("iso3coo", "iso3coa") or
     f.has("country of asylum (iso)") or f.has("country of asylum iso") or
     f.has("coa iso"), "UNHCR", "unhcr", unhcr,
     beside.unhcr),
    (lambda f: f.has("country / territory of asylum/residence"),
     "UNHCR popstats", "unhcr", popstats,
     beside.popstats),
    (lambda f: f.has("magnitude") and (f.has("indicator id") or
                                       f.has("indicatorid")),
     "UIS", "uis", uis, beside.uis),
    (lambda f: f.has("gho (code)"), "GHO on HDX", "who",
     plain(("country (code)",), ("gho (code)",), ("year (display)",),
           "numeric", "low", "high"), beside.gho),
    (lambda f: f.has("spatialdimvaluecode"), "GHO", "who",
     plain(("spatialdimvaluecode",), ("indicatorcode",), ("period",),
           "factvaluenumeric", "factvaluenumericlow", "factvaluenumerichigh"),
     beside.who),
    (lambda f: f.has("country code", "index id"), "HDRO", "undp",
     plain(("country code",), ("indicator id",), ("year",)),
     beside.nothing),
    (lambda f: f.has("iso3", "gnayear"), "INFORM trends", "inform",
     plain(("iso3",), ("indicatorid",), ("gnayear",), "indicatorscore"),
     beside.nothing),
    (lambda f: f.has("iso3", "validityyear"), "INFORM", "inform",
     plain(("iso3",), ("indicatorname",), ("validityyear",),
           "indicatorscore"), beside.nothing),
    (lambda f: f.has("value") and (f.has("indicator code") or
                                   f.has("indicator id")),
     "World Bank long", "wb", long, beside.long),
    (lambda f: f.has("entity") and (f.has("year") or f.has("day")),
     "Our World in Data", "owid", owid,
     beside.owid),
]


def write(path, rows):
    with open(path, "w", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def workspace(folder, file, series, aggregates):
    os.makedirs(f"{folder}/data")
    system = file.system
    write(f"{folder}/data/indicators.csv",
          [["id", "type", "name", "unit", "decimals", "aggregate", "codes"]] +
          [[f"s{i}", "number", f"Series {i}", "case", 0, "none",
            f"{system}={s}"] for i, s in enumerate(series)])
    write(f"{folder}/data/areas.csv",
          [["id", "kind", "parent", "iso2", "m49", "lang", "currency",
            "codes"]] +
          [[f"R{i}", "region", "", "", "", "en", "", f"{system}={a}"]
           for i, a in enumerate(aggregates)])
    write(f"{folder}/data/sources.csv", [["key", "type", "author", "year",
                                          "published", "title"]])


def imported(folder):
    """What stands in data/: area to a count of keys, and to their notes."""
    found, notes = defaultdict(Counter), defaultdict(list)
    for kind in ("countries", "regions"):
        where = f"{folder}/data/{kind}"
        for name in sorted(os.listdir(where)) if os.path.isdir(where) else []:
            with open(f"{where}/{name}", newline="") as text:
                for row in csv.DictReader(text):
                    numbers = [Decimal(row[k]) if row[k] else None
                               for k in ("value", "low", "high")]
                    groups = frozenset(
                        ":".join(beside.plain(w) for w in g.split(":"))
                        for g in row["group"].split(";") if g)
                    key = (row["indicator"], row["period"], *numbers,
                           row["sex"], row["age"], groups, row["n"],
                           row["status"], row["comparator"])
                    found[name[:-4]][key] += 1
                    notes[key].append(" ".join(row["note"].split()))
    return found, notes


def run(sitan, folder, path):
    done = subprocess.run([sitan, "import", path, "-c", "all", "--known",
                           "2026-07"], cwd=folder, text=True,
                          capture_output=True)
    return done.returncode, done.stdout + done.stderr


def bytes_of(folder):
    return {p: open(p, "rb").read() for d, _, names in
            os.walk(f"{folder}/data") for p in
            (os.path.join(d, n) for n in names)}


def shown(key):
    return " ".join(" ".join(sorted(k)) if isinstance(k, frozenset) else
                    str(k) for k in key if k not in ("", None))


def match(stated, found, aggregates, repeated):
    """Complaints; areas that are names or numbers match by their values.  As
    many values as the import calls repeated may stand there once."""
    left = dict(found)
    for area, values in sorted(stated.items()):
        if area in aggregates:
            key = f"R{aggregates.index(area)}"
        elif area in left:
            key = area
        else:
            key = next((k for k, v in left.items() if v == values), None)
        got = left.pop(key, Counter())
        for value in values & got:
            twice = min(repeated, values[value] - got[value])
            values[value] -= twice
            repeated -= twice
        for what, have, want in (("lost", values, got), ("added", got, values)):
            for value in sorted((have - want), key=str)[:5]:
                yield f"{area}: {what} {shown(value)}"
    for area in left:
        yield f"{area}: in data/ and not in the file"
    if repeated:
        yield f"{repeated} values are said to be repeated and are not"


def compare(sitan, path):
    file = File(path)
    stated, series = defaultdict(Counter), {}
    texts = defaultdict(set)
    for area, code, *rest, about in file.stated():
        if rest[0] == "":  # no period that can be read: refused
            continue
        name = f"s{series.setdefault(code, len(series))}"
        key = (name, *rest, *about[:-1])
        stated[area][key] += 1
        texts[key].add(about.notes)
    total = sum(sum(v.values()) for v in stated.values())
    aggregates = []
    while True:
        folder = tempfile.mkdtemp()
        workspace(folder, file, series, aggregates)
        code, text = run(sitan, folder, os.path.abspath(path))
        other = re.search(r"not in areas.csv: (.*)", text)
        known = [a for a in stated if a not in aggregates and other and
                 a in other[1].split(", ")]
        if not known:
            break
        aggregates += known
        shutil.rmtree(folder)
    repeated = int(re.search(r"(\d+) repeated", text)[1])
    found, notes = imported(folder)
    complaints = list(match(stated, found, aggregates, repeated))
    for key, wanted in texts.items():
        for pieces in wanted:
            if key in notes and not any(all(p in n for p in pieces)
                                        for n in notes[key]):
                complaints.append(f"note of {shown(key)}: {'; '.join(pieces)}"
                                  f" is not in {notes[key][0]!r}")
    before = bytes_of(folder)
    run(sitan, folder, os.path.abspath(path))
    if bytes_of(folder) != before:
        complaints.append("a second import changed data/")
    shutil.rmtree(folder)
    print(f"{os.path.basename(path)}: {file.name}, {total} values of "
          f"{len(series)} series in {len(stated)} areas, "
          f"{len(aggregates)} of them aggregates"
          f"{' (' + ', '.join(aggregates) + ')' if aggregates else ''}: "
          f"{'equal' if not complaints else 'DIFFERENT'}")
    for complaint in complaints:
        print(f"  {complaint}")
    if complaints:
        print(text)
    return not complaints


if __name__ == "__main__":
    results = [compare(os.path.abspath(sys.argv[1]), p) for p in sys.argv[2:]]
    sys.exit(not all(results))
