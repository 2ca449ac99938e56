/* SPDX-License-Identifier: MIT */
/* data/read_tidy.c - observations in the columns of data/ itself, with the
 * area in a column or as the name of the file */
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "data/cell.h"
#include "data/dialect.h"
#include "data/obsrow.h"

static bool
match_tidy(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"indicator", ROLE_INDICATOR, NULL, true},
	    {"period", ROLE_HOOK, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"source", ROLE_HOOK, NULL, true}, {"area", ROLE_AREA, NULL, false},
	    {"subject", ROLE_AREA, NULL, false},
	    {"place", ROLE_HOOK, NULL, false}, {"sex", ROLE_HOOK, NULL, false},
	    {"age", ROLE_HOOK, NULL, false}, {"group", ROLE_HOOK, NULL, false},
	    {"low", ROLE_LOW, NULL, false}, {"high", ROLE_HIGH, NULL, false},
	    {"n", ROLE_BASE, NULL, false},
	    {"comparator", ROLE_HOOK, NULL, false},
	    {"status", ROLE_HOOK, NULL, false},
	    {"access", ROLE_HOOK, NULL, false},
	    {"locator", ROLE_HOOK, NULL, false},
	    {"known", ROLE_HOOK, NULL, false},
	    {"note", ROLE_NOTE, NULL, false}};

	if (!dialect_bind(r, row, b, sizeof b / sizeof *b))
		return false;
	if (r->area == NO_COLUMN)
		r->fixed_area = path_stem(r->arena, r->path);
	return true;
}

static struct place
place_of(struct reading *r, enum obs_column c)
{
	size_t column = dialect_column(r, obsrow_columns[c]);

	return sheet_place(r->sheet, column == NO_COLUMN ? 0 : column);
}

static bool
refuse(struct reading *r, enum obs_column c, enum diag_id id, struct str s)
{
	diag(r->sink, id, place_of(r, c), str_dup(r->arena, s),
	    obsrow_columns[c]);
	return false;
}

/* A word that is none of those that the column allows. */
static bool
refuse_word(
    struct reading *r, enum obs_column c, struct str s, const char *list)
{
	diag(r->sink, DIAG_CELL_CHOICE, place_of(r, c), str_dup(r->arena, s),
	    obsrow_columns[c], "", list);
	return false;
}

static bool
read_times(struct reading *r, struct fact *f)
{
	struct str s = dialect_field(r, "period");

	if (!period_parse(s, &f->period))
		return refuse(r, C_PERIOD, DIAG_OBS_PERIOD, s);
	s = dialect_field(r, "known");
	if (s.n > 0 && !date_parse(s, &f->known))
		return refuse(r, C_KNOWN, DIAG_CELL_DATE, s);
	return true;
}

static bool
read_codes(struct reading *r, struct fact *f)
{
	struct str s = dialect_field(r, "sex");

	if (s.n > 0 && cell_choice(s, "F M") < 0)
		return refuse_word(r, C_SEX, s, "F, M, or empty for both");
	f->sex = str_dup(r->arena, s);
	s = dialect_field(r, "age");
	if (s.n > 0 && !cell_is_age(s))
		return refuse(r, C_AGE, DIAG_OBS_AGE, s);
	f->age = str_dup(r->arena, s);
	s = dialect_field(r, "group");
	if (s.n > 0 && !cell_is_group(s))
		return refuse(r, C_GROUP, DIAG_OBS_GROUP, s);
	r->group.n = 0;
	buf_str(&r->group, s);
	return true;
}

static bool
read_states(struct reading *r, struct fact *f)
{
	struct str s = dialect_field(r, "status");

	if (s.n > 0 && !obsrow_is_status(s, &f->figure.status))
		return refuse_word(r, C_STATUS, s,
		    cell_choices(r->arena, obsrow_statuses(r->arena)));
	s = dialect_field(r, "comparator");
	if (s.n > 0 && !obsrow_is_comparator(s, &f->figure.comparator))
		return refuse_word(
		    r, C_COMPARATOR, s, "~, <, >, or empty for equal");
	s = dialect_field(r, "access");
	if (s.n > 0 && !str_is(s, "restricted"))
		return refuse_word(
		    r, C_ACCESS, s, "restricted, or empty for public");
	f->access = str_dup(r->arena, s);
	return true;
}

static enum fate
read_tidy(struct reading *r, struct fact *f)
{
	static const enum obs_column numeric[] = {C_LOW, C_HIGH, C_COMPARATOR};
	size_t i;

	if (!read_times(r, f) || !read_codes(r, f) || !read_states(r, f))
		return FATE_REFUSE;
	for (i = 0; i < 3 && !f->numeric; i++)
		if (dialect_field(r, obsrow_columns[numeric[i]]).n > 0)
			f->numeric = obsrow_columns[numeric[i]];
	f->place = str_dup(r->arena, dialect_field(r, "place"));
	f->source = str_dup(r->arena, dialect_field(r, "source"));
	f->locator = str_dup(r->arena, dialect_field(r, "locator"));
	return FATE_KEEP;
}

const struct dialect dialect_tidy = {.key = "sitan",
    .title = "observations in the columns of data/",
    .system = "",
    .kind = CODE_ISO3,
    .origin = {"", "", "", ""},
    .match = match_tidy,
    .row = read_tidy,
    .tidy = true};
