/* SPDX-License-Identifier: MIT */
/* tmpl/region_func.c - filters over many values: a region, a list, a series */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "stat/rank.h"
#include "stat/region.h"
#include "stat/summary.h"
#include "tmpl/func.h"

bool
func_areas(struct call *c, size_t i, const struct area ***out, size_t *n)
{
	struct tmpl *t = c->t;
	struct value *v = &c->args[i], *items;
	const struct area **areas = NULL, *a;
	size_t k;

	*n = 0;
	if (v->kind == VALUE_AREA) {
		*n = attr_members(t, v->area->id, &areas);
	} else if (v->kind == VALUE_TEXT) {
		*n = attr_members(
		    t, str_dup(t->arena, value_plain(t->arena, v)), &areas);
	} else if (v->kind == VALUE_LIST) {
		areas = ARENA_ARRAY(t->arena, const struct area *, v->n);
		for (k = 0; k < v->n; k++) {
			const struct value *x = &v->items[k];

			a = x->kind == VALUE_AREA ? x->area : NULL;
			if (x->kind == VALUE_TEXT)
				a = store_area(
				    t->view->store, value_plain(t->arena, x));
			if (a)
				areas[(*n)++] = a;
		}
		if (*n < v->n)
			*n = 0;
	}
	if (*n == 0) {
		func_wrong(c, i, "a region with members, or a list of areas");
		return false;
	}
	items = ARENA_ARRAY(t->arena, struct value, *n);
	for (k = 0; k < *n; k++)
		items[k] = value_area(areas[k]);
	*v = value_list(items, *n);
	*out = areas;
	return true;
}

/* All observations behind a region's values and weights. */
static const struct deriv *
region_deriv(struct call *c, const struct region *r)
{
	const struct obs **used =
	    ARENA_ARRAY(c->t->arena, const struct obs *, r->n * 2);
	size_t i, n = 0;

	for (i = 0; i < r->n; i++) {
		if (r->members[i].obs)
			used[n++] = r->members[i].obs;
		if (r->members[i].obs && r->members[i].weight_obs)
			used[n++] = r->members[i].weight_obs;
	}
	return func_deriv(c, (const struct obs *const *)used, n);
}

/* Year of the values: asked for, or of an observation x[2014]; 0: newest. */
static int
year_of(struct call *c, size_t i)
{
	int year = 0;

	if (!func_int(c, i, &year) && c->in.kind == VALUE_OBS)
		year = c->in.obs->period.to.year;
	if (year)
		c->args[i] = value_number(year, 0, "");
	return year;
}

static struct region
collect(struct call *c, const struct area **areas, size_t n, int year,
    const struct indicator *weight)
{
	return region_collect(c->t->view, c->t->arena, &c->in.key, year, weight,
	    year, (const struct area *const *)areas, n);
}

/* --- rank --- */

static bool
first_arg(struct call *c, enum rank_first *first)
{
	const struct indicator *ind = c->in.key.indicator;
	const char *word;

	if (!func_text(c, 1, &word)) {
		if (rank_direction(ind, first))
			return true;
		diag(c->t->sink, DIAG_TMPL_RANK_FIRST, c->at, ind->id);
		return false;
	}
	if (!streq(word, "highest") && !streq(word, "lowest")) {
		func_wrong(c, 1, "\"highest\" or \"lowest\"");
		return false;
	}
	*first = word[0] == 'h' ? RANK_HIGHEST : RANK_LOWEST;
	return true;
}

/* Does `despite` say that the text speaks of the intervals? */
static bool
says_interval(struct call *c, size_t i)
{
	const char *word;

	if (!func_text(c, i, &word))
		return false;
	if (!streq(word, "interval"))
		func_wrong(c, i, "\"interval\"");
	return true;
}

/* rank(region, first, year, despite) */
static struct value
run_rank(struct call *c)
{
	struct value_attr *attrs =
	    ARENA_ARRAY(c->t->arena, struct value_attr, 5);
	const struct area **areas;
	enum rank_first first;
	struct region r;
	struct rank rank;
	struct value v;
	size_t n, best, worst;
	int year = year_of(c, 2);

	if (!func_areas(c, 0, &areas, &n) || !first_arg(c, &first))
		return value_error;
	c->args[1] = value_text(c->t->arena,
	    str_from(first == RANK_HIGHEST ? "highest" : "lowest"));
	r = collect(c, areas, n, year, NULL);
	rank = rank_in_region(&r, c->in.key.area, first);
	if (rank.position == 0)
		return value_missing(ABSENT_ABSENT,
		    arena_printf(c->t->arena, "the rank of %s (%s)",
			c->in.key.indicator->id,
			c->in.key.area ? c->in.key.area->id : "no area"));
	v = value_number((double)rank.position, 0, "");
	v.deriv = region_deriv(c, &r);
	attrs[0] =
	    (struct value_attr){"n", value_number((double)rank.n, 0, "")};
	attrs[1] =
	    (struct value_attr){"ties", value_number((double)rank.ties, 0, "")};
	attrs[2] =
	    (struct value_attr){"members", value_number((double)n, 0, "")};
	v.attrs = attrs;
	v.nattrs = 5;
	if (!rank_spread(&r, c->in.key.area, first, &best, &worst))
		best = worst = rank.position;
	attrs[3] =
	    (struct value_attr){"best", value_number((double)best, 0, "")};
	attrs[4] =
	    (struct value_attr){"worst", value_number((double)worst, 0, "")};
	if (best < worst && !says_interval(c, 3))
		diag(c->t->sink, DIAG_TMPL_RANK_UNSURE, c->at,
		    c->in.key.indicator->id, rank.position, best, worst);
	return v;
}

/* --- numbers of a list or series --- */

struct numbers {
	double *v;
	size_t n;
	int decimals;
	const char *unit;
	const struct obs **used;
	size_t nused;
};

static bool
numbers_in(struct call *c, struct numbers *out)
{
	struct value list = c->in, v;
	bool found;
	size_t i;

	if (list.kind == VALUE_SERIES)
		list = attr_field(c->t, &c->in, "series", &found);
	if (list.kind != VALUE_LIST)
		return false;
	*out = (struct numbers){.v = ARENA_ARRAY(c->t->arena, double, list.n),
	    .unit = "",
	    .used = ARENA_ARRAY(c->t->arena, const struct obs *, list.n)};
	for (i = 0; i < list.n; i++) {
		v = access_newest(c->t, &list.items[i]);
		if (v.kind == VALUE_MISSING)
			continue;
		if (v.kind == VALUE_OBS) {
			if (!region_accepts(v.obs))
				continue;
			out->used[out->nused++] = v.obs;
		}
		if (!eval_number(c->t, &v, c->at, c->filter->name))
			return false;
		out->v[out->n++] = v.number;
		if (v.decimals > out->decimals)
			out->decimals = v.decimals;
		out->unit = v.unit;
	}
	return true;
}

/* The statistics that have the same form for lists and regions. */
static const struct plain {
	const char *name;
	double (*f)(const double *, size_t);
	int more; /* decimals beyond those of the values */
} plain[] = {
    {"mean", summary_mean, 1},
    {"median", summary_median, 1},
    {"min", summary_min, 0},
    {"max", summary_max, 0},
    {"sd", summary_sd, 1},
    {"sum", summary_sum, 0},
    {"iqr", summary_iqr, 1},
    {"spread", summary_range, 0},
};

static const struct plain *
plain_of(const char *name)
{
	size_t i = 0;

	while (!streq(plain[i].name, name))
		i++;
	return &plain[i];
}

static struct value
nothing(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;

	return value_missing(ABSENT_ABSENT,
	    arena_printf(c->t->arena, "the %s of %s", c->filter->name,
		ind ? ind->id : "an empty list"));
}

/* mean, median, min, max, sd, sum over a list or the subject's own years. */
static struct value
of_list(struct call *c, double (*f)(const double *, size_t), int more)
{
	struct numbers x;
	struct value v;
	double r;

	if (!numbers_in(c, &x))
		return value_error;
	r = x.n ? f(x.v, x.n) : NAN;
	if (isnan(r))
		return nothing(c);
	v = value_number(r, x.decimals + more, x.unit);
	v.deriv = func_deriv(c, (const struct obs *const *)x.used, x.nused);
	return v;
}

/* Members with a value: .n; years: .from, .to; the member at the end: .area */
static struct value
with_attrs(struct call *c, struct value v, const struct region *r,
    const struct member *at_end)
{
	struct value_attr *attrs =
	    ARENA_ARRAY(c->t->arena, struct value_attr, 6);
	size_t n = 0;
	int from, to;

	region_years(r, &from, &to);
	attrs[n++] = (struct value_attr){
	    "n", value_number((double)r->with_value, 0, "")};
	attrs[n++] =
	    (struct value_attr){"members", value_number((double)r->n, 0, "")};
	attrs[n++] = (struct value_attr){"from", value_year(from)};
	attrs[n++] = (struct value_attr){"to", value_year(to)};
	if (at_end) {
		attrs[n++] =
		    (struct value_attr){"area", value_area(at_end->area)};
		attrs[n++] = (struct value_attr){"obs", value_obs(at_end->obs)};
	}
	v.attrs = attrs;
	v.nattrs = n;
	return v;
}

static double *
values_of(struct call *c, const struct region *r)
{
	double *v = ARENA_ARRAY(c->t->arena, double, r->n);
	size_t i;

	for (i = 0; i < r->n; i++)
		v[i] = r->members[i].value;
	return v;
}

/* median(region, year) and so on */
static struct value
run_plain(struct call *c)
{
	const struct plain *p = plain_of(c->filter->name);
	const struct indicator *ind = c->in.key.indicator;
	const struct member *end = NULL;
	const struct area **areas;
	struct region r;
	struct value v;
	size_t n;
	double x;
	int year;

	if (!func_has(c, 0))
		return of_list(c, p->f, p->more);
	if (!ind)
		return func_wrong(c, 0, "left out for a list");
	year = year_of(c, 1);
	if (!func_areas(c, 0, &areas, &n))
		return value_error;
	r = collect(c, areas, n, year, NULL);
	x = r.with_value ? p->f(values_of(c, &r), r.n) : NAN;
	if (isnan(x))
		return nothing(c);
	if (streq(p->name, "min"))
		end = region_lowest(&r);
	else if (streq(p->name, "max"))
		end = region_highest(&r);
	v = value_number(x, ind->decimals, ind->unit);
	v.deriv = region_deriv(c, &r);
	return with_attrs(c, v, &r, end);
}

/* mean(region, year, weight) */
static struct value
run_mean(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	struct value_attr *attrs;
	const struct area **areas;
	struct weighted_mean m;
	struct region r;
	struct value v;
	size_t n;
	int year;

	if (!func_has(c, 0) || !func_has(c, 2))
		return run_plain(c);
	if (c->args[2].kind != VALUE_SERIES)
		return func_wrong(c, 2, "an indicator");
	year = year_of(c, 1);
	if (!func_areas(c, 0, &areas, &n))
		return value_error;
	r = collect(c, areas, n, year, c->args[2].key.indicator);
	m = region_weighted(&r, REGION_COVERAGE);
	if (isnan(m.value))
		return nothing(c);
	v = value_number(m.value, ind->decimals, ind->unit);
	v.deriv = region_deriv(c, &r);
	v = with_attrs(c, v, &r, NULL);
	attrs = (struct value_attr *)(uintptr_t)v.attrs;
	attrs[v.nattrs++] = (struct value_attr){
	    "coverage", value_number(100 * m.coverage, 0, "percent")};
	return v;
}

/* quantile(p, region, year) */
static struct value
run_quantile(struct call *c)
{
	const struct indicator *ind = c->in.key.indicator;
	const struct area **areas;
	struct numbers x;
	struct region r;
	struct value v;
	size_t n;
	double p, q;
	int year;

	if (!func_number(c, 0, &p) || p < 0 || p > 1)
		return func_wrong(c, 0, "a number from 0 to 1");
	if (!func_has(c, 1)) {
		if (!numbers_in(c, &x))
			return value_error;
		if (x.n == 0)
			return nothing(c);
		v = value_number(
		    summary_quantile(x.v, x.n, p), x.decimals + 1, x.unit);
		v.deriv =
		    func_deriv(c, (const struct obs *const *)x.used, x.nused);
		return v;
	}
	if (!ind)
		return func_wrong(c, 1, "left out for a list");
	year = year_of(c, 2);
	if (!func_areas(c, 1, &areas, &n))
		return value_error;
	r = collect(c, areas, n, year, NULL);
	q = r.with_value ? summary_quantile(values_of(c, &r), r.n, p) : NAN;
	if (isnan(q))
		return nothing(c);
	v = value_number(q, ind->decimals, ind->unit);
	v.deriv = region_deriv(c, &r);
	return with_attrs(c, v, &r, NULL);
}

/* tally(region, state): members whose verdict is so; .n have one, .areas */
static struct value
run_tally(struct call *c)
{
	struct value_attr *attrs =
	    ARENA_ARRAY(c->t->arena, struct value_attr, 3);
	const struct obs **used;
	const struct area **areas;
	const struct area **found;
	struct value v, o;
	const char *state;
	size_t n, i, count = 0, known = 0;

	if (!func_areas(c, 0, &areas, &n))
		return value_error;
	if (!func_text(c, 1, &state))
		return func_has(c, 1) ? value_error
				      : func_wrong(c, 1, "a state in quotes");
	if (c->in.key.indicator->type != IND_VERDICT) {
		diag(c->t->sink, DIAG_TMPL_FILTER_KIND, c->at, "tally",
		    "a verdict", value_what(&c->in));
		return value_error;
	}
	found = ARENA_ARRAY(c->t->arena, const struct area *, n);
	used = ARENA_ARRAY(c->t->arena, const struct obs *, n);
	for (i = 0; i < n; i++) {
		int is;

		v = c->in;
		v.key.area = areas[i];
		v = value_series(&v.key);
		o = access_newest(c->t, &v);
		if (o.kind == VALUE_OBS)
			used[known++] = o.obs;
		else if (!streq(state, "unknown"))
			continue;
		is = cond_test(c->t, &o, state, c->arg_at[1]);
		if (is < 0)
			return value_error;
		if (is)
			found[count++] = areas[i];
	}
	v = value_number((double)count, 0, "");
	v.deriv = func_deriv(c, (const struct obs *const *)used, known);
	attrs[0] = (struct value_attr){"n", value_number((double)known, 0, "")};
	attrs[1] =
	    (struct value_attr){"members", value_number((double)n, 0, "")};
	attrs[2] = (struct value_attr){"areas", attr_areas(c->t, found, count)};
	v.attrs = attrs;
	v.nattrs = 3;
	return v;
}

/* having(region), lacking(region): the members with and without a value */
static struct value
run_having(struct call *c)
{
	bool with = streq(c->filter->name, "having");
	const struct area **areas, **found;
	struct value v, o;
	size_t n, i, count = 0;

	if (!func_areas(c, 0, &areas, &n))
		return value_error;
	found = ARENA_ARRAY(c->t->arena, const struct area *, n);
	for (i = 0; i < n; i++) {
		v = c->in;
		v.key.area = areas[i];
		v = value_series(&v.key);
		o = access_newest(c->t, &v);
		if (o.kind == VALUE_ERROR)
			return o;
		if ((o.kind == VALUE_OBS) == with)
			found[count++] = areas[i];
	}
	return attr_areas(c->t, found, count);
}

#define MANY (TAKES_SERIES | TAKES(VALUE_LIST))

const struct filter func_regions[] = {
    {"rank", {"region", "first", "year", "despite"}, TAKES_SERIES, "a series",
	FUNC_SERIES | FUNC_NEEDS(1), run_rank},
    {"mean", {"region", "year", "weight"}, MANY, "a series or a list",
	FUNC_SERIES, run_mean},
    {"median", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"min", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"max", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"sd", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"sum", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"iqr", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"spread", {"region", "year"}, MANY, "a series or a list", FUNC_SERIES,
	run_plain},
    {"quantile", {"p", "region", "year"}, MANY, "a series or a list",
	FUNC_SERIES | FUNC_NEEDS(1), run_quantile},
    {"having", {"region"}, TAKES_SERIES, "a series",
	FUNC_SERIES | FUNC_NEEDS(1), run_having},
    {"lacking", {"region"}, TAKES_SERIES, "a series",
	FUNC_SERIES | FUNC_NEEDS(1), run_having},
    {"tally", {"region", "state"}, TAKES_SERIES, "a verdict",
	FUNC_SERIES | FUNC_NEEDS(2), run_tally},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
