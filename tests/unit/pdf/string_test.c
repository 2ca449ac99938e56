/* SPDX-License-Identifier: MIT */
/* Strings in PDF syntax, and the colour profile. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "pdf/icc.h"
#include "pdf/string.h"

static void
expect(void (*append)(struct buf *, struct str), struct str s, const char *want,
    size_t n)
{
	struct buf b = {0};

	append(&b, s);
	assert_int_equal(b.n, n);
	assert_memory_equal(b.p, want, n);
	buf_free(&b);
}

#define EXPECT(append, s, want)                                                \
	expect(append, (struct str){s, sizeof s - 1}, want, sizeof want - 1)

static void
test_bytes(void **state)
{
	(void)state;
	EXPECT(string_bytes, "", "()");
	EXPECT(string_bytes, "a(b)\\", "(a\\(b\\)\\\\)");
	EXPECT(string_bytes, "\r\n\0", "(\\r\n\0)");
}

static void
test_text(void **state)
{
	(void)state;
	EXPECT(string_text, "Figure\u00A01", "(Figure 1)");
	EXPECT(string_text, "2000–2024 — ‘é’ −1",
	    "(2000\x85"
	    "2024 \x84 \x8F\xE9\x90 \x8A"
	    "1)");
	EXPECT(string_text, "ខ", "(\xFE\xFF\x17\x81)");
	/* a byte of UTF-16 that is a parenthesis; a pair of surrogates */
	EXPECT(
	    string_text, "\u0128\U0001F600", "(\xFE\xFF\x01\\(\xD8\x3D\xDE\0)");
	EXPECT(string_utf16, "a", "(\xFE\xFF\0a)");
	/* a tab has no code there */
	EXPECT(string_text, "\t", "(\xFE\xFF\0\t)");
}

/* A string holds 32,767 bytes and no half of a pair. */
static void
test_limit(void **state)
{
	struct buf text = {0}, out = {0};

	(void)state;
	for (int i = 0; i < 9000; i++)
		buf_puts(&text, "\U0001F600");
	string_units(&out, buf_view(&text));
	assert_int_equal(out.n, 32766);
	assert_int_equal((unsigned char)out.p[out.n - 2], 0xDE);
	buf_free(&text);
	buf_free(&out);
}

static uint32_t
number(struct buf *b, size_t at)
{
	uint32_t v = 0;

	for (int i = 0; i < 4; i++)
		v = v << 8 | (unsigned char)b->p[at + (size_t)i];
	return v;
}

/* Header, and a table of tags that lie one behind the other to the end. */
static void
test_profile(void **state)
{
	struct buf b = {0};
	size_t end = 0;

	(void)state;
	icc_srgb(&b);
	assert_int_equal(number(&b, 0), b.n);
	assert_memory_equal(b.p + 12, "mntrRGB XYZ ", 12);
	assert_memory_equal(b.p + 36, "acsp", 4);
	assert_int_equal(number(&b, 128), 10);
	for (size_t i = 0; i < 10; i++) {
		size_t at = number(&b, 132 + 12 * i + 4);
		size_t n = number(&b, 132 + 12 * i + 8);

		assert_int_equal(at % 4, 0);
		assert_true(at >= 132 + 120 && at + n <= b.n);
		end = at + n > end ? at + n : end;
	}
	assert_int_equal(end, b.n);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bytes),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_limit),
	    cmocka_unit_test(test_profile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
