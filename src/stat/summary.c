/* SPDX-License-Identifier: MIT */
/* stat/summary.c - one array of numbers in one number */
#include "stat/summary.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "stat/decimal.h"

/* A sum with the rounding error of its additions kept apart. */
struct total {
	double sum, error;
};

static void
total_add(struct total *t, double x)
{
	double sum = t->sum + x;

	if (fabs(t->sum) >= fabs(x))
		t->error += (t->sum - sum) + x;
	else
		t->error += (x - sum) + t->sum;
	t->sum = sum;
}

/* With the digits of a long double, which may be more than a double's: what is
 * computed from it is rounded once, when it is handed out. */
static long double
total_value(const struct total *t)
{
	return (long double)t->sum + t->error;
}

size_t
summary_count(const double *x, size_t n)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++)
		count += !isnan(x[i]);
	return count;
}

/* Sum of the values, each scaled to a whole number. */
static long double
whole_sum(const double *x, size_t n, double scale)
{
	struct total t = {0, 0};
	size_t i;

	for (i = 0; i < n; i++)
		if (!isnan(x[i]))
			total_add(&t, decimal_whole(x[i], scale));
	return total_value(&t);
}

double
summary_sum(const double *x, size_t n)
{
	double scale = decimal_scale(x, n);

	return (double)(whole_sum(x, n, scale) / scale);
}

/* Adds a b, with its own rounding error. */
static void
total_add_product(struct total *t, double a, double b)
{
	double p = a * b;

	total_add(t, p);
	t->error += fma(a, b, -p);
}

/*
 * The scaled distances from the first value, which are exact when the values
 * are near each other: their sum, and n times the sum of squares about it,
 * n sum of d^2 - (sum of d)^2, in twice the digits of a double.
 */
struct spread {
	size_t n;
	double scale, origin;
	long double sum, squares;
};

static struct spread
spread_of(const double *x, size_t n)
{
	struct spread s = {.scale = decimal_scale(x, n)};
	struct total sum = {0, 0}, squares = {0, 0}, about = {0, 0};
	size_t i;

	for (i = 0; i < n; i++) {
		double v = decimal_whole(x[i], s.scale);

		if (isnan(v))
			continue;
		if (s.n++ == 0)
			s.origin = v;
		total_add(&sum, v - s.origin);
		total_add_product(&squares, v - s.origin, v - s.origin);
	}
	if (s.n == 0)
		return s;
	s.sum = total_value(&sum);
	total_add_product(&about, (double)s.n, squares.sum);
	total_add_product(&about, -sum.sum, sum.sum);
	about.error += (double)s.n * squares.error - 2 * sum.sum * sum.error;
	s.squares = fmaxl(0, total_value(&about));
	return s;
}

double
summary_mean(const double *x, size_t n)
{
	double scale = decimal_scale(x, n);
	size_t count = summary_count(x, n);

	if (!count)
		return NAN;
	return (double)(whole_sum(x, n, scale) / ((long double)count * scale));
}

double
summary_weighted_mean(const double *x, const double *w, size_t n)
{
	struct total above = {0, 0}, below = {0, 0};
	double scale = decimal_scale(x, n), part = decimal_scale(w, n);
	size_t i;

	for (i = 0; i < n; i++) {
		double weight = decimal_whole(w[i], part);

		if (isnan(x[i]) || isnan(weight))
			continue;
		if (weight < 0)
			return NAN;
		total_add_product(&above, weight, decimal_whole(x[i], scale));
		total_add(&below, weight);
	}
	if (!(total_value(&below) > 0))
		return NAN;
	return (double)(total_value(&above) / (total_value(&below) * scale));
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The values that are not missing, sorted; the caller frees them. */
static double *
sorted_copy(const double *x, size_t n, size_t *count)
{
	double *v = xmalloc(n * sizeof *v);
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		if (!isnan(x[i]))
			v[k++] = x[i];
	if (k > 1)
		qsort(v, k, sizeof *v, compare);
	*count = k;
	return v;
}

/* Quantile of sorted values times scale, in which they are whole numbers. */
static long double
quantile_sorted(const double *v, size_t n, double scale, double p)
{
	long double part = decimal_scale(&p, 1), h, low;
	size_t i;

	assert(p >= 0 && p <= 1);
	if (n == 0)
		return NAN;
	h = (long double)(n - 1) * decimal_whole(p, (double)part) / part;
	i = (size_t)h;
	low = decimal_whole(v[i], scale);
	if (i + 1 >= n)
		return low;
	return low +
	       (h - (long double)i) * (decimal_whole(v[i + 1], scale) - low);
}

double
summary_quantile(const double *x, size_t n, double p)
{
	double scale = decimal_scale(x, n), q;
	size_t count;
	double *v = sorted_copy(x, n, &count);

	q = (double)(quantile_sorted(v, count, scale, p) / scale);
	free(v);
	return q;
}

double
summary_median(const double *x, size_t n)
{
	return summary_quantile(x, n, 0.5);
}

double
summary_iqr(const double *x, size_t n)
{
	double scale = decimal_scale(x, n);
	long double low, high;
	size_t count;
	double *v = sorted_copy(x, n, &count);

	low = quantile_sorted(v, count, scale, 0.25);
	high = quantile_sorted(v, count, scale, 0.75);
	free(v);
	return (double)((high - low) / scale);
}

static long double
variance(const struct spread *s)
{
	long double n = s->n, scale = s->scale;

	return s->n < 2 ? (long double)NAN
			: s->squares / (n * (n - 1) * scale * scale);
}

double
summary_variance(const double *x, size_t n)
{
	struct spread s = spread_of(x, n);

	return (double)variance(&s);
}

double
summary_sd(const double *x, size_t n)
{
	struct spread s = spread_of(x, n);

	return (double)sqrtl(variance(&s));
}

double
summary_z(const double *x, size_t n, size_t i)
{
	struct spread s = spread_of(x, n);
	long double above;

	if (i >= n || s.n < 2 || !(s.squares > 0))
		return NAN;
	above = (long double)s.n * (decimal_whole(x[i], s.scale) - s.origin);
	return (double)((above - s.sum) / sqrtl(s.squares * (long double)s.n /
						(long double)(s.n - 1)));
}

double
summary_cv(const double *x, size_t n)
{
	struct spread s = spread_of(x, n);
	long double sum = (long double)s.n * s.origin + s.sum;

	if (s.n < 2 || !(sum > 0))
		return NAN;
	return (double)(sqrtl(s.squares * (long double)s.n /
			      (long double)(s.n - 1)) /
			sum);
}

double
summary_min(const double *x, size_t n)
{
	double v = NAN;
	size_t i;

	for (i = 0; i < n; i++)
		if (isnan(v) || x[i] < v)
			v = x[i];
	return v;
}

double
summary_max(const double *x, size_t n)
{
	double v = NAN;
	size_t i;

	for (i = 0; i < n; i++)
		if (isnan(v) || x[i] > v)
			v = x[i];
	return v;
}

double
summary_range(const double *x, size_t n)
{
	return decimal_minus(summary_max(x, n), summary_min(x, n));
}
