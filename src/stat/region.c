/* SPDX-License-Identifier: MIT */
/* stat/region.c - one indicator over the members of a region */
#include "stat/region.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "stat/summary.h"

bool
region_accepts(const struct obs *o)
{
	return o && !isnan(o->value) && date_known(o->period.to) &&
	       o->comparator != CMP_LESS && o->comparator != CMP_MORE &&
	       o->status < OBS_MISSING && o->status != OBS_FORECAST;
}

static const struct obs *
find_value(const struct view *v, const struct obs_key *key, int year)
{
	struct date d = {(short)year, 0, 0};
	const struct obs *o;

	if (year)
		o = view_at(v, key, (struct period){d, d}, NULL);
	else
		o = view_newest(v, key, NULL);
	return region_accepts(o) ? o : NULL;
}

struct region
region_collect(const struct view *v, struct arena *a, const struct obs_key *key,
    int year, const struct indicator *weight, int weight_year,
    const struct area *const *areas, size_t n)
{
	struct region r = {.n = n, .indicator = key->indicator};
	size_t i;

	r.members = ARENA_ARRAY(a, struct member, n);
	for (i = 0; i < n; i++) {
		struct member *m = &r.members[i];
		struct obs_key own = *key;

		own.area = m->area = areas[i];
		m->obs = find_value(v, &own, year);
		m->value = m->obs ? m->obs->value : NAN;
		r.with_value += m->obs != NULL;
		own = (struct obs_key){.area = areas[i], .indicator = weight};
		if (weight)
			m->weight_obs = find_value(v, &own, weight_year);
		m->weight = m->weight_obs ? m->weight_obs->value : NAN;
	}
	return r;
}

static double
summarise(const struct region *r, double (*f)(const double *, size_t))
{
	double *x = xmalloc(r->n * sizeof *x), value;
	size_t i;

	for (i = 0; i < r->n; i++)
		x[i] = r->members[i].value;
	value = f(x, r->n);
	free(x);
	return value;
}

double
region_mean(const struct region *r)
{
	return summarise(r, summary_mean);
}

double
region_median(const struct region *r)
{
	return summarise(r, summary_median);
}

double
region_sum(const struct region *r)
{
	return r->with_value ? summarise(r, summary_sum) : NAN;
}

struct weighted_mean
region_weighted(const struct region *r, double least)
{
	struct weighted_mean m = {.value = NAN};
	double *x = xmalloc(3 * r->n * sizeof *x);
	double *w = x + r->n, *with = w + r->n, all;
	size_t i;

	for (i = 0; i < r->n; i++) {
		x[i] = r->members[i].value;
		w[i] = r->members[i].weight;
		with[i] = isnan(x[i]) ? NAN : w[i];
		m.unknown += isnan(w[i]);
	}
	m.n = summary_count(with, r->n);
	all = summary_sum(w, r->n);
	m.coverage = all > 0 ? summary_sum(with, r->n) / all : 0;
	if (m.n > 0 && m.coverage >= least)
		m.value = summary_weighted_mean(x, w, r->n);
	region_years(r, &m.from, &m.to);
	free(x);
	return m;
}

const struct member *
region_lowest(const struct region *r)
{
	const struct member *best = NULL;
	size_t i;

	for (i = 0; i < r->n; i++)
		if (!isnan(r->members[i].value) &&
		    (!best || r->members[i].value < best->value))
			best = &r->members[i];
	return best;
}

const struct member *
region_highest(const struct region *r)
{
	const struct member *best = NULL;
	size_t i;

	for (i = 0; i < r->n; i++)
		if (!isnan(r->members[i].value) &&
		    (!best || r->members[i].value > best->value))
			best = &r->members[i];
	return best;
}

void
region_years(const struct region *r, int *from, int *to)
{
	size_t i;

	*from = *to = 0;
	for (i = 0; i < r->n; i++) {
		int year;

		if (!r->members[i].obs)
			continue;
		year = r->members[i].obs->period.to.year;
		if (*from == 0 || year < *from)
			*from = year;
		if (year > *to)
			*to = year;
	}
}
