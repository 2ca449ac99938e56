/* SPDX-License-Identifier: MIT */
/* stat/dist.c - normal and Student's t distribution */
#include "stat/dist.h"

#include <assert.h>
#include <float.h>
#include <math.h>

double
dist_normal(double z)
{
	return 0.5 * erfc(-z / sqrt(2));
}

/*
 * The regularised incomplete beta function by its continued fraction
 * (Abramowitz and Stegun 26.5.8), evaluated after Lentz (Applied Optics 15,
 * 1976).  Converges fast for x < (a + 1) / (a + b + 2).
 */
static double
beta_fraction(double x, double a, double b)
{
	double c = 1, d = 1 - (a + b) * x / (a + 1), f;
	int m;

	d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
	f = d;
	for (m = 1; m <= 500; m++) {
		int half;

		for (half = 0; half < 2; half++) {
			double k = half ? -(a + m) * (a + b + m) * x /
					      ((a + 2 * m) * (a + 2 * m + 1))
					: m * (b - m) * x /
					      ((a + 2 * m - 1) * (a + 2 * m));

			d = 1 + k * d;
			d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
			c = 1 + k / c;
			if (fabs(c) < DBL_MIN)
				c = DBL_MIN;
			f *= c * d;
		}
		if (fabs(c * d - 1) < DBL_EPSILON)
			break;
	}
	return f;
}

static double
beta(double x, double a, double b)
{
	double front;

	if (x <= 0 || x >= 1)
		return x > 0;
	front = exp(
	    lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
	if (x < (a + 1) / (a + b + 2))
		return front * beta_fraction(x, a, b) / a;
	return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double
dist_t(double t, double df)
{
	double tail;

	assert(df > 0);
	tail = 0.5 * beta(df / (df + t * t), df / 2, 0.5);
	return t > 0 ? 1 - tail : tail;
}

/* Where an increasing function reaches p: bisection between bounds found by
 * doubling, until neighbouring doubles are left. */
static double
invert(double (*f)(double, double), double df, double p)
{
	double lo = -1, hi = 1, mid = 0;

	assert(p > 0 && p < 1);
	while (f(lo, df) > p)
		lo *= 2;
	while (f(hi, df) < p)
		hi *= 2;
	for (;;) {
		double last = mid;

		mid = lo + (hi - lo) / 2;
		if (mid == last || mid == lo || mid == hi)
			return mid;
		if (f(mid, df) < p)
			lo = mid;
		else
			hi = mid;
	}
}

static double
normal(double z, double unused)
{
	(void)unused;
	return dist_normal(z);
}

double
dist_normal_quantile(double p)
{
	/* the lower tail keeps all digits */
	return p > 0.5 ? -invert(normal, 0, 1 - p) : invert(normal, 0, p);
}

double
dist_t_quantile(double p, double df)
{
	return p > 0.5 ? -invert(dist_t, df, 1 - p) : invert(dist_t, df, p);
}
