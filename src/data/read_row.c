/* SPDX-License-Identifier: MIT */
/*
 * data/read_row.c - the rows of a recognised file as statements
 *
 * A row is asked for its area and indicator first; only if both are wanted it
 * is split, checked and read.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"
#include "data/sdmx_code.h"

static void
refuse_value(struct reading *r, size_t column, struct str text)
{
	r->count.bad++;
	diag(r->sink, DIAG_READ_VALUE, sheet_place(r->sheet, column),
	    str_dup(r->arena, text));
}

static void
read_status(struct reading *r, struct fact *f, struct str code)
{
	const struct sdmx_status *s;

	if (code.n == 0)
		return;
	s = sdmx_status(code);
	if (!s) {
		dialect_note(r, str_from(arena_printf(
				    r->arena, "status %.*s", STR_ARG(code))));
		return;
	}
	f->figure.status = s->status;
	if (s->comparator != CMP_EQUAL)
		f->figure.comparator = s->comparator;
	if (s->note)
		dialect_note(r, str_from(s->note));
}

/* A bound or base: its plain number, "" when it is none. */
static void
read_number(struct reading *r, size_t column, char out[FIGURE_TEXT])
{
	struct str s = dialect_code(r, column);
	struct figure f;

	figure_parse(s, r->comma_decimal, &f);
	if (f.kind == FIGURE_VALUE && f.value[0])
		memcpy(out, f.value, FIGURE_TEXT);
	else if (f.kind == FIGURE_BAD)
		dialect_quirk(r, "a bound or base that is no number is left "
				 "out");
}

struct extras {
	struct fact fact;
	char low[FIGURE_TEXT], high[FIGURE_TEXT];
	int power;
};

/* Everything that is the same for all values of a row. */
static void
read_extras(struct reading *r, struct extras *x)
{
	struct fact *f = &x->fact;
	struct str s;
	long power;
	size_t i;

	for (i = 0; i < r->ncolumns; i++) {
		const struct column *c = &r->columns[i];

		if (c->role == ROLE_NONE || c->role >= ROLE_SERIES)
			continue;
		s = dialect_code(r, i);
		if (s.n == 0)
			continue;
		switch (c->role) {
		case ROLE_TITLE:
			sheet_field(r->sheet, i, &f->title);
			break;
		case ROLE_LOW:
			read_number(r, i, x->low);
			break;
		case ROLE_HIGH:
			read_number(r, i, x->high);
			break;
		case ROLE_BASE:
			read_number(r, i, f->base);
			break;
		case ROLE_STATUS:
			read_status(r, f, s);
			break;
		case ROLE_CONF:
			if (!sdmx_is_free(s))
				f->access = "restricted";
			break;
		case ROLE_POWER:
			power = strtol(str_dup(r->arena, s), NULL, 10);
			x->power = power > -30 && power < 30 ? (int)power : 0;
			break;
		case ROLE_SEX:
			dialect_sex(r, f, s);
			break;
		case ROLE_AGE:
			dialect_age(r, f, s);
			break;
		case ROLE_DIM:
			if (!sdmx_is_total(s))
				dialect_group(r, c->name, s);
			break;
		case ROLE_NOTE:
			sheet_field(r->sheet, i, &s);
			dialect_note(r, s);
			break;
		default:
			break;
		}
	}
}

/* What the cell says together with the row's status and bounds. */
static bool
join_figure(struct extras *x, const struct figure *cell, bool range_alone)
{
	struct figure *f = &x->fact.figure;
	enum obs_status status = f->status;
	enum comparator comparator = f->comparator;

	*f = *cell;
	if (cell->comparator == CMP_EQUAL && cell->value[0])
		f->comparator = comparator;
	if (cell->status == OBS_NORMAL || cell->kind == FIGURE_ABSENT)
		f->status = status;
	if (f->kind == FIGURE_EMPTY && range_alone && (x->low[0] || x->high[0]))
		f->kind = FIGURE_VALUE;
	if (f->kind == FIGURE_EMPTY || f->kind == FIGURE_ABSENT) {
		if (status < OBS_MISSING)
			return false;
		f->kind = FIGURE_REASON;
		return true;
	}
	if (f->kind == FIGURE_REASON)
		return true;
	if (f->low[0] == '\0' && f->high[0] == '\0') {
		memcpy(f->low, x->low, FIGURE_TEXT);
		memcpy(f->high, x->high, FIGURE_TEXT);
	}
	if (f->status >= OBS_MISSING) /* a value all the same: 0 as filler */
		f->kind = FIGURE_REASON;
	return (f->value[0] == '\0' || figure_shift(f->value, x->power)) &&
	       (f->low[0] == '\0' || figure_shift(f->low, x->power)) &&
	       (f->high[0] == '\0' || figure_shift(f->high, x->power));
}

/* What the column itself says of its values. */
static void
read_column(struct reading *r, struct fact *f, const struct column *c)
{
	struct period p;

	if (c->role == ROLE_SERIES)
		f->indicator = str_from(r->other ? c->other : c->name);
	if (c->role == ROLE_YEAR)
		f->period = c->period;
	if (c->sex)
		f->sex = c->sex;
	if (c->age)
		f->age = c->age;
	if (c->status != OBS_NORMAL && f->figure.status == OBS_NORMAL)
		f->figure.status = c->status;
	if (c->year_from > 0 &&
	    figure_period(dialect_code(r, c->year_from - 1), &p) &&
	    period_compare(p, f->period) != 0) {
		f->period = p;
		dialect_quirk(r, "values borrowed from another year are filed "
				 "under that year");
	}
}

/* A cell with a value: hand it on.  True when there was one. */
static bool
read_cell(struct reading *r, const struct extras *row, size_t column)
{
	const struct column *c = &r->columns[column];
	struct extras x = *row;
	struct figure cell;
	struct str s = {"", 0};

	sheet_field(r->sheet, column, &s);
	if (r->labels && s.n > 0 && str_find(s, ':', 0) < s.n)
		s = dialect_code(r, column);
	figure_parse(s, r->comma_decimal, &cell);
	x.fact.status = x.fact.figure.status;
	if (r->dialect->tidy) /* its type is known by the indicator only */
		x.fact.text = str_dup(r->arena, s);
	else if (cell.kind == FIGURE_BAD) {
		refuse_value(r, column, s);
		return false;
	}
	if (!join_figure(&x, &cell, r->dialect->tidy) &&
	    x.fact.text[0] == '\0') {
		r->count.empty++;
		return false;
	}
	if (cell.marked)
		dialect_quirk(r, "thousands marks, percent signs or decimal "
				 "commas in numbers");
	if (cell.comparator != CMP_EQUAL)
		dialect_quirk(r, "values with '<', '>' or '~'");
	read_column(r, &x.fact, c);
	x.fact.line = sheet_line(r->sheet);
	x.fact.column = column;
	r->count.values++;
	if (r->wish->fact)
		r->wish->fact(r->wish->ctx, &x.fact);
	return true;
}

static bool
read_period(struct reading *r, struct fact *f)
{
	struct str s = dialect_code(r, r->period);

	if (r->period == NO_COLUMN || f->period.from.year != 0)
		return true;
	if (figure_period(s, &f->period))
		return true;
	diag(r->sink, DIAG_READ_PERIOD, sheet_place(r->sheet, r->period),
	    str_dup(r->arena, s));
	return false;
}

/* Whether a column can be asked for; reports and counts the row if not. */
static bool
has_column(struct reading *r, size_t column)
{
	struct str s;

	if (column == NO_COLUMN || sheet_field(r->sheet, column, &s))
		return true;
	sheet_check(r->sheet);
	r->count.refused++;
	return false;
}

/* Whether the row's area and indicator are wanted; counts it if not. */
static bool
is_wanted(struct reading *r, struct fact *f)
{
	const struct read_wish *w = r->wish;

	if (!has_column(r, r->area) || !has_column(r, r->indicator))
		return false;

	r->other = false;
	if (r->dialect->area)
		f->area = r->dialect->area(r);
	else if (r->fixed_area)
		f->area = str_from(r->fixed_area);
	else
		f->area = dialect_code(r, r->area);
	if (w->area && !w->area(w->ctx, f->area)) {
		r->count.skipped[SKIP_AREA]++;
		return false;
	}
	f->indicator = r->dialect->series ? r->dialect->series(r)
					  : dialect_code(r, r->indicator);
	if (w->indicator && f->indicator.n > 0 &&
	    !w->indicator(w->ctx, f->indicator)) {
		r->count.skipped[SKIP_INDICATOR]++;
		return false;
	}
	return true;
}

static void
count_cells(struct reading *r, const struct extras *x)
{
	size_t i, kept = 0, cells = 0, bad = r->count.bad;

	for (i = 0; i < r->ncolumns; i++) {
		const struct column *c = &r->columns[i];

		if (c->role == ROLE_SERIES &&
		    !(r->other ? c->other_wanted : c->wanted))
			continue;
		if (c->role != ROLE_VALUE && c->role != ROLE_SERIES &&
		    c->role != ROLE_YEAR)
			continue;
		cells++;
		kept += read_cell(r, x, i);
	}
	if (kept > 0)
		r->count.kept++;
	else if (r->count.bad > bad)
		r->count.refused++;
	else if (cells == 0)
		r->count.skipped[SKIP_INDICATOR]++;
	else
		r->count.skipped[SKIP_EMPTY]++;
	if (kept == 0)
		r->count.empty -= cells - (r->count.bad - bad);
}

/* Nothing but separators. */
static bool
is_void(struct reading *r)
{
	struct str s;
	size_t i;

	for (i = 0; sheet_field(r->sheet, i, &s); i++)
		if (s.n > 0)
			return false;
	return sheet_sound(r->sheet) && i >= sheet_fields(r->sheet);
}

static void
read_row(struct reading *r)
{
	struct extras x = {.fact = {.place = "",
			       .sex = "",
			       .age = "",
			       .group = "",
			       .access = "",
			       .source = "",
			       .locator = "",
			       .text = "",
			       .note = ""}};
	enum fate fate = FATE_KEEP;

	if (is_void(r)) {
		r->count.skipped[SKIP_EMPTY]++;
		return;
	}
	if (r->dialect->footer && r->dialect->footer(r)) {
		r->count.skipped[SKIP_FOOTER]++;
		return;
	}
	if (!is_wanted(r, &x.fact))
		return;
	r->group.n = r->note.n = 0;
	if (!sheet_check(r->sheet)) {
		r->count.refused++;
		return;
	}
	if (r->dialect != &dialect_hxl && sheet_fields(r->sheet) > r->ncolumns)
		dialect_quirk(r, "fields in columns without a name are left "
				 "out");
	read_extras(r, &x);
	if (r->dialect->row)
		fate = r->dialect->row(r, &x.fact);
	if (fate == FATE_SKIP)
		r->count.skipped[SKIP_DETAIL]++;
	else if (fate == FATE_FOOTER)
		r->count.skipped[SKIP_FOOTER]++;
	if (fate == FATE_REFUSE ||
	    (fate == FATE_KEEP && !read_period(r, &x.fact)))
		r->count.refused++;
	else if (fate == FATE_KEEP) {
		if (r->group.n > 0)
			x.fact.group = r->group.p;
		if (r->note.n > 0)
			x.fact.note = r->note.p;
		count_cells(r, &x);
	}
}

static void
ask_series(struct reading *r)
{
	const struct read_wish *w = r->wish;
	size_t i;

	for (i = 0; i < r->ncolumns; i++) {
		struct column *c = &r->columns[i];

		if (c->role != ROLE_SERIES)
			continue;
		c->wanted =
		    !w->indicator || w->indicator(w->ctx, str_from(c->name));
		c->other_wanted =
		    c->other &&
		    (!w->indicator || w->indicator(w->ctx, str_from(c->other)));
	}
}

void
read_run(struct reading *r, const struct read_wish *wish)
{
	enum sheet_state state;
	unsigned line;

	r->wish = wish;
	ask_series(r);
	while ((state = sheet_next(r->sheet)) != SHEET_END) {
		r->count.rows++;
		if (state == SHEET_BAD)
			r->count.refused++;
		else
			read_row(r);
	}
	if (sheet_windows(r->sheet, &line) > 0) {
		dialect_quirk(r, "fields in Windows-1252");
		r->quirks.v[r->quirks.n - 1].count =
		    sheet_windows(r->sheet, &line);
		r->quirks.v[r->quirks.n - 1].line = line;
	}
}
