/* SPDX-License-Identifier: MIT */
/* chart/scale.h - values to places, round ticks, years */
#ifndef CHART_SCALE_H
#define CHART_SCALE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/font.h"

#define TICKS_MAX 16

/* A straight map from values to millipoints, with the ticks of its axis. */
struct scale {
	double lo, hi; /* values at the ends of the axis */
	mpt from, to;  /* their places */
	double ticks[TICKS_MAX];
	size_t nticks;
	double step;  /* between ticks */
	int decimals; /* that ticks need */
};

/*
 * An axis for the values lo to hi with steps of 1, 2 or 5 x 10^n and at most
 * `lines` grid lines besides zero.  `zero`: the axis contains 0.  lo == hi is
 * allowed.  The ends are ticks.
 */
struct scale scale_values(
    double lo, double hi, bool zero, size_t lines, mpt from, mpt to);

/* Should a line's axis start at zero?  When little room is lost by it. */
bool scale_wants_zero(double lo, double hi);

/*
 * An axis of years from..to: a tick at the first year, then every 4 to 6 years
 * (1 or 2 when the span is short, more when it is long or when `width` of a
 * label leaves no room).
 */
struct scale scale_years(
    double from_year, double to_year, mpt width, mpt from, mpt to);

mpt scale_at(const struct scale *, double value);

#endif
