/* SPDX-License-Identifier: MIT */
/* data/read_tidy.c - observations in the columns of data/ itself, with the
 * area in a column or as the name of the file */
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "data/cell.h"
#include "data/dialect.h"

static bool
match_tidy(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"indicator", ROLE_INDICATOR, NULL, true},
	    {"period", ROLE_HOOK, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"source", ROLE_HOOK, NULL, true}, {"area", ROLE_AREA, NULL, false},
	    {"place", ROLE_HOOK, NULL, false}, {"sex", ROLE_SEX, NULL, false},
	    {"age", ROLE_HOOK, NULL, false}, {"group", ROLE_HOOK, NULL, false},
	    {"low", ROLE_LOW, NULL, false}, {"high", ROLE_HIGH, NULL, false},
	    {"n", ROLE_BASE, NULL, false},
	    {"comparator", ROLE_HOOK, NULL, false},
	    {"status", ROLE_HOOK, NULL, false},
	    {"access", ROLE_HOOK, NULL, false},
	    {"known", ROLE_HOOK, NULL, false},
	    {"note", ROLE_NOTE, NULL, false}};

	if (!dialect_bind(r, row, b, sizeof b / sizeof *b))
		return false;
	if (r->area == NO_COLUMN)
		r->fixed_area = path_stem(r->arena, r->path);
	return true;
}

static enum fate
refuse(struct reading *r, const char *column, enum diag_id id, struct str s)
{
	size_t c = dialect_column(r, column);

	diag(r->sink, id, sheet_place(r->sheet, c == NO_COLUMN ? 0 : c),
	    str_dup(r->arena, s), column);
	return FATE_REFUSE;
}

static enum fate
read_tidy(struct reading *r, struct fact *f)
{
	static const char statuses[] =
	    "- estimated modelled imputed provisional forecast break "
	    "definition unreliable missing not-collected not-applicable "
	    "suppressed";
	struct str s = dialect_field(r, "period");
	int i;

	if (!period_parse(s, &f->period))
		return refuse(r, "period", DIAG_OBS_PERIOD, s);
	s = dialect_field(r, "known");
	if (s.n > 0 && !date_parse(s, &f->known))
		return refuse(r, "known", DIAG_CELL_DATE, s);
	s = dialect_field(r, "age");
	if (s.n > 0 && !cell_is_age(s))
		return refuse(r, "age", DIAG_OBS_AGE, s);
	f->age = str_dup(r->arena, s);
	s = dialect_field(r, "group");
	if (s.n > 0 && !cell_is_group(s))
		return refuse(r, "group", DIAG_OBS_GROUP, s);
	r->group.n = 0;
	buf_str(&r->group, s);
	s = dialect_field(r, "status");
	i = s.n > 0 ? cell_choice(s, statuses) : 0;
	if (i >= 0)
		f->figure.status = (enum obs_status)i;
	s = dialect_field(r, "comparator");
	i = s.n > 0 ? cell_choice(s, "- ~ < >") : 0;
	if (i >= 0)
		f->figure.comparator = (enum comparator)i;
	f->place = str_dup(r->arena, dialect_field(r, "place"));
	f->source = str_dup(r->arena, dialect_field(r, "source"));
	f->access = str_dup(r->arena, dialect_field(r, "access"));
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
