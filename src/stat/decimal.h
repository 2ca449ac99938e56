/* SPDX-License-Identifier: MIT */
/*
 * stat/decimal.h - arithmetic on numbers as their decimals show them
 *
 * 10000000.2 is no double; the nearest one is off by 2e-9, which is 1e-8 of
 * the standard deviation of 10000000.1, .2, .3 (NIST's NumAcc4).  Data come as
 * decimals with few places, so values are scaled to whole numbers where that
 * is exact, and sums, differences and deviations of these are exact too.
 */
#ifndef STAT_DECIMAL_H
#define STAT_DECIMAL_H

#include <stddef.h>

/*
 * The smallest power of ten that makes all values whole numbers below 2^53
 * when they are read as decimals; 1 when there is none up to 10^15.  NANs are
 * passed over.
 */
double decimal_scale(const double *x, size_t n);

/* x * scale as the whole number that it stands for; x itself for scale 1. */
double decimal_whole(double x, double scale);

/* a - b and a + b in decimals: 10.35 - 10.1 is 0.25. */
double decimal_minus(double a, double b);
double decimal_plus(double a, double b);

#endif
