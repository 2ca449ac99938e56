/* SPDX-License-Identifier: MIT */
/* tmpl/stat_func.c - filters: place in a distribution, coverage, age, agreement
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "stat/rank.h"
#include "stat/rate.h"
#include "stat/region.h"
#include "stat/summary.h"
#include "tmpl/func.h"

static struct value
nothing(struct call *c)
{
	return value_missing(ABSENT_ABSENT,
	    arena_printf(c->t->arena, "the %s of %s", c->filter->name,
		c->in.key.indicator ? c->in.key.indicator->id : "a list"));
}

/* The members' values of argument 0 in the year of argument 1 or newest. */
static bool
region_arg(struct call *c, struct region *r, const struct obs ***used)
{
	const struct area **areas;
	size_t n, i, k = 0;
	int year = 0;

	if (!func_int(c, 1, &year) && c->in.kind == VALUE_OBS)
		year = c->in.obs->period.to.year;
	if (!func_areas(c, 0, &areas, &n))
		return false;
	*r = region_collect(c->t->view, c->t->arena, &c->in.key, year, NULL, 0,
	    (const struct area *const *)areas, n);
	*used = ARENA_ARRAY(c->t->arena, const struct obs *, r->n);
	for (i = 0; i < r->n; i++)
		if (r->members[i].obs)
			(*used)[k++] = r->members[i].obs;
	if (year)
		c->args[1] = value_number(year, 0, "");
	return true;
}

/* percentile, z_score (region, year) */
static struct value
run_place(struct call *c)
{
	bool z = streq(c->filter->name, "z_score");
	const struct obs **used;
	struct region r;
	struct value v;
	double x;

	if (!region_arg(c, &r, &used))
		return value_error;
	x = z ? rank_z_in_region(&r, c->in.key.area)
	      : rank_percentile_in_region(&r, c->in.key.area);
	if (isnan(x))
		return nothing(c);
	v = value_number(x, z ? 2 : 0, "");
	v.deriv = func_deriv(c, (const struct obs *const *)used, r.with_value);
	return v;
}

/* coverage(region, year): members with a value, per cent; without a region the
 * years with a value from the first to the last. */
static struct value
run_coverage(struct call *c)
{
	const struct obs **used;
	struct region r;
	struct value v;
	double share;
	size_t n, i, k = 0;
	int span;

	if (func_has(c, 0)) {
		if (!region_arg(c, &r, &used))
			return value_error;
		k = r.with_value;
		share = rate_per((double)k, (double)r.n, 100);
	} else {
		n = view_series(
		    c->t->view, c->t->arena, &c->in.key, false, &used);
		for (i = 0; i < n; i++)
			if (region_accepts(used[i]))
				used[k++] = used[i];
		span = k ? used[k - 1]->period.to.year -
			       used[0]->period.to.year + 1
			 : 0;
		share = rate_per((double)k, span, 100);
	}
	if (isnan(share))
		return nothing(c);
	v = value_number(share, 0, "percent");
	v.deriv = func_deriv(c, (const struct obs *const *)used, k);
	return v;
}

/* Years from the value to the edition. */
static struct value
run_age(struct call *c)
{
	struct value v;

	if (c->in.kind != VALUE_OBS || !c->in.obs->period.to.year)
		return nothing(c);
	v = value_number(
	    c->t->env.edition_year - c->in.obs->period.to.year, 0, "year");
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

/* sd / mean over a region, the coefficient of variation in per cent. */
static struct value
run_cv(struct call *c)
{
	const struct obs **used;
	struct region r;
	struct value v;
	double *x, cv;
	size_t i;

	if (!region_arg(c, &r, &used))
		return value_error;
	x = ARENA_ARRAY(c->t->arena, double, r.n);
	for (i = 0; i < r.n; i++)
		x[i] = r.members[i].value;
	cv = summary_cv(x, r.n);
	if (isnan(cv))
		return nothing(c);
	v = value_number(100 * cv, 0, "percent");
	v.deriv = func_deriv(c, (const struct obs *const *)used, r.with_value);
	return v;
}

/* --- agreement --- */

/* Themes of the rows, each once at its place, and which of two groups raise
 * them. */
struct themes {
	struct map *index; /* "place\ntheme" -> its two flags */
	bool *a, *b;
	size_t n;
};

static void
add_row(struct call *c, struct themes *t, const struct record *r, const char *x,
    const char *y)
{
	const char *key = arena_printf(c->t->arena, "%s\n%s",
	    record_text(r, "place"), record_text(r, "theme"));
	bool *a = map_get(t->index, key);
	const char *group = record_text(r, "group");

	if (!a) {
		a = &t->a[t->n++];
		map_put(t->index, str_from(key), a);
	}
	if (!streq(record_text(r, "stance"), "raised"))
		return;
	if (streq(group, x))
		*a = true;
	if (streq(group, y))
		t->b[a - t->a] = true;
}

/* agreement(a, b): themes that both groups raise of those that either does. */
static struct value
run_agreement(struct call *c)
{
	struct themes t = {.index = map_new(c->t->arena)};
	struct value list = c->in, v;
	const char *x, *y;
	size_t i;
	double j;

	if (list.kind == VALUE_TABLE)
		list = record_list(c->t, list.schema, false);
	if (!func_text(c, 0, &x))
		return func_has(c, 0) ? value_error
				      : func_wrong(c, 0, "a group in quotes");
	if (!func_text(c, 1, &y))
		return func_has(c, 1) ? value_error
				      : func_wrong(c, 1, "a group in quotes");
	t.a = ARENA_ARRAY(c->t->arena, bool, list.n);
	t.b = ARENA_ARRAY(c->t->arena, bool, list.n);
	for (i = 0; i < list.n; i++)
		if (list.items[i].kind == VALUE_RECORD)
			add_row(c, &t, list.items[i].record, x, y);
	j = rate_jaccard(t.a, t.b, t.n);
	if (isnan(j))
		return nothing(c);
	v = value_number(100 * j, 0, "percent");
	v.deriv = func_deriv(c, NULL, 0);
	return v;
}

const struct filter func_stats[] = {
    {"percentile", {"region", "year"}, TAKES_SERIES, "a series",
	FUNC_SERIES | FUNC_NEEDS(1), run_place},
    {"z_score", {"region", "year"}, TAKES_SERIES, "a series",
	FUNC_SERIES | FUNC_NEEDS(1), run_place},
    {"cv", {"region", "year"}, TAKES_SERIES, "a series",
	FUNC_SERIES | FUNC_NEEDS(1), run_cv},
    {"coverage", {"region", "year"}, TAKES_SERIES, "a series", FUNC_SERIES,
	run_coverage},
    {"age", {NULL}, TAKES(VALUE_OBS), "an observation", 0, run_age},
    {"agreement", {"a", "b"}, TAKES_LISTS, "rows of themes", FUNC_NEEDS(2),
	run_agreement},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
