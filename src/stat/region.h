/* SPDX-License-Identifier: MIT */
/*
 * stat/region.h - one indicator over the members of a region
 *
 * Only plain dated numbers enter: rows without a period, ranges without a
 * value, values behind "<" or ">" and forecasts do not; "~" does.  A member
 * whose newest observation is none of that kind has no value; an older one
 * does not stand in for it.
 */
#ifndef STAT_REGION_H
#define STAT_REGION_H

#include <stdbool.h>
#include <stddef.h>

#include "data/store.h"

#define REGION_COVERAGE 0.5 /* of the weights, for a mean to be shown */

struct member {
	const struct area *area;
	const struct obs *obs; /* NULL: none that may enter */
	double value;          /* NAN: none */
	double weight;         /* NAN: none */
	const struct obs *weight_obs;
};

struct region {
	struct member *members; /* in the order of the areas */
	size_t n, with_value;
	const struct indicator *indicator;
};

/* Whether an observation may enter a statistic. */
bool region_accepts(const struct obs *);

/*
 * Collect the members' values: the newest, or those of a year when `year` is
 * not 0.  `key` says which (its area is ignored).  `weight` is the indicator
 * of the weights, at its newest or in the same `weight_year`; NULL: none.
 */
struct region region_collect(const struct view *, struct arena *,
    const struct obs_key *key, int year, const struct indicator *weight,
    int weight_year, const struct area *const *areas, size_t n);

/* Plain mean, median, sum over the members with a value; NAN for none. */
double region_mean(const struct region *);
double region_median(const struct region *);
double region_sum(const struct region *);

struct weighted_mean {
	double value;    /* NAN when coverage is less than asked */
	double coverage; /* weights with a value / weights of all members */
	size_t n;        /* members in it */
	size_t unknown;  /* members of unknown weight: in neither sum */
	int from, to;    /* years of the values, 0 for none */
};

/* Sum of w y / sum of w; `least` is REGION_COVERAGE as a rule. */
struct weighted_mean region_weighted(const struct region *, double least);

/* The member with the lowest, highest value, the first of equals; NULL. */
const struct member *region_lowest(const struct region *);
const struct member *region_highest(const struct region *);

/* First and last year of the values, 0 for none; how old the data are. */
void region_years(const struct region *, int *from, int *to);

#endif
