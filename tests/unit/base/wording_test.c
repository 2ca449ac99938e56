/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "base/wording.h"

static void
growth(void **state)
{
	static const struct {
		double times;
		const char *word;
	} all[] = {{1.79, NULL}, {1.8, "nearly_doubled"},
	    {1.94, "nearly_doubled"}, {1.95, "doubled"}, {2, "doubled"},
	    {2.04, "doubled"}, {2.05, "more_than_doubled"},
	    {2.69, "more_than_doubled"}, {2.7, "nearly_tripled"},
	    {3, "tripled"}, {3.5, "more_than_tripled"},
	    {3.6, "nearly_quadrupled"}, {4, "quadrupled"},
	    {40, "more_than_quadrupled"}, {0.5, "halved"},
	    {0.54, "nearly_halved"}, {0.56, NULL}, {0.45, "more_than_halved"},
	    {1, NULL}, {1.3, NULL}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].word)
			assert_string_equal(
			    wording_growth(all[i].times), all[i].word);
		else
			assert_null(wording_growth(all[i].times));
	assert_null(wording_growth(0));
	assert_null(wording_growth(-2));
	assert_null(wording_growth(NAN));
	assert_null(wording_growth(INFINITY));
}

static void
portion(void **state)
{
	(void)state;
	assert_string_equal(wording_portion(0, false), "none");
	assert_string_equal(wording_portion(20, false), "few");
	assert_string_equal(wording_portion(21, false), "minority");
	assert_string_equal(wording_portion(43, true), "largest");
	assert_string_equal(wording_portion(50, true), "half");
	assert_string_equal(wording_portion(50.1, false), "majority");
	assert_string_equal(wording_portion(90, false), "nearly_all");
	assert_string_equal(wording_portion(99.9, false), "nearly_all");
	assert_string_equal(wording_portion(100, false), "all");
	assert_null(wording_portion(NAN, false));
}

/* What is read is borne by what would be chosen. */
static void
reading(void **state)
{
	struct wording w;

	(void)state;
	assert_true(wording_read_growth(STR("Doubled from"), &w));
	assert_true(w.length == 7 && w.least == 1.8 && w.most == 2.2);
	assert_true(wording_read_growth(STR("more than\ndoubled"), &w));
	assert_true(w.length == 17 && w.least == 2 && isinf(w.most));
	assert_true(wording_read_growth(STR("nearly tripled."), &w));
	assert_true(fabs(w.least - 2.7) < 1e-12 && w.most == 3);
	assert_true(wording_read_growth(STR("more than halved"), &w));
	assert_true(w.least == 0 && w.most == 0.5);
	assert_true(wording_read_growth(STR("almost halved"), &w));
	assert_true(w.least == 0.5 && fabs(w.most - 0.55) < 1e-12);
	assert_false(wording_read_growth(STR("double criminality"), &w));
	assert_false(wording_read_growth(STR("doubledness"), &w));
	assert_false(wording_read_growth(STR(""), &w));
	assert_true(wording_read_portion(STR("majority of"), &w));
	assert_true(w.least > 50 && w.most == 100);
	assert_true(wording_read_portion(STR("Nearly all schools"), &w));
	assert_true(w.least == 90);
	assert_true(wording_read_portion(STR("one in three"), &w));
	assert_true(w.least < 29 && w.most > 38);
	assert_true(wording_read_portion(STR("nearly half of"), &w));
	assert_true(w.least == 45 && w.most == 50);
	assert_false(wording_read_portion(STR("most recent"), &w));
	assert_false(wording_read_portion(STR("third-party"), &w));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(growth),
	    cmocka_unit_test(portion),
	    cmocka_unit_test(reading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
