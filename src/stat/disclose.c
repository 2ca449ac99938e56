/* SPDX-License-Identifier: MIT */
/*
 * stat/disclose.c - what may be shown of surveys and small counts
 *
 * Hiding small counts alone (primary suppression) is not enough: with the
 * total at hand the reader subtracts.  Complementary suppression hides one
 * more count in each line that would betray one; which costs least is hard in
 * general (it is NP-hard for tables), so the next smallest is taken.
 */
#include "stat/disclose.h"

#include <math.h>

enum disclosure
disclose_base(double base)
{
	if (base < 25)
		return DISCLOSE_WITHHOLD;
	return base < 50 ? DISCLOSE_BRACKET : DISCLOSE_SHOW;
}

bool
disclose_is_small(double count, double threshold)
{
	return count > 0 && count < threshold;
}

/* The smallest visible count of a line that is not 0, or n. */
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

/* Make one line of n counts, `step` apart, safe against its total; how many
 * counts were hidden for it. */
static size_t
protect_line(
    const double *counts, bool *hidden, size_t n, size_t step, double threshold)
{
	size_t i, added = 0;

	for (;;) {
		size_t inside = 0, next;
		double sum = 0;

		for (i = 0; i < n; i++) {
			if (!hidden[i * step])
				continue;
			inside++;
			sum += isnan(counts[i * step]) ? threshold
						       : counts[i * step];
		}
		if (inside == 0 || (inside > 1 && sum >= threshold))
			return added;
		next = next_smallest(counts, hidden, n, step);
		if (next == n)
			return added;
		hidden[next * step] = true;
		added++;
	}
}

size_t
disclose_table(const double *counts, size_t rows, size_t cols, double threshold,
    bool *hidden)
{
	size_t i, added, total = 0;

	for (i = 0; i < rows * cols; i++) {
		hidden[i] =
		    isnan(counts[i]) || disclose_is_small(counts[i], threshold);
		total += hidden[i];
	}
	do {
		added = 0;
		for (i = 0; i < rows; i++)
			added += protect_line(counts + i * cols,
			    hidden + i * cols, cols, 1, threshold);
		for (i = 0; i < cols; i++)
			added += protect_line(
			    counts + i, hidden + i, rows, cols, threshold);
		total += added;
	} while (added > 0);
	return total;
}

size_t
disclose_counts(const double *counts, size_t n, double threshold, bool *hidden)
{
	size_t i, total = 0;

	for (i = 0; i < n; i++) {
		hidden[i] =
		    isnan(counts[i]) || disclose_is_small(counts[i], threshold);
		total += hidden[i];
	}
	return total + protect_line(counts, hidden, n, 1, threshold);
}
