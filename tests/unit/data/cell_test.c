/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "data/cell.h"

/* The short way gives the same double as strtod. */
static void
numbers(void **state)
{
	static const char *const texts[] = {"0", "-0", "7", "-7.25", "73.3",
	    "0.1", ".5", "5.", "1269.91", "999999999999999", "9999999999999999",
	    "0.000000000000001", "0.00000000000001", "123456789.012345", "1e5",
	    "1.5E-3", "+4"};
	static const char *const bad[] = {"", "-", ".", "-.", "1.2.3", "1,5",
	    "1 000", "x", "0x10", "nan", "inf", "1e", "--1", "5 "};
	double v, w;
	char text[64];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(cell_number(str_from(texts[i]), &v));
		w = strtod(texts[i], NULL);
		assert_memory_equal(&v, &w, sizeof v);
	}
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(cell_number(str_from(bad[i]), &v));
	srand(1);
	for (i = 0; i < 20000; i++) {
		snprintf(text, sizeof text, "%d.%0*d", rand() % 1000000,
		    1 + rand() % 8, rand() % 100000);
		assert_true(cell_number(str_from(text), &v));
		w = strtod(text, NULL);
		assert_memory_equal(&v, &w, sizeof v);
	}
}

static void
words(void **state)
{
	(void)state;
	assert_true(cell_is_word(STR("unicef-sowc-2017")));
	assert_true(cell_is_word(STR("crc_op3")));
	assert_true(cell_is_word(STR("1")));
	assert_false(cell_is_word(STR("")));
	assert_false(cell_is_word(STR("-a")));
	assert_false(cell_is_word(STR("a-")));
	assert_false(cell_is_word(STR("a--b")));
	assert_false(cell_is_word(STR("Crc")));
	assert_false(cell_is_word(STR("a b")));
	assert_false(cell_is_word(STR("é")));
}

static void
ages(void **state)
{
	(void)state;
	assert_true(cell_is_age(STR("0-17")));
	assert_true(cell_is_age(STR("15+")));
	assert_true(cell_is_age(STR("<18")));
	assert_true(cell_is_age(STR("5-5")));
	assert_false(cell_is_age(STR("")));
	assert_false(cell_is_age(STR("17")));
	assert_false(cell_is_age(STR("17-0")));
	assert_false(cell_is_age(STR("0-")));
	assert_false(cell_is_age(STR("<")));
	assert_false(cell_is_age(STR("15+x")));
	assert_false(cell_is_age(STR("1000-2000")));
	assert_false(cell_is_age(STR("0-17 ")));
}

static void
groups(void **state)
{
	(void)state;
	assert_true(cell_is_group(STR("wealth:Q1")));
	assert_true(cell_is_group(STR("a_b:X-1;residence:rural")));
	assert_false(cell_is_group(STR("")));
	assert_false(cell_is_group(STR("rural")));
	assert_false(cell_is_group(STR("a:")));
	assert_false(cell_is_group(STR(":b")));
	assert_false(cell_is_group(STR("a:b;")));
	assert_false(cell_is_group(STR("A:b")));
}

static void
choices(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_int_equal(cell_choice(STR("b"), "a b c"), 1);
	assert_int_equal(cell_choice(STR("c"), "a b c"), 2);
	assert_int_equal(cell_choice(STR("ab"), "a b c"), -1);
	assert_int_equal(cell_choice(STR(""), "a b c"), -1);
	assert_string_equal(cell_choices(a, "a b c"), "a, b, c");
	assert_string_equal(cell_choice_hint(a, "higer", "higher lower"),
	    " (did you mean 'higher'?)");
	assert_string_equal(cell_choice_hint(a, "xyz", "higher lower"), "");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers),
	    cmocka_unit_test(words),
	    cmocka_unit_test(ages),
	    cmocka_unit_test(groups),
	    cmocka_unit_test(choices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
