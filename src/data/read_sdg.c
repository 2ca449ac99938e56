/* SPDX-License-Identifier: MIT */
/*
 * data/read_sdg.c - the SDG database of the UN Statistics Division
 *
 * Columns with brackets are dimensions and differ from goal to goal; areas are
 * M49 codes without their leading zeros.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"
#include "data/sdmx_code.h"

/* Behind the last column that every goal has, the rest are dimensions. */
static void
bind_dimensions(struct reading *r)
{
	size_t i, k;

	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];
		struct str s = c->head;
		char *name;

		if (c->role != ROLE_NONE || s.n < 3 || s.p[0] != '[')
			continue;
		s = str_slice(s, 1, str_find(s, ']', 0));
		if (head_is(s, "sex")) {
			c->role = ROLE_SEX;
		} else if (head_is(s, "age")) {
			c->role = ROLE_AGE;
		} else if (head_is(s, "observation status")) {
			c->role = ROLE_STATUS;
		} else if (head_is(s, "units") || head_is(s, "freq")) {
			c->role = ROLE_KNOWN_NOISE;
		} else if (head_is(s, "nature") ||
			   head_is(s, "reporting type")) {
			c->role = ROLE_HOOK;
		} else {
			name = str_dup(r->arena,
			    head_is(s, "location") ? STR("residence") : s);
			for (k = 0; name[k]; k++)
				if (!isalnum((unsigned char)name[k]))
					name[k] = '_';
			c->role = ROLE_DIM;
			c->name = name;
		}
	}
}

static bool
match_sdg(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"seriescode", ROLE_INDICATOR, NULL, true},
	    {"geoareacode", ROLE_AREA, NULL, true},
	    {"timeperiod", ROLE_PERIOD, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"seriesdescription", ROLE_TITLE, NULL, false},
	    {"upperbound", ROLE_HIGH, NULL, false},
	    {"lowerbound", ROLE_LOW, NULL, false},
	    {"source", ROLE_NOTE, NULL, false},
	    {"footnote", ROLE_NOTE, NULL, false},
	    {"sex", ROLE_SEX, NULL, false}, {"age", ROLE_AGE, NULL, false},
	    {"location", ROLE_DIM, "residence", false},
	    {"observation status", ROLE_STATUS, NULL, false},
	    {"nature", ROLE_HOOK, NULL, false},
	    {"reporting type", ROLE_HOOK, NULL, false},
	    {"units", ROLE_KNOWN_NOISE, NULL, false},
	    {"goal", ROLE_KNOWN_NOISE, NULL, false},
	    {"target", ROLE_KNOWN_NOISE, NULL, false},
	    {"indicator", ROLE_KNOWN_NOISE, NULL, false},
	    {"geoareaname", ROLE_KNOWN_NOISE, NULL, false},
	    {"time detail", ROLE_KNOWN_NOISE, NULL, false},
	    {"timecoverage", ROLE_KNOWN_NOISE, NULL, false},
	    {"baseperiod", ROLE_KNOWN_NOISE, NULL, false},
	    {"geoinfourl", ROLE_KNOWN_NOISE, NULL, false}};

	if (!dialect_bind(r, row, b, sizeof b / sizeof *b))
		return false;
	bind_dimensions(r);
	return true;
}

static struct str
either(struct reading *r, const char *bracketed, const char *plain)
{
	struct str s = dialect_field(r, bracketed);

	return s.n > 0 ? s : dialect_field(r, plain);
}

static enum fate
read_sdg(struct reading *r, struct fact *f)
{
	struct str nature = either(r, "[nature]", "nature");
	struct str type = either(r, "[reporting type]", "reporting type");

	if (str_is(nature, "E") && f->figure.status == OBS_NORMAL)
		f->figure.status = OBS_ESTIMATED;
	else if (str_is(nature, "M") && f->figure.status == OBS_NORMAL)
		f->figure.status = OBS_MODELLED;
	else if (str_is(nature, "CA"))
		dialect_note(r, STR("country data, adjusted"));
	if (str_is(type, "N"))
		dialect_group(r, "reporting", STR("national"));
	return FATE_KEEP;
}

const struct dialect dialect_sdg = {.key = "un-sdg",
    .title = "UN SDG Global Database",
    .system = "sdg",
    .kind = CODE_M49,
    .origin = {"un-sdg", "United Nations Statistics Division",
	"SDG Global Database", "https://unstats.un.org/sdgs/dataportal"},
    .match = match_sdg,
    .row = read_sdg};
