/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"

static void
test_parse(void **state)
{
	static const char *const bad[] = {"", "-", ".", "1,000", " 1", "1 ",
	    "inf", "nan", "0x10", "1e", "1e+", "--1", "1.2.3", "1e999"};
	double v;
	long n;
	size_t i;

	(void)state;
	assert_true(num_parse(STR("-12.50"), &v) && v == -12.5);
	assert_true(num_parse(STR(".5"), &v) && v == 0.5);
	assert_true(num_parse(STR("1e3"), &v) && v == 1000);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(num_parse(str_from(bad[i]), &v));
	assert_true(num_parse_int(STR("-42"), &n) && n == -42);
	assert_false(num_parse_int(STR("4.2"), &n));
	assert_false(num_parse_int(STR("-"), &n));
	assert_false(num_parse_int(STR("99999999999999999999"), &n));
}

/* Few digits are read without strtod, to the same double. */
static void
test_nearest(void **state)
{
	static const char *const texts[] = {"0.1", "-0.3", "99.99", "7.035",
	    "123456789012345", "0.000000000000001", "1.00000000000001",
	    "12345678901.2345", "1234567890123456", "9007199254740993",
	    "0.1000000000000000055511151231257827", "00012.50", "-0", "5."};
	double v;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(num_parse(str_from(texts[i]), &v));
		assert_true(v == strtod(texts[i], NULL));
	}
	assert_true(num_parse(STR("-0.00"), &v) && signbit(v));
}

static void
test_fixed(void **state)
{
	static const struct {
		double v;
		int decimals;
		const char *want;
	} rows[] = {{0.285, 2, "0.29"}, {1.005, 2, "1.01"}, {2.5, 0, "3"},
	    {-2.5, 0, "-3"}, {-0.004, 2, "0.00"}, {0, 0, "0"},
	    {999.95, 1, "1000.0"}, {0.05, 1, "0.1"}, {0.04, 1, "0.0"},
	    {1e15, 0, "1000000000000000"}, {1e22, 0, "10000000000000000000000"},
	    {1.0 / 3, 5, "0.33333"}, {123456789.125, 2, "123456789.13"},
	    {5e-7, 6, "0.000001"}, {4e-7, 6, "0.000000"}, {12, 3, "12.000"}};
	char out[NUM_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(num_fixed(rows[i].v, rows[i].decimals, out),
		    strlen(rows[i].want));
		assert_string_equal(out, rows[i].want);
	}
	assert_true(num_round(0.285, 2) == 0.29);
}

/* What stands in a file with few decimals is rounded by its digits. */
static void
test_fixed_as_written(void **state)
{
	char written[64], out[NUM_TEXT], want[NUM_TEXT];
	int i;

	(void)state;
	for (i = 0; i < 100000; i++) {
		snprintf(
		    written, sizeof written, "%d.%03d", i / 1000, i % 1000);
		num_fixed(atof(written), 2, out);
		/* by hand: halves of the third digit go up */
		snprintf(want, sizeof want, "%d.%02d", (i + 5) / 10 / 100,
		    (i + 5) / 10 % 100);
		assert_string_equal(out, want);
	}
}

static void
test_shortest(void **state)
{
	char out[NUM_TEXT];

	(void)state;
	num_shortest(0.1, out);
	assert_string_equal(out, "0.1");
	num_shortest(-0.0, out);
	assert_string_equal(out, "0");
	num_shortest(1e21, out);
	assert_true(strtod(out, NULL) == 1e21);
	num_shortest(1.0 / 3, out);
	assert_true(strtod(out, NULL) == 1.0 / 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_parse),
	    cmocka_unit_test(test_nearest),
	    cmocka_unit_test(test_fixed),
	    cmocka_unit_test(test_fixed_as_written),
	    cmocka_unit_test(test_shortest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
