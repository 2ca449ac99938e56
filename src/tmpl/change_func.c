/* SPDX-License-Identifier: MIT */
/* tmpl/change_func.c - filters along one series: change, slope, trend, growth
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/wording.h"
#include "stat/change.h"
#include "stat/compare.h"
#include "stat/disclose.h"
#include "stat/region.h"
#include "tmpl/func.h"

/* Two points of a series. */
struct two {
	const struct obs *a, *b;
	const struct obs *used[2];
	double years;
	bool about, bracketed;
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

static struct value run_aarr(struct call *);
static struct value run_slope(struct call *);
static struct value run_sen_slope(struct call *);
static struct value run_trend(struct call *);

/* Are the two ends, and what lies between them, one series?  A trend is a word
 * that respects intervals by itself. */
static bool
may_compare(
    struct call *c, const struct two *two, const struct obs **obs, size_t n)
{
	const struct obs **part =
	    ARENA_ARRAY(c->t->arena, const struct obs *, n + 2);
	const struct value word = value_text(c->t->arena, STR("interval"));
	const struct value *despite = NULL;
	size_t i, k = 0;

	for (i = 0; c->filter->params[i]; i++)
		if (streq(c->filter->params[i], "despite") && func_has(c, i))
			despite = &c->args[i];
	if (!despite && (c->filter->run == run_trend))
		despite = &word;
	part[k++] = two->a;
	for (i = 0; i < n; i++)
		if (period_compare(obs[i]->period, two->a->period) > 0 &&
		    period_compare(obs[i]->period, two->b->period) < 0)
			part[k++] = obs[i];
	part[k++] = two->b;
	return care_course(c->t, (const struct obs *const *)part, k,
	    c->filter->run == run_aarr || c->filter->run == run_slope ||
		c->filter->run == run_sen_slope,
	    despite, c->at);
}

static struct value
lacking(struct call *c, const char *what)
{
	return value_missing(
	    ABSENT_ABSENT, arena_printf(c->t->arena, "%s of %s (%s)", what,
			       c->in.key.indicator->id, c->in.key.area->id));
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
			*v = lacking(c, "a series");
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
	two->bracketed = disclose_obs(two->a) == DISCLOSE_BRACKET ||
			 disclose_obs(two->b) == DISCLOSE_BRACKET;
	*v = value_error;
	if (two->a == two->b) { /* one value has no change */
		*v = lacking(c, "a second value");
		return false;
	}
	return may_compare(c, two, obs, n);
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
		return lacking(c, c->filter->name);
	used[0] = two->a;
	used[1] = two->b;
	r = value_number(v, decimals, unit);
	r.about = two->about;
	r.bracketed = two->bracketed;
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

const char *
func_difference_unit(const char *unit)
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
	    ind->decimals, func_difference_unit(ind->unit));
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
	const char *unit = func_difference_unit(ind->unit);

	if (!ends(c, &two, &v))
		return v;
	n = between(c, &two, &obs, &t, &y);
	line = change_ols(t, y, n, 0.95);
	v = result(c, &two, line.slope, ind->decimals + 1, unit);
	if (v.kind != VALUE_NUMBER)
		return v;
	v.deriv = func_deriv(c, (const struct obs *const *)obs, n);
	attrs[0] = (struct value_attr){"low",
	    isnan(line.low) ? lacking(c, "interval of slope")
			    : value_number(line.low, ind->decimals + 1, unit)};
	attrs[1] = (struct value_attr){
	    "high", isnan(line.high)
			? lacking(c, "interval of slope")
			: value_number(line.high, ind->decimals + 1, unit)};
	v.attrs = attrs;
	v.nattrs = 2;
	return v;
}

/* "rose", "fell" or "was stable", or the writer's words. */
static struct value
trend_word(struct call *c, const struct two *two)
{
	static const char *const paths[] = {
	    "", "trend.up", "trend.down", "trend.flat"};
	struct course course = claim_course(c->t, &c->in,
	    two->a->period.to.year, two->b->period.to.year, c->at);
	const char *word = NULL;

	if (course.direction == DIRECTION_NONE)
		return value_error;
	if (c->filter->run != run_trend ||
	    !func_text(c, 1 + (size_t)course.direction, &word))
		word = form_word(c->t, paths[course.direction]);
	return value_text(c->t->arena, str_from(word));
}

static struct value
run_trend(struct call *c)
{
	struct value v;
	struct two two;

	return ends(c, &two, &v) ? trend_word(c, &two) : v;
}

/*
 * Change a year by the median of all pairs, .p that there is no trend (Mann and
 * Kendall), .test says how p was found.
 */
static struct value
run_sen_slope(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value_attr *attrs =
	    ARENA_ARRAY(c->t->arena, struct value_attr, 2);
	const struct obs **obs;
	struct mann_kendall m;
	struct value v;
	struct two two;
	double *t, *y, p;
	size_t n;

	if (!ends(c, &two, &v))
		return v;
	n = between(c, &two, &obs, &t, &y);
	v = result(c, &two, change_theil_sen(t, y, n).slope, ind->decimals + 1,
	    func_difference_unit(ind->unit));
	if (v.kind != VALUE_NUMBER)
		return v;
	v.deriv = func_deriv(c, (const struct obs *const *)obs, n);
	m = change_mann_kendall(t, y, n);
	p = change_trend_p(&m);
	attrs[0] = (struct value_attr){"p",
	    isnan(p) ? lacking(c, "test of trend") : value_number(p, 3, "")};
	attrs[1] = (struct value_attr){"test",
	    isnan(p) ? lacking(c, "test of trend")
		     : value_text(c->t->arena,
			   str_from(p == m.exact ? "exact" : "normal"))};
	v.attrs = attrs;
	v.nattrs = 2;
	return v;
}

/* "nearly doubled" when the numbers bear such a word, else "rose" or "fell". */
static struct value
run_growth(struct call *c)
{
	struct value v;
	struct two two;
	const char *key;

	if (!ends(c, &two, &v))
		return v;
	key = compare_overlap(two.a, two.b)
		  ? NULL
		  : wording_growth(
			change_relative(two.a->value, two.b->value) + 1);
	if (!key)
		return trend_word(c, &two);
	return value_text(c->t->arena,
	    str_from(
		form_word(c->t, arena_printf(c->t->arena, "growth.%s", key))));
}

#define ALONG TAKES(VALUE_SERIES)

const struct filter func_changes[] = {
    {"change", {"from", "to", "despite"}, ALONG, "a series", FUNC_SERIES,
	run_change},
    {"percent_change", {"from", "to", "despite"}, ALONG, "a series",
	FUNC_SERIES, run_percent_change},
    {"cagr", {"from", "to", "despite"}, ALONG, "a series", FUNC_SERIES,
	run_cagr},
    {"aarr", {"from", "to", "despite"}, ALONG, "a series", FUNC_SERIES,
	run_aarr},
    {"slope", {"from", "to", "despite"}, ALONG, "a series", FUNC_SERIES,
	run_slope},
    {"sen_slope", {"from", "to", "despite"}, ALONG, "a series", FUNC_SERIES,
	run_sen_slope},
    {"trend", {"from", "to", "up", "down", "flat", "despite"}, ALONG,
	"a series", FUNC_SERIES, run_trend},
    {"growth", {"from", "to", "despite"}, ALONG, "a series", FUNC_SERIES,
	run_growth},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
