/* SPDX-License-Identifier: MIT */
/*
 * tmpl/cond.c - comparisons, tests, and, or, not
 *
 * An observation is a point, a range or an inequality.  Each is an interval
 * here, with ends that belong to it or not, so that "less than 10" < 12 is
 * answered and "less than 10" < 8 is not.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/num.h"
#include "tmpl/engine.h"

struct span {
	double low, high;
	bool low_open, high_open;
};

static bool
span_of_obs(const struct obs *o, struct span *s)
{
	if (o->indicator->type != IND_NUMBER)
		return false;
	*s = (struct span){-HUGE_VAL, HUGE_VAL, false, false};
	if (isnan(o->value)) {
		if (!isnan(o->low))
			s->low = o->low;
		if (!isnan(o->high))
			s->high = o->high;
	} else if (o->comparator == CMP_LESS) {
		s->high = o->value;
		s->high_open = true;
	} else if (o->comparator == CMP_MORE) {
		s->low = o->value;
		s->low_open = true;
	} else {
		s->low = s->high = o->value;
	}
	return true;
}

static bool
span_of(const struct value *v, struct span *s)
{
	switch (v->kind) {
	case VALUE_NUMBER:
		*s = (struct span){v->number, v->number, false, false};
		return true;
	case VALUE_RANGE:
		*s = (struct span){isnan(v->low) ? -HUGE_VAL : v->low,
		    isnan(v->high) ? HUGE_VAL : v->high, false, false};
		return true;
	case VALUE_OBS:
		return span_of_obs(v->obs, s);
	default:
		return false;
	}
}

/* a < b, or a <= b with `equal`: 1, 0, or -1 if the bounds do not tell. */
static int
below(const struct span *a, const struct span *b, bool equal)
{
	bool open;

	open = a->high_open || b->low_open;
	if (a->high < b->low || (a->high == b->low && (open || equal)))
		return 1;
	open = a->low_open || b->high_open;
	if (a->low > b->high || (a->low == b->high && (open || !equal)))
		return 0;
	return -1;
}

static int
compare_spans(const struct span *a, const struct span *b, const char *op)
{
	int less, more;

	switch (op[0]) {
	case '<':
		return below(a, b, op[1] == '=');
	case '>':
		return below(b, a, op[1] == '=');
	default:
		less = below(a, b, false);
		more = below(b, a, false);
		if (less == 1 || more == 1)
			return op[0] == '!';
		if (less == 0 && more == 0)
			return op[0] == '=';
		return -1;
	}
}

/* The first part of a date that both have differs: order at the coarser
 * precision. */
static int
compare_dates(struct date a, struct date b, const char *op)
{
	int c = date_is_after(a, b) ? 1 : date_is_after(b, a) ? -1 : 0;

	switch (op[0]) {
	case '<':
		return op[1] ? c <= 0 : c < 0;
	case '>':
		return op[1] ? c >= 0 : c > 0;
	default:
		return op[0] == '!' ? c != 0 : c == 0;
	}
}

static bool
date_of(struct tmpl *t, const struct value *v, struct date *d)
{
	if (v->kind == VALUE_DATE)
		*d = v->date;
	else if (v->kind == VALUE_OBS && v->obs->indicator->type == IND_DATE)
		*d = v->obs->date;
	else if (v->kind == VALUE_NUMBER && v->number >= 1 && v->number <= 9999)
		*d = (struct date){.year = (short)v->number};
	else
		return v->kind == VALUE_TEXT &&
		       date_parse(value_plain(t->arena, v), d);
	return true;
}

/* The words by which areas, records and codes are told apart. */
static bool
identity(struct tmpl *t, const struct value *v, struct str *s)
{
	switch (v->kind) {
	case VALUE_TEXT:
	case VALUE_CODE:
		*s = value_plain(t->arena, v);
		return true;
	case VALUE_AREA:
		*s = str_from(v->area->id);
		return true;
	case VALUE_RECORD:
		*s = str_from(v->record->key);
		return true;
	case VALUE_SERIES:
		*s = str_from(v->key.indicator->id);
		return true;
	case VALUE_OBS:
		*s = str_from(v->obs->text);
		return v->obs->indicator->type == IND_TEXT;
	default:
		return false;
	}
}

/* A record's key begins with its report or study; its id stands alone too. */
bool
cond_same(struct tmpl *t, const struct value *a, const struct value *b)
{
	struct str x, y;

	if (a->kind == VALUE_RECORD && b->kind == VALUE_RECORD)
		return a->record == b->record;
	if (!identity(t, a, &x) || !identity(t, b, &y))
		return false;
	if (str_eq(x, y))
		return true;
	if (a->kind == VALUE_RECORD)
		return str_is(y, record_text(a->record, "id")) && y.n;
	if (b->kind == VALUE_RECORD)
		return str_is(x, record_text(b->record, "id")) && x.n;
	return false;
}

static int
wrong_kinds(struct tmpl *t, const struct expr *e, const struct value *a,
    const struct value *b)
{
	const struct value *v = strcmp(value_what(a), "a verdict") == 0 ? a : b;

	if (strcmp(value_what(v), "a verdict") == 0)
		diag(t->sink, DIAG_TMPL_VERDICT_COMPARED, e->at,
		    v->key.indicator->id, v->key.indicator->id);
	else
		diag(t->sink, DIAG_TMPL_COMPARE_KINDS, e->at, value_what(a),
		    value_what(b));
	return -1;
}

static int
compare_values(struct tmpl *t, const struct expr *e, const struct value *a,
    const struct value *b)
{
	struct span x, y;
	struct date d, f;
	struct str s;
	int truth;

	if (a->kind == VALUE_OBS && b->kind == VALUE_OBS &&
	    !care_pair(t, a->obs, b->obs, e->at))
		return -1;
	if (span_of(a, &x) && span_of(b, &y)) {
		truth = compare_spans(&x, &y, e->name);
		if (truth < 0)
			diag(t->sink, DIAG_TMPL_UNDECIDED, e->at,
			    STR_ARG(e->src));
		return truth;
	}
	if ((a->kind == VALUE_DATE || b->kind == VALUE_DATE ||
		a->kind == VALUE_OBS || b->kind == VALUE_OBS) &&
	    date_of(t, a, &d) && date_of(t, b, &f))
		return compare_dates(d, f, e->name);
	if (strchr("=!", e->name[0])) {
		if (a->kind == VALUE_BOOL && b->kind == VALUE_BOOL)
			return (a->truth == b->truth) == (e->name[0] == '=');
		if (identity(t, a, &s) && identity(t, b, &s))
			return cond_same(t, a, b) == (e->name[0] == '=');
	}
	return wrong_kinds(t, e, a, b);
}

/* Is an area a member of the group with an id? */
static bool
is_member(struct tmpl *t, const struct area *a, const struct value *group)
{
	const struct area **all;
	size_t n = attr_members(
	    t, str_dup(t->arena, value_plain(t->arena, group)), &all);

	for (size_t i = 0; i < n; i++)
		if (all[i] == a)
			return true;
	return false;
}

/* a in b: a list, the members of a region, or of a group by its id. */
static int
contains(struct tmpl *t, const struct expr *e, const struct value *a,
    const struct value *b)
{
	struct value all = *b;
	bool found, is_in = false;
	size_t i;

	if (a->kind == VALUE_AREA && b->kind == VALUE_TEXT)
		return is_member(t, a->area, b) != e->negated;
	if (b->kind == VALUE_AREA)
		all = attr_field(t, b, "members", &found);
	else if (b->kind == VALUE_TABLE)
		all = record_list(t, b->schema, true);
	if (all.kind != VALUE_LIST) {
		diag(t->sink, DIAG_TMPL_NOT_A_LIST, e->b->at, value_what(b));
		return -1;
	}
	for (i = 0; i < all.n && !is_in; i++) {
		struct span x, y;

		if (span_of(a, &x) && span_of(&all.items[i], &y))
			is_in = compare_spans(&x, &y, "==") == 1;
		else
			is_in = cond_same(t, a, &all.items[i]);
	}
	return is_in != e->negated;
}

/* Is it an empty cell in `where`, which only == and != may meet? */
static bool
is_empty_cell(const struct tmpl *t, const struct value *v)
{
	return t->selecting && v->kind == VALUE_MISSING && v->truth;
}

static int
compare(struct tmpl *t, const struct expr *e)
{
	struct value a = eval_expr(t, e->a), b = eval_expr(t, e->b);
	bool in = strcmp(e->name, "in") == 0;

	if (a.kind == VALUE_ERROR || b.kind == VALUE_ERROR)
		return -1;
	if ((in || strchr("=!", e->name[0])) &&
	    (is_empty_cell(t, &a) || is_empty_cell(t, &b)))
		return in ? e->negated : e->name[0] == '!';
	/* the key of a series decides "==" with a name, its value with a
	 * number */
	if (!(a.kind == VALUE_SERIES && b.kind == VALUE_SERIES &&
		strchr("=!", e->name[0])) &&
	    !(in && a.kind == VALUE_SERIES)) {
		a = access_newest(t, &a);
		b = access_newest(t, &b);
	}
	if (a.kind == VALUE_MISSING || b.kind == VALUE_MISSING) {
		eval_missing(
		    t, a.kind == VALUE_MISSING ? &a : &b, e->at, "compared");
		return -1;
	}
	return in ? contains(t, e, &a, &b) : compare_values(t, e, &a, &b);
}

/* --- tests --- */

static const char *const verdict_names[] = {
    "", "yes", "no", "partial", "not_full", "unclear"};
static const char *const status_names[] = {"normal", "estimated", "modelled",
    "imputed", "provisional", "forecast", "break", "definition", "unreliable"};

const char *
cond_verdict(enum verdict v)
{
	return verdict_names[v];
}

static int
index_of(const char *const *names, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

/* Is the word one of a blank-separated list? */
bool
cond_has_word(const char *list, const char *word)
{
	size_t n = strlen(word);
	const char *p = list;

	for (; p && (p = strstr(p, word)) != NULL; p += n)
		if ((p == list || p[-1] == ' ') &&
		    (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static int
no_state(struct tmpl *t, const struct value *v, const char *state,
    const char *states, struct place at)
{
	diag(t->sink, DIAG_TMPL_NO_STATE, at, state, value_what(v), states);
	return -1;
}

static int
test_obs(
    struct tmpl *t, const struct value *v, const char *state, struct place at)
{
	const struct obs *o = v->obs;
	int i = index_of(verdict_names, 6, state);

	if (o->indicator->type == IND_VERDICT && i > 0)
		return o->verdict == (enum verdict)i;
	i = index_of(status_names, 9, state);
	if (i >= 0)
		return o->status == (enum obs_status)i;
	return no_state(t, v, state,
	    o->indicator->type == IND_VERDICT
		? "known, unknown, yes, no, partial, not_full, unclear"
		: "known, unknown, estimated, forecast",
	    at);
}

static int
test_date(
    struct tmpl *t, const struct value *v, const char *state, struct place at)
{
	struct date cutoff = t->view->rule.cutoff;

	if (strcmp(state, "past") != 0 && strcmp(state, "future") != 0)
		return no_state(
		    t, v, state, "known, unknown, past, future", at);
	if (!cutoff.year)
		cutoff.year = (short)t->env.edition_year;
	return date_is_after(cutoff, v->date) == (state[0] == 'p');
}

int
cond_test(struct tmpl *t, const struct value *value, const char *state,
    struct place at)
{
	struct value v = access_newest(t, value);
	bool known = strcmp(state, "known") == 0;

	if (v.kind == VALUE_ERROR)
		return -1;
	if (known || strcmp(state, "unknown") == 0)
		return (v.kind != VALUE_MISSING &&
			   (v.kind != VALUE_LIST || v.n > 0)) == known;
	switch (v.kind) {
	case VALUE_MISSING:
		eval_missing(t, &v, at, "tested");
		return -1;
	case VALUE_OBS:
		return test_obs(t, &v, state, at);
	case VALUE_DATE:
		return test_date(t, &v, state, at);
	case VALUE_CODE:
		if (v.list && !cond_has_word(v.list, state))
			return no_state(t, &v, state,
			    arena_printf(t->arena, "known unknown %s", v.list),
			    at);
		return strcmp(v.text, state) == 0;
	case VALUE_TEXT:
		return str_is(value_plain(t->arena, &v), state);
	default:
		return no_state(t, &v, state, "known, unknown", at);
	}
}

static int
test(struct tmpl *t, const struct expr *e)
{
	struct value v = eval_expr(t, e->a);
	int truth = cond_test(t, &v, e->name, e->at);

	return truth < 0 ? -1 : truth != e->negated;
}

/* --- conditions --- */

static int
no_condition(struct tmpl *t, const struct expr *e, const struct value *v)
{
	if (v->kind == VALUE_MISSING)
		eval_missing(t, v, e->at, "a condition");
	else if (v->kind != VALUE_ERROR)
		diag(t->sink, DIAG_TMPL_NO_CONDITION, e->at, value_what(v),
		    STR_ARG(e->src), STR_ARG(e->src));
	return -1;
}

int
cond_eval(struct tmpl *t, const struct expr *e)
{
	struct value v;
	int a;

	switch (e->kind) {
	case EXPR_AND:
		a = cond_eval(t, e->a);
		return a == 1 ? cond_eval(t, e->b) : a;
	case EXPR_OR:
		a = cond_eval(t, e->a);
		return a == 0 ? cond_eval(t, e->b) : a;
	case EXPR_NOT:
		a = cond_eval(t, e->a);
		return a < 0 ? a : !a;
	case EXPR_COMPARE:
		return compare(t, e);
	case EXPR_TEST:
		return test(t, e);
	case EXPR_TREND:
		return claim_trend(t, e);
	default:
		v = eval_expr(t, e);
		return v.kind == VALUE_BOOL ? v.truth : no_condition(t, e, &v);
	}
}

/* --- order --- */

/* Numbers in front are compared as numbers: "9" before "41" before "41a". */
static int
natural(struct tmpl *t, struct str a, struct str b)
{
	char *p, *q;
	double x = strtod(str_dup(t->arena, a), &p);
	double y = strtod(str_dup(t->arena, b), &q);
	bool na = a.n && strchr("0123456789", a.p[0]);
	bool nb = b.n && strchr("0123456789", b.p[0]);

	(void)p;
	(void)q;
	if (na && nb && x != y)
		return x < y ? -1 : 1;
	if (na != nb)
		return na ? -1 : 1;
	return locale_compare(t->locale, a, b);
}

static int
rank_of_kind(const struct value *v)
{
	return v->kind == VALUE_MISSING || v->kind == VALUE_ERROR ? 1 : 0;
}

int
cond_order(struct tmpl *t, const struct value *a, const struct value *b)
{
	struct span x, y;
	struct date d, f;
	struct str p, q;

	if (rank_of_kind(a) || rank_of_kind(b))
		return rank_of_kind(a) - rank_of_kind(b);
	if (span_of(a, &x) && span_of(b, &y)) {
		double m = isfinite(x.low) ? x.low : x.high;
		double n = isfinite(y.low) ? y.low : y.high;

		return m < n ? -1 : m > n;
	}
	if (a->kind == VALUE_DATE && b->kind == VALUE_DATE) {
		date_of(t, a, &d);
		date_of(t, b, &f);
		return date_compare(d, f);
	}
	if (a->kind == VALUE_AREA && b->kind == VALUE_AREA) {
		const char *m = attr_area_name(t, a->area, "short");
		const char *n = attr_area_name(t, b->area, "short");

		return locale_compare(t->locale, str_from(m ? m : a->area->id),
		    str_from(n ? n : b->area->id));
	}
	if (a->kind == VALUE_BOOL && b->kind == VALUE_BOOL)
		return b->truth - a->truth;
	if (identity(t, a, &p) && identity(t, b, &q))
		return natural(t, p, q);
	return (a->kind > b->kind) - (a->kind < b->kind);
}
