/* SPDX-License-Identifier: MIT */
/*
 * data/read_who.c - WHO's Global Health Observatory, as found on HDX and as
 * its own site gives it
 *
 * Codes of dimensions repeat their type: SEX_FMLE, RESIDENCEAREATYPE_URB.  The
 * number beside the text "51 [36-79]" is the value.
 */
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"
#include "data/sdmx_code.h"

#define WHO                                                                    \
	{                                                                      \
		"who-gho", "World Health Organization",                        \
		    "Global Health Observatory",                               \
		    "https://www.who.int/data/gho"                             \
	}

/* One dimension: its type and code, "SEX" and "SEX_FMLE" or "FMLE". */
static void
read_dimension(
    struct reading *r, struct fact *f, struct str type, struct str code)
{
	size_t i;

	for (i = 0; i < type.n && i < code.n && type.p[i] == code.p[i]; i++)
		;
	if (i == type.n && i < code.n && code.p[i] == '_')
		code = str_slice(code, i + 1, code.n);
	if (code.n == 0 || sdmx_is_total(code))
		return;
	if (str_is(type, "SEX"))
		dialect_sex(r, f, code);
	else if (str_is(type, "AGEGROUP"))
		dialect_age(r, f, code);
	else if (str_is(type, "RESIDENCEAREATYPE"))
		dialect_group(r, "residence", code);
	else if (str_is(type, "WEALTHQUINTILE"))
		dialect_group(r, "wealth", code);
	else
		dialect_group(r, str_dup(r->arena, type), code);
}

/* --- on HDX --- */

static bool
match_gho(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"gho (code)", ROLE_INDICATOR, NULL, true},
	    {"country (code)", ROLE_AREA, NULL, true},
	    {"year (display)", ROLE_PERIOD, NULL, true},
	    {"numeric", ROLE_VALUE, NULL, true},
	    {"gho (display)", ROLE_TITLE, NULL, false},
	    {"low", ROLE_LOW, NULL, false}, {"high", ROLE_HIGH, NULL, false},
	    {"dimension (type)", ROLE_HOOK, NULL, false},
	    {"dimension (code)", ROLE_HOOK, NULL, false},
	    {"value", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b);
}

static enum fate
read_gho(struct reading *r, struct fact *f)
{
	read_dimension(r, f, dialect_field(r, "dimension (type)"),
	    dialect_field(r, "dimension (code)"));
	return FATE_KEEP;
}

const struct dialect dialect_gho = {.key = "who-gho",
    .title = "WHO Global Health Observatory, on HDX",
    .system = "who",
    .kind = CODE_ISO3,
    .origin = WHO,
    .match = match_gho,
    .row = read_gho};

/* --- of the Observatory itself --- */

static bool
match_who(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"indicatorcode", ROLE_INDICATOR, NULL, true},
	    {"spatialdimvaluecode", ROLE_AREA, NULL, true},
	    {"period", ROLE_PERIOD, NULL, true},
	    {"factvaluenumeric", ROLE_VALUE, NULL, true},
	    {"indicator", ROLE_TITLE, NULL, false},
	    {"factvaluenumericlow", ROLE_LOW, NULL, false},
	    {"factvaluenumerichigh", ROLE_HIGH, NULL, false},
	    {"factvaluenumericprefix", ROLE_HOOK, NULL, false},
	    {"factcomments", ROLE_NOTE, NULL, false},
	    {"datasource", ROLE_NOTE, NULL, false},
	    {"datemodified", ROLE_HOOK, NULL, false},
	    {"dim1 type", ROLE_HOOK, NULL, false},
	    {"dim1valuecode", ROLE_HOOK, NULL, false},
	    {"dim2 type", ROLE_HOOK, NULL, false},
	    {"dim2valuecode", ROLE_HOOK, NULL, false},
	    {"dim3 type", ROLE_HOOK, NULL, false},
	    {"dim3valuecode", ROLE_HOOK, NULL, false},
	    {"dim1", ROLE_HOOK, NULL, false}, {"dim2", ROLE_HOOK, NULL, false},
	    {"dim3", ROLE_HOOK, NULL, false},
	    {"value", ROLE_KNOWN_NOISE, NULL, false},
	    {"valuetype", ROLE_KNOWN_NOISE, NULL, false},
	    {"location", ROLE_KNOWN_NOISE, NULL, false},
	    {"location type", ROLE_KNOWN_NOISE, NULL, false},
	    {"period type", ROLE_KNOWN_NOISE, NULL, false},
	    {"language", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b);
}

/* The latest change of a row is the date of the file. */
static void
learn_date(struct reading *r, struct str s)
{
	struct date d;

	if (figure_date(s, &d) &&
	    (!date_known(r->release) || date_is_after(d, r->release)))
		r->release = d;
}

/* "Sex" and "Residence Area Type" as the codes write them. */
static struct str
type_code(struct reading *r, struct str type)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < type.n; i++)
		if (type.p[i] != ' ')
			buf_putc(&b, type.p[i] >= 'a' && type.p[i] <= 'z'
					 ? (char)(type.p[i] - 'a' + 'A')
					 : type.p[i]);
	return buf_take(&b, r->arena);
}

static enum fate
read_who(struct reading *r, struct fact *f)
{
	static const char *const dims[][3] = {
	    {"dim1 type", "dim1valuecode", "dim1"},
	    {"dim2 type", "dim2valuecode", "dim2"},
	    {"dim3 type", "dim3valuecode", "dim3"}};
	struct str prefix = dialect_field(r, "factvaluenumericprefix");
	size_t i;

	learn_date(r, dialect_field(r, "datemodified"));
	if (prefix.n > 0 && prefix.p[0] == '<')
		f->figure.comparator = CMP_LESS;
	else if (prefix.n > 0 && prefix.p[0] == '>')
		f->figure.comparator = CMP_MORE;
	for (i = 0; i < 3; i++) {
		struct str code = dialect_field(r, dims[i][1]);

		if (code.n == 0)
			code = dialect_field(r, dims[i][2]);
		read_dimension(
		    r, f, type_code(r, dialect_field(r, dims[i][0])), code);
	}
	return FATE_KEEP;
}

const struct dialect dialect_who = {.key = "who-observatory",
    .title = "WHO Global Health Observatory",
    .system = "who",
    .kind = CODE_ISO3,
    .origin = WHO,
    .match = match_who,
    .row = read_who};
