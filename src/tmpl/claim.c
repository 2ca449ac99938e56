/* SPDX-License-Identifier: MIT */
/* tmpl/claim.c - rises, falls, holds; why a claim does not hold */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "stat/compare.h"
#include "stat/decimal.h"
#include "tmpl/engine.h"

static bool
is_point(struct tmpl *t, const struct value *v, struct place at)
{
	struct value copy = *v;

	return v->kind == VALUE_OBS && eval_number(t, &copy, at, "a trend");
}

struct course
claim_course(struct tmpl *t, const struct value *series, int from, int to,
    struct place at)
{
	struct course c = {.first = value_error, .last = value_error};
	const struct obs *a, *b;
	double x, y;
	int d;

	c.first = access_year(t, series, from);
	c.last = access_year(t, series, to);
	if (!is_point(t, &c.first, at) || !is_point(t, &c.last, at))
		return c;
	a = c.first.obs;
	b = c.last.obs;
	if (!care_pair(t, a, b, at))
		return c;
	d = a->indicator->decimals;
	x = num_round(a->value, d);
	y = num_round(b->value, d);
	c.level =
	    compare_overlap(a, b) ||
	    fabs(decimal_minus(b->value, a->value)) < pow(10, -d) * (1 - 1e-9);
	c.direction = x == y || compare_overlap(a, b) ? DIRECTION_FLAT
		      : y > x                         ? DIRECTION_UP
						      : DIRECTION_DOWN;
	return c;
}

static bool
year_of(struct tmpl *t, const struct expr *e, int *year)
{
	struct value v = eval_expr(t, e);

	if (v.kind == VALUE_MISSING)
		eval_missing(t, &v, e->at, "a year");
	else if (v.kind == VALUE_NUMBER && v.number >= 1 && v.number <= 9999 &&
		 v.number == floor(v.number)) {
		*year = (int)v.number;
		return true;
	} else if (v.kind != VALUE_ERROR) {
		diag(t->sink, DIAG_TMPL_YEAR, e->at, STR_ARG(e->src));
	}
	return false;
}

static bool
course_of(struct tmpl *t, const struct expr *e, struct course *c)
{
	struct value v = eval_expr(t, e->a);
	int from, to;

	if (v.kind != VALUE_SERIES) {
		if (v.kind == VALUE_MISSING)
			eval_missing(t, &v, e->at, "compared");
		else if (v.kind != VALUE_ERROR)
			diag(t->sink, DIAG_TMPL_NEEDS_SERIES, e->at, e->name,
			    value_what(&v));
		return false;
	}
	if (!year_of(t, e->b, &from) || !year_of(t, e->c, &to))
		return false;
	*c = claim_course(t, &v, from, to, e->at);
	if (c->first.kind == VALUE_MISSING || c->last.kind == VALUE_MISSING)
		eval_missing(t,
		    c->first.kind == VALUE_MISSING ? &c->first : &c->last,
		    e->at, "compared");
	return c->direction != DIRECTION_NONE;
}

int
claim_trend(struct tmpl *t, const struct expr *e)
{
	struct course c;

	if (!course_of(t, e, &c))
		return -1;
	switch (e->name[0]) {
	case 'r':
		return c.direction == DIRECTION_UP;
	case 'f':
		return c.direction == DIRECTION_DOWN;
	default:
		return c.level;
	}
}

/* --- why not --- */

/* The first condition that makes an `and` false. */
static const struct expr *
culprit(struct tmpl *t, const struct expr *e)
{
	while (e->kind == EXPR_AND)
		e = cond_eval(t, e->a) == 1 ? e->b : e->a;
	return e;
}

static const char *
side(struct tmpl *t, const struct expr *e)
{
	struct value v = eval_expr(t, e);

	v = form_default(t, &v, e->at);
	return v.kind == VALUE_TEXT
		   ? str_dup(t->arena, value_plain(t->arena, &v))
		   : "?";
}

/* "; it is 'no'" for a test of a verdict or code. */
static const char *
actual(struct tmpl *t, const struct expr *x)
{
	struct value v = value_error;

	if (x->kind == EXPR_TEST)
		v = eval_expr(t, x->a);
	v = access_newest(t, &v);
	if (v.kind != VALUE_CODE && strcmp(value_what(&v), "a verdict") != 0)
		return "";
	return arena_printf(t->arena, "; it is '%s'", run_state(t, &v, x->at));
}

void
claim_report(struct tmpl *t, const struct expr *e)
{
	static const char *const words[] = {"", "rises", "falls", "holds"};
	const struct expr *x = culprit(t, e);
	struct course c;

	if (x->kind == EXPR_TREND && course_of(t, x, &c)) {
		struct value a = form_default(t, &c.first, x->at);
		struct value b = form_default(t, &c.last, x->at);
		struct str p = value_plain(t->arena, &a);
		struct str q = value_plain(t->arena, &b);

		diag(t->sink, DIAG_TMPL_CLAIM_TREND, x->at, STR_ARG(x->src),
		    STR_ARG(p), c.first.obs->period.to.year, STR_ARG(q),
		    c.last.obs->period.to.year, words[c.direction]);
	} else if (x->kind == EXPR_COMPARE) {
		diag(t->sink, DIAG_TMPL_CLAIM_SIDES, x->at, STR_ARG(x->src),
		    side(t, x->a), side(t, x->b));
	} else {
		diag(t->sink, DIAG_TMPL_CLAIM, x->at, STR_ARG(x->src),
		    actual(t, x));
	}
}
