/* SPDX-License-Identifier: MIT */
/* base/fraction.h - shares as "3 in 4", in figures */
#ifndef BASE_FRACTION_H
#define BASE_FRACTION_H

#include <stdbool.h>

struct buf;
struct locale;

struct fraction {
	int k, n;
};

/* The fraction of `of` nearest to a share of 0 to 1; of 0: with the smallest
 * n (at most ten) that comes close, or one in up to twenty. */
struct fraction fraction_near(double share, int of);

/* The simplest k in n for words, n at most ten, within 2.5 points of a share
 * above 0 and below 100 per cent; below one in ten, one in the nearest whole
 * number.  n 0: there is none. */
struct fraction fraction_simplest(double percent, bool *exact);

/* Append "3 in 4", "about 3 in 4" where the share is another or `rough`,
 * "nearly 10 in 10" where it is less than all; locale NULL: in English. */
void fraction_text(const struct locale *, struct fraction, double share,
    bool rough, struct buf *);

#endif
