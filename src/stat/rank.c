/* SPDX-License-Identifier: MIT */
/* stat/rank.c - the place of one value among others */
#include "stat/rank.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/num.h"
#include "stat/compare.h"
#include "stat/disclose.h"
#include "stat/summary.h"

struct rank
rank_of(const double *x, size_t n, size_t i, enum rank_first first)
{
	struct rank r = {0, summary_count(x, n), 0};
	size_t k;

	if (i >= n || isnan(x[i]))
		return r;
	r.position = 1;
	for (k = 0; k < n; k++) {
		r.position += first == RANK_HIGHEST ? x[k] > x[i] : x[k] < x[i];
		r.ties += k != i && x[k] == x[i];
	}
	return r;
}

double
rank_percentile(const double *x, size_t n, size_t i)
{
	struct rank r = rank_of(x, n, i, RANK_LOWEST);

	if (r.position == 0)
		return NAN;
	return 100 * ((double)(r.position - 1) + (double)(r.ties + 1) / 2) /
	       (double)r.n;
}

bool
rank_direction(const struct indicator *in, enum rank_first *first)
{
	if (in->better == BETTER_NONE)
		return false;
	*first = in->better == BETTER_HIGHER ? RANK_HIGHEST : RANK_LOWEST;
	return true;
}

/* The members' values, rounded for ranks or not, and where the area stands; the
 * caller frees them. */
static double *
take_values(
    const struct region *r, const struct area *area, bool rounded, size_t *at)
{
	double *x = xmalloc(r->n * sizeof *x);
	size_t i;

	*at = r->n;
	for (i = 0; i < r->n; i++) {
		x[i] = r->members[i].value;
		if (rounded && r->members[i].obs &&
		    !compare_ranks(r->members[i].obs))
			x[i] = NAN;
		else if (rounded && !isnan(x[i]))
			x[i] = num_round(x[i], r->indicator->decimals);
		if (r->members[i].area == area)
			*at = i;
	}
	return x;
}

struct rank
rank_in_region(
    const struct region *r, const struct area *area, enum rank_first first)
{
	size_t at;
	double *x = take_values(r, area, true, &at);
	struct rank rank = rank_of(x, r->n, at, first);

	free(x);
	return rank;
}

bool
rank_spread(const struct region *r, const struct area *area,
    enum rank_first first, size_t *best, size_t *worst)
{
	struct rank own = rank_in_region(r, area, first);
	const struct member *m = NULL;
	size_t at, i;
	double *x = take_values(r, area, true, &at);

	*best = *worst = own.position;
	if (own.position > 0)
		m = &r->members[at];
	for (i = 0; m && i < r->n; i++) {
		bool ahead =
		    first == RANK_HIGHEST ? x[i] > x[at] : x[i] < x[at];

		if (i == at || isnan(x[i]) ||
		    !compare_overlap(m->obs, r->members[i].obs))
			continue;
		if (ahead)
			--*best;
		else
			++*worst;
	}
	free(x);
	return *best < *worst;
}

double
rank_percentile_in_region(const struct region *r, const struct area *area)
{
	size_t at;
	double *x = take_values(r, area, true, &at);
	double p = rank_percentile(x, r->n, at);

	free(x);
	return p;
}

double
rank_z_in_region(const struct region *r, const struct area *area)
{
	size_t at;
	double *x = take_values(r, area, false, &at);
	double z = summary_z(x, r->n, at);

	free(x);
	return z;
}
