/* SPDX-License-Identifier: MIT */
/* stat/disclose.c - what may be shown of surveys and small counts */
#include "stat/disclose.h"

#include <math.h>
#include <string.h>

#include "data/guard.h"
#include "data/store.h"

enum disclosure
disclose_base(double base)
{
	if (base < 25)
		return DISCLOSE_WITHHOLD;
	return base < 50 ? DISCLOSE_BRACKET : DISCLOSE_SHOW;
}

enum disclosure
disclose_obs(const struct obs *o)
{
	return strcmp(o->indicator->unit, "percent") == 0 ? disclose_base(o->n)
							  : DISCLOSE_SHOW;
}

/* Hide what is small or not there; how many. */
static size_t
hide_small(const double *counts, size_t n, double threshold, bool *hidden)
{
	size_t i, total = 0;

	for (i = 0; i < n; i++) {
		hidden[i] =
		    isnan(counts[i]) || guard_is_small(counts[i], threshold);
		total += hidden[i];
	}
	return total;
}

size_t
disclose_table(const double *counts, size_t rows, size_t cols, double threshold,
    bool *hidden)
{
	size_t total = hide_small(counts, rows * cols, threshold, hidden);
	size_t i, added;

	do {
		added = 0;
		for (i = 0; i < rows; i++)
			added += guard_line(counts + i * cols,
			    hidden + i * cols, cols, 1, threshold);
		for (i = 0; i < cols; i++)
			added += guard_line(
			    counts + i, hidden + i, rows, cols, threshold);
		total += added;
	} while (added > 0);
	return total;
}

size_t
disclose_counts(const double *counts, size_t n, double threshold, bool *hidden)
{
	size_t total = hide_small(counts, n, threshold, hidden);

	return total + guard_line(counts, hidden, n, 1, threshold);
}
