/* SPDX-License-Identifier: MIT */
/* tmpl/target_func.c - filters of one value beside another: target, base,
 * comparison, share */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "base/wording.h"
#include "stat/compare.h"
#include "stat/decimal.h"
#include "stat/rate.h"
#include "tmpl/func.h"

/* --- targets --- */

/* The value and its target; false with what to return in *out. */
static bool
target_of(
    struct call *c, size_t arg, double *v, double *target, struct value *out)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value n = c->in;

	*out = value_error;
	if (!eval_number(c->t, &n, c->at, c->filter->name))
		return false;
	*v = n.number;
	*target = ind ? ind->target : NAN;
	func_number(c, arg, target);
	if (isnan(*target)) {
		diag(c->t->sink, DIAG_TMPL_NO_TARGET, c->at,
		    ind ? ind->id : "this number");
		return false;
	}
	c->args[arg] = value_number(*target, -1, "");
	return true;
}

static struct value
run_distance(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value v;
	double x, target;

	if (!target_of(c, 0, &x, &target, &v))
		return v;
	v = value_number(
	    rate_distance(x, target, ind && ind->better == BETTER_LOWER),
	    form_decimals(&c->in), func_difference_unit(ind ? ind->unit : ""));
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* required_pace(from, target, target_year) */
static struct value
run_pace(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value v;
	double x, target;
	int from, year = ind ? ind->target_year : 0;

	if (!target_of(c, 1, &x, &target, &v))
		return v;
	from = c->in.obs ? c->in.obs->period.to.year : 0;
	func_int(c, 0, &from);
	func_int(c, 2, &year);
	if (!from || year <= from) {
		diag(c->t->sink, DIAG_TMPL_PACE_YEARS, c->at, from, year);
		return value_error;
	}
	c->args[0] = value_number(from, 0, "");
	c->args[2] = value_number(year, 0, "");
	v = value_number(rate_required_pace(x, from, target, year),
	    form_decimals(&c->in), func_difference_unit(ind ? ind->unit : ""));
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* --- of another value --- */

/* The observation of another series for the same area and year. */
static bool
other_at(struct call *c, size_t arg, struct value *other)
{
	struct value v = c->args[arg];

	if (v.kind == VALUE_SERIES && c->in.kind == VALUE_OBS &&
	    c->in.obs->period.to.year) {
		v.key.area = c->in.key.area;
		*other = access_year(c->t, &v, c->in.obs->period.to.year);
	} else {
		*other = access_newest(c->t, &v);
	}
	if (other->kind == VALUE_MISSING)
		return false;
	if (!eval_number(c->t, other, c->at, c->filter->name)) {
		*other = value_error;
		return false;
	}
	c->args[arg] = *other;
	return true;
}

/* share(of): of another number, else of the base n, in per cent. */
static struct value
run_share(struct call *c)
{
	struct value n = c->in, of, v;

	if (!eval_number(c->t, &n, c->at, "share"))
		return n;
	if (func_has(c, 0)) {
		if (!other_at(c, 0, &of))
			return of;
	} else if (c->in.obs && !isnan(c->in.obs->n)) {
		of = value_number(c->in.obs->n, -1, "");
	} else {
		diag(c->t->sink, DIAG_TMPL_NO_BASE, c->at);
		return value_error;
	}
	v = value_number(rate_per(n.number, of.number, 100), 1, "percent");
	if (isnan(v.number))
		return value_missing(ABSENT_ABSENT, "a share of nothing");
	v.about = n.about || of.about;
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* per(base, of): cases per `base` persons, `of` is population if not given. */
static struct value
run_per(struct call *c)
{
	const struct indicator *ind;
	struct value n = c->in, of, v;
	double base;

	if (!func_number(c, 0, &base))
		return func_has(c, 0) ? value_error
				      : func_wrong(c, 0, "a number");
	if (!func_has(c, 1)) {
		ind = store_indicator(c->t->view->store, STR("population"));
		if (!ind)
			return value_missing(ABSENT_ABSENT, "population");
		c->args[1] = value_series(&(struct obs_key){
		    .area = c->in.key.area ? c->in.key.area : c->t->env.subject,
		    .indicator = ind});
	}
	if (!eval_number(c->t, &n, c->at, "per"))
		return n;
	if (!other_at(c, 1, &of))
		return of;
	v = value_number(rate_per(n.number, of.number, base), 1,
	    base == 100      ? "per_100"
	    : base == 1000   ? "per_1000"
	    : base == 100000 ? "per_100000"
			     : "");
	if (isnan(v.number))
		return value_missing(ABSENT_ABSENT, "a rate of nothing");
	v.about = n.about || of.about;
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* against(other, above, below, equal): a word, as printed decimals tell; equal
 * when the intervals of two observations overlap. */
static struct value
run_against(struct call *c)
{
	static const char *const paths[] = {
	    "against.above", "against.below", "against.equal"};
	const struct obs *a = c->in.kind == VALUE_OBS ? c->in.obs : NULL, *b;
	struct value n = c->in, other;
	const char *word;
	int decimals = form_decimals(&c->in);
	double d;
	size_t i;

	if (!func_has(c, 0))
		return func_wrong(c, 0, "a number");
	if (!eval_number(c->t, &n, c->at, "against"))
		return n;
	other = access_newest(c->t, &c->args[0]);
	b = other.kind == VALUE_OBS ? other.obs : NULL;
	if (a && b && !care_pair(c->t, a, b, c->at))
		return value_error;
	if (!eval_number(c->t, &other, c->arg_at[0], "against"))
		return other;
	d = decimal_minus(
	    num_round(n.number, decimals), num_round(other.number, decimals));
	if (a && b && compare_overlap(a, b))
		d = 0;
	i = d > 0 ? 0 : d < 0 ? 1 : 2;
	if (!func_text(c, i + 1, &word))
		word = form_word(c->t, paths[i]);
	return value_text(c->t->arena, str_from(word));
}

/* interval(deff, level): the source's own interval, else Wilson's of a share on
 * n cases; without the design effect of a survey it is not known. */
static struct value
run_interval(struct call *c)
{
	const struct obs *o = c->in.kind == VALUE_OBS ? c->in.obs : NULL;
	struct value v = {.kind = VALUE_RANGE};
	struct interval w;
	double deff, level = 0.95;

	if (o && !isnan(o->value) && !isnan(o->low) && !isnan(o->high)) {
		v.low = o->low;
		v.high = o->high;
	} else {
		if (!o || !streq(o->indicator->unit, "percent") ||
		    isnan(o->n) || !obs_is_point(o)) {
			diag(c->t->sink, DIAG_TMPL_NO_INTERVAL, c->at);
			return value_error;
		}
		if (!func_number(c, 0, &deff))
			return func_has(c, 0) ? value_error
					      : func_wrong(c, 0, "a number");
		func_number(c, 1, &level);
		if (!(deff > 0) || !(level > 0 && level < 1))
			return func_wrong(c, deff > 0 ? 1 : 0,
			    deff > 0 ? "between 0 and 1" : "above 0");
		w = rate_wilson(
		    o->value / 100 * (o->n / deff), o->n / deff, level);
		if (isnan(w.low))
			return value_missing(ABSENT_ABSENT,
			    "the interval of a share outside 0 to 100%");
		v.low = num_round(100 * w.low, o->indicator->decimals);
		v.high = num_round(100 * w.high, o->indicator->decimals);
	}
	v.unit = o->indicator->unit;
	v.decimals = o->indicator->decimals;
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* The largest of the shares that are given as argument i; NAN for none. */
static double
largest_of(struct call *c, size_t i)
{
	struct value list = c->args[i], v;
	double most = NAN;
	size_t k;

	for (k = 0; list.kind == VALUE_LIST && k < list.n; k++) {
		v = access_newest(c->t, &list.items[k]);
		if (v.kind != VALUE_MISSING &&
		    eval_number(c->t, &v, c->arg_at[i], "portion") &&
		    !(v.number <= most))
			most = v.number;
	}
	return most;
}

/* portion(among): "a majority", "nearly all" …; with the other shares also
 * "the largest part". */
static struct value
run_portion(struct call *c)
{
	struct value n = c->in;
	double others = NAN, share;
	const char *key;

	if (!eval_number(c->t, &n, c->at, "portion"))
		return n;
	if (!n.unit || !streq(n.unit, "percent")) {
		diag(c->t->sink, DIAG_TMPL_FILTER_UNIT, c->at, "portion",
		    "a share in per cent", "another unit");
		return value_error;
	}
	if (func_has(c, 0)) {
		if (c->args[0].kind != VALUE_LIST)
			return func_wrong(c, 0, "a list of the other shares");
		others = largest_of(c, 0);
	}
	share = num_round(n.number, form_decimals(&c->in));
	key = wording_portion(share, share > others);
	return value_text(c->t->arena,
	    str_from(
		form_word(c->t, arena_printf(c->t->arena, "portion.%s", key))));
}

const struct filter func_targets[] = {
    {"distance", {"target"}, TAKES_NUMBER, "a number", 0, run_distance},
    {"required_pace", {"from", "target", "target_year"}, TAKES_NUMBER,
	"a number", 0, run_pace},
    {"share", {"of"}, TAKES_NUMBER, "a number", 0, run_share},
    {"per", {"base", "of"}, TAKES_NUMBER, "a number", FUNC_NEEDS(1), run_per},
    {"against", {"other", "above", "below", "equal"}, TAKES_NUMBER, "a number",
	FUNC_NEEDS(1), run_against},
    {"interval", {"deff", "level"}, TAKES_NUMBER, "a share", 0, run_interval},
    {"portion", {"among"}, TAKES_NUMBER, "a share", 0, run_portion},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
