/* SPDX-License-Identifier: MIT */
/*
 * stat/audit_series.c - values that do not fit into their own series
 *
 * A slip (a digit too many, thousands for units, the wrong row) is one value
 * off a path that its neighbours agree on.  So a value is looked at against
 * the line between its neighbours: as a ratio for positive amounts, as a
 * difference else.  The median of these distances over all areas in the same
 * year is taken off first: what happens to all countries at once (a pandemic)
 * is no slip.  What is left is compared with the series' own distances by
 * their median absolute deviation (Hampel, JASA 69, 1974; Leys et al., J.
 * Experimental Social Psychology 49, 2013), with a floor below which nothing
 * is odd.
 */
#include "stat/audit_work.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/num.h"
#include "base/vec.h"
#include "stat/region.h"
#include "stat/summary.h"

#define LEAST_VALUES 7 /* of a series with a history */
#define DEVIATIONS   8 /* scaled MADs beyond which a value is odd … */
#define NORMAL       1.4826
#define FLOOR_RATIO  1.1 /* … and at least e times its neighbours' line */
#define FLOOR_SHARE  20  /* or so many points off, for percentages */
#define YEAR_AREAS   4   /* areas whose median says what a year did */

/* The distance of one value from the line between its neighbours. */
struct distance {
	const struct obs *obs;
	double d;
	bool peak;   /* above or below both of them: no mere bend */
	double year; /* the median distance of that year; 0 for few areas */
};

struct audit {
	const struct store *store;
	struct sink *sink;
	struct arena *arena;
	VEC(struct distance) v;
};

static bool
same_key(const struct obs *a, const struct obs *b)
{
	return a->area == b->area && a->indicator == b->indicator &&
	       a->place == b->place && a->sex == b->sex && a->age == b->age &&
	       a->group == b->group;
}

/* Do ratios say more than differences: amounts that are all positive and
 * could not be less? */
static bool
by_ratio(const struct obs *const *v, size_t n)
{
	size_t i;

	if (strcmp(v[0]->indicator->unit, "percent") == 0 ||
	    !(v[0]->indicator->min >= 0))
		return false;
	for (i = 0; i < n; i++)
		if (!(v[i]->value > 0))
			return false;
	return true;
}

static double
height(const struct obs *o, bool ratio)
{
	return ratio ? log(o->value) : o->value;
}

/* Distances of all values but the first and the last of one series. */
static void
measure(struct audit *a, const struct obs *const *v, size_t n)
{
	bool ratio;
	size_t i;

	if (n < LEAST_VALUES)
		return;
	ratio = by_ratio(v, n);
	for (i = 1; i + 1 < n; i++) {
		double t0 = v[i - 1]->period.to.year, t = v[i]->period.to.year;
		double t1 = v[i + 1]->period.to.year;
		double y0 = height(v[i - 1], ratio),
		       y1 = height(v[i + 1], ratio);
		struct distance d = {.obs = v[i]};

		if (!(t0 < t && t < t1))
			continue;
		d.d =
		    height(v[i], ratio) - y0 - (y1 - y0) * (t - t0) / (t1 - t0);
		d.peak = (v[i]->value > v[i - 1]->value) ==
			 (v[i]->value > v[i + 1]->value);
		VEC_PUSH(a->arena, &a->v, d);
	}
}

/* Plain values of one key and one source, by period. */
static void
measure_all(struct audit *a)
{
	const struct obs *const *all;
	size_t n = store_obs(a->store, &all), from, to, i, k;
	const struct obs **part = ARENA_ARRAY(a->arena, const struct obs *, n);
	const struct record *source;

	for (from = 0; from < n; from = to) {
		for (to = from; to < n && same_key(all[to], all[from]); to++)
			;
		/* one source after the other: they are few */
		for (i = from; i < to; i++) {
			source = all[i]->source;
			for (k = from; k < i && all[k]->source != source; k++)
				;
			if (k < i || !all[i]->indicator ||
			    all[i]->indicator->type != IND_NUMBER)
				continue;
			size_t m = 0;

			for (k = i; k < to; k++)
				if (all[k]->source == source &&
				    region_accepts(all[k]))
					part[m++] = all[k];
			measure(a, part, m);
		}
	}
}

/* --- what a year did to all --- */

static int
compare_year(const void *pa, const void *pb)
{
	const struct distance *a = pa, *b = pb;
	int x = a->obs->period.to.year, y = b->obs->period.to.year;

	if (a->obs->indicator != b->obs->indicator)
		return a->obs->indicator->rank < b->obs->indicator->rank ? -1
									 : 1;
	return (x > y) - (x < y);
}

static int
compare_key(const void *pa, const void *pb)
{
	const struct distance *a = pa, *b = pb;
	const struct obs *x = a->obs, *y = b->obs;
	int c;

	if (x->area != y->area)
		return x->area->rank < y->area->rank ? -1 : 1;
	if (x->indicator != y->indicator)
		return x->indicator->rank < y->indicator->rank ? -1 : 1;
	c = strcmp(x->place, y->place);
	c = c ? c : strcmp(x->sex, y->sex);
	c = c ? c : strcmp(x->age, y->age);
	c = c ? c : strcmp(x->group, y->group);
	c = c ? c : strcmp(x->source->key, y->source->key);
	return c ? c : period_compare(x->period, y->period);
}

static void
take_years(struct audit *a)
{
	struct distance *v = a->v.v;
	size_t n = a->v.n, from, to, i;
	double *d = ARENA_ARRAY(a->arena, double, n), middle;

	if (n > 1)
		qsort(v, n, sizeof *v, compare_year);
	for (from = 0; from < n; from = to) {
		for (to = from; to < n && !compare_year(&v[from], &v[to]); to++)
			d[to - from] = v[to].d;
		middle = summary_median(d, to - from);
		for (i = from; i < to && to - from >= YEAR_AREAS; i++)
			v[i].year = middle;
	}
}

/* --- the odd ones --- */

static void
report(struct audit *a, const struct obs *o, double off, bool ratio)
{
	double expected = ratio ? o->value / exp(off) : o->value - off;
	double scale = pow(10, floor(log10(fabs(expected))) - 1);
	char value[NUM_TEXT], about[NUM_TEXT];

	num_shortest(o->value, value);
	/* two digits */
	num_shortest(scale > 0 ? round(expected / scale) * scale : 0, about);
	if (isfinite(scale) && scale < 1)
		num_fixed(expected, (int)-log10(scale), about);
	diag(a->sink, DIAG_AUDIT_OUTLIER, o->at, value, o->indicator->id,
	    o->period.to.year, about);
}

static void
judge(struct audit *a, const struct distance *v, size_t n, double *room)
{
	const struct obs **obs = ARENA_ARRAY(a->arena, const struct obs *, n);
	bool percent = strcmp(v[0].obs->indicator->unit, "percent") == 0;
	double middle, mad, limit, floor_of;
	bool ratio;
	size_t i;

	for (i = 0; i < n; i++) {
		obs[i] = v[i].obs;
		room[i] = v[i].d - v[i].year;
	}
	ratio = by_ratio(obs, n);
	middle = summary_median(room, n);
	for (i = 0; i < n; i++)
		room[i] = fabs(room[i] - middle);
	mad = NORMAL * summary_median(room, n);
	floor_of = ratio     ? FLOOR_RATIO
		   : percent ? FLOOR_SHARE
			     : HUGE_VAL; /* no scale of its own */
	limit = fmax(DEVIATIONS * mad, floor_of);
	for (i = 0; i < n; i++)
		/* a slip bends the line for its neighbours, too: they are
		 * less far off than it */
		if (room[i] > limit && v[i].peak &&
		    !(i > 0 && room[i - 1] > room[i]) &&
		    !(i + 1 < n && room[i + 1] > room[i]) &&
		    !v[i].obs->note[0] && v[i].obs->status != OBS_BREAK)
			report(a, v[i].obs, v[i].d - v[i].year, ratio);
}

void
audit_series(const struct store *s, struct sink *sink)
{
	struct audit a = {.store = s, .sink = sink, .arena = arena_new()};
	size_t from, to;
	double *room;

	measure_all(&a);
	take_years(&a);
	if (a.v.n > 1)
		qsort(a.v.v, a.v.n, sizeof *a.v.v, compare_key);
	room = ARENA_ARRAY(a.arena, double, a.v.n);
	for (from = 0; from < a.v.n; from = to) {
		for (to = from;
		     to < a.v.n && same_key(a.v.v[from].obs, a.v.v[to].obs) &&
		     a.v.v[from].obs->source == a.v.v[to].obs->source;
		     to++)
			;
		judge(&a, a.v.v + from, to - from, room);
	}
	arena_free(a.arena);
}
