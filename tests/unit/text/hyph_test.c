/* SPDX-License-Identifier: MIT */
/* hyph_test.c - hyphenation points by language */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "text/hyph.h"

static struct arena *arena;
static struct hyph *hyph;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	hyph = hyph_new(arena);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	hyph_free(hyph);
	arena_free(arena);
	return 0;
}

static const char *
shown(const char *word, const char *lang)
{
	struct str s = str_from(word);
	const uint16_t *points;
	struct buf b = {0};
	size_t n, i, k = 0;

	n = hyph_points(hyph, s, lang, 7, 3, 3, &points);
	buf_puts(&b, "");
	for (i = 0; i < s.n; i++) {
		if (k < n && points[k] == i) {
			buf_putc(&b, '-');
			k++;
		}
		buf_putc(&b, s.p[i]);
	}
	assert_int_equal(k, n);
	return buf_take(&b, arena).p;
}

static void
languages(void **state)
{
	(void)state;
	assert_string_equal(shown("registration", "en"), "regis-tra-tion");
	assert_string_equal(shown("Convention", "en"), "Con-ven-tion");
	assert_string_equal(shown("registration", "en-GB"), "regis-tra-tion");
	assert_string_equal(shown("développement", "fr"), "déve-lop-pe-ment");
	assert_string_equal(shown("legislación", "es"), "legis-la-ción");
}

static void
none(void **state)
{
	(void)state;
	assert_string_equal(shown("office", "en"), "office"); /* short */
	assert_string_equal(shown("UNICEFs", "en"), "UNICEFs");
	assert_string_equal(shown("registration", "vi"), "registration");
	assert_string_equal(shown("registration", NULL), "registration");
	assert_string_equal(shown("", "en"), "");
}

static void
points_are_remembered(void **state)
{
	const uint16_t *a, *b;

	(void)state;
	hyph_points(hyph, STR("characteristics"), "en", 7, 3, 3, &a);
	hyph_points(hyph, STR("characteristics"), "en", 7, 3, 3, &b);
	assert_ptr_equal(a, b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(languages),
	    cmocka_unit_test(none),
	    cmocka_unit_test(points_are_remembered),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
