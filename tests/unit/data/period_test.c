/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "data/period.h"

static struct date
date(const char *text)
{
	struct date d = {0};

	if (text[0] != '\0')
		assert_true(date_parse(str_from(text), &d));
	return d;
}

static struct period
period(const char *text)
{
	struct period p;

	assert_true(period_parse(str_from(text), &p));
	return p;
}

static void
parse(void **state)
{
	static const char *const good[] = {"2018", "2018-05", "2018-05-13",
	    "2016-02-29", "2014/2018", "2017-08/2019-08", "2014-03-01/2014",
	    ""};
	static const char *const bad[] = {"18", "0000", "2018-13", "2018-00",
	    "2018-5", "2018-02-29", "2018-04-31", "2018/05", "2018-05-",
	    " 2018", "2018/2014", "2018/", "/2018", "2018-2019", "20l8",
	    "2018-01/2018-02/2018-03"};
	struct arena *a = arena_new();
	struct period p;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		assert_string_equal(period_text(a, period(good[i])), good[i]);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(period_parse(str_from(bad[i]), &p));
	arena_free(a);
}

static void
compare(void **state)
{
	/* by the end, then by the beginning */
	static const char *const order[] = {"", "1999", "2018-01-01",
	    "2017-01/2018-03", "2018-03", "2014/2018", "2018", "2018-12-31",
	    "2019-01"};
	size_t i;

	(void)state;
	for (i = 1; i < sizeof order / sizeof *order; i++) {
		assert_int_equal(
		    period_compare(period(order[i - 1]), period(order[i])), -1);
		assert_int_equal(
		    period_compare(period(order[i]), period(order[i - 1])), 1);
	}
	assert_int_equal(period_compare(period("2018"), period("2018")), 0);
	assert_int_equal(date_compare(date("2018"), date("2018-01-01")), 0);
	assert_int_equal(date_compare(date(""), date("1999")), -1);
	assert_int_equal(date_compare(date("2018-02"), date("2018")), 1);
}

static void
coarser(void **state)
{
	(void)state;
	assert_false(date_is_after(date("2018"), date("2018-06-30")));
	assert_false(date_is_after(date("2018-12"), date("2018")));
	assert_true(date_is_after(date("2018-07"), date("2018-06-30")));
	assert_false(date_is_after(date("2018-06"), date("2018-06-30")));
	assert_true(date_is_after(date("2018-07-01"), date("2018-06-30")));
	assert_false(date_is_after(date("2018-06-30"), date("2018-06-30")));
	assert_true(date_is_after(date("2019"), date("2018-12-31")));
	assert_false(date_is_after(date("2019"), date("")));
	assert_false(date_is_after(date(""), date("2019")));
	assert_false(date_known(date("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parse),
	    cmocka_unit_test(compare),
	    cmocka_unit_test(coarser),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
