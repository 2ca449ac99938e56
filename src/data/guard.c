/* SPDX-License-Identifier: MIT */
/*
 * data/guard.c - small counts, and what would give them away
 *
 * Hiding small counts alone (primary suppression) is not enough: with the
 * total at hand the reader subtracts.  Complementary suppression hides one
 * more count in each line that would betray one.  Which costs least is hard in
 * general (NP-hard for tables), so the next smallest is taken.
 */
#include "data/guard.h"

#include <math.h>

bool
guard_is_small(double count, double threshold)
{
	return count > 0 && count < threshold;
}

/* The smallest visible count that is not 0, or n. */
static size_t
next_smallest(const double *counts, const bool *hidden, size_t n, size_t step)
{
	size_t i, best = n;

	for (i = 0; i < n; i++) {
		if (hidden[i * step] || !(counts[i * step] > 0))
			continue;
		if (best == n || counts[i * step] < counts[best * step])
			best = i;
	}
	return best;
}

size_t
guard_line(
    const double *counts, bool *hidden, size_t n, size_t step, double threshold)
{
	size_t i, inside = 0, added = 0;
	double sum = 0;

	for (i = 0; i < n; i++) {
		if (!hidden[i * step])
			continue;
		inside++;
		sum += isnan(counts[i * step]) ? threshold : counts[i * step];
	}
	while (inside == 1 || (inside > 0 && sum < threshold)) {
		size_t next = next_smallest(counts, hidden, n, step);

		if (next == n)
			break;
		hidden[next * step] = true;
		sum += counts[next * step];
		inside++;
		added++;
	}
	return added;
}
