/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/fraction.h"
#include "base/str.h"

static void
shares_become_whole_figures(void **state)
{
	static const struct {
		double share;
		int k, n;
	} rows[] = {{0.733, 3, 4}, {0.1, 1, 10}, {0.5, 1, 2}, {0.19, 1, 5},
	    {0.999, 10, 10}, {0, 0, 10}, {1, 10, 10}, {0.34, 1, 3},
	    {0.66, 2, 3}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct fraction f = fraction_near(rows[i].share, 0);

		assert_int_equal(f.k, rows[i].k);
		assert_int_equal(f.n, rows[i].n);
	}
	assert_int_equal(fraction_near(0.73, 20).k, 15);
}

static void
words_want_simple_fractions(void **state)
{
	static const struct {
		double percent;
		int k, n;
		bool exact;
	} rows[] = {{75, 3, 4, true}, {73.3, 3, 4, false}, {50, 1, 2, true},
	    {6.25, 1, 16, true}, {6, 1, 17, false}, {71.5, 7, 10, false},
	    {98, 0, 0, false}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		bool exact;
		struct fraction f = fraction_simplest(rows[i].percent, &exact);

		assert_int_equal(f.k, rows[i].k);
		assert_int_equal(f.n, rows[i].n);
		assert_int_equal(exact, rows[i].exact);
	}
}

static void
fractions_say_how_near_they_are(void **state)
{
	static const struct {
		struct fraction f;
		double share;
		bool rough;
		const char *text;
	} rows[] = {{{3, 4}, 0.75, false, "3 in 4"},
	    {{3, 4}, 0.75, true, "about 3 in 4"},
	    {{3, 4}, 0.733, false, "about 3 in 4"},
	    {{10, 10}, 0.998, false, "nearly 10 in 10"},
	    {{10, 10}, 1, false, "10 in 10"}, {{0, 10}, 0, false, "0 in 10"}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct buf b = {0};

		fraction_text(
		    NULL, rows[i].f, rows[i].share, rows[i].rough, &b);
		assert_string_equal(b.p, rows[i].text);
		buf_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(shares_become_whole_figures),
	    cmocka_unit_test(words_want_simple_fractions),
	    cmocka_unit_test(fractions_say_how_near_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
