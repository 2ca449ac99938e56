/* SPDX-License-Identifier: MIT */
/* stat/change.c - change between two values and along a series */
#include "stat/change.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "stat/decimal.h"
#include "stat/dist.h"
#include "stat/summary.h"

#define EXACT_MAX    50 /* values for which the orders are counted */
#define EXACT_ENOUGH 10 /* up to here the normal distribution is coarse */

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

/* Values as whole numbers, in extended precision, from their mean. */
struct centred {
	long double scale, mean;
	const double *v;
};

static struct centred
centre(const double *v, size_t n)
{
	struct centred c = {decimal_scale(v, n), 0, v};
	size_t i;

	for (i = 0; i < n; i++)
		c.mean += (long double)decimal_whole(v[i], (double)c.scale);
	if (n > 0)
		c.mean /= (long double)n;
	return c;
}

static long double
distance(const struct centred *c, size_t i)
{
	return decimal_whole(c->v[i], (double)c->scale) - c->mean;
}

/* Sum of squares that the line leaves. */
static long double
residuals(const struct centred *t, const struct centred *y, size_t n,
    long double slope)
{
	long double rss = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		long double r = distance(y, i) - slope * distance(t, i);

		rss += r * r;
	}
	return rss;
}

/* Errors and interval of a slope; `unit` takes it back from whole numbers. */
static void
judge(struct line *l, long double rss, long double stt, long double y_scale,
    long double unit, double level)
{
	long double s = sqrtl(rss / (long double)(l->n - 2));
	double half;

	l->residual_sd = (double)(s / y_scale);
	l->slope_se = (double)(s / sqrtl(stt) * unit);
	half =
	    dist_t_quantile(0.5 + level / 2, (double)(l->n - 2)) * l->slope_se;
	l->low = l->slope - half;
	l->high = l->slope + half;
}

/* Sums of squares and products about the means of the decimals, in extended
 * precision: the products of centred values are where digits would get
 * lost. */
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
	struct centred t = centre(p->t, p->n), y = centre(p->y, p->n);
	long double stt = 0, sty = 0, syy = 0, slope, rss;
	size_t i;

	for (i = 0; i < p->n; i++) {
		long double dt = distance(&t, i), dy = distance(&y, i);

		stt += dt * dt;
		sty += dt * dy;
		syy += dy * dy;
	}
	if (!(stt > 0))
		return l;
	slope = sty / stt;
	l.slope = (double)(slope * t.scale / y.scale);
	l.intercept = (double)((y.mean - slope * t.mean) / y.scale);
	rss = residuals(&t, &y, p->n, slope);
	if (syy > 0)
		l.r2 = (double)(1 - rss / syy);
	if (p->n > 2)
		judge(&l, rss, stt, y.scale, t.scale / y.scale, level);
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

static int
compare_long(const void *a, const void *b)
{
	long double x = *(const long double *)a, y = *(const long double *)b;

	return (x > y) - (x < y);
}

/* NAN for nothing; sorts them. */
static long double
median(long double *v, size_t n)
{
	if (n == 0)
		return NAN;
	qsort(v, n, sizeof *v, compare_long);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

struct line
change_theil_sen(const double *t, const double *y, size_t n)
{
	struct points p = take_points(t, y, n);
	struct centred ct = centre(p.t, p.n), cy = centre(p.y, p.n);
	long double *v = xmalloc((p.n * p.n / 2 + 1) * sizeof *v), slope;
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
				v[k++] = (distance(&cy, j) - distance(&cy, i)) /
					 (distance(&ct, j) - distance(&ct, i));
	slope = median(v, k);
	l.slope = (double)(slope * ct.scale / cy.scale);
	for (i = 0; k > 0 && i < p.n; i++)
		v[i] = distance(&cy, i) - slope * distance(&ct, i);
	if (k > 0)
		l.intercept =
		    (double)((median(v, p.n) + cy.mean - slope * ct.mean) /
			     cy.scale);
	free(v);
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

/*
 * Two-sided p of s among n different values: the orders of n by their number
 * of inversions are counted by the recurrence of Mahonian numbers, as shares,
 * so that nothing overflows.
 */
static double
exact_p(double s, size_t n)
{
	size_t pairs = n * (n - 1) / 2, i, k, m;
	size_t least = (size_t)(((double)pairs - fabs(s)) / 2);
	double *share = xmalloc(2 * (pairs + 1) * sizeof *share);
	double *both = share, *next = share + pairs + 1, *swap, tail = 0;

	for (i = 0; i <= pairs; i++)
		share[i] = i == 0;
	for (m = 2; m <= n; m++) {
		for (i = 0; i <= pairs; i++) {
			next[i] = 0;
			for (k = 0; k < m && k <= i; k++)
				next[i] += share[i - k];
			next[i] /= (double)m;
		}
		swap = share;
		share = next;
		next = swap;
	}
	for (i = 0; i <= least; i++)
		tail += share[i];
	free(both);
	return fmin(1, 2 * tail);
}

static bool
times_differ(const struct points *p)
{
	size_t i, j;

	for (i = 0; i < p->n; i++)
		for (j = i + 1; j < p->n; j++)
			if (p->t[i] == p->t[j])
				return false;
	return true;
}

static void
test(struct mann_kendall *m, const struct points *p, bool no_ties)
{
	m->z = 0;
	if (m->s != 0 && m->variance > 0)
		m->z = copysign(fabs(m->s) - 1, m->s) / sqrt(m->variance);
	m->p = fmin(1, 2 * dist_normal(-fabs(m->z)));
	if (no_ties && p->n <= EXACT_MAX && times_differ(p))
		m->exact = exact_p(m->s, p->n);
}

struct mann_kendall
change_mann_kendall(const double *t, const double *y, size_t n)
{
	struct points p = take_points(t, y, n);
	struct mann_kendall m = {.n = p.n, .z = NAN, .p = NAN, .exact = NAN};
	double k = (double)p.n, ties;
	size_t i, j;

	for (i = 0; i < p.n; i++)
		for (j = i + 1; j < p.n; j++)
			if (p.t[i] != p.t[j])
				m.s += compare(&p.y[j], &p.y[i]) *
				       (p.t[j] > p.t[i] ? 1 : -1);
	ties = tie_sum(p.y, p.n);
	m.variance = (k * (k - 1) * (2 * k + 5) - ties) / 18;
	if (p.n >= 4)
		test(&m, &p, ties == 0);
	free(p.t);
	return m;
}

double
change_trend_p(const struct mann_kendall *m)
{
	return m->n <= EXACT_ENOUGH && !isnan(m->exact) ? m->exact : m->p;
}
