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

static double
total_value(const struct total *t)
{
	return t->sum + t->error;
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
static double
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

	return whole_sum(x, n, scale) / scale;
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
	double scale, origin, sum, squares;
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
	s.squares = fmax(0, total_value(&about));
	return s;
}

double
summary_mean(const double *x, size_t n)
{
	double scale = decimal_scale(x, n);
	size_t count = summary_count(x, n);

	return count ? whole_sum(x, n, scale) / ((double)count * scale) : NAN;
}

double
summary_weighted_mean(const double *x, const double *w, size_t n)
{
	struct total above = {0, 0}, below = {0, 0};
	double scale = decimal_scale(x, n);
	size_t i;

	for (i = 0; i < n; i++) {
		if (isnan(x[i]) || isnan(w[i]))
			continue;
		if (w[i] < 0)
			return NAN;
		total_add(&above, w[i] * decimal_whole(x[i], scale));
		total_add(&below, w[i]);
	}
	if (!(total_value(&below) > 0))
		return NAN;
	return total_value(&above) / total_value(&below) / scale;
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
static double
quantile_sorted(const double *v, size_t n, double scale, double p)
{
	double h, low;
	size_t i;

	assert(p >= 0 && p <= 1);
	if (n == 0)
		return NAN;
	h = (double)(n - 1) * p;
	i = (size_t)h;
	low = decimal_whole(v[i], scale);
	if (i + 1 >= n)
		return low;
	return low + (h - (double)i) * (decimal_whole(v[i + 1], scale) - low);
}

double
summary_quantile(const double *x, size_t n, double p)
{
	double scale = decimal_scale(x, n), q;
	size_t count;
	double *v = sorted_copy(x, n, &count);

	q = quantile_sorted(v, count, scale, p) / scale;
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
	double scale = decimal_scale(x, n), low, high;
	size_t count;
	double *v = sorted_copy(x, n, &count);

	low = quantile_sorted(v, count, scale, 0.25);
	high = quantile_sorted(v, count, scale, 0.75);
	free(v);
	return (high - low) / scale;
}

double
summary_variance(const double *x, size_t n)
{
	struct spread s = spread_of(x, n);

	if (s.n < 2)
		return NAN;
	return s.squares /
	       ((double)s.n * (double)(s.n - 1) * s.scale * s.scale);
}

double
summary_sd(const double *x, size_t n)
{
	return sqrt(summary_variance(x, n));
}

double
summary_z(const double *x, size_t n, size_t i)
{
	struct spread s = spread_of(x, n);
	struct total above = {0, 0};

	if (i >= n || s.n < 2 || !(s.squares > 0))
		return NAN;
	above.sum = -s.sum;
	total_add_product(
	    &above, (double)s.n, decimal_whole(x[i], s.scale) - s.origin);
	return total_value(&above) /
	       sqrt(s.squares * (double)s.n / (double)(s.n - 1));
}

double
summary_cv(const double *x, size_t n)
{
	double mean = summary_mean(x, n);

	return mean > 0 ? summary_sd(x, n) / mean : NAN;
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
