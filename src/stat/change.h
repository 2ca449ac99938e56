/* SPDX-License-Identifier: MIT */
/*
 * stat/change.h - change between two values and along a series
 *
 * Times are years and may be fractions.  Missing points (NAN in t or y) are
 * passed over; an answer that is not defined is NAN.
 */
#ifndef STAT_CHANGE_H
#define STAT_CHANGE_H

#include <stddef.h>

/* y1 - y0 in decimals; percentage points when both are per cent. */
double change_absolute(double y0, double y1);

/* (y1 - y0) / y0, a fraction; NAN unless y0 > 0. */
double change_relative(double y0, double y1);

/* Compound annual growth rate, (y1 / y0)^(1 / years) - 1, a fraction; NAN
 * unless y0 > 0, y1 >= 0 and years > 0. */
double change_cagr(double y0, double y1, double years);

/*
 * Average annual rate of reduction after UNICEF (Technical Note "How to
 * calculate Average Annual Rate of Reduction", 2007): 1 - e^b, where b is the
 * least-squares slope of ln y over t; a fraction, negative when y rises.  NAN
 * for fewer than two times or a value that is not positive.
 */
double change_aarr(const double *t, const double *y, size_t n);

/* The same from two points, 1 - (y1 / y0)^(1 / years). */
double change_aarr_two_points(double y0, double y1, double years);

/* A fitted line y = intercept + slope t. */
struct line {
	size_t n;
	double slope, intercept;
	double residual_sd; /* sqrt(RSS / (n - 2)), NAN for n < 3 */
	double slope_se;    /* residual_sd / sqrt(Stt), NAN for n < 3 */
	double low, high;   /* confidence interval of the slope */
	double r2;          /* 1 - RSS / Syy; NAN when y is constant */
};

/*
 * Ordinary least squares; the interval is slope -+ t(n - 2) slope_se at a
 * level such as 0.95.  Slope NAN for fewer than two times.
 */
struct line change_ols(
    const double *t, const double *y, size_t n, double level);

/*
 * Theil-Sen line: the slope is the median of the slopes of all pairs at
 * different times, the intercept the median of y - slope t (Sen, JASA 63,
 * 1968).  Only n, slope and intercept are set.  Takes n^2 / 2 slopes, for
 * series of years.
 */
struct line change_theil_sen(const double *t, const double *y, size_t n);

/* Mann-Kendall test for a monotonic trend. */
struct mann_kendall {
	size_t n;
	double s;        /* pairs that rise less pairs that fall */
	double variance; /* of s if there is no trend, with ties */
	double z, p;     /* continuity-corrected, two-sided; NAN for n < 4 */
	double exact;    /* two-sided; NAN for n < 4, with ties, n > 50 */
};

/*
 * s = sum of sgn(y_j - y_i) over t_i < t_j; variance = (n (n - 1) (2n + 5) -
 * sum of g (g - 1) (2g + 5) over groups of g ties) / 18; z = sgn(s) (|s| - 1) /
 * sqrt(variance) (Mann 1945, Kendall 1975).  A constant series has z 0, p 1.
 * Without ties the exact p is the share of the n! orders with at least as many
 * pairs that rise, or fall (Kendall, Rank Correlation Methods, 1970, 5.3).
 */
struct mann_kendall change_mann_kendall(
    const double *t, const double *y, size_t n);

/* The p to print: the exact one up to 10 values, where the normal one is
 * coarse, else the normal one; NAN when neither is defined. */
double change_trend_p(const struct mann_kendall *);

#endif
