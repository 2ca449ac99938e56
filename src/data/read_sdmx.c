/* SPDX-License-Identifier: MIT */
/*
 * data/read_sdmx.c - SDMX-CSV 1.0, 2.0 and 2.1, of UNICEF in all three forms
 *
 * A header names components by id ("SEX"), by id and label in one column
 * ("SEX: Sex") or in two ("SEX,Sex").  What stands before the value and is no
 * known attribute is a dimension.  Field guides: github.com/sdmx-twg/sdmx-csv.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "data/dialect.h"

static const struct component {
	const char *id;
	enum role role;
	const char *name;
} components[] = {
    {"REF_AREA", ROLE_AREA, NULL},
    {"GEO", ROLE_AREA, NULL},
    {"COUNTRY", ROLE_AREA, NULL},
    {"LOCATION", ROLE_AREA, NULL},
    {"INDICATOR", ROLE_INDICATOR, NULL},
    {"SERIES", ROLE_INDICATOR, NULL},
    {"INDIC", ROLE_INDICATOR, NULL},
    {"MEASURE", ROLE_INDICATOR, NULL},
    {"TIME_PERIOD", ROLE_PERIOD, NULL},
    {"OBS_VALUE", ROLE_VALUE, NULL},
    {"LOWER_BOUND", ROLE_LOW, NULL},
    {"UPPER_BOUND", ROLE_HIGH, NULL},
    {"UNWGTD_SAMPL_SIZE", ROLE_BASE, NULL},
    {"OBS_STATUS", ROLE_STATUS, NULL},
    {"OBS_FLAG", ROLE_STATUS, NULL},
    {"OBS_CONF", ROLE_CONF, NULL},
    {"CONF_STATUS", ROLE_CONF, NULL},
    {"UNIT_MULTIPLIER", ROLE_POWER, NULL},
    {"UNIT_MULT", ROLE_POWER, NULL},
    {"SEX", ROLE_SEX, NULL},
    {"AGE", ROLE_AGE, NULL},
    {"WEALTH_QUINTILE", ROLE_DIM, "wealth"},
    {"RESIDENCE", ROLE_DIM, "residence"},
    {"URBANISATION", ROLE_DIM, "residence"},
    {"EDUCATION_LEVEL", ROLE_DIM, "education"},
    {"SCHOOL_ED_LEVEL", ROLE_DIM, "education"},
    {"PROJ_SCENARIO", ROLE_DIM, "scenario"},
    {"DATA_SOURCE", ROLE_NOTE, NULL},
    {"COUNTRY_NOTES", ROLE_NOTE, NULL},
    {"SERIES_FOOTNOTE", ROLE_NOTE, NULL},
    {"OBS_FOOTNOTE", ROLE_NOTE, NULL},
    {"COMMENT_OBS", ROLE_NOTE, NULL},
    {"ACTION", ROLE_HOOK, NULL},
    {"DATAFLOW", ROLE_HOOK, NULL},
    {"STRUCTURE", ROLE_HOOK, NULL},
    {"STRUCTURE_ID", ROLE_HOOK, NULL},
    {"STRUCTURE_NAME", ROLE_KNOWN_NOISE, NULL},
    {"FREQ", ROLE_KNOWN_NOISE, NULL},
    {"UNIT_MEASURE", ROLE_NONE, NULL},
    {"UNIT", ROLE_NONE, NULL},
    {"KEY", ROLE_KNOWN_NOISE, NULL},
    {"REF_PERIOD", ROLE_KNOWN_NOISE, NULL},
    {"WGTD_SAMPL_SIZE", ROLE_KNOWN_NOISE, NULL},
    {"SOURCE_LINK", ROLE_KNOWN_NOISE, NULL},
    {"TIME_PERIOD_METHOD", ROLE_KNOWN_NOISE, NULL},
    {"COVERAGE_TIME", ROLE_KNOWN_NOISE, NULL},
    {"FREQ_COLL", ROLE_KNOWN_NOISE, NULL},
    {"TIME_FORMAT", ROLE_KNOWN_NOISE, NULL},
    {"CUSTODIAN", ROLE_KNOWN_NOISE, NULL},
    {"DECIMALS", ROLE_KNOWN_NOISE, NULL},
    {"SERIES_KEY", ROLE_KNOWN_NOISE, NULL},
    {"SERIESKEY", ROLE_KNOWN_NOISE, NULL},
    {"OBS_KEY", ROLE_KNOWN_NOISE, NULL},
    {"UPDATED", ROLE_KNOWN_NOISE, NULL},
    {"M49", ROLE_KNOWN_NOISE, NULL},
};

/* The id in "SEX: Sex", "SEX:Sex", "ATTR_1[]", "STRUCTURE[;]". */
static struct str
component_id(struct str head)
{
	struct str s = str_slice(head, 0, str_find(head, ':', 0));

	return str_trim(str_slice(s, 0, str_find(s, '[', 0)));
}

/* Labels in columns of their own are written like text ("Sex"); ids in
 * capitals, or at Eurostat in small letters. */
static bool
is_id(struct str s)
{
	size_t i, capitals = 0, small = 0;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		capitals += isupper(c) != 0;
		small += islower(c) != 0;
		if (!isalnum(c) && c != '_' && c != '-')
			return false;
	}
	return s.n > 0 && (capitals == 0 || small == 0);
}

static bool
is_ignored(struct str id)
{
	return str_starts(id, "SOWC_FLAG") || str_starts(id, "NUMBER_");
}

/* An id in capitals or in small letters. */
static bool
is_component(struct str id, const char *name)
{
	return is_id(id) && id.n == strlen(name) &&
	       strncasecmp(id.p, name, id.n) == 0;
}

static const char *
lower_id(struct reading *r, struct str id)
{
	char *name = str_dup(r->arena, id);
	size_t i;

	for (i = 0; i < id.n; i++)
		name[i] = (char)tolower((unsigned char)name[i]);
	return name;
}

static void
bind_component(struct reading *r, struct column *c, bool before_value)
{
	struct str id = component_id(c->label);
	size_t i, n = sizeof components / sizeof *components;

	for (i = 0; i < n && !is_component(id, components[i].id); i++)
		;
	if (i < n) {
		c->role = components[i].role;
		c->name = components[i].name;
	} else if (!is_id(id) || is_ignored(id)) {
		c->role = ROLE_KNOWN_NOISE;
	} else if (before_value) {
		c->role = ROLE_DIM;
		c->name = lower_id(r, id);
	}
}

static bool
match_sdmx(struct reading *r, const struct sheet_row *row)
{
	size_t i, value = NO_COLUMN;

	dialect_columns(r, row);
	for (i = 0; i < r->ncolumns; i++)
		if (str_is(component_id(r->columns[i].label), "OBS_VALUE"))
			value = i;
	if (value == NO_COLUMN)
		return false;
	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];

		bind_component(r, c, i < value);
		if (str_find(c->label, ':', 0) < c->label.n)
			r->labels = true;
		if (c->role == ROLE_AREA && r->area == NO_COLUMN)
			r->area = i;
		if (c->role == ROLE_INDICATOR && r->indicator == NO_COLUMN) {
			r->indicator = i;
		} else if (c->role == ROLE_INDICATOR) {
			c->role = ROLE_DIM;
			c->name = lower_id(r, component_id(c->label));
		}
		if (c->role == ROLE_PERIOD && r->period == NO_COLUMN)
			r->period = i;
	}
	return r->period != NO_COLUMN;
}

/* Whether an indicator's code has the word between its "_". */
static bool
code_names(struct str code, const char *word)
{
	size_t from = 0, to;

	while (from <= code.n) {
		to = str_find(code, '_', from);
		if (str_is(str_slice(code, from, to), word))
			return true;
		from = to + 1;
	}
	return false;
}

/* "UNICEF:PT(1.0): Child Protection" */
static struct str
structure_field(struct reading *r)
{
	struct str s = dialect_field(r, "structure id");
	size_t i;

	for (i = 0; s.n == 0 && i < r->ncolumns; i++)
		if (str_is(component_id(r->columns[i].label), "DATAFLOW"))
			sheet_field(r->sheet, i, &s);
	return s;
}

/* The code of the indicator; where no dimension tells it, of the data set:
 * "PT". */
static struct str
find_series(struct reading *r)
{
	struct str s;
	size_t colon;

	if (r->indicator != NO_COLUMN)
		return dialect_code(r, r->indicator);
	s = structure_field(r);
	colon = str_find(s, ':', 0);
	if (colon < str_find(s, '(', 0))
		s = str_slice(s, colon + 1, s.n);
	return str_trim(str_slice(s, 0, str_find(s, '(', 0)));
}

/* Eurostat's "13/02/26 23:00:00", day first. */
static void
learn_update(struct reading *r, struct str s)
{
	char date[] = "20yy-mm-dd";

	if (s.n < 8 || s.p[2] != '/' || s.p[5] != '/')
		return;
	memcpy(date + 2, s.p + 6, 2);
	memcpy(date + 5, s.p + 3, 2);
	memcpy(date + 8, s.p, 2);
	date_parse(str_from(date), &r->release);
}

/* Who publishes, and which data set, and when. */
static void
learn_structure(struct reading *r)
{
	struct str s = structure_field(r);
	size_t colon, open, i;
	char *key;

	learn_update(r, dialect_field(r, "last update"));
	if (s.n == 0 || r->database[0] != '\0')
		return;
	colon = str_find(s, ':', 0);
	open = str_find(s, '(', 0);
	if (colon < open && open < s.n) {
		r->database = str_dup(r->arena, str_slice(s, 0, open));
		if (str_starts(s, "UNICEF"))
			return;
		r->system = "sdmx unicef";
		key = str_dup(r->arena, str_slice(s, 0, colon));
		r->origin = (struct read_origin){key, key, r->database, ""};
		for (i = 0; i < colon; i++)
			key[i] = isalnum((unsigned char)key[i])
				     ? (char)tolower((unsigned char)key[i])
				     : '-';
		r->origin.author = str_dup(r->arena, str_slice(s, 0, colon));
	} else {
		r->database = str_dup(r->arena, s);
	}
}

/* Whether a code says the age itself: "20-24", or "Y0T4" for 0-4. */
static bool
code_names_age(struct str code, const char *age)
{
	const char *dash = strchr(age, '-');
	char id[24];

	if (code_names(code, age))
		return true;
	if (!dash)
		return false;
	snprintf(id, sizeof id, "Y%.*sT%s", (int)(dash - age), age, dash + 1);
	return code_names(code, id);
}

/* Remove from the group what the indicator's code says itself: vaccine:MCV1
 * of IM_MCV1.  Short codes may be anything. */
static void
drop_named(struct reading *r, struct str code)
{
	struct buf kept = {0};
	struct str all = buf_view(&r->group);
	size_t from = 0, to;

	while (from < all.n) {
		struct str part, word;

		to = str_find(all, ';', from);
		part = str_slice(all, from, to);
		word = str_slice(part, str_find(part, ':', 0) + 1, part.n);
		if (word.n < 3 || !code_names(code, str_dup(r->arena, word))) {
			if (kept.n > 0)
				buf_putc(&kept, ';');
			buf_str(&kept, part);
		}
		from = to + 1;
	}
	r->group.n = 0;
	buf_str(&r->group, buf_view(&kept));
	buf_free(&kept);
}

static enum fate
read_sdmx(struct reading *r, struct fact *f)
{
	size_t label = r->indicator + 1;

	learn_structure(r);
	if (str_is(dialect_field(r, "action"), "D")) {
		dialect_quirk(r, "rows that ask to delete");
		return FATE_SKIP;
	}
	/* what the code itself says is the base of the indicator */
	if (f->age[0] && code_names_age(f->indicator, f->age))
		f->age = "";
	if (f->sex[0] && code_names(f->indicator, f->sex))
		f->sex = "";
	if (r->group.n > 0)
		drop_named(r, f->indicator);
	if (r->indicator != NO_COLUMN && label < r->ncolumns && !r->labels &&
	    !is_id(r->columns[label].label))
		sheet_field(r->sheet, label, &f->title);
	return FATE_KEEP;
}

const struct dialect dialect_sdmx = {.key = "sdmx-csv",
    .title = "SDMX-CSV",
    .system = "unicef sdmx",
    .kind = CODE_ANY,
    .origin = {"unicef-data", "UNICEF", "UNICEF Data Warehouse",
	"https://data.unicef.org/dv_index/"},
    .match = match_sdmx,
    .series = find_series,
    .row = read_sdmx};
