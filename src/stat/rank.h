/* SPDX-License-Identifier: MIT */
/*
 * stat/rank.h - the place of one value among others
 *
 * Ranks are those of competitions (1, 2, 2, 4).  Values are compared as they
 * are published: rounded to the decimals of their indicator, so that two that
 * print alike share a rank.
 */
#ifndef STAT_RANK_H
#define STAT_RANK_H

#include <stdbool.h>
#include <stddef.h>

#include "stat/region.h"

enum rank_first { RANK_HIGHEST, RANK_LOWEST };

struct rank {
	size_t position; /* 1 is first; 0: the value is missing */
	size_t n;        /* values that are not missing */
	size_t ties;     /* others on the same place */
};

/* The rank of x[i]; NANs are missing. */
struct rank rank_of(const double *x, size_t n, size_t i, enum rank_first first);

/* Share of the values below x[i] with half of those equal to it, itself among
 * them, times 100: 50 for one value; NAN when it is missing. */
double rank_percentile(const double *x, size_t n, size_t i);

/*
 * Which end comes first by the indicator's better direction; false when it
 * has none and the template must say.
 */
bool rank_direction(const struct indicator *, enum rank_first *first);

/* The rank of an area among the members; it must be one of them to have a
 * position.  Shares on a small survey base, which stand in brackets, and
 * values by another definition do not take part. */
struct rank rank_in_region(
    const struct region *, const struct area *, enum rank_first first);

/*
 * The best and the worst place that the area can have when its own interval
 * of uncertainty and those of the others are respected: members whose interval
 * overlaps its own may stand on either side.  False when no interval makes a
 * difference.
 */
bool rank_spread(const struct region *, const struct area *,
    enum rank_first first, size_t *best, size_t *worst);

/* Percentile and z-score of the area's value in the region. */
double rank_percentile_in_region(const struct region *, const struct area *);
double rank_z_in_region(const struct region *, const struct area *);

#endif
