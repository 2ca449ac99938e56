/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "data/guard.h"
#include "stat/disclose.h"
#include "stat/rank.h"
#include "stat/rate.h"
#include "stat/summary.h"

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 5e-7)

static void
wilson(void **state)
{
	static const double cases[][4] = {{0, 10, 0, 0.277533},
	    {3, 30, 0.034600, 0.256211}, {10, 10, 0.722467, 1},
	    {23, 180, 0.086675, 0.184436}, {1, 49, 0.003612, 0.106935}};
	size_t i;

	(void)state;
	for (i = 0; i < 5; i++) {
		struct interval w = rate_wilson(cases[i][0], cases[i][1], 0.95);

		assert_near(w.low, cases[i][2]);
		assert_near(w.high, cases[i][3]);
	}
	assert_true(isnan(rate_wilson(0, 0, .95).low));
	assert_true(isnan(rate_wilson(5, 4, .95).high));
	assert_true(isnan(rate_wilson(-1, 4, .95).high));
}

static void
targets(void **state)
{
	(void)state;
	assert_true(rate_per(3, 60000, 100000) == 5);
	assert_true(isnan(rate_per(3, 0, 100000)));
	assert_true(rate_distance(73.3, 100, false) == 26.7);
	assert_true(rate_distance(25.4, 25, true) == 0.4);
	assert_true(rate_distance(20, 25, true) == 0);
	assert_true(isnan(rate_distance(NAN, 100, false)));
	assert_true(rate_required_pace(73.3, 2020, 100, 2030) == 2.67);
	assert_true(isnan(rate_required_pace(73.3, 2030, 100, 2030)));
	assert_true(fabs(rate_required_aarr(21.9, 2019, 13.4, 2030) -
			 0.04367498338402254) < 1e-15);
	assert_true(isnan(rate_required_aarr(21.9, 2019, 0, 2030)));
}

static void
agreement(void **state)
{
	static const bool a[] = {1, 1, 0, 0, 1}, b[] = {1, 0, 1, 0, 1};
	static const bool none[] = {0, 0};

	(void)state;
	assert_true(rate_jaccard(a, b, 5) == 0.5);
	assert_true(rate_jaccard(a, a, 5) == 1);
	assert_true(isnan(rate_jaccard(none, none, 2)));
}

static void
ranks(void **state)
{
	static const double x[] = {5, 9, 9, NAN, 2}, one[] = {4};
	struct rank r = rank_of(x, 5, 0, RANK_HIGHEST);

	(void)state;
	assert_true(r.position == 3 && r.n == 4 && r.ties == 0);
	r = rank_of(x, 5, 2, RANK_HIGHEST);
	assert_true(r.position == 1 && r.ties == 1);
	assert_int_equal(rank_of(x, 5, 1, RANK_LOWEST).position, 3);
	assert_int_equal(rank_of(x, 5, 3, RANK_LOWEST).position, 0);
	assert_int_equal(rank_of(x, 5, 9, RANK_LOWEST).position, 0);
	assert_true(rank_percentile(x, 5, 4) == 12.5);
	assert_true(rank_percentile(x, 5, 1) == 75);
	assert_true(rank_percentile(one, 1, 0) == 50);
	assert_true(isnan(rank_percentile(x, 5, 3)));
	assert_true(isnan(summary_z(one, 1, 0)));
	assert_true(isnan(summary_z(x + 1, 2, 0)));
	assert_true(isnan(summary_z(x, 5, 3)));
	assert_true(fabs(summary_z(x, 2, 1) - sqrt(0.5)) < 1e-15);
}

static void
survey_base(void **state)
{
	(void)state;
	assert_int_equal(disclose_base(24), DISCLOSE_WITHHOLD);
	assert_int_equal(disclose_base(25), DISCLOSE_BRACKET);
	assert_int_equal(disclose_base(49), DISCLOSE_BRACKET);
	assert_int_equal(disclose_base(50), DISCLOSE_SHOW);
	assert_int_equal(disclose_base(NAN), DISCLOSE_SHOW);
	assert_true(guard_is_small(1, 6) && guard_is_small(5, 6));
	assert_false(guard_is_small(0, 6) || guard_is_small(6, 6) ||
		     guard_is_small(NAN, 6));
}

static void
hidden_counts(void **state)
{
	static const double alone[] = {3, 40, 0, 20}, pair[] = {1, 2, 30};
	static const double safe[] = {10, 20}, two[] = {4, 5, 90};
	static const double table[] = {3, 20, 30, 40, 50, 60, 70, 80, 7};
	bool h[9];

	(void)state;
	assert_int_equal(disclose_counts(alone, 4, 6, h), 2);
	assert_true(h[0] && !h[1] && !h[2] && h[3]);
	assert_int_equal(disclose_counts(pair, 3, 6, h), 3);
	assert_int_equal(disclose_counts(safe, 2, 6, h), 0);
	assert_int_equal(disclose_counts(two, 3, 6, h), 2);
	assert_int_equal(disclose_counts(safe, 0, 6, h), 0);
	/* one small cell takes the corners of a rectangle */
	assert_int_equal(disclose_table(table, 3, 3, 6, h), 4);
	assert_true(h[0] && h[1] && h[3] && h[4]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(wilson),
	    cmocka_unit_test(targets),
	    cmocka_unit_test(agreement),
	    cmocka_unit_test(ranks),
	    cmocka_unit_test(survey_base),
	    cmocka_unit_test(hidden_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
