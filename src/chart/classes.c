/* SPDX-License-Identifier: MIT */
/* chart/classes.c - bounds between classes by three methods */
#include "chart/classes.h"

#include <math.h>
#include <stdlib.h>

#include "base/num.h"

static int
by_value(const void *pa, const void *pb)
{
	double a = *(const double *)pa, b = *(const double *)pb;

	return a < b ? -1 : a > b;
}

/* A bound opens a class when a value lies between it and the last one. */
static void
add_bound(struct classes *c, double bound)
{
	if (c->n == 0 || bound > c->low[c->n - 1])
		c->low[c->n++] = bound;
}

static void
quantiles(struct classes *c, size_t wanted, const double *v, size_t n)
{
	for (size_t k = 0; k < wanted; k++) {
		size_t i = (k * n + wanted / 2) / wanted;

		if (i < n)
			add_bound(c, v[i]);
	}
}

static void
steps(struct classes *c, size_t wanted, const double *v, size_t n, int decimals)
{
	double lo = v[0], width = (v[n - 1] - lo) / (double)wanted;

	for (size_t k = 0; k < wanted; k++)
		add_bound(c, num_round(lo + (double)k * width, decimals));
}

static void
drop_empty(struct classes *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		if (!c->count[i])
			continue;
		c->low[n] = c->low[i];
		c->least[n] = c->least[i];
		c->most[n] = c->most[i];
		c->count[n++] = c->count[i];
	}
	c->n = n;
}

size_t
class_of(const struct classes *c, double value, int decimals)
{
	size_t k = 0;

	value = num_round(value, decimals);
	for (size_t i = 1; i < c->n; i++)
		if (value >= c->low[i])
			k = i;
	return k;
}

void
classes_make(struct classes *c, enum class_method method, size_t wanted,
    const double *breaks, double *values, size_t n, int decimals)
{
	*c = (struct classes){0};
	if (n == 0)
		return;
	if (wanted > CLASSES_MAX)
		wanted = CLASSES_MAX;
	for (size_t i = 0; i < n; i++)
		values[i] = num_round(values[i], decimals);
	qsort(values, n, sizeof *values, by_value);
	if (method == CLASS_QUANTILES) {
		quantiles(c, wanted, values, n);
	} else if (method == CLASS_EQUAL) {
		steps(c, wanted, values, n, decimals);
	} else {
		c->low[c->n++] = -HUGE_VAL;
		for (size_t k = 0; k + 1 < wanted; k++)
			add_bound(c, breaks[k]);
	}
	for (size_t i = 0; i < n; i++) {
		size_t k = class_of(c, values[i], decimals);

		if (c->count[k]++ == 0)
			c->least[k] = values[i];
		c->most[k] = values[i];
	}
	if (method != CLASS_BREAKS)
		drop_empty(c);
}
