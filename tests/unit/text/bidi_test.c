/* SPDX-License-Identifier: MIT */
/* bidi_test.c - embedding levels and visual order */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "text/bidi.h"

static void
latin_needs_no_levels(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_null(bidi_levels(a, STR("Plain text, “quotes” – ខ្មែរ"), false));
	arena_free(a);
}

static void
levels_are_by_byte(void **state)
{
	struct arena *a = arena_new();
	uint8_t *l = bidi_levels(a, STR("a حق 12"), false);
	static const uint8_t want[] = {0, 0, 1, 1, 1, 1, 1, 2, 2};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof want; i++)
		assert_int_equal(l[i], want[i]);
	l = bidi_levels(a, STR("ab"), true);
	assert_int_equal(l[0], 2);
	arena_free(a);
}

static void
order(void **state)
{
	static const uint8_t levels[] = {1, 2, 2, 1};
	static const size_t want[] = {3, 1, 2, 0};
	size_t got[4], i;

	(void)state;
	bidi_reorder(levels, 4, got);
	for (i = 0; i < 4; i++)
		assert_int_equal(got[i], want[i]);
}

static void
languages(void **state)
{
	(void)state;
	assert_true(bidi_is_rtl("ar"));
	assert_true(bidi_is_rtl("ar-EG"));
	assert_false(bidi_is_rtl("en"));
	assert_false(bidi_is_rtl("arn"));
	assert_false(bidi_is_rtl(NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(latin_needs_no_levels),
	    cmocka_unit_test(levels_are_by_byte),
	    cmocka_unit_test(order),
	    cmocka_unit_test(languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
