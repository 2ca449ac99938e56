/* SPDX-License-Identifier: MIT */
/*
 * data/read_owid.c - Our World in Data
 *
 * Each further column is an indicator under its title.  Endings of titles
 * have a meaning: projected values, notes, and the year from which a value
 * was borrowed.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"

/* "Life expectancy at birth" as "life_expectancy_at_birth". */
static const char *
short_name(struct reading *r, struct str title)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < title.n; i++) {
		unsigned char c = (unsigned char)title.p[i];

		if (isalnum(c) || c >= 0x80)
			buf_putc(&b, (char)tolower(c));
		else if (b.n > 0 && b.p[b.n - 1] != '_')
			buf_putc(&b, '_');
	}
	while (b.n > 0 && b.p[b.n - 1] == '_')
		b.n--;
	return buf_take(&b, r->arena).p;
}

/* The title before one of two endings; false when it has neither. */
static bool
cut(struct str title, const char *ending, const char *other, struct str *stem)
{
	const char *end = str_ends(title, ending)  ? ending
			  : str_ends(title, other) ? other
						   : NULL;

	if (end)
		*stem = str_slice(title, 0, title.n - strlen(end));
	return end != NULL;
}

/* The column whose title is the stem. */
static struct column *
find_base(struct reading *r, struct str stem)
{
	size_t i;

	for (i = 0; i < r->ncolumns; i++)
		if (str_eq(r->columns[i].label, stem))
			return &r->columns[i];
	return NULL;
}

static void
bind_series(struct reading *r, size_t column)
{
	struct column *c = &r->columns[column], *base;
	struct str stem = c->label;

	if (cut(c->label, " (Original Year)", "__original_year", &stem)) {
		base = find_base(r, stem);
		c->role = ROLE_KNOWN_NOISE;
		if (base)
			base->year_from = column + 1;
		return;
	}
	if (cut(c->label, " (Annotations)", "__annotations", &stem)) {
		c->role = ROLE_NOTE;
		return;
	}
	if (cut(c->label, " (Projected)", "__projected", &stem))
		c->status = OBS_FORECAST;
	c->role = ROLE_SERIES;
	c->name = short_name(r, stem);
}

static bool
match_owid(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"entity", ROLE_HOOK, NULL, true},
	    {"code", ROLE_HOOK, NULL, false},
	    {"year", ROLE_PERIOD, NULL, false},
	    {"day", ROLE_PERIOD, NULL, false}};
	size_t i, n = 0;

	if (!dialect_bind(r, row, b, sizeof b / sizeof *b) ||
	    r->period == NO_COLUMN)
		return false;
	for (i = 0; i < r->ncolumns; i++) {
		if (r->columns[i].role != ROLE_NONE ||
		    r->columns[i].label.n == 0)
			continue;
		bind_series(r, i);
		n += r->columns[i].role == ROLE_SERIES;
	}
	return n > 0;
}

/* The code; aggregates of their own have only a name. */
static struct str
find_area(struct reading *r)
{
	struct str code = dialect_field(r, "code");

	return code.n > 0 ? code : dialect_field(r, "entity");
}

const struct dialect dialect_owid = {.key = "owid",
    .title = "Our World in Data",
    .system = "owid",
    .kind = CODE_ANY,
    .origin = {"owid", "Our World in Data", "Our World in Data",
	"https://ourworldindata.org/"},
    .match = match_owid,
    .area = find_area};
