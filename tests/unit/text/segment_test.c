/* SPDX-License-Identifier: MIT */
/* segment_test.c - where a text may break */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "text/segment.h"
#include "text/words.h"

static struct arena *arena;
static struct segmenter *segmenter;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	segmenter = segmenter_new(arena);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	segmenter_free(segmenter);
	arena_free(arena);
	return 0;
}

/* The text with a mark at each break: "|" after a space, "/" plain, "~" in a
 * URL, "-" hyphen, "!" forced, "?" last resort. */
static const char *
shown(const char *text)
{
	static const char marks[] = {0, '?', '|', '/', '~', '-', '!'};
	struct str s = str_from(text);
	uint8_t *kinds = segment_breaks(segmenter, arena, s, "en");
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (kinds[i])
			buf_putc(&b, marks[kinds[i]]);
		buf_putc(&b, s.p[i]);
	}
	if (kinds[s.n])
		buf_putc(&b, marks[kinds[s.n]]);
	return buf_take(&b, arena).p;
}

#define SHOWN(text, want) assert_string_equal(shown(text), want)

static void
spaces(void **state)
{
	(void)state;
	SHOWN("Families are smaller.", "Families |are |smaller.");
	SHOWN("", "");
	SHOWN("one", "one");
	SHOWN("a (b) c", "a |(b) |c");
	SHOWN("a “b” c", "a |“b” |c");
	SHOWN("two\nlines", "two\n!lines");
	SHOWN("no\u00A0break", "no\u00A0break");
	SHOWN("l’été à Łódź", "l’été |à |Łódź");
}

static void
hyphens_and_dashes(void **state)
{
	(void)state;
	SHOWN("well-known", "well-/known");
	SHOWN("an e-mail", "an |e-mail");
	SHOWN("in 2010–2015", "in |2010–?2015");
	SHOWN("Phnom Penh–Poipet", "Phnom |Penh–/Poipet");
	SHOWN("regis\u00ADtra", "regis\u00AD-tra");
	SHOWN("and/or 60 km/h", "and/or |60 km/h");
	SHOWN("parents/guardians", "parents/~guardians");
}

static void
numbers_and_units(void **state)
{
	(void)state;
	SHOWN("had 17.8 million people", "had |17.8 million |people");
	SHOWN("5 per cent, or 3 km.", "5 per |cent, |or |3 km.");
	SHOWN("Article 17 and Figure 3", "Article 17 |and |Figure 3");
	SHOWN("see p. 12 (Art. 2(b))", "see |p. 12 |(Art. 2(b))");
	SHOWN("(Article 17, para. 2)", "(Article 17, |para. 2)");
	SHOWN("Chapter IV of Annex A", "Chapter IV |of |Annex A");
	SHOWN("US$ 5 and No. 140", "US$ 5 |and |No. 140");
	SHOWN("an article in 2017", "an |article |in |2017");
	SHOWN("J. R. Smith said", "J. R. Smith |said");
	SHOWN("Điều 17", "Điều 17");
}

static void
urls(void **state)
{
	(void)state;
	SHOWN("see https://data.worldbank.org/indicator/SP.URB?x=1&y=22",
	    "see |https://~data.~worldbank.~org/~indicator/~SP.~URB?x=1&"
	    "y=~22");
	SHOWN("doi:10.1000/xyz-abcdef", "doi:10.~1000/~xyz-~abcdef");
	SHOWN("CRC/C/KHM/CO/2-3", "CRC/~C/~KHM/~CO/~2-3");
}

static void
scripts_without_spaces(void **state)
{
	(void)state;
	SHOWN("สิทธิเด็ก", "สิทธิ/เด็ก");
	SHOWN("เด็ก ๆ", "เด็ก ๆ");
	SHOWN("ສິດທິເດັກ", "ສິດທິ/ເດັກ");
	SHOWN("សិទ្ធិកុមារ", "សិទ្ធិ/កុមារ");
	SHOWN("ក\u200Bខ", "ក\u200B/ខ");
}

/* ICU alone must agree with the short cut on plain words. */
static void
short_cut_agrees_with_icu(void **state)
{
	static const char text[] = "The Law (2008), as amended: see the "
				   "children’s rights; 73.3% of all.";
	size_t n = strlen(text), i;
	uint8_t *fast, *slow;
	char full[128];

	(void)state;
	/* a quotation mark at both ends sends everything to ICU */
	fast = segment_breaks(segmenter, arena, str_from(text), "en");
	snprintf(full, sizeof full, "%s", text);
	for (i = 0; i < n; i++)
		if (full[i] == ' ')
			full[i] = '\t';
	slow = segment_breaks(segmenter, arena, str_from(full), "en");
	for (i = 0; i < n; i++)
		assert_int_equal(fast[i] != BREAK_NONE, slow[i] != BREAK_NONE);
}

static void
listed_words_stay_whole(void **state)
{
	struct words *w = words_new(arena);

	(void)state;
	SHOWN("เดินทางไปบรูไนดารุสซาลามแล้ว", "เดิน/ทาง/ไป/บรูไน/ดา/รุส/ซาลาม/แล้ว");
	words_add(w, STR("บรูไน|ดารุสซาลาม"));
	words_add(w, STR("บรูไน"));
	segmenter_words(segmenter, w);
	SHOWN("เดินทางไปบรูไนดารุสซาลามแล้ว", "เดิน/ทาง/ไป/บรูไน/ดารุสซาลาม/แล้ว");
	SHOWN("บรูไน", "บรูไน");
	SHOWN("(บรูไน) ok", "(บรูไน) |ok");
	segmenter_words(segmenter, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(spaces),
	    cmocka_unit_test(hyphens_and_dashes),
	    cmocka_unit_test(numbers_and_units),
	    cmocka_unit_test(urls),
	    cmocka_unit_test(scripts_without_spaces),
	    cmocka_unit_test(short_cut_agrees_with_icu),
	    cmocka_unit_test(listed_words_stay_whole),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
