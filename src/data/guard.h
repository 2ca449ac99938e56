/* SPDX-License-Identifier: MIT */
/* data/guard.h - small counts, and what would give them away */
#ifndef DATA_GUARD_H
#define DATA_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a count alone is too small: 1 to threshold - 1.  0 is no count of
 * anybody; NAN is none at all. */
bool guard_is_small(double count, double threshold);

/*
 * Of n counts, `step` apart, that add up to a printed total, some are hidden:
 * hide the next smallest that is not 0 until at least two are hidden and the
 * sum of the hidden ones is not small.  A hidden NAN, a count that the source
 * does not give, is taken as large.  Returns how many were added.
 */
size_t guard_line(const double *counts, bool *hidden, size_t n, size_t step,
    double threshold);

#endif
