/* SPDX-License-Identifier: MIT */
/* stat/rate.h - rates, shares, targets and agreement */
#ifndef STAT_RATE_H
#define STAT_RATE_H

#include <stdbool.h>
#include <stddef.h>

/* count / base * per, such as cases per 100,000; NAN unless base > 0. */
double rate_per(double count, double base, double per);

struct interval {
	double low, high;
};

/*
 * Wilson's score interval of x / n at a level such as 0.95 (Wilson, JASA 22,
 * 1927): (p + z2/2n -+ z sqrt(p (1 - p) / n + z2/4n2)) / (1 + z2/n).  n is the
 * effective size, for surveys the unweighted one divided by the design effect.
 * NAN unless n > 0 and 0 <= x <= n.
 */
struct interval rate_wilson(double x, double n, double level);

/*
 * How far a value is from its target: target - value where higher is better,
 * value - target where lower is (`lower`), never below 0, which is reached.
 */
double rate_distance(double value, double target, bool lower);

/* Change a year that takes value to target from `year` to `target_year`, with
 * its sign; NAN unless target_year > year. */
double rate_required_pace(
    double value, double year, double target, double target_year);

/* The yearly rate of reduction that does it, 1 - (target / value)^(1 / years);
 * NAN unless both are positive and target_year > year. */
double rate_required_aarr(
    double value, double year, double target, double target_year);

/* Agreement of two groups over n themes: those that both raise divided by
 * those that either does (Jaccard 1901); NAN when neither raises any. */
double rate_jaccard(const bool *a, const bool *b, size_t n);

#endif
