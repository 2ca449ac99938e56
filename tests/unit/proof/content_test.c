/* SPDX-License-Identifier: MIT */
/* Content streams read back: tokens, sequences, ToUnicode. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "proof/content.h"

static void
on_begin(void *ctx, long mcid, struct str actual)
{
	buf_printf(ctx, "begin %ld", mcid);
	if (actual.n)
		buf_printf(ctx, " (" STR_FMT ")", STR_ARG(actual));
	buf_puts(ctx, "\n");
}

static void
on_end(void *ctx)
{
	buf_puts(ctx, "end\n");
}

static void
on_font(void *ctx, const char *name)
{
	buf_printf(ctx, "font %s\n", name);
}

static void
on_show(void *ctx, struct str codes)
{
	size_t i;

	buf_puts(ctx, "show");
	for (i = 0; i < codes.n; i++)
		buf_printf(ctx, " %02X", (unsigned char)codes.p[i]);
	buf_puts(ctx, "\n");
}

static void
on_paint(void *ctx, const char *name)
{
	buf_printf(ctx, "paint %s\n", name);
}

static void
expect(const char *content, const char *want)
{
	struct buf out = {0};
	struct content_user user = {
	    &out, on_begin, on_end, on_font, on_show, on_paint};

	buf_add(&out, "", 0);
	content_read(str_from(content), &user);
	assert_string_equal(out.p ? out.p : "", want);
	buf_free(&out);
}

static void
test_sequences(void **state)
{
	(void)state;
	expect("/P<</MCID 7>>BDC\n/F1 9 Tf[(ab)-20(c)]TJ EMC",
	    "begin 7\nfont F1\nshow 61 62 63\nend\n");
	expect("/Artifact<</Type/Layout>>BDC EMC /Artifact BMC EMC",
	    "begin -1\nend\nbegin -1\nend\n");
	expect("/Span<</MCID 3/Lang(km)/ActualText<FEFF0041>>>BDC <0102> Tj "
	       "EMC",
	    "begin 3 (A)\nshow 01 02\nend\n");
}

static void
test_strings(void **state)
{
	(void)state;
	expect("(a\\(b\\)c) Tj", "show 61 28 62 29 63\n");
	expect("(a(b)c) Tj", "show 61 28 62 29 63\n");
	expect("(\\101\\7x\\\\) Tj", "show 41 07 78 5C\n");
	expect("(a\\\nb\\r) Tj", "show 61 62 0D\n");
	expect("<4 1 4> Tj", "show 41 40\n");
	expect("% (no) Tj\n(y) Tj", "show 79\n");
	/* cut off */
	expect("(abc", "");
	expect("<41", "");
	expect("(a\\", "");
}

static void
test_forms(void **state)
{
	(void)state;
	expect("q 1 0 0 1 0 0 cm /Fm0 Do Q", "paint Fm0\n");
	expect("", "");
}

static void
on_entry(void *ctx, unsigned code, struct str utf8)
{
	buf_printf(ctx, "%04X=" STR_FMT "\n", code, STR_ARG(utf8));
}

static void
test_cmap(void **state)
{
	struct buf out = {0};

	(void)state;
	content_cmap(STR("1 begincodespacerange <0000> <FFFF> "
			 "endcodespacerange\n"
			 "3 beginbfchar\n<0001> <0041>\n<0002> <D83DDE00>\n"
			 "<0003> <00660069>\nendbfchar"),
	    on_entry, &out);
	assert_string_equal(out.p, "0001=A\n0002=\xF0\x9F\x98\x80\n0003=fi\n");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sequences),
	    cmocka_unit_test(test_strings),
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_cmap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
