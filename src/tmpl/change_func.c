/* SPDX-License-Identifier: MIT */
/* tmpl/change_func.c - filters along one series: change, pace, trend */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "stat/change.h"
#include "stat/decimal.h"
#include "stat/rate.h"
#include "stat/region.h"
#include "tmpl/func.h"

/* Two points of a series. */
struct two {
	const struct obs *a, *b;
	const struct obs *used[2];
	double years;
	bool about;
};

/* All points of the series that a statistic may use. */
static size_t
points(struct call *c, const struct obs ***out)
{
	const struct obs **obs;
	size_t n =
	    view_series(c->t->view, c->t->arena, &c->in.key, false, &obs);
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		if (region_accepts(obs[i]))
			obs[k++] = obs[i];
	*out = obs;
	return k;
}

/* The observation of a year; false after a message, or with *v missing. */
static bool
at_year(struct call *c, int year, struct value *v)
{
	struct value n;

	*v = access_year(c->t, &c->in, year);
	if (v->kind != VALUE_OBS)
		return false;
	n = *v;
	if (eval_number(c->t, &n, c->at, c->filter->name))
		return true;
	*v = value_error;
	return false;
}

static int
year_arg(struct call *c, size_t i)
{
	int year = 0;

	return func_int(c, i, &year) ? year : 0;
}

/*
 * The ends of a change: the years given, else the first and last point.  When
 * there are none *v is what to return.
 */
static bool
ends(struct call *c, struct two *two, struct value *v)
{
	int from = year_arg(c, 0), to = year_arg(c, 1);
	const struct obs **obs;
	size_t n;

	*v = value_error;
	if ((func_has(c, 0) && !from) || (func_has(c, 1) && !to))
		return false;
	n = points(c, &obs);
	if (n == 0) {
		*v = access_newest(c->t, &c->in);
		if (v->kind != VALUE_MISSING)
			*v = value_missing(ABSENT_ABSENT,
			    arena_printf(c->t->arena, "a series of %s (%s)",
				c->in.key.indicator->id, c->in.key.area->id));
		return false;
	}
	two->a = obs[0];
	two->b = obs[n - 1];
	if (from && !at_year(c, from, v))
		return false;
	if (from)
		two->a = v->obs;
	if (to && !at_year(c, to, v))
		return false;
	if (to)
		two->b = v->obs;
	if (!from)
		c->args[0] = value_number(two->a->period.to.year, 0, "");
	if (!to)
		c->args[1] = value_number(two->b->period.to.year, 0, "");
	two->used[0] = two->a;
	two->used[1] = two->b;
	two->years = two->b->period.to.year - two->a->period.to.year;
	two->about =
	    two->a->comparator == CMP_ABOUT || two->b->comparator == CMP_ABOUT;
	return true;
}

/* A result that depends on the two ends. */
static struct value
result(struct call *c, const struct two *two, double v, int decimals,
    const char *unit)
{
	const struct obs **used =
	    ARENA_ARRAY(c->t->arena, const struct obs *, 2);
	struct value_attr *attrs =
	    ARENA_ARRAY(c->t->arena, struct value_attr, 5);
	struct value r;

	if (isnan(v))
		return value_missing(ABSENT_ABSENT,
		    arena_printf(c->t->arena, "%s of %s (%s)", c->filter->name,
			c->in.key.indicator->id, c->in.key.area->id));
	used[0] = two->a;
	used[1] = two->b;
	r = value_number(v, decimals, unit);
	r.about = two->about;
	r.deriv = func_deriv(c, used, 2);
	attrs[0] = (struct value_attr){"first", value_obs(two->a)};
	attrs[1] = (struct value_attr){"last", value_obs(two->b)};
	attrs[2] =
	    (struct value_attr){"from", value_year(two->a->period.to.year)};
	attrs[3] =
	    (struct value_attr){"to", value_year(two->b->period.to.year)};
	r.attrs = attrs;
	r.nattrs = 4;
	return r;
}

static const char *
difference_unit(const char *unit)
{
	return streq(unit, "percent") ? "percent_point" : unit;
}

static struct value
run_change(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value_attr *attrs;
	struct value v;
	struct two two;
	double p;

	if (!ends(c, &two, &v))
		return v;
	v = result(c, &two, change_absolute(two.a->value, two.b->value),
	    ind->decimals, difference_unit(ind->unit));
	if (v.kind != VALUE_NUMBER)
		return v;
	p = 100 * change_relative(two.a->value, two.b->value);
	if (isfinite(p)) {
		attrs = (struct value_attr *)(uintptr_t)v.attrs;
		attrs[4] = (struct value_attr){
		    "percent", value_number(p, 1, "percent")};
		v.nattrs = 5;
	}
	return v;
}

static struct value
run_percent_change(struct call *c)
{
	struct value v;
	struct two two;

	if (!ends(c, &two, &v))
		return v;
	return result(c, &two,
	    100 * change_relative(two.a->value, two.b->value), 1, "percent");
}

static struct value
run_cagr(struct call *c)
{
	struct value v;
	struct two two;

	if (!ends(c, &two, &v))
		return v;
	return result(c, &two,
	    100 * change_cagr(two.a->value, two.b->value, two.years), 1,
	    "percent");
}

/* Times and values of the points between the ends. */
static size_t
between(struct call *c, const struct two *two, const struct obs ***obs,
    double **t, double **y)
{
	size_t n = points(c, obs), i, k = 0;

	*t = ARENA_ARRAY(c->t->arena, double, n);
	*y = ARENA_ARRAY(c->t->arena, double, n);
	for (i = 0; i < n; i++) {
		int year = (*obs)[i]->period.to.year;

		if (year < two->a->period.to.year ||
		    year > two->b->period.to.year)
			continue;
		(*t)[k] = year;
		(*y)[k] = (*obs)[i]->value;
		(*obs)[k++] = (*obs)[i];
	}
	return k;
}

static struct value
run_aarr(struct call *c)
{
	const struct obs **obs;
	struct value v;
	struct two two;
	double *t, *y;
	size_t n;

	if (!ends(c, &two, &v))
		return v;
	n = between(c, &two, &obs, &t, &y);
	v = result(c, &two, 100 * change_aarr(t, y, n), 1, "percent");
	if (v.kind == VALUE_NUMBER)
		v.deriv = func_deriv(c, (const struct obs *const *)obs, n);
	return v;
}

/* Change a year by least squares, with its interval. */
static struct value
run_slope(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value_attr *attrs =
	    ARENA_ARRAY(c->t->arena, struct value_attr, 2);
	const struct obs **obs;
	struct value v;
	struct two two;
	struct line line;
	double *t, *y;
	size_t n;
	const char *unit = difference_unit(ind->unit);

	if (!ends(c, &two, &v))
		return v;
	n = between(c, &two, &obs, &t, &y);
	line = change_ols(t, y, n, 0.95);
	v = result(c, &two, line.slope, ind->decimals + 1, unit);
	if (v.kind != VALUE_NUMBER)
		return v;
	v.deriv = func_deriv(c, (const struct obs *const *)obs, n);
	attrs[0] = (struct value_attr){
	    "low", value_number(line.low, ind->decimals + 1, unit)};
	attrs[1] = (struct value_attr){
	    "high", value_number(line.high, ind->decimals + 1, unit)};
	v.attrs = attrs;
	v.nattrs = isnan(line.low) ? 0 : 2;
	return v;
}

static struct value
run_trend(struct call *c)
{
	static const char *const paths[] = {
	    "", "trend.up", "trend.down", "trend.flat"};
	const char *word = NULL;
	struct course course;
	struct value v;
	struct two two;

	if (!ends(c, &two, &v))
		return v;
	course = claim_course(
	    c->t, &c->in, two.a->period.to.year, two.b->period.to.year, c->at);
	if (course.direction == DIRECTION_NONE)
		return value_error;
	if (!func_text(c, 1 + (size_t)course.direction, &word))
		word = form_word(c->t, paths[course.direction]);
	return value_text(c->t->arena, str_from(word));
}

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
	    form_decimals(&c->in), difference_unit(ind ? ind->unit : ""));
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
	    form_decimals(&c->in), difference_unit(ind ? ind->unit : ""));
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
	v.about = n.about || of.about;
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* against(other, above, below, equal): a word, as printed decimals tell. */
static struct value
run_against(struct call *c)
{
	static const char *const paths[] = {
	    "against.above", "against.below", "against.equal"};
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
	if (!eval_number(c->t, &other, c->arg_at[0], "against"))
		return other;
	d = decimal_minus(
	    num_round(n.number, decimals), num_round(other.number, decimals));
	i = d > 0 ? 0 : d < 0 ? 1 : 2;
	if (!func_text(c, i + 1, &word))
		word = form_word(c->t, paths[i]);
	return value_text(c->t->arena, str_from(word));
}

#define ALONG TAKES(VALUE_SERIES)

const struct filter func_changes[] = {
    {"change", {"from", "to"}, ALONG, "a series", FUNC_SERIES, run_change},
    {"percent_change", {"from", "to"}, ALONG, "a series", FUNC_SERIES,
	run_percent_change},
    {"cagr", {"from", "to"}, ALONG, "a series", FUNC_SERIES, run_cagr},
    {"aarr", {"from", "to"}, ALONG, "a series", FUNC_SERIES, run_aarr},
    {"slope", {"from", "to"}, ALONG, "a series", FUNC_SERIES, run_slope},
    {"trend", {"from", "to", "up", "down", "flat"}, ALONG, "a series",
	FUNC_SERIES, run_trend},
    {"distance", {"target"}, TAKES_NUMBER, "a number", 0, run_distance},
    {"required_pace", {"from", "target", "target_year"}, TAKES_NUMBER,
	"a number", 0, run_pace},
    {"share", {"of"}, TAKES_NUMBER, "a number", 0, run_share},
    {"per", {"base", "of"}, TAKES_NUMBER, "a number", FUNC_NEEDS(1), run_per},
    {"against", {"other", "above", "below", "equal"}, TAKES_NUMBER, "a number",
	FUNC_NEEDS(1), run_against},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
