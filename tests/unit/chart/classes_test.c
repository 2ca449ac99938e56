/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/classes_test.c - classes of values by three methods */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include "chart/classes.h"

static void
quantiles_have_as_many_each(void **state)
{
	double v[] = {8, 1, 7, 2, 6, 3, 5, 4};
	struct classes c;

	(void)state;
	classes_make(&c, CLASS_QUANTILES, 4, NULL, v, 8, 0);
	assert_int_equal(c.n, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(c.count[i], 2);
		assert_true(c.least[i] == 2.0 * (double)i + 1);
		assert_true(c.most[i] == 2.0 * (double)i + 2);
	}
}

/* Equal values are never parted, and no class is empty. */
static void
ties_stay_together(void **state)
{
	double v[] = {5, 5, 5, 5, 5, 9}, same[] = {3, 3, 3};
	struct classes c;

	(void)state;
	classes_make(&c, CLASS_QUANTILES, 4, NULL, v, 6, 0);
	assert_int_equal(c.n, 2);
	assert_int_equal(c.count[0], 5);
	classes_make(&c, CLASS_EQUAL, 4, NULL, v, 6, 0);
	assert_int_equal(c.n, 2);
	assert_int_equal(c.count[0], 5);
	assert_int_equal(c.count[1], 1);
	classes_make(&c, CLASS_EQUAL, 3, NULL, same, 3, 0);
	assert_int_equal(c.n, 1);
}

static void
steps_have_equal_width(void **state)
{
	double v[] = {0, 1, 11, 29, 40};
	struct classes c;

	(void)state;
	classes_make(&c, CLASS_EQUAL, 4, NULL, v, 5, 0);
	assert_int_equal(c.n, 4);
	assert_true(c.low[1] == 10 && c.low[2] == 20 && c.low[3] == 30);
	assert_int_equal(c.count[0], 2);
	assert_int_equal(c.count[3], 1);
}

/* Given bounds stay, with a class nobody is in; a bound opens its class. */
static void
breaks_are_as_given(void **state)
{
	double v[] = {75, 50, 99}, breaks[] = {20, 50, 75};
	struct classes c;

	(void)state;
	classes_make(&c, CLASS_BREAKS, 4, breaks, v, 3, 0);
	assert_int_equal(c.n, 4);
	assert_int_equal(c.count[0], 0);
	assert_int_equal(c.count[1], 0);
	assert_int_equal(c.count[2], 1);
	assert_int_equal(c.count[3], 2);
	assert_int_equal(class_of(&c, -1e9, 0), 0);
	assert_int_equal(class_of(&c, 20, 0), 1);
}

/* 49.96 is printed as 50.0, so it is in the class from 50. */
static void
what_is_printed_is_classed(void **state)
{
	double v[] = {49.96, 10}, breaks[] = {50};
	struct classes c;

	(void)state;
	classes_make(&c, CLASS_BREAKS, 2, breaks, v, 2, 1);
	assert_int_equal(c.count[1], 1);
	assert_int_equal(class_of(&c, 49.96, 1), 1);
	assert_int_equal(class_of(&c, 49.94, 1), 0);
}

static void
nothing_gives_no_class(void **state)
{
	struct classes c;

	(void)state;
	classes_make(&c, CLASS_QUANTILES, 4, NULL, NULL, 0, 0);
	assert_int_equal(c.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(quantiles_have_as_many_each),
	    cmocka_unit_test(ties_stay_together),
	    cmocka_unit_test(steps_have_equal_width),
	    cmocka_unit_test(breaks_are_as_given),
	    cmocka_unit_test(what_is_printed_is_classed),
	    cmocka_unit_test(nothing_gives_no_class),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
