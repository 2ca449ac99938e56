/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "nist.h"
#include "stat/summary.h"

#define LENGTH(a) (sizeof(a) / sizeof *(a))

/* Equal to 14 significant digits. */
#define assert_digits(a, b) check_digits((a), (b), __LINE__)

static void
check_digits(double a, double b, int line)
{
	double error = b == 0 ? fabs(a) : fabs((a - b) / b);

	if (!(error < 5e-15))
		fail_msg("line %d: %.17g is not %.17g", line, a, b);
}

static void
nist_measured(void **state)
{
	(void)state;
	assert_digits(summary_mean(lottery, LENGTH(lottery)), 518.958715596330);
	assert_digits(summary_sd(lottery, LENGTH(lottery)), 291.699727470969);
	assert_digits(summary_mean(lew, LENGTH(lew)), -177.435);
	assert_digits(summary_sd(lew, LENGTH(lew)), 277.332168044316);
	assert_digits(summary_mean(mavro, LENGTH(mavro)), 2.001856);
	assert_digits(summary_sd(mavro, LENGTH(mavro)), 0.000429123454003053);
	assert_digits(summary_mean(michelso, LENGTH(michelso)), 299.8524);
	assert_digits(
	    summary_sd(michelso, LENGTH(michelso)), 0.0790105478190518);
}

/* middle, then low and high in turn */
static void
check_alternating(double low, double middle, double high, size_t n, double sd)
{
	double *x = malloc(n * sizeof *x);
	size_t i;

	x[0] = middle;
	for (i = 1; i < n; i++)
		x[i] = i % 2 ? low : high;
	assert_digits(summary_mean(x, n), middle);
	assert_digits(summary_sd(x, n), sd);
	free(x);
}

static void
nist_constructed(void **state)
{
	(void)state;
	check_alternating(10000001, 10000002, 10000003, 3, 1);
	check_alternating(1.1, 1.2, 1.3, 1001, 0.1);
	check_alternating(1000000.1, 1000000.2, 1000000.3, 1001, 0.1);
	check_alternating(10000000.1, 10000000.2, 10000000.3, 1001, 0.1);
}

/* The digits of pi four at a time (Rabinowitz and Wagon 1995). */
static void
pi_digits(double *out, size_t n)
{
	int length = (int)n * 7 / 2 + 28, carry = 0, k, i;
	int *rest = malloc(((size_t)length + 1) * sizeof *rest);
	size_t at = 0;

	for (i = 0; i < length; i++)
		rest[i] = 2000;
	for (k = length; at < n; k -= 14) {
		long sum = 0;
		int group, place;

		for (i = k - 1; i > 0; i--) {
			sum += (long)rest[i] * 10000;
			rest[i] = (int)(sum % (2 * i - 1));
			sum = sum / (2 * i - 1) * (i > 1 ? i - 1 : 1);
		}
		group = carry + (int)(sum / 10000);
		carry = (int)(sum % 10000);
		for (place = 1000; place > 0 && at < n; place /= 10)
			out[at++] = group / place % 10;
	}
	free(rest);
}

static void
digits_of_pi(void **state)
{
	double x[5000];

	(void)state;
	pi_digits(x, 5000);
	assert_true(x[0] == 3 && x[1] == 1 && x[2] == 4 && x[5] == 9);
	assert_digits(summary_mean(x, 5000), 4.5358);
	assert_digits(summary_sd(x, 5000), 2.8676755521876114);
	/* NIST's PiDigits has a 3 in place of one 8 */
	assert_true(x[956] == 8);
	x[956] = 3;
	assert_digits(summary_mean(x, 5000), 4.53480000000000);
	assert_digits(summary_sd(x, 5000), 2.86733906028871);
}

static void
quantiles(void **state)
{
	static const double x[] = {3, 1, 4, 1, 5, 9, 2, 6};
	static const double even[] = {0.1, 0.2};
	static const double gaps[] = {NAN, 7, NAN, 5};

	(void)state;
	assert_digits(summary_quantile(x, 8, 0), 1);
	assert_digits(summary_quantile(x, 8, .25), 1.75);
	assert_digits(summary_quantile(x, 8, .5), 3.5);
	assert_digits(summary_quantile(x, 8, .75), 5.25);
	assert_digits(summary_quantile(x, 8, .9), 6.9);
	assert_digits(summary_quantile(x, 8, 1), 9);
	assert_digits(summary_median(x, 7), 3);
	assert_digits(summary_iqr(x, 8), 3.5);
	assert_true(summary_median(even, 2) == 0.15);
	assert_true(summary_median(gaps, 4) == 6);
	assert_true(summary_median(x + 5, 1) == 9);
	assert_true(isnan(summary_median(x, 0)));
}

static void
weighted(void **state)
{
	static const double x[] = {10, 20, NAN}, w[] = {100, 300, 350};
	static const double none[] = {0, 0, 0}, wrong[] = {1, -1, 1};

	(void)state;
	assert_digits(summary_weighted_mean(x, w, 3), 17.5);
	assert_true(isnan(summary_weighted_mean(x, none, 3)));
	assert_true(isnan(summary_weighted_mean(x, wrong, 3)));
	assert_true(isnan(summary_weighted_mean(x, w, 0)));
	assert_true(isnan(summary_weighted_mean(x + 2, w, 1)));
}

static void
edges(void **state)
{
	static const double same[] = {7.3, 7.3, 7.3}, one[] = {-2.5};
	static const double gap[] = {NAN, NAN}, mixed[] = {NAN, 1, -4, NAN, 2};
	static const double tenths[] = {0.1, 0.2, 0.3, -0.6};
	static const double far[] = {1e300, 1, -1e300};

	(void)state;
	assert_int_equal(summary_count(mixed, 5), 3);
	assert_true(summary_sum(same, 0) == 0);
	assert_true(summary_sum(gap, 2) == 0);
	assert_true(summary_sum(tenths, 4) == 0);
	assert_true(summary_sum(far, 3) == 1);
	assert_true(isnan(summary_mean(gap, 2)));
	assert_true(summary_mean(one, 1) == -2.5);
	assert_true(isnan(summary_variance(one, 1)));
	assert_true(isnan(summary_sd(same, 0)));
	assert_true(summary_variance(same, 3) == 0);
	assert_true(summary_mean(same, 3) == 7.3);
	assert_true(summary_cv(same, 3) == 0);
	assert_true(isnan(summary_cv(mixed, 5)));
	assert_true(summary_min(mixed, 5) == -4);
	assert_true(summary_max(mixed, 5) == 2);
	assert_true(summary_range(mixed, 5) == 6);
	assert_true(isnan(summary_min(gap, 2)));
	assert_true(isnan(summary_range(gap, 2)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nist_measured),
	    cmocka_unit_test(nist_constructed),
	    cmocka_unit_test(digits_of_pi),
	    cmocka_unit_test(quantiles),
	    cmocka_unit_test(weighted),
	    cmocka_unit_test(edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
