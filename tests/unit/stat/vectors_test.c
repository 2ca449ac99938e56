/* SPDX-License-Identifier: MIT */
/*
 * The statistics against R, and against exact arithmetic: never fewer digits
 * than R gives on the same data, and 1e-12 where R is all there is.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../../stat/vectors.h"
#include "stat/change.h"
#include "stat/dist.h"
#include "stat/rank.h"
#include "stat/rate.h"
#include "stat/summary.h"

#define LENGTH(a)    (sizeof(a) / sizeof *(a))
#define LEAST_DIGITS 14
#define WITH_R       1e-12

struct data {
	const double *v;
	size_t n;
};

static struct data
find(const char *name)
{
	size_t i;

	for (i = 0; i < LENGTH(sets); i++)
		if (strcmp(sets[i].name, name) == 0)
			return (struct data){sets[i].v, sets[i].n};
	return (struct data){NULL, 0};
}

/* Significant digits in which a agrees with b (NIST's LRE). */
static double
digits(double a, double b)
{
	double error = b == 0 ? fabs(a) : fabs((a - b) / b);

	return error == 0 ? 17 : -log10(error);
}

/* --- one array --- */

static double
of_rank(struct data x, size_t i, const char *what)
{
	enum rank_first first =
	    strcmp(what, "rank_lowest") == 0 ? RANK_LOWEST : RANK_HIGHEST;

	if (strcmp(what, "percentile") == 0)
		return rank_percentile(x.v, x.n, i);
	if (strcmp(what, "z") == 0)
		return summary_z(x.v, x.n, i);
	return (double)rank_of(x.v, x.n, i, first).position;
}

static double
of_array(const char *what, struct data x, double a)
{
	static const struct {
		const char *name;
		double (*f)(const double *, size_t);
	} plain[] = {
	    {"sum", summary_sum},
	    {"mean", summary_mean},
	    {"min", summary_min},
	    {"max", summary_max},
	    {"range", summary_range},
	    {"median", summary_median},
	    {"iqr", summary_iqr},
	    {"variance", summary_variance},
	    {"sd", summary_sd},
	    {"cv", summary_cv},
	};
	size_t i;

	for (i = 0; i < LENGTH(plain); i++)
		if (strcmp(plain[i].name, what) == 0)
			return plain[i].f(x.v, x.n);
	if (strcmp(what, "quantile") == 0)
		return summary_quantile(x.v, x.n, a);
	return of_rank(x, (size_t)a - 1, what);
}

/* --- two arrays --- */

static double
of_line(const char *what, struct data t, struct data y, double level)
{
	struct line l = change_ols(t.v, y.v, t.n, isnan(level) ? 0.95 : level);

	return strcmp(what, "ols_slope") == 0         ? l.slope
	       : strcmp(what, "ols_intercept") == 0   ? l.intercept
	       : strcmp(what, "ols_residual_sd") == 0 ? l.residual_sd
	       : strcmp(what, "ols_slope_se") == 0    ? l.slope_se
	       : strcmp(what, "ols_r2") == 0          ? l.r2
	       : strcmp(what, "ols_low") == 0         ? l.low
						      : l.high;
}

static double
of_pair(const char *what, struct data x, struct data y, double a)
{
	struct mann_kendall m;

	if (strcmp(what, "weighted_mean") == 0)
		return summary_weighted_mean(x.v, y.v, x.n);
	if (strcmp(what, "aarr") == 0)
		return change_aarr(x.v, y.v, x.n);
	if (strcmp(what, "sen_slope") == 0)
		return change_theil_sen(x.v, y.v, x.n).slope;
	if (strcmp(what, "sen_intercept") == 0)
		return change_theil_sen(x.v, y.v, x.n).intercept;
	if (strncmp(what, "kendall", 7) != 0)
		return of_line(what, x, y, a);
	m = change_mann_kendall(x.v, y.v, x.n);
	return strcmp(what, "kendall_s") == 0          ? m.s
	       : strcmp(what, "kendall_variance") == 0 ? m.variance
	       : strcmp(what, "kendall_exact") == 0    ? m.exact
						       : m.p;
}

static void
data_sets(void **state)
{
	size_t i, wrong = 0;

	(void)state;
	for (i = 0; i < LENGTH(vectors); i++) {
		const char *what = vectors[i].statistic;
		struct data x = find(vectors[i].x), y = find(vectors[i].y);
		double r = vectors[i].r, exact = vectors[i].exact;
		double v = y.v ? of_pair(what, x, y, vectors[i].a)
			       : of_array(what, x, vectors[i].a);
		double want, got;

		if (isnan(exact)) {
			want = -log10(WITH_R);
			got = digits(v, r);
		} else {
			/* 14 digits, unless R itself has more */
			want = fmax(LEAST_DIGITS, digits(r, exact));
			/* without a wider type the last one is luck */
			if (LDBL_MANT_DIG == DBL_MANT_DIG)
				want = fmin(want, DBL_DIG);
			got = digits(v, exact);
		}
		if (!(got >= want) && ++wrong)
			print_message("%s(%s %s %g) is %.17g: %.1f digits, "
				      "%.1f are wanted (R: %.17g, exact: "
				      "%.17g)\n",
			    what, vectors[i].x, vectors[i].y, vectors[i].a, v,
			    got, want, r, exact);
	}
	assert_int_equal(wrong, 0);
}

/* --- functions of numbers --- */

static double
evaluate(const char *what, double a, double b, double c)
{
	if (strcmp(what, "wilson_low") == 0)
		return rate_wilson(a, b, c).low;
	if (strcmp(what, "wilson_high") == 0)
		return rate_wilson(a, b, c).high;
	if (strcmp(what, "normal") == 0)
		return dist_normal(a);
	if (strcmp(what, "normal_quantile") == 0)
		return dist_normal_quantile(a);
	if (strcmp(what, "t") == 0)
		return dist_t(a, b);
	if (strcmp(what, "t_quantile") == 0)
		return dist_t_quantile(a, b);
	if (strcmp(what, "required_aarr") == 0)
		return rate_required_aarr(a, 0, b, c);
	return change_cagr(a, b, c);
}

static void
functions(void **state)
{
	size_t i, wrong = 0;

	(void)state;
	for (i = 0; i < LENGTH(calls); i++) {
		double v = evaluate(
		    calls[i].function, calls[i].a, calls[i].b, calls[i].c);
		double error = fabs(v - calls[i].r);

		if (calls[i].r != 0)
			error /= fabs(calls[i].r);
		if (!(error <= WITH_R) && ++wrong)
			print_message("%s(%g, %g, %g) is %.17g, R says %.17g "
				      "(%.1e)\n",
			    calls[i].function, calls[i].a, calls[i].b,
			    calls[i].c, v, calls[i].r, error);
	}
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(data_sets),
	    cmocka_unit_test(functions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
