/* SPDX-License-Identifier: MIT */
/* stat/disclose.h - what may be shown of surveys and small counts */
#ifndef STAT_DISCLOSE_H
#define STAT_DISCLOSE_H

#include <stdbool.h>
#include <stddef.h>

enum disclosure { DISCLOSE_SHOW, DISCLOSE_BRACKET, DISCLOSE_WITHHOLD };

/*
 * The rule of DHS and MICS reports ("Readers should use this number with
 * caution", Malawi DHS 2015-16, p. 5) for a share on `base` unweighted cases:
 * below 25 it is withheld, from 25 to 49 it stands in brackets and is not
 * ranked.  NAN, a base that is not stated, shows.
 */
enum disclosure disclose_base(double base);

struct obs;

/* The same for an observation: only shares (per cent) have a base that could
 * be too small. */
enum disclosure disclose_obs(const struct obs *);

/*
 * Which of n counts that add up to a printed total must be hidden.  The small
 * ones, 1 to threshold - 1, are; when they are but one, or their sum is small,
 * so is the next smallest that is not 0, until the total does not give them
 * away.  Missing counts (NAN) are hidden already.  How many are hidden is
 * returned.
 */
size_t disclose_counts(
    const double *counts, size_t n, double threshold, bool *hidden);

/*
 * The same for a table of rows x cols counts, row by row, of which the totals
 * of all rows and columns are printed: repeated over rows and columns until
 * nothing changes.
 */
size_t disclose_table(const double *counts, size_t rows, size_t cols,
    double threshold, bool *hidden);

#endif
