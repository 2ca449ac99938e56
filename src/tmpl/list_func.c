/* SPDX-License-Identifier: MIT */
/*
 * tmpl/list_func.c - filters for rows of studies: what there is, how many of
 * them, for how long
 *
 * Words for shares of a count follow the scale that Education Scotland prints
 * in "Terms we use in the inspection process" (almost all: over 90%, most: 75%
 * to 90%, majority: 50% to 74%, less than half: 15% to 49%, few: up to 15%),
 * with "about half" put in from 45% to 55%.  They are words for a base, so
 * without one there is none.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/map.h"
#include "tmpl/func.h"

/* --- distinct --- */

static struct value
rows_of(struct call *c)
{
	return c->in.kind == VALUE_TABLE ? record_list(c->t, c->in.schema, true)
					 : c->in;
}

/* What tells two values apart. */
static struct str
key_of(struct call *c, const struct value *v)
{
	struct value x = *v;

	if (v->kind == VALUE_AREA)
		return str_from(v->area->id);
	if (v->kind == VALUE_RECORD)
		return str_from(v->record->key);
	x = form_default(c->t, &x, c->at);
	return x.kind == VALUE_TEXT ? value_plain(c->t->arena, &x) : STR("");
}

/* distinct(field): the first row of each value of a field. */
static struct value
run_distinct(struct call *c)
{
	struct value list = rows_of(c), *items, f;
	struct map *seen = map_new(c->t->arena);
	const char *field;
	size_t i, n = 0;
	bool found;

	if (!func_text(c, 0, &field))
		return func_wrong(c, 0, "the name of a field in quotes");
	items = ARENA_ARRAY(c->t->arena, struct value, list.n);
	for (i = 0; i < list.n; i++) {
		f = attr_field(c->t, &list.items[i], field, &found);
		if (!found)
			return attr_get(
			    c->t, &list.items[i], field, c->arg_at[0]);
		if (f.kind == VALUE_MISSING || f.kind == VALUE_ERROR ||
		    map_find(seen, key_of(c, &f)))
			continue;
		map_put(seen, key_of(c, &f), c);
		items[n++] = list.items[i];
	}
	return value_list(items, n);
}

/* --- flat, since --- */

/* flat: the items of the lists and record files of a list, as one list. */
static struct value
run_flat(struct call *c)
{
	VEC(struct value) all = {0};
	struct value list = rows_of(c), part;
	size_t i, k;

	for (i = 0; i < list.n; i++) {
		part = list.items[i];
		if (part.kind == VALUE_TABLE)
			part = record_list(c->t, part.schema, false);
		for (k = 0; part.kind == VALUE_LIST && k < part.n; k++)
			VEC_PUSH(c->t->arena, &all, part.items[k]);
		if (part.kind != VALUE_LIST)
			VEC_PUSH(c->t->arena, &all, part);
	}
	return value_list(all.v, all.n);
}

/* since(date): the rows and observations that became known after it. */
static struct value
run_since(struct call *c)
{
	const struct value *from = &c->args[0];
	struct value list = c->in, *items, known;
	size_t i, n = 0;
	bool found;

	if (from->kind != VALUE_DATE)
		return func_wrong(c, 0, "a date");
	if (list.kind == VALUE_TABLE)
		list = record_list(c->t, list.schema, false);
	items = ARENA_ARRAY(c->t->arena, struct value, list.n);
	for (i = 0; i < list.n; i++) {
		known = attr_field(c->t, &list.items[i], "known", &found);
		if (!found)
			return attr_get(c->t, &list.items[i], "known", c->at);
		if (known.kind == VALUE_DATE &&
		    date_is_after(known.date, from->date))
			items[n++] = list.items[i];
	}
	return value_list(items, n);
}

/* --- total --- */

/* The sum of a column over rows, hidden counts included; missing where a row
 * has none, or where the sum would give a hidden count away. */
static struct value
run_total(struct call *c)
{
	struct value list = rows_of(c), v;
	double sum = 0, inside = 0;
	size_t i, hidden = 0;
	const char *field;

	if (!func_text(c, 0, &field))
		return func_wrong(c, 0, "the name of a field in quotes");
	for (i = 0; i < list.n; i++) {
		const struct record *r = list.items[i].record;
		size_t k = list.items[i].kind == VALUE_RECORD
			       ? record_column(r->schema, field)
			       : SIZE_MAX;

		if (k == SIZE_MAX || r->schema->fields[k].type != FIELD_NUMBER)
			return func_wrong(c, 0, "a column of numbers");
		if (!*r->cells[k].text)
			return value_missing(ABSENT_ABSENT, field);
		sum += r->cells[k].number;
		if (view_hides(c->t->view, r, k)) {
			inside += r->cells[k].number;
			hidden++;
		}
	}
	if (hidden == 1 || (hidden > 0 && inside < c->t->view->rule.threshold))
		return value_missing(ABSENT_SUPPRESSED, field);
	v = value_number(sum, -1, "");
	if (hidden == 0) /* else it could not be computed again */
		v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* --- quantifier --- */

static const struct {
	double from; /* per cent */
	const char *path;
} scale[] = {
    {100, "quantifier.all"},
    {90, "quantifier.nearly_all"},
    {75, "quantifier.most"},
    {55, "quantifier.majority"},
    {45, "quantifier.half"},
    {15, "quantifier.minority"},
    {0, "quantifier.few"},
};

/* quantifier(of): "most" for 7 of 8; missing without a base. */
static struct value
run_quantifier(struct call *c)
{
	struct value in = c->in;
	const char *word;
	double of, share;
	size_t i = 0;

	if (!func_number(c, 0, &of) ||
	    !eval_number(c->t, &in, c->at, "quantifier"))
		return value_error;
	if (of < 1)
		return value_missing(
		    ABSENT_ABSENT, "a base for the words of a share");
	share = in.number / of * 100;
	if (in.number < 0 || share > 100)
		return func_wrong(c, 0, "at least as large as the count");
	while (share < scale[i].from || (i == 1 && share <= 90))
		i++;
	word =
	    form_word(c->t, in.number == 0 ? "quantifier.none" : scale[i].path);
	return value_printed(
	    c->t->arena, &c->in, str_from(word), func_format(c), -1);
}

/* --- fill --- */

/* fill(place: "Poipet"): a text of the data with {place} filled in. */
static struct value
run_fill(struct call *c)
{
	struct str s = value_plain(c->t->arena, &c->in), name;
	const struct expr *e = c->e;
	struct buf b = {0};
	struct value v;
	size_t i, k, end;

	for (i = 0; i < s.n; i = end) {
		end = i + 1;
		if (s.p[i] == '{') {
			end = str_find(s, '}', i) + (str_find(s, '}', i) < s.n);
			name = str_slice(s, i + 1, end - 1);
		}
		for (k = 0; s.p[i] == '{' && k < e->nargs; k++)
			if (e->args[k].name && str_is(name, e->args[k].name))
				break;
		if (s.p[i] != '{' || k == e->nargs) {
			buf_str(&b, str_slice(s, i, end));
			continue;
		}
		v = eval_expr(c->t, e->args[k].value);
		v = form_default(c->t, &v, e->args[k].at);
		if (v.kind != VALUE_TEXT) {
			buf_free(&b);
			return v;
		}
		buf_str(&b, value_plain(c->t->arena, &v));
	}
	return value_text(c->t->arena, buf_take(&b, c->t->arena));
}

/* --- days and months --- */

/* Days since 1 March of the year 0, by the civil calendar. */
static long
day_number(struct date d)
{
	long y = d.month > 2 ? d.year : d.year - 1;
	long m = d.month > 2 ? d.month - 3 : d.month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d.day;
}

/* days(to): calendar days from a date to another, both counted. */
static struct value
run_days(struct call *c)
{
	const struct value *to = &c->args[0];
	struct value v;
	long n;

	if (to->kind != VALUE_DATE || !to->date.day)
		return func_wrong(c, 0, "a date with its day");
	if (!c->in.date.day) {
		diag(c->t->sink, DIAG_TMPL_FILTER_KIND, c->at, "days",
		    "a date with its day", "a month or year");
		return value_error;
	}
	n = day_number(to->date) - day_number(c->in.date) + 1;
	v = value_number((double)n, 0, "day");
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* months(to): from the month of a date to that of another. */
static struct value
run_months(struct call *c)
{
	const struct value *to = &c->args[0];
	struct date from = c->in.date;
	struct value v;

	if (to->kind != VALUE_DATE || !to->date.month)
		return func_wrong(c, 0, "a date with its month");
	if (!from.month) {
		diag(c->t->sink, DIAG_TMPL_FILTER_KIND, c->at, "months",
		    "a date with its month", "a year");
		return value_error;
	}
	v = value_number(
	    (to->date.year - from.year) * 12.0 + to->date.month - from.month, 0,
	    "month");
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

const struct filter func_lists[] = {
    {"distinct", {"field"}, TAKES_LISTS, "rows", FUNC_NEEDS(1), run_distinct},
    {"flat", {NULL}, TAKES(VALUE_LIST), "a list of lists", 0, run_flat},
    {"since", {"date"}, TAKES_LISTS, "rows or observations", FUNC_NEEDS(1),
	run_since},
    {"total", {"field"}, TAKES_LISTS, "rows", FUNC_NEEDS(1), run_total},
    {"quantifier", {"of"}, TAKES_NUMBER, "a count", FUNC_NEEDS(1),
	run_quantifier},
    {"fill", {NULL}, TAKES_WORDS, "a text", FUNC_ANY, run_fill},
    {"days", {"to"}, TAKES(VALUE_DATE), "a date", FUNC_NEEDS(1), run_days},
    {"months", {"to"}, TAKES(VALUE_DATE), "a date", FUNC_NEEDS(1), run_months},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
