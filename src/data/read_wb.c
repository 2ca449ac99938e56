/* SPDX-License-Identifier: MIT */
/*
 * data/read_wb.c - files of the World Bank
 *
 * The bulk download of one indicator (a title and a date before the header,
 * a comma at the end of each line), the whole of the World Development
 * Indicators, what DataBank exports (two lines about the database at the end),
 * the long form of the API and of HDX, and the files of metadata beside them.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"

#define WORLD_BANK                                                             \
	{                                                                      \
		"world-bank-wdi", "World Bank",                                \
		    "World Development Indicators",                            \
		    "https://databank.worldbank.org/source/"                   \
		    "world-development-indicators"                             \
	}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Columns that are still free become years where they can; how many. */
static size_t
bind_years(struct reading *r)
{
	size_t i, n = 0;

	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];

		if (c->role != ROLE_NONE || c->label.n < 4 ||
		    !figure_period(c->label, &c->period))
			continue;
		c->role = ROLE_YEAR;
		n++;
	}
	return n;
}

static bool
match_wide(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"country code", ROLE_AREA, NULL, true},
	    {"indicator code", ROLE_INDICATOR, NULL, true},
	    {"indicator name", ROLE_TITLE, NULL, true},
	    {"country name", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, COUNT(b)) && bind_years(r) > 0;
}

static void
learn_preamble(struct reading *r, const struct sheet_row *row)
{
	if (row->n < 2)
		return;
	if (str_is(row->fields[0], "Data Source"))
		r->database = row->fields[1].p;
	else if (str_is(row->fields[0], "Last Updated Date") &&
		 !figure_date(row->fields[1], &r->release))
		dialect_quirk(r, "the date of the release cannot be read");
}

const struct dialect dialect_wb_wide = {.key = "wb-wide",
    .title = "World Bank, one row a series, one column a year",
    .system = "wb",
    .kind = CODE_ISO3,
    .origin = WORLD_BANK,
    .match = match_wide,
    .preamble = learn_preamble};

/* --- DataBank --- */

static bool
match_databank(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"country code", ROLE_AREA, NULL, true},
	    {"series code", ROLE_INDICATOR, NULL, true},
	    {"series name", ROLE_TITLE, NULL, false},
	    {"country name", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, COUNT(b)) && bind_years(r) > 0;
}

/* The two lines at the end, which say what the file is. */
static bool
is_footer(struct reading *r)
{
	struct str s, rest;

	if (!sheet_field(r->sheet, 0, &s))
		return false;
	if (str_starts(s, "Data from database:")) {
		rest =
		    str_trim(str_slice(s, strlen("Data from database:"), s.n));
		r->database = str_dup(r->arena, rest);
		return true;
	}
	if (str_starts(s, "Last Updated:")) {
		rest = str_trim(str_slice(s, strlen("Last Updated:"), s.n));
		if (!figure_date(rest, &r->release))
			dialect_quirk(
			    r, "the date of the release cannot be read");
		return true;
	}
	return false;
}

const struct dialect dialect_wb_databank = {.key = "wb-databank",
    .title = "World Bank DataBank, one column a year",
    .system = "wb",
    .kind = CODE_ISO3,
    .origin = WORLD_BANK,
    .match = match_databank,
    .footer = is_footer};

/* "SP.POP.TOTL", or "Population, total [SP.POP.TOTL]". */
static const char *
series_code(struct reading *r, struct str label)
{
	size_t open = str_find(label, '[', 0), i, points = 0;

	if (open < label.n && label.p[label.n - 1] == ']')
		label = str_slice(label, open + 1, label.n - 1);
	for (i = 0; i < label.n; i++) {
		unsigned char c = (unsigned char)label.p[i];

		points += c == '.';
		if (!isupper(c) && !isdigit(c) && c != '.' && c != '_')
			return NULL;
	}
	return points > 0 ? str_dup(r->arena, label) : NULL;
}

static bool
match_series(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"country code", ROLE_AREA, NULL, false},
	    {"iso3c", ROLE_AREA, NULL, false},
	    {"time", ROLE_PERIOD, NULL, false},
	    {"date", ROLE_PERIOD, NULL, false},
	    {"year", ROLE_PERIOD, NULL, false},
	    {"time code", ROLE_KNOWN_NOISE, NULL, false},
	    {"iso2c", ROLE_KNOWN_NOISE, NULL, false},
	    {"country", ROLE_KNOWN_NOISE, NULL, false},
	    {"country name", ROLE_KNOWN_NOISE, NULL, false}};
	size_t i, n = 0;

	if (!dialect_bind(r, row, b, COUNT(b)) || r->area == NO_COLUMN ||
	    r->period == NO_COLUMN)
		return false;
	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];

		if (c->role != ROLE_NONE)
			continue;
		c->name = series_code(r, c->label);
		if (c->name) {
			c->role = ROLE_SERIES;
			n++;
		}
	}
	return n > 0;
}

const struct dialect dialect_wb_series = {.key = "wb-series",
    .title = "World Bank, one row a year, one column a series",
    .system = "wb",
    .kind = CODE_ISO3,
    .origin = WORLD_BANK,
    .match = match_series,
    .footer = is_footer};

/* --- long --- */

static bool
match_long(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"country iso3", ROLE_AREA, NULL, false},
	    {"countryiso3code", ROLE_AREA, NULL, false},
	    {"country code", ROLE_AREA, NULL, false},
	    {"iso3c", ROLE_AREA, NULL, false}, {"iso3", ROLE_AREA, NULL, false},
	    {"indicator code", ROLE_INDICATOR, NULL, false},
	    {"indicator id", ROLE_INDICATOR, NULL, false},
	    {"indicatorid", ROLE_INDICATOR, NULL, false},
	    {"series code", ROLE_INDICATOR, NULL, false},
	    {"indicator name", ROLE_TITLE, NULL, false},
	    {"indicator", ROLE_TITLE, NULL, false},
	    {"series name", ROLE_TITLE, NULL, false},
	    {"year", ROLE_PERIOD, NULL, false},
	    {"date", ROLE_PERIOD, NULL, false},
	    {"time", ROLE_PERIOD, NULL, false},
	    {"value", ROLE_VALUE, NULL, true},
	    {"obs status", ROLE_STATUS, NULL, false},
	    {"footnote", ROLE_NOTE, NULL, false},
	    {"country name", ROLE_KNOWN_NOISE, NULL, false},
	    {"country", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, COUNT(b)) && r->area != NO_COLUMN &&
	       r->indicator != NO_COLUMN && r->period != NO_COLUMN;
}

const struct dialect dialect_wb_long = {.key = "wb-long",
    .title = "World Bank, one row a value",
    .system = "wb",
    .kind = CODE_ISO3,
    .origin = WORLD_BANK,
    .match = match_long,
    .footer = is_footer};

/* --- metadata --- */

static bool
match_country(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"country code", ROLE_AREA, NULL, true},
	    {"region", ROLE_HOOK, NULL, true}};

	return dialect_bind(r, row, b, COUNT(b)) &&
	       (dialect_column(r, "incomegroup") != NO_COLUMN ||
		   dialect_column(r, "income group") != NO_COLUMN);
}

/* "East Asia & Pacific" as "east-asia-pacific". */
static const char *
slug(struct reading *r, const char *before, struct str name)
{
	struct buf b = {0};
	size_t i;

	buf_puts(&b, before);
	for (i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		if (isalnum(c) && c < 0x80)
			buf_putc(&b, (char)tolower(c));
		else if (b.p[b.n - 1] != '-')
			buf_putc(&b, '-');
	}
	while (b.p[b.n - 1] == '-')
		b.n--;
	return buf_take(&b, r->arena).p;
}

static enum fate
read_country(struct reading *r, struct fact *f)
{
	struct str region = dialect_field(r, "region");
	struct str income = dialect_field(r, "incomegroup");

	if (income.n == 0)
		income = dialect_field(r, "income group");
	if (region.n == 0) {
		dialect_quirk(r, "aggregates, whose region is empty");
		return FATE_SKIP;
	}
	if (r->wish->member) {
		r->wish->member(r->wish->ctx, f->area, slug(r, "wb-", region));
		if (income.n > 0)
			r->wish->member(
			    r->wish->ctx, f->area, slug(r, "wb-", income));
	}
	dialect_quirk(r, "countries with region and income group");
	return FATE_SKIP;
}

const struct dialect dialect_wb_country = {.key = "wb-country-metadata",
    .title = "World Bank, metadata of countries",
    .system = "wb",
    .kind = CODE_ISO3,
    .origin = WORLD_BANK,
    .match = match_country,
    .row = read_country,
    .metadata = true};

static bool
match_other(struct reading *r, const struct sheet_row *row)
{
	static const char *const heads[][2] = {
	    {"indicator code", "source note"}, {"series code", "topic"},
	    {"series code", "long definition"}, {"countrycode", "seriescode"},
	    {"seriescode", "description"}, {"code", "license type"}};
	size_t i;

	dialect_columns(r, row);
	for (i = 0; i < COUNT(heads); i++)
		if (dialect_column(r, heads[i][0]) != NO_COLUMN &&
		    dialect_column(r, heads[i][1]) != NO_COLUMN)
			return true;
	return false;
}

static enum fate
skip_metadata(struct reading *r, struct fact *f)
{
	(void)f;
	dialect_quirk(r, "rows of metadata, which state no values");
	return FATE_SKIP;
}

const struct dialect dialect_wb_other = {.key = "wb-series-metadata",
    .title = "World Bank, metadata of series",
    .system = "wb",
    .origin = WORLD_BANK,
    .match = match_other,
    .row = skip_metadata,
    .metadata = true};
