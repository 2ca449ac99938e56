/* SPDX-License-Identifier: MIT */
/*
 * stat/summary.h - one array of numbers in one number
 *
 * NANs in the input are missing values and passed over.  Where an answer is
 * not defined, such as the mean of nothing, it is NAN.  All are exact to the
 * last digits on NIST's univariate sets: values are scaled to whole numbers
 * (stat/decimal.h), sums are compensated (Neumaier, ZAMM 54, 1974), and what
 * is computed from them is rounded once, where long double has more digits.
 */
#ifndef STAT_SUMMARY_H
#define STAT_SUMMARY_H

#include <stddef.h>

/* How many are not missing. */
size_t summary_count(const double *x, size_t n);

/* Sum; 0 for nothing. */
double summary_sum(const double *x, size_t n);

/* Sum / n. */
double summary_mean(const double *x, size_t n);

/*
 * Sum of w x / sum of w over the pairs in which neither is missing; NAN when a
 * weight is negative or all are 0.
 */
double summary_weighted_mean(const double *x, const double *w, size_t n);

/*
 * Quantile of type 7 (Hyndman and Fan, American Statistician 50, 1996; R's and
 * Excel's default): with h = (n - 1) p and the values sorted from index 0,
 * x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]).  0 <= p <= 1.
 */
double summary_quantile(const double *x, size_t n, double p);
double summary_median(const double *x, size_t n); /* quantile 0.5 */
double summary_iqr(const double *x, size_t n);    /* quantile 0.75 - 0.25 */

/* Sample variance, sum of (x - mean)^2 / (n - 1); NAN for fewer than two. */
double summary_variance(const double *x, size_t n);
double summary_sd(const double *x, size_t n); /* its square root */
/* (x[i] - mean) / sd; NAN when x[i] is missing, for fewer than two, sd 0. */
double summary_z(const double *x, size_t n, size_t i);
/* sd / mean; NAN unless the mean is positive. */
double summary_cv(const double *x, size_t n);

double summary_min(const double *x, size_t n);
double summary_max(const double *x, size_t n);
double summary_range(const double *x, size_t n); /* max - min */

#endif
