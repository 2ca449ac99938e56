/* SPDX-License-Identifier: MIT */
/*
 * data/read_unhcr.c - population figures of UNHCR
 *
 * A row is about people from one country in another.  It is filed under the
 * country of asylum with the origin as its group; where the asylum is "-",
 * all countries, under the origin, and the codes end in ".origin".
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
    {"host community", "HST"}};

static const struct {
	const char *head, *age;
} ages[] = {{"_0_4", "0-4"}, {"_5_11", "5-11"}, {"_12_17", "12-17"},
    {"_18_59", "18-59"}, {"_60", "60+"}, {"_total", ""}};

/* "Female_0_4": values by sex and age. */
static bool
bind_group(struct column *c)
{
	bool female = str_starts(c->head, "female_");
	size_t i;

	if (!female && !str_starts(c->head, "male_"))
		return false;
	c->role = ROLE_KNOWN_NOISE; /* unknown age: within the total */
	for (i = 0; i < sizeof ages / sizeof *ages; i++) {
		if (!str_ends(c->head, ages[i].head))
			continue;
		c->role = ROLE_VALUE;
		c->sex = female ? "F" : "M";
		c->age = ages[i].age;
	}
	return true;
}

static size_t
bind_values(struct reading *r)
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
		if (c->role == ROLE_NONE && r->indicator != NO_COLUMN &&
		    head_is(c->head, "total"))
			c->role = ROLE_VALUE;
		if (c->role == ROLE_NONE && r->indicator != NO_COLUMN)
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
	       bind_values(r) > 0;
}

static bool
match_finder(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"year", ROLE_PERIOD, NULL, true},
	    {"country of origin (iso)", ROLE_HOOK, NULL, false},
	    {"country of asylum (iso)", ROLE_AREA, NULL, false},
	    {"coo_iso", ROLE_HOOK, NULL, false},
	    {"coa_iso", ROLE_AREA, NULL, false},
	    {"country of origin", ROLE_KNOWN_NOISE, NULL, false},
	    {"country of asylum", ROLE_KNOWN_NOISE, NULL, false},
	    {"coo", ROLE_KNOWN_NOISE, NULL, false},
	    {"coa", ROLE_KNOWN_NOISE, NULL, false},
	    {"coo_name", ROLE_KNOWN_NOISE, NULL, false},
	    {"coa_name", ROLE_KNOWN_NOISE, NULL, false},
	    {"coo_id", ROLE_KNOWN_NOISE, NULL, false},
	    {"coa_id", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b) &&
	       r->area != NO_COLUMN && bind_values(r) > 0;
}

static bool
is_all(struct str s)
{
	return s.n == 0 || str_is(s, "-");
}

static struct str
origin_field(struct reading *r)
{
	static const char *const heads[] = {
	    "iso3coo", "country of origin (iso)", "coo_iso"};
	struct str s = {"", 0};
	size_t i;

	for (i = 0; i < 3 && s.n == 0; i++)
		s = dialect_field(r, heads[i]);
	return s;
}

static struct str
find_area(struct reading *r)
{
	struct str asylum = dialect_code(r, r->area);
	struct str origin = origin_field(r);

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
	if (str_is(origin, "UKN") || str_is(origin, "UNK"))
		dialect_quirk(r, "rows of unknown origin");
	return FATE_KEEP;
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
    .area = find_area,
    .row = read_unhcr};
