/* SPDX-License-Identifier: MIT */
/* stat/dist.c - normal and Student's t distribution */
#include "stat/dist.h"

#include <assert.h>
#include <float.h>
#include <math.h>

#define PI    3.14159265358979323846
#define STEPS 2000

double
dist_normal(double z)
{
	return 0.5 * erfc(-z / sqrt(2));
}

/*
 * The continued fraction of the incomplete beta function (Abramowitz and
 * Stegun 26.5.8), evaluated after Lentz (Applied Optics 15, 1976).  Converges
 * fast for x < (a + 1) / (a + b + 2), in about sqrt(max(a, b)) steps.
 */
static double
beta_fraction(double x, double a, double b)
{
	double c = 1, d = 1 - (a + b) * x / (a + 1), f;
	int m;

	d = 1 / (fabs(d) < DBL_MIN ? DBL_MIN : d);
	f = d;
	for (m = 1; m <= STEPS; m++) {
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

/*
 * ln of gamma(a + 1/2) / gamma(a): beyond 10 by its asymptotic series (the
 * two logarithms would cancel; Tricomi and Erdelyi, Pacific J. Math. 1, 1951).
 */
static double
half_step(double a)
{
	double q = 1 / (a * a);

	if (a < 10)
		return lgamma(a + 0.5) - lgamma(a);
	return 0.5 * log(a) -
	       (1.0 / 8 -
		   q * (1.0 / 192 -
			   q * (1.0 / 640 -
				   q * (17.0 / 14336 -
					   q * (31.0 / 18432 -
						   q * 691.0 / 180224))))) /
		   a;
}

/* The lower tail of t < 0 is half the regularised incomplete beta function of
 * x = df / (df + t^2) with a = df / 2, b = 1/2; 1 - x keeps its own digits. */
static double
t_tail(double t, double df)
{
	double a = df / 2, x = df / (df + t * t), rest = t * t / (df + t * t);
	double front;

	if (rest == 0)
		return 0.5;
	if (x == 0)
		return 0;
	front = exp(half_step(a) - 0.5 * log(PI) - a * log1p(t * t / df) +
		    0.5 * log(rest));
	if (x < (a + 1) / (a + 2.5))
		return 0.5 * front * beta_fraction(x, a, 0.5) / a;
	return 0.5 - front * beta_fraction(rest, 0.5, a);
}

double
dist_t(double t, double df)
{
	assert(df > 0);
	return t > 0 ? 1 - t_tail(t, df) : t_tail(t, df);
}

/* Where an increasing function reaches p: bisection between bounds found by
 * doubling, until neighbouring doubles are left. */
static double
invert(double (*f)(double, double), double df, double p)
{
	double lo = -1, hi = 1;

	assert(p > 0 && p < 1);
	if (p == 0.5) /* both are symmetric */
		return 0;
	while (f(lo, df) > p)
		lo *= 2;
	while (f(hi, df) < p)
		hi *= 2;
	for (;;) {
		double mid = lo + (hi - lo) / 2;

		if (mid == lo || mid == hi)
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
