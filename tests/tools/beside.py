# SPDX-License-Identifier: MIT
"""beside.py - what a row of a publisher's file says beside its value.

For imported.py: sex, age, group, base, status, comparator and the texts that
the note must hold, read by the rules of docs/data.md and shared with nothing
in the program.  Words of groups are compared without their marks and case.
"""
import re
from collections import namedtuple

Beside = namedtuple("Beside", "sex age group n status comparator notes")

SEX = {"f": "F", "female": "F", "sex_f": "F", "fmle": "F", "girls": "F",
       "women": "F", "m": "M", "male": "M", "sex_m": "M", "mle": "M",
       "boys": "M", "men": "M"}
ALL = {"", "_t", "_z", "_x", "_n", "t", "total", "totl", "all", "allarea",
       "allage", "allages", "bothsex", "both sexes", "all areas", "all ages",
       "btsx", "sex_t", "~", "na", "n/a", "#n/a", "nan", "-"}
SAME = {"residence": {"u": "urban", "r": "rural", "urb": "urban",
                      "rur": "rural"},
        "wealth": {"lowest": "q1", "second": "q2", "middle": "q3",
                   "fourth": "q4", "highest": "q5", "wq1": "q1", "wq2": "q2",
                   "wq3": "q3", "wq4": "q4", "wq5": "q5"}}
STATUS = {"B": "break", "D": "definition", "K": "definition",
          "W": "definition", "E": "estimated", "X": "estimated",
          "F": "forecast", "G": "provisional", "P": "provisional",
          "V": "provisional", "I": "imputed", "N": "unreliable",
          "U": "unreliable", "MD": "modelled", "RA": "estimated",
          "AD": "estimated", "PR": "forecast", "O": "missing",
          "L": "not-collected", "H": "not-collected",
          "M": "not-applicable", "Q": "suppressed",
          "Break in series": "break", "Estimated value": "estimated",
          "Provisional": "provisional", "Unreliable": "unreliable"}

ORDER = "BOMLHQJSDKWIFEPNUVG"  # of two in one code the first is the status


def plain(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "other"


def is_all(text):
    return text.lower() in ALL or text.endswith("_TOTAL")


def age(text):
    """An age as data/ writes it, "" for all, None for no age."""
    text = re.sub(r"^(AGE_|Ages? |YEARS)", "", text)
    text = re.sub(r"^(YTHADULT|AGGREGATE|10YRBANDS|5YRBANDS|CHILD|ECAGE)_", "",
                  text)
    if is_all(text):
        return ""
    text = re.sub(r" ?(years|year|yrs)\b", "", text)
    found = re.fullmatch(r"(?:Y_?GE|GE|>=)(\d{1,3})", text) or \
        re.fullmatch(r"Y?(\d{1,3})Y?(?: ?\+| ?PLUS|T_MAX| and (?:over|older))",
                     text)
    if found:
        return f"{int(found[1])}+"
    found = re.fullmatch(r"(?:Y_?LT|LT|<|[Uu]nder |Y_L)(\d{1,3})Y?", text)
    if found:
        return f"<{int(found[1])}"
    found = re.fullmatch(r"Y?(\d{1,3})(?:T|-|_|–| to )Y?(\d{1,3})Y?", text)
    if found and int(found[1]) <= int(found[2]):
        return f"{int(found[1])}-{int(found[2])}"
    found = re.fullmatch(r"Y?(\d{1,3})", text)
    return f"{int(found[1])}-{int(found[1])}" if found else None


class Row:
    """Collects what one row says."""

    def __init__(self):
        self.sex = self.age = self.n = self.status = self.comparator = ""
        self.groups, self.notes = set(), []

    def add_sex(self, text):
        if not is_all(text):
            if text.lower() in SEX:
                self.sex = SEX[text.lower()]
            else:
                self.add_group("sex", text)

    def add_age(self, text):
        if age(text) is None:
            self.add_group("age", text)
        elif age(text):
            self.age = age(text)

    def add_group(self, dimension, text):
        if not is_all(text):
            word = plain(text)
            word = SAME.get(dimension, {}).get(word, word)
            self.groups.add(f"{plain(dimension)}:{word}")

    def add(self, dimension, text):
        if dimension == "sex":
            self.add_sex(text)
        elif dimension == "age":
            self.add_age(text)
        else:
            self.add_group(dimension, text)

    def add_status(self, code):
        if code == "LT":
            self.comparator = "<"
            return
        known = STATUS.get(code) or STATUS.get(code.upper())
        if not known and re.fullmatch("[A-Za-z]{2,3}", code):
            known = next((STATUS.get(k) for k in ORDER if k in code.upper()),
                         None)
        self.status = known or self.status

    def add_notes(self, *texts):
        self.notes += [" ".join(t.split()) for t in texts if t.strip()]

    def done(self):
        return Beside(self.sex, self.age, frozenset(self.groups), self.n,
                      self.status, self.comparator, tuple(self.notes))


# --- one function a publisher: row, cells by lower-case head, file, column ---


def nothing(row, c, f, head):
    pass


WORDS = {"sex": "sex", "age": "age", "wealth_quintile": "wealth",
         "residence": "residence", "urbanisation": "residence",
         "education_level": "education", "school_ed_level": "education",
         "proj_scenario": "scenario"}
NO_DIMENSION = {"dataflow", "structure", "structure_id", "structure_name",
                "action", "ref_area", "geo", "country", "location",
                "indicator", "series", "indic", "time_period", "freq",
                "unit_measure", "unit", "unit_multiplier", "unit_mult",
                "data_source", "country_notes", "source_link", "key",
                "series_footnote", "obs_footnote", "comment_obs",
                "ref_period", "wgtd_sampl_size", "unwgtd_sampl_size",
                "time_period_method", "coverage_time", "freq_coll",
                "time_format", "custodian", "decimals", "series_key",
                "serieskey", "obs_key", "updated", "m49", "obs_status",
                "obs_flag", "obs_conf", "conf_status", "lower_bound",
                "upper_bound"}


def sdmx(row, c, f, head):
    both = any(":" in label for label in f.label)
    ids = [re.split(r"[:\[]", label)[0].strip() for label in f.label]
    cells = dict(zip(reversed([i.lower() for i in ids]), reversed(f.cells)))
    code = (lambda t: t.split(":")[0].strip()) if both else (lambda t: t)
    series = code(cells.get("indicator", "") or cells.get("series", "") or
                  cells.get("indic", "") or cells.get("measure", ""))
    named = series.split("_")
    for name in ids[:[i.lower() for i in ids].index("obs_value")]:
        word = name.lower()
        text = code(cells[word])
        if word in NO_DIMENSION or word.startswith(("sowc_flag", "number_")) \
                or name not in (name.upper(), word) or \
                word == "measure" and "indicator" not in cells or \
                re.search(r"[^A-Za-z0-9_-]", name) or is_all(text):
            continue
        number = re.fullmatch(r"(\d+)-(\d+)", age(text) or "") \
            if word == "age" else None
        if text in named and (word in ("sex", "age") or len(text) > 2) or \
                number and (number[0] in named or
                            f"Y{number[1]}T{number[2]}" in named):
            continue  # the code of the indicator says it
        row.add(WORDS.get(word, word), text)
    row.n = code(cells.get("unwgtd_sampl_size", ""))
    row.add_status(code(cells.get("obs_status", "") or
                        cells.get("obs_flag", "")))
    row.add_notes(*(code(cells.get(n, "")) if both else cells.get(n, "")
                    for n in ("data_source", "country_notes",
                              "series_footnote", "obs_footnote",
                              "comment_obs")))


def ilo(row, c, f, head):
    row.add_sex(c.get("sex", "") or c.get("sex.label", "")
                .removeprefix("Sex: "))
    for name in ("classif1", "classif2"):
        item = c.get(name, "")
        label = re.fullmatch(r"([^:(]*)(?:\(.*?\))?: (.*)",
                             c.get(name + ".label", ""))
        if name in c:
            if item.startswith("AGE_"):
                row.add_age(item)
            elif not is_all(item) and item != "GEO_COV_NAT":
                kind = re.fullmatch(r"([^_]+_[^_]+)_(.+)", item)
                row.add_group(kind[1] if kind else "class",
                              kind[2] if kind else item)
        elif label and label[2] not in ("Total", "National"):
            kind = label[1].strip()
            row.add({"Age": "age", "Area type": "residence"}.get(kind, kind),
                    label[2])
    source = c.get("source", "") or c.get("source.label", "")
    row.add_status(c.get("obs status", "") or c.get("obs status.label", ""))
    if not row.status and source.startswith(("XA:", "ILO - Modelled")):
        row.status = "modelled"
    row.add_notes(*(c.get(n, "") or c.get(n + ".label", "") for n in
                    ("source", "note classif", "note indicator",
                     "note source")))


def sdg(row, c, f, head):
    at = {h.strip("[]"): t for h, t in c.items()}
    known = {"goal", "target", "indicator", "seriescode", "seriesdescription",
             "geoareacode", "geoareaname", "timeperiod", "value",
             "time detail", "timecoverage", "upperbound", "lowerbound",
             "baseperiod", "source", "geoinfourl", "footnote", "nature",
             "observation status", "reporting type", "units", "freq"}
    for name, text in at.items():
        if name and name not in known:
            row.add({"location": "residence"}.get(name, name), text)
    row.add_status(at.get("observation status", ""))
    if not row.status:
        row.status = {"E": "estimated", "M": "modelled"}.get(
            at.get("nature", ""), "")
    if at.get("reporting type") == "N":
        row.add_group("reporting", "national")
    row.add_notes(c.get("source", ""), c.get("footnote", ""))


def dhs(row, c, f, head):
    label = c.get("characteristiclabel", "").lstrip(".")
    kind = c.get("characteristiccategory", "")
    if c.get("location"):
        row.add_group("region", c["location"])
    elif kind != "Total" and label and not label.startswith("Total"):
        words = [w for w in ("Age", "Sex", "Residence", "Wealth", "Education",
                             "Region") if kind.startswith(w)]
        row.add(words[0].lower() if words else kind, label)
    row.n = c.get("denominatorunweighted", "")
    row.add_notes(c.get("surveyid", ""))


def unhcr(row, c, f, head):
    asylum = c.get("iso3coa") or c.get("country of asylum (iso)") or \
        c.get("country of asylum iso") or c.get("coa iso")
    origin = c.get("iso3coo") or c.get("country of origin (iso)") or \
        c.get("country of origin iso") or c.get("coo iso") or \
        c.get("country of origin") or ""
    if asylum != "-":
        row.add_group("origin", origin)
    for name in ("location", "urbanrural", "accommodationtype"):
        if "pt" in c:
            row.add({"urbanrural": "residence",
                     "accommodationtype": "accommodation"}.get(name, name),
                    c.get(name, ""))
    persons(row, c, f, head)


def persons(row, c, f, head):
    found = re.fullmatch(r"(female|male|[fm]:) (.*)", head or "")
    if found:
        row.add_sex(found[1].strip(":"))
        row.add_age({"60": "60+"}.get(found[2], found[2].replace(" ", "-")))


def popstats(row, c, f, head):
    row.add_group("location", c.get("location name", ""))
    if c.get("origin"):
        row.add_group("origin", c["origin"])
    persons(row, c, f, head)


def uis(row, c, f, head):
    magnitude, qualifier = c["magnitude"], c["qualifier"]
    row.status = "not-applicable" if magnitude == "NA" else \
        "missing" if magnitude.startswith("INCL") else \
        "estimated" if qualifier in ("UIS_EST", "NAT_EST") else ""
    row.add_notes("nil or negligible" if magnitude == "NIL" else "",
                  "national" if qualifier == "NAT_EST" else "",
                  "" if qualifier.endswith("_EST") else qualifier)


def owid(row, c, f, head):
    if head and head.endswith("(projected)"):
        row.status = "forecast"
    row.add_notes(*(t for h, t in c.items() if h.endswith("(annotations)")))


def gho(row, c, f, head):
    kind = c["dimension (type)"]
    who_dimension(row, kind, c["dimension (code)"])


def who_dimension(row, kind, code):
    code = code.removeprefix(kind + "_")
    row.add({"SEX": "sex", "AGEGROUP": "age", "RESIDENCEAREATYPE": "residence",
             "WEALTHQUINTILE": "wealth"}.get(kind, kind), code)


def who(row, c, f, head):
    for i in "123":
        kind = c.get(f"dim{i} type", "").replace(" ", "").upper()
        who_dimension(row, kind, c.get(f"dim{i}valuecode") or
                      c.get(f"dim{i}", ""))
    row.add_notes(c.get("factcomments", ""), c.get("datasource", ""))


def hxl(row, c, f, head):
    for label, text in zip(f.label, f.cells):
        tag, *attributes = label.lower().split("+")
        if tag in ("#adm1", "#adm2") and "code" not in attributes:
            row.add_group(tag[1:], text)
        if tag == "#meta" and "source" in attributes:
            row.add_notes(text)


def long(row, c, f, head):
    row.add_status(c.get("obs status", ""))
    row.add_notes(c.get("footnote", ""))
