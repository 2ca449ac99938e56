/* SPDX-License-Identifier: MIT */
/*
 * data/read_hxl.c - files whose columns are told by HXL tags
 *
 * A tag is "#tag+attribute+attribute", attributes in any order, case aside.
 * Files that have a header of their own besides are read by that.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"

static bool
has(struct str tag, const char *attribute)
{
	size_t from = str_find(tag, '+', 0), to;

	while (from < tag.n) {
		to = str_find(tag, '+', from + 1);
		if (str_is(str_slice(tag, from + 1, to), attribute))
			return true;
		from = to;
	}
	return false;
}

static bool
is_tag(struct str tag, const char *name)
{
	return str_is(str_slice(tag, 0, str_find(tag, '+', 0)), name);
}

static enum role
tag_role(struct str tag)
{
	static const struct {
		const char *tag, *attribute;
		enum role role;
	} roles[] = {{"#country", "code", ROLE_AREA},
	    {"#country", "iso3", ROLE_AREA}, {"#country", "v_iso3", ROLE_AREA},
	    {"#country", "", ROLE_HOOK}, {"#date", "start", ROLE_KNOWN_NOISE},
	    {"#date", "end", ROLE_KNOWN_NOISE}, {"#date", "", ROLE_PERIOD},
	    {"#indicator", "code", ROLE_INDICATOR},
	    {"#indicator", "name", ROLE_TITLE},
	    {"#indicator", "label", ROLE_KNOWN_NOISE},
	    {"#indicator", "low", ROLE_LOW}, {"#indicator", "high", ROLE_HIGH},
	    {"#indicator", "num", ROLE_VALUE},
	    {"#indicator", "value", ROLE_HOOK},
	    {"#indicator", "url", ROLE_KNOWN_NOISE},
	    {"#indicator", "", ROLE_SERIES}, {"#total", "", ROLE_SERIES},
	    {"#capacity", "", ROLE_SERIES}, {"#meta", "source", ROLE_NOTE},
	    {"#adm1", "code", ROLE_KNOWN_NOISE}, {"#adm1", "", ROLE_DIM},
	    {"#adm2", "code", ROLE_KNOWN_NOISE}, {"#adm2", "", ROLE_DIM},
	    {"#population", "", ROLE_SERIES}, {"#affected", "", ROLE_SERIES},
	    {"#inneed", "", ROLE_SERIES}, {"#targeted", "", ROLE_SERIES},
	    {"#reached", "", ROLE_SERIES}, {"#value", "", ROLE_SERIES}};
	size_t i;

	for (i = 0; i < sizeof roles / sizeof *roles; i++)
		if (is_tag(tag, roles[i].tag) &&
		    (!roles[i].attribute[0] || has(tag, roles[i].attribute)))
			return roles[i].role;
	return ROLE_NONE;
}

static size_t
count_tags(const struct sheet_row *row)
{
	size_t i, tags = 0;

	for (i = 0; i < row->n; i++) {
		if (row->fields[i].n == 0)
			continue;
		if (row->fields[i].p[0] != '#' || row->fields[i].n < 3 ||
		    !isalpha((unsigned char)row->fields[i].p[1]))
			return 0;
		tags++;
	}
	return tags;
}

/* Columns of the first and last day of what a row is about. */
struct span {
	size_t start, end;
};

/* Where no column gives the period itself, its two ends do. */
static void
find_span(struct reading *r)
{
	struct span *s = ARENA_NEW(r->arena, struct span);
	size_t i;

	r->own = NULL;
	if (r->period != NO_COLUMN)
		return;
	s->start = s->end = NO_COLUMN;
	for (i = 0; i < r->ncolumns; i++) {
		if (!is_tag(r->columns[i].head, "#date"))
			continue;
		if (has(r->columns[i].head, "start"))
			s->start = i;
		else if (has(r->columns[i].head, "end"))
			s->end = i;
	}
	if (s->start == NO_COLUMN || s->end == NO_COLUMN)
		return;
	r->own = s;
	r->period = s->start;
}

/* From the first day of a year to the last of one: these years. */
static struct period
join_days(struct date from, struct date to)
{
	if (from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31)
		from.month = from.day = to.month = to.day = 0;
	return (struct period){from, to};
}

static enum fate
row_hxl(struct reading *r, struct fact *f)
{
	const struct span *s = r->own;
	struct period from, to;

	if (s && figure_period(dialect_code(r, s->start), &from) &&
	    figure_period(dialect_code(r, s->end), &to) &&
	    date_compare(from.from, to.to) <= 0)
		f->period = join_days(from.from, to.to);
	return FATE_KEEP;
}

static bool
match_hxl(struct reading *r, const struct sheet_row *row)
{
	size_t i, area_name = NO_COLUMN, value = NO_COLUMN;

	if (count_tags(row) < 2)
		return false;
	dialect_columns(r, row);
	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];

		c->role = tag_role(c->head);
		c->name = str_dup(r->arena, str_slice(c->head, 1, c->head.n));
		if (c->role == ROLE_DIM)
			c->name = is_tag(c->head, "#adm1") ? "adm1" : "adm2";
		if (c->role == ROLE_AREA && r->area == NO_COLUMN)
			r->area = i;
		else if (c->role == ROLE_INDICATOR && r->indicator == NO_COLUMN)
			r->indicator = i;
		else if (c->role == ROLE_PERIOD && r->period == NO_COLUMN)
			r->period = i;
		if (is_tag(c->head, "#country") && area_name == NO_COLUMN)
			area_name = i;
		if (is_tag(c->head, "#indicator") && has(c->head, "value") &&
		    (value == NO_COLUMN || has(c->head, "num")))
			value = c->role == ROLE_LOW || c->role == ROLE_HIGH
				    ? value
				    : i;
	}
	if (r->area == NO_COLUMN)
		r->area = area_name;
	if (value != NO_COLUMN)
		r->columns[value].role = ROLE_VALUE;
	find_span(r);
	return true;
}

const struct dialect dialect_hxl = {.key = "hxl",
    .title = "HXL-tagged table",
    .system = "hxl",
    .kind = CODE_ANY,
    .origin = {"hdx", "OCHA", "Humanitarian Data Exchange",
	"https://data.humdata.org/"},
    .match = match_hxl,
    .row = row_hxl};
