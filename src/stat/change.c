/* SPDX-License-Identifier: MIT */
/* stat/change.c - change between two values and along a series */
#include "stat/change.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "stat/decimal.h"
#include "stat/dist.h"
#include "stat/summary.h"

double
change_absolute(double y0, double y1)
{
	return decimal_minus(y1, y0);
}

double
change_relative(double y0, double y1)
{
	return y0 > 0 ? decimal_minus(y1, y0) / y0 : NAN;
}

double
change_cagr(double y0, double y1, double years)
{
	if (!(y0 > 0) || !(y1 >= 0) || !(years > 0))
		return NAN;
	return pow(y1 / y0, 1 / years) - 1;
}

double
change_aarr_two_points(double y0, double y1, double years)
{
	return -change_cagr(y0, y1, years);
}

/* The points of which neither part is missing; the caller frees t. */
struct points {
	size_t n;
	double *t, *y;
};

static struct points
take_points(const double *t, const double *y, size_t n)
{
	struct points p = {.t = xmalloc(2 * n * sizeof *p.t)};
	size_t i;

	p.y = p.t + n;
	for (i = 0; i < n; i++) {
		if (isnan(t[i]) || isnan(y[i]))
			continue;
		p.t[p.n] = t[i];
		p.y[p.n++] = y[i];
	}
	return p;
}

/* --- least squares --- */

/* Sums of squares and products about the means, in extended precision: the
 * products of centred values are where digits would get lost. */
static struct line
fit(const struct points *p, double level)
{
	struct line l = {.n = p->n,
	    .slope = NAN,
	    .intercept = NAN,
	    .residual_sd = NAN,
	    .slope_se = NAN,
	    .low = NAN,
	    .high = NAN,
	    .r2 = NAN};
	double tm = summary_mean(p->t, p->n), ym = summary_mean(p->y, p->n);
	long double stt = 0, sty = 0, syy = 0, rss = 0, slope;
	size_t i;

	for (i = 0; i < p->n; i++) {
		long double dt = (long double)p->t[i] - tm;
		long double dy = (long double)p->y[i] - ym;

		stt += dt * dt;
		sty += dt * dy;
		syy += dy * dy;
	}
	if (!(stt > 0))
		return l;
	slope = sty / stt;
	l.slope = (double)slope;
	l.intercept = (double)(ym - slope * tm);
	for (i = 0; i < p->n; i++) {
		long double r = ((long double)p->y[i] - ym) -
				slope * ((long double)p->t[i] - tm);

		rss += r * r;
	}
	if (syy > 0)
		l.r2 = (double)(1 - rss / syy);
	if (p->n < 3)
		return l;
	l.residual_sd = (double)sqrtl(rss / (long double)(p->n - 2));
	l.slope_se =
	    (double)(sqrtl(rss / (long double)(p->n - 2)) / sqrtl(stt));
	l.high =
	    dist_t_quantile(0.5 + level / 2, (double)(p->n - 2)) * l.slope_se;
	l.low = l.slope - l.high;
	l.high += l.slope;
	return l;
}

struct line
change_ols(const double *t, const double *y, size_t n, double level)
{
	struct points p = take_points(t, y, n);
	struct line l;

	assert(level > 0 && level < 1);
	l = fit(&p, level);
	free(p.t);
	return l;
}

double
change_aarr(const double *t, const double *y, size_t n)
{
	struct points p = take_points(t, y, n);
	double slope;
	size_t i;

	for (i = 0; i < p.n; i++)
		p.y[i] = p.y[i] > 0 ? log(p.y[i]) : NAN;
	slope = summary_count(p.y, p.n) == p.n ? fit(&p, 0.95).slope : NAN;
	free(p.t);
	return -expm1(slope);
}

/* --- robust trend --- */

struct line
change_theil_sen(const double *t, const double *y, size_t n)
{
	struct points p = take_points(t, y, n);
	double *slopes = xmalloc(p.n * p.n / 2 * sizeof *slopes);
	struct line l = {.n = p.n,
	    .intercept = NAN,
	    .residual_sd = NAN,
	    .slope_se = NAN,
	    .low = NAN,
	    .high = NAN,
	    .r2 = NAN};
	size_t i, j, k = 0;

	for (i = 0; i < p.n; i++)
		for (j = i + 1; j < p.n; j++)
			if (p.t[i] != p.t[j])
				slopes[k++] = decimal_minus(p.y[j], p.y[i]) /
					      (p.t[j] - p.t[i]);
	l.slope = summary_median(slopes, k);
	for (i = 0; i < p.n; i++)
		p.y[i] -= l.slope * p.t[i];
	if (k > 0)
		l.intercept = summary_median(p.y, p.n);
	free(slopes);
	free(p.t);
	return l;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Sum of g (g - 1) (2g + 5) over the groups of equal values; sorts them. */
static double
tie_sum(double *y, size_t n)
{
	double sum = 0;
	size_t i, from = 0;

	if (n > 1)
		qsort(y, n, sizeof *y, compare);
	for (i = 1; i <= n; i++) {
		double g;

		if (i < n && y[i] == y[from])
			continue;
		g = (double)(i - from);
		sum += g * (g - 1) * (2 * g + 5);
		from = i;
	}
	return sum;
}

struct mann_kendall
change_mann_kendall(const double *t, const double *y, size_t n)
{
	struct points p = take_points(t, y, n);
	struct mann_kendall m = {.n = p.n, .z = NAN, .p = NAN};
	double k = (double)p.n;
	size_t i, j;

	for (i = 0; i < p.n; i++)
		for (j = i + 1; j < p.n; j++)
			if (p.t[i] != p.t[j])
				m.s += compare(&p.y[j], &p.y[i]) *
				       (p.t[j] > p.t[i] ? 1 : -1);
	m.variance = (k * (k - 1) * (2 * k + 5) - tie_sum(p.y, p.n)) / 18;
	free(p.t);
	if (p.n < 4)
		return m;
	m.z = 0;
	if (m.s != 0 && m.variance > 0)
		m.z = copysign(fabs(m.s) - 1, m.s) / sqrt(m.variance);
	m.p = fmin(1, 2 * dist_normal(-fabs(m.z)));
	return m;
}
