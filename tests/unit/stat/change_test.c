/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "nist.h"
#include "stat/change.h"
#include "stat/decimal.h"
#include "stat/dist.h"

#define LENGTH(a) (sizeof(a) / sizeof *(a))

#define assert_near(a, b, e) check_near((a), (b), (e), __LINE__)

static void
check_near(double a, double b, double e, int line)
{
	if (!(fabs(a - b) <= e * fabs(b)))
		fail_msg("line %d: %.17g is not %.17g", line, a, b);
}

static void
two_values(void **state)
{
	(void)state;
	assert_true(change_absolute(10.1, 10.35) == 0.25);
	assert_true(change_absolute(73.3, 73) == -0.3);
	assert_true(change_relative(40, 50) == 0.25);
	assert_true(change_relative(40, 0) == -1);
	assert_true(isnan(change_relative(0, 5)));
	assert_true(isnan(change_relative(-4, 5)));
	assert_true(isnan(change_relative(NAN, 5)));
	assert_near(change_cagr(38.0, 21.9, 19), -0.028588623845725025, 1e-14);
	assert_true(change_cagr(5, 0, 3) == -1);
	assert_true(isnan(change_cagr(0, 5, 3)));
	assert_true(isnan(change_cagr(5, -1, 3)));
	assert_true(isnan(change_cagr(5, 6, 0)));
}

static void
reduction(void **state)
{
	static const double t[] = {2000, 2005, 2010, 2014, 2019};
	static const double y[] = {38.0, 34.5, 29.0, 26.2, 21.9};
	static const double zero[] = {3, 2, 0, 1, 1};
	static const double same[] = {2000, 2000};

	(void)state;
	assert_near(change_aarr(t, y, 5), 0.028869849946488335, 1e-13);
	assert_near(
	    change_aarr(t, y, 2), change_aarr_two_points(38.0, 34.5, 5), 1e-13);
	assert_true(isnan(change_aarr(t, zero, 5)));
	assert_true(isnan(change_aarr(same, y, 2)));
	assert_true(isnan(change_aarr(t, y, 1)));
	assert_true(isnan(change_aarr(t, y, 0)));
}

static void
least_squares(void **state)
{
	static const double t[] = {2000, 2001, 2002, NAN}, y[] = {1, 3, 5, 9};
	static const double flat[] = {4, 4, 4};
	struct line l = change_ols(norris_x, norris_y, LENGTH(norris_x), .95);

	(void)state;
	assert_int_equal(l.n, 36);
	assert_near(l.intercept, -0.262323073774029, 1e-12);
	assert_near(l.slope, 1.00211681802045, 1e-14);
	assert_near(l.slope_se, 0.429796848199937E-03, 1e-13);
	assert_near(l.residual_sd, 0.884796396144373, 1e-13);
	assert_near(l.r2, 0.999993745883712, 1e-14);
	/* t(34) at 0.975 is 2.032244509317719 */
	assert_near(l.high - l.slope, 2.032244509317719 * l.slope_se, 1e-12);
	l = change_ols(t, y, 4, .95);
	assert_true(l.n == 3 && l.slope == 2 && l.r2 == 1);
	l = change_ols(t, y, 2, .95);
	assert_true(l.slope == 2 && isnan(l.slope_se) && isnan(l.low));
	l = change_ols(t, flat, 3, .95);
	assert_true(l.slope == 0 && isnan(l.r2) && l.intercept == 4);
	l = change_ols(t, y, 1, .95);
	assert_true(isnan(l.slope));
	assert_true(isnan(change_ols(t, y, 0, .95).slope));
}

static void
robust(void **state)
{
	static const double t[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
	static const double x[] = {
	    4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69};
	static const double years[] = {2010, 2012, 2013, 2016, 2018, 2022};
	static const double ties[] = {10, 10, 9, 8, 8, 7};
	static const double flat[] = {5, 5, 5, 5};
	struct mann_kendall m = change_mann_kendall(t, x, 10);

	(void)state;
	assert_true(m.s == 5 && m.variance == 125);
	assert_near(m.z, 0.357771, 1e-6);
	assert_near(m.p, 0.720515, 1e-6);
	assert_true(change_trend_p(&m) == m.exact);
	assert_near(m.exact, 0.72748952821869484, 1e-12);
	assert_near(change_theil_sen(t, x, 10).slope, 0.04, 1e-12);
	m = change_mann_kendall(years, ties, 6);
	assert_true(m.s == -13);
	assert_near(m.variance, 26.333333, 1e-7);
	assert_near(m.z, -2.338451, 1e-6);
	assert_near(m.p, 0.019364, 1e-4);
	assert_true(isnan(m.exact) && change_trend_p(&m) == m.p);
	assert_near(change_theil_sen(years, ties, 6).slope, -0.25, 1e-12);
	assert_near(change_theil_sen(years, ties, 6).intercept, 512.5, 1e-12);
	m = change_mann_kendall(t, flat, 4);
	assert_true(m.z == 0 && m.p == 1);
	m = change_mann_kendall(t, x, 3);
	assert_true(isnan(m.z) && isnan(m.p) && m.s == -1);
	assert_true(isnan(change_theil_sen(t, x, 1).slope));
	assert_true(isnan(change_theil_sen(t, x, 0).intercept));
}

static void
distributions(void **state)
{
	(void)state;
	assert_near(dist_normal_quantile(0.975), 1.959963984540054, 1e-14);
	assert_near(dist_normal_quantile(0.025), -1.959963984540054, 1e-14);
	assert_near(dist_normal(1), 0.8413447460685429, 1e-14);
	assert_near(dist_t_quantile(0.975, 1), 12.706204736174698, 1e-10);
	assert_near(dist_t_quantile(0.975, 10), 2.2281388519649385, 1e-11);
	assert_near(dist_t_quantile(0.995, 30), 2.7499956535672234, 1e-11);
	assert_true(dist_t(0, 5) == 0.5);
	/* near the middle, where the bounds of the search lie evenly */
	assert_near(dist_normal_quantile(0.3), -0.52440051270804067, 1e-14);
	assert_true(dist_normal_quantile(0.5) == 0);
}

static void
decimals(void **state)
{
	static const double x[] = {1, 0.25, NAN, 10000000.2};
	static const double third[] = {1.0 / 3};

	(void)state;
	assert_true(decimal_scale(x, 4) == 100);
	assert_true(decimal_scale(x, 0) == 1);
	assert_true(decimal_whole(10000000.2, 10) == 100000002);
	assert_true(decimal_minus(0.3, 0.1) == 0.2);
	assert_true(decimal_plus(0.1, 0.2) == 0.3);
	assert_true(
	    decimal_scale(third, 1) == 1 || decimal_scale(third, 1) >= 1e15);
	assert_true(isnan(decimal_minus(NAN, 1)));
	assert_true(isinf(decimal_plus(INFINITY, 1)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_values),
	    cmocka_unit_test(reduction),
	    cmocka_unit_test(least_squares),
	    cmocka_unit_test(robust),
	    cmocka_unit_test(distributions),
	    cmocka_unit_test(decimals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
