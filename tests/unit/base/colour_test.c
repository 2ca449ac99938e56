/* SPDX-License-Identifier: MIT */
/* Colours: as written, and their contrast. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "base/colour.h"

static void
near(double is, double want)
{
	if (fabs(is - want) > 0.005)
		fail_msg("%.4f, not %.4f", is, want);
}

/* Values of the WCAG and of its technique G18. */
static void
test_formula(void **state)
{
	(void)state;
	near(colour_contrast(0x000000, 0xFFFFFF), 21);
	near(colour_contrast(0xFFFFFF, 0xFFFFFF), 1);
	near(colour_contrast(0x767676, 0xFFFFFF), 4.54);
	near(colour_contrast(0xFFFFFF, 0x777777), 4.48);
}

static void
test_parse(void **state)
{
	uint32_t c = 0;

	(void)state;
	assert_true(colour_parse("#0B3644", &c));
	assert_int_equal(c, 0x0B3644);
	assert_false(colour_parse("0B3644", &c));
	assert_false(colour_parse("#0B364", &c));
	assert_false(colour_parse("#0B36 4", &c));
	assert_false(colour_parse("#-B3644", &c));
	assert_false(colour_parse("", &c));
}

static void
test_clearer(void **state)
{
	(void)state;
	assert_true(colour_is_clearer(0xFFFFFF, 0x17232B, 0x2F7E94));
	assert_true(colour_is_clearer(0x17232B, 0xFFFFFF, 0x79AFBF));
	assert_false(colour_is_clearer(0xFFFFFF, 0xFFFFFF, 0x79AFBF));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_formula),
	    cmocka_unit_test(test_parse),
	    cmocka_unit_test(test_clearer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
