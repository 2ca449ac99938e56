/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/scale_test.c - round ticks and years */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#include "chart/scale.h"

static void
check_ticks(const struct scale *s, const double *want, size_t n)
{
	assert_int_equal(s->nticks, n);
	for (size_t i = 0; i < n; i++)
		assert_true(fabs(s->ticks[i] - want[i]) < 1e-9);
}

#define TICKS(s, ...)                                                          \
	check_ticks(s, (const double[]){__VA_ARGS__},                          \
	    sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

static void
steps_are_one_two_five(void **state)
{
	struct scale s;

	(void)state;
	s = scale_values(2.7, 111, true, 6, 0, 100000);
	TICKS(&s, 0, 20, 40, 60, 80, 100, 120);
	s = scale_values(60.4, 99.9, true, 3, 0, 100000);
	TICKS(&s, 0, 50, 100);
	s = scale_values(0, 0.043, true, 6, 0, 100000);
	TICKS(&s, 0, 0.01, 0.02, 0.03, 0.04, 0.05);
	assert_int_equal(s.decimals, 2);
	s = scale_values(58.3, 83.3, false, 6, 0, 100000);
	TICKS(&s, 50, 60, 70, 80, 90);
}

static void
negative_values_keep_zero(void **state)
{
	struct scale s;

	(void)state;
	s = scale_values(-3.2, 7.9, true, 6, 0, 100000);
	TICKS(&s, -4, -2, 0, 2, 4, 6, 8);
	s = scale_values(-30, -12, true, 6, 0, 100000);
	assert_true(s.hi == 0);
	assert_true(s.lo == -30);
}

static void
one_value_has_an_axis(void **state)
{
	struct scale s;

	(void)state;
	s = scale_values(0, 0, true, 6, 0, 1000);
	assert_true(s.hi > s.lo);
	s = scale_values(73.3, 73.3, false, 6, 0, 1000);
	assert_true(s.lo < 73.3 && s.hi > 73.3);
	assert_true(scale_at(&s, 73.3) > 0 && scale_at(&s, 73.3) < 1000);
}

/* Whatever the range: within the ticks, few lines, round steps. */
static void
any_range_is_covered(void **state)
{
	(void)state;
	srand(7);
	for (int i = 0; i < 20000; i++) {
		double size = pow(10, rand() % 14 - 5);
		double a = (rand() / (double)RAND_MAX - 0.4) * size;
		double b = a + rand() / (double)RAND_MAX * size;
		size_t most = 2 + (size_t)(rand() % 6);
		bool zero = rand() % 2;
		struct scale s = scale_values(a, b, zero, most, 0, 195000);
		double lead = s.step / pow(10, floor(log10(s.step) + 1e-9));
		size_t lines = 0;

		assert_true(s.lo <= a + 1e-9 * size);
		assert_true(s.hi >= b - 1e-9 * size);
		for (size_t k = 0; k < s.nticks; k++)
			lines += fabs(s.ticks[k]) > s.step / 2;
		assert_true(lines <= most);
		assert_true(s.nticks >= 2);
		assert_true(fabs(lead - 1) < 1e-6 || fabs(lead - 2) < 1e-6 ||
			    fabs(lead - 5) < 1e-6);
		assert_in_range(scale_at(&s, a), 0, 195000);
		assert_in_range(scale_at(&s, b), 0, 195000);
	}
}

static void
years_every_four_to_six(void **state)
{
	struct scale s;

	(void)state;
	s = scale_years(2000, 2024, 17000, 0, 360000);
	TICKS(&s, 2000, 2004, 2008, 2012, 2016, 2020, 2024);
	s = scale_years(2000, 2025, 17000, 0, 360000);
	TICKS(&s, 2000, 2005, 2010, 2015, 2020, 2025);
	s = scale_years(2005, 2014, 17000, 0, 360000);
	TICKS(&s, 2005, 2010);
	s = scale_years(2010, 2018, 17000, 0, 360000);
	TICKS(&s, 2010, 2014, 2018);
	s = scale_years(2010, 2013, 17000, 0, 360000);
	TICKS(&s, 2010, 2011, 2012, 2013);
	s = scale_years(2014, 2014, 17000, 0, 360000);
	TICKS(&s, 2014);
	s = scale_years(1950, 2050, 17000, 0, 120000);
	assert_true(s.step >= 20);
}

static void
year_labels_never_touch(void **state)
{
	(void)state;
	for (int from = 1960; from < 2024; from += 3)
		for (int span = 1; span < 95; span++)
			for (mpt room = 60000; room < 400000; room += 37000) {
				struct scale s = scale_years(
				    from, from + span, 17000, 0, room);

				assert_true(s.nticks >= 1);
				for (size_t i = 1; i < s.nticks; i++)
					assert_true(
					    scale_at(&s, s.ticks[i]) -
						scale_at(&s, s.ticks[i - 1]) >
					    18000);
			}
}

static void
zero_is_kept_when_it_costs_little(void **state)
{
	(void)state;
	assert_true(scale_wants_zero(2.7, 111));
	assert_true(scale_wants_zero(-3, 8));
	assert_false(scale_wants_zero(58.3, 83.3));
	assert_false(scale_wants_zero(-9, -8));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(steps_are_one_two_five),
	    cmocka_unit_test(negative_values_keep_zero),
	    cmocka_unit_test(one_value_has_an_axis),
	    cmocka_unit_test(any_range_is_covered),
	    cmocka_unit_test(years_every_four_to_six),
	    cmocka_unit_test(year_labels_never_touch),
	    cmocka_unit_test(zero_is_kept_when_it_costs_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
