/* SPDX-License-Identifier: MIT */
/* stat/rate.c - rates, shares, targets and agreement */
#include "stat/rate.h"

#include <math.h>

#include "stat/change.h"
#include "stat/decimal.h"
#include "stat/dist.h"

double
rate_per(double count, double base, double per)
{
	return base > 0 ? count * per / base : NAN;
}

struct interval
rate_wilson(double x, double n, double level)
{
	double p, z, centre, half, whole;

	if (!(n > 0) || !(x >= 0) || !(x <= n) || !(level > 0) || !(level < 1))
		return (struct interval){NAN, NAN};
	p = x / n;
	z = dist_normal_quantile(0.5 + level / 2);
	whole = 1 + z * z / n;
	centre = (p + z * z / (2 * n)) / whole;
	half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / whole;
	return (struct interval){
	    x == 0 ? 0 : centre - half, x == n ? 1 : centre + half};
}

double
rate_distance(double value, double target, bool lower)
{
	double d =
	    lower ? decimal_minus(value, target) : decimal_minus(target, value);

	return d < 0 ? 0 : d;
}

double
rate_required_pace(double value, double year, double target, double target_year)
{
	if (!(target_year > year))
		return NAN;
	return decimal_minus(target, value) / (target_year - year);
}

double
rate_required_aarr(double value, double year, double target, double target_year)
{
	if (!(target > 0))
		return NAN;
	return change_aarr_two_points(value, target, target_year - year);
}

double
rate_jaccard(const bool *a, const bool *b, size_t n)
{
	size_t i, both = 0, either = 0;

	for (i = 0; i < n; i++) {
		both += a[i] && b[i];
		either += a[i] || b[i];
	}
	return either ? (double)both / (double)either : NAN;
}
