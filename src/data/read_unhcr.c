/* SPDX-License-Identifier: MIT */
/*
 * data/read_unhcr.c - population figures of UNHCR
 *
 * Three editions: the tables on HDX, the Refugee Data Finder, and the
 * statistics that preceded it, which know names only.  A row is about people
 * from one country in another.  It is filed under the country of asylum with
 * the origin as its group; where the asylum is "-", all countries, under the
 * origin, and the codes end in ".origin".  An origin without a code is named:
 * it is unknown, and no total.
 */
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"

#define UNHCR                                                                  \
	{                                                                      \
		"unhcr-population", "UNHCR",                                   \
		    "Refugee Population Statistics Database",                  \
		    "https://www.unhcr.org/refugee-statistics/"                \
	}

/* Kinds of population: the header of one edition or another, our code. */
static const char *const kinds[][2] = {{"ref", "REF"}, {"idp", "IDP"},
    {"asy", "ASY"}, {"ooc", "OOC"}, {"sta", "STA"}, {"vda", "VDA"},
    {"oip", "OIP"}, {"hst", "HST"}, {"ret", "RET"}, {"rdp", "RDP"},
    {"refugees", "REF"}, {"asylum_seekers", "ASY"}, {"idps", "IDP"},
    {"returned_refugees", "RET"}, {"returned_idps", "RDP"},
    {"stateless", "STA"}, {"refugees under unhcr's mandate", "REF"},
    {"asylum-seekers", "ASY"}, {"returned refugees", "RET"},
    {"idps of concern to unhcr", "IDP"}, {"returned idpss", "RDP"},
    {"returned idps", "RDP"}, {"stateless persons", "STA"},
    {"others of concern", "OOC"},
    {"other people in need of international protection", "OIP"},
    {"host community", "HST"}, {"venezuelans displaced abroad", "VDA"},
    {"refugees (incl. refugee-like situations)", "REF"},
    {"asylum-seekers (pending cases)", "ASY"},
    {"internally displaced persons (idps)", "IDP"},
    {"total population", "POC"}};

static const struct {
	const char *head, *age;
} ages[] = {{"0 4", "0-4"}, {"0-4", "0-4"}, {"5 11", "5-11"}, {"5-11", "5-11"},
    {"5-17", "5-17"}, {"12 17", "12-17"}, {"12-17", "12-17"},
    {"18 59", "18-59"}, {"18-59", "18-59"}, {"60", "60+"}, {"60+", "60+"},
    {"total", ""}};

/* "Female_0_4", "Female 0-4", "F: Total": values by sex and age. */
static bool
bind_group(struct column *c)
{
	static const char *const heads[] = {
	    "female_", "female ", "f: ", "male_", "male ", "m: "};
	size_t i, k;

	for (k = 0; k < 6 && !str_starts(c->head, heads[k]); k++)
		;
	if (k == 6)
		return false;
	c->role = ROLE_KNOWN_NOISE; /* unknown age: within the total */
	for (i = 0; i < sizeof ages / sizeof *ages; i++) {
		if (!head_is(str_slice(c->head, strlen(heads[k]), c->head.n),
			ages[i].head))
			continue;
		c->role = ROLE_VALUE;
		c->sex = k < 3 ? "F" : "M";
		c->age = ages[i].age;
	}
	return true;
}

static size_t
bind_values(struct reading *r, bool persons)
{
	size_t i, k, n = 0;

	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];

		if (c->role != ROLE_NONE)
			continue;
		for (k = 0; k < sizeof kinds / sizeof *kinds; k++) {
			if (!head_is(c->head, kinds[k][0]))
				continue;
			c->role = ROLE_SERIES;
			c->name = kinds[k][1];
			c->other = arena_printf(r->arena, "%s.origin", c->name);
		}
		if (c->role == ROLE_NONE && persons &&
		    head_is(c->head, "total"))
			c->role = ROLE_VALUE;
		if (c->role == ROLE_NONE && persons)
			bind_group(c);
		n += c->role == ROLE_SERIES || c->role == ROLE_VALUE;
	}
	return n;
}

static bool
match_unhcr(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"year", ROLE_PERIOD, NULL, true},
	    {"iso3coo", ROLE_HOOK, NULL, true},
	    {"iso3coa", ROLE_AREA, NULL, true},
	    {"pt", ROLE_INDICATOR, NULL, false},
	    {"location", ROLE_DIM, "location", false},
	    {"urbanrural", ROLE_DIM, "residence", false},
	    {"accommodationtype", ROLE_DIM, "accommodation", false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b) &&
	       bind_values(r, r->indicator != NO_COLUMN) > 0;
}

static bool
match_finder(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"year", ROLE_PERIOD, NULL, true},
	    {"country of origin (iso)", ROLE_HOOK, NULL, false},
	    {"country of asylum (iso)", ROLE_AREA, NULL, false},
	    {"country of origin iso", ROLE_HOOK, NULL, false},
	    {"country of asylum iso", ROLE_AREA, NULL, false},
	    {"coo_iso", ROLE_HOOK, NULL, false},
	    {"coa_iso", ROLE_AREA, NULL, false},
	    {"country of origin", ROLE_HOOK, NULL, false},
	    {"country of asylum", ROLE_HOOK, NULL, false},
	    {"coo", ROLE_KNOWN_NOISE, NULL, false},
	    {"coa", ROLE_KNOWN_NOISE, NULL, false},
	    {"coo_name", ROLE_HOOK, NULL, false},
	    {"coa_name", ROLE_HOOK, NULL, false},
	    {"coo_id", ROLE_KNOWN_NOISE, NULL, false},
	    {"coa_id", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b) &&
	       r->area != NO_COLUMN && bind_values(r, false) > 0;
}

/* "Last updated:","07/03/2021 10:56": day or month first, so the year only. */
static void
learn_preamble(struct reading *r, const struct sheet_row *row)
{
	struct str s;

	if (row->n < 2 || !str_starts(row->fields[0], "Last updated"))
		return;
	s = row->fields[1];
	if (figure_date(s, &r->release) && s.n > 2 && s.p[2] == '/') {
		r->release.month = r->release.day = 0;
		dialect_quirk(r, "the date of the release may be month or day "
				 "first; its year is taken (or give --known)");
	}
}

#define ASYLUM "country / territory of asylum/residence"

static bool
match_popstats(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"year", ROLE_PERIOD, NULL, true},
	    {ASYLUM, ROLE_AREA, NULL, true}, {"origin", ROLE_HOOK, NULL, false},
	    {"location name", ROLE_DIM, "location", false},
	    {"population type", ROLE_INDICATOR, NULL, false},
	    {"value", ROLE_VALUE, NULL, false}};

	size_t i;

	if (!dialect_bind(r, row, b, sizeof b / sizeof *b))
		return false;
	bind_values(r, true);
	r->own = NULL;
	for (i = 0; i < r->ncolumns; i++) {
		if (r->columns[i].role == ROLE_SERIES)
			return true;
		if (r->columns[i].role == ROLE_VALUE)
			r->own = r; /* one series, by age or alone */
	}
	return r->own != NULL;
}

/* --- rows --- */

static bool
is_all(struct str s)
{
	return s.n == 0 || str_is(s, "-");
}

/* The first of some fields that is not empty. */
static struct str
first_field(struct reading *r, const char *const *heads, size_t n)
{
	struct str s = {"", 0};
	size_t i;

	for (i = 0; i < n && s.n == 0; i++)
		s = dialect_field(r, heads[i]);
	return s;
}

/* A code, or the name of what has none: "Unknown ". */
static struct str
origin_field(struct reading *r)
{
	static const char *const heads[] = {"iso3coo",
	    "country of origin (iso)", "country of origin iso", "coo_iso",
	    "country of origin", "coo_name", "origin"};

	return first_field(r, heads, 7);
}

static struct str
find_area(struct reading *r)
{
	static const char *const heads[] = {"country of asylum", "coa_name"};
	struct str asylum = dialect_code(r, r->area);
	struct str origin = origin_field(r);

	if (asylum.n == 0)
		asylum = first_field(r, heads, 2);

	r->other = is_all(asylum) && !is_all(origin);
	return r->other ? origin : asylum;
}

static enum fate
read_unhcr(struct reading *r, struct fact *f)
{
	struct str origin = origin_field(r);

	(void)f;
	if (r->other || is_all(origin))
		return FATE_KEEP;
	dialect_group(r, "origin", origin);
	if (str_is(origin, "UKN") || str_is(origin, "UNK") ||
	    str_starts(origin, "Unknown") || str_starts(origin, "Various"))
		dialect_quirk(r, "rows of unknown origin");
	return FATE_KEEP;
}

/* The table of ages has no code; columns of series have their own. */
static struct str
find_series(struct reading *r)
{
	if (r->indicator != NO_COLUMN)
		return dialect_code(r, r->indicator);
	return r->own ? STR("POC") : STR("");
}

const struct dialect dialect_unhcr = {.key = "unhcr",
    .title = "UNHCR population statistics",
    .system = "unhcr",
    .kind = CODE_ISO3,
    .origin = UNHCR,
    .match = match_unhcr,
    .area = find_area,
    .row = read_unhcr};

const struct dialect dialect_unhcr_finder = {.key = "unhcr-finder",
    .title = "UNHCR Refugee Data Finder",
    .system = "unhcr",
    .kind = CODE_ISO3,
    .origin = UNHCR,
    .match = match_finder,
    .preamble = learn_preamble,
    .area = find_area,
    .row = read_unhcr};

const struct dialect dialect_unhcr_popstats = {.key = "unhcr-popstats",
    .title = "UNHCR population statistics to 2019, by names",
    .system = "unhcr",
    .kind = CODE_NAME,
    .origin = UNHCR,
    .match = match_popstats,
    .area = find_area,
    .series = find_series,
    .row = read_unhcr};
