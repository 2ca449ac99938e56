/* SPDX-License-Identifier: MIT */
/* Numbers, words, dates and order in English and, through ICU, in others. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/diag.h"
#include "base/locale.h"
#include "base/str.h"

struct bench {
	struct arena *arena;
	struct locale *en;
	struct buf out;
};

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct bench *b = ARENA_NEW(a, struct bench);

	b->arena = a;
	b->en = locale_new(
	    a, "en", conf_read(a, sink_new(a), "templates/locale/en.yaml"));
	*state = b;
	return 0;
}

static int
teardown(void **state)
{
	struct bench *b = *state;

	locale_free(b->en);
	buf_free(&b->out);
	arena_free(b->arena);
	return 0;
}

/* What was appended since the last call. */
static const char *
taken(struct bench *b)
{
	return buf_take(&b->out, b->arena).p;
}

static void
test_numbers(void **state)
{
	struct bench *b = *state;

	locale_number(b->en, 1234567.5, 1, &b->out);
	assert_string_equal(taken(b), "1,234,567.5");
	locale_number(b->en, -0.5, 0, &b->out);
	assert_string_equal(taken(b), "−1");
	locale_number(b->en, -0.4, 0, &b->out);
	assert_string_equal(taken(b), "0");
	locale_number(b->en, 999.95, 1, &b->out);
	assert_string_equal(taken(b), "1,000.0");
	locale_digits(b->en, "-1000", &b->out);
	assert_string_equal(taken(b), "−1,000");
}

static void
test_words(void **state)
{
	static const struct {
		double v;
		const char *words;
	} rows[] = {{0, "zero"}, {7, "seven"}, {21, "twenty-one"},
	    {100, "one hundred"}, {115, "one hundred and fifteen"},
	    {1000, "one thousand"}, {1001, "one thousand and one"},
	    {999999, "nine hundred and ninety-nine thousand nine hundred and "
		     "ninety-nine"},
	    {2000000, "two million"}, {-3, "minus three"},
	    {2.5, "two point five"}, {0.05, "zero point zero five"}};
	struct bench *b = *state;
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		locale_words(b->en, rows[i].v, &b->out);
		assert_string_equal(taken(b), rows[i].words);
	}
}

static void
test_ordinals(void **state)
{
	static const char *const want[] = {"0th", "1st", "2nd", "3rd", "4th"};
	struct bench *b = *state;
	long i;

	for (i = 0; i < 5; i++) {
		locale_ordinal(b->en, i, &b->out);
		assert_string_equal(taken(b), want[i]);
	}
	locale_ordinal(b->en, 11, &b->out);
	assert_string_equal(taken(b), "11th");
	locale_ordinal(b->en, 1012, &b->out);
	assert_string_equal(taken(b), "1,012th");
	locale_ordinal(b->en, 121, &b->out);
	assert_string_equal(taken(b), "121st");
	locale_ordinal_words(b->en, 12, &b->out);
	assert_string_equal(taken(b), "twelfth");
	locale_ordinal_words(b->en, 13, &b->out);
	assert_string_equal(taken(b), "13th");
}

static void
test_dates(void **state)
{
	struct bench *b = *state;

	locale_date(b->en, 1992, 10, 15, &b->out);
	assert_string_equal(taken(b), "15 October 1992");
	locale_date(b->en, 2016, 6, 0, &b->out);
	assert_string_equal(taken(b), "June 2016");
	locale_date(b->en, 2004, 0, 0, &b->out);
	assert_string_equal(taken(b), "2004");
}

static void
test_lists_and_case(void **state)
{
	const struct str items[] = {STR("a"), STR("b"), STR("c")};
	struct bench *b = *state;

	locale_list(b->en, items, 3, "and", &b->out);
	assert_string_equal(taken(b), "a, b and c");
	locale_list(b->en, items, 2, "or", &b->out);
	assert_string_equal(taken(b), "a or b");
	locale_list(b->en, items, 1, "and", &b->out);
	assert_string_equal(taken(b), "a");
	locale_sentence(b->en, STR("élan"), &b->out);
	assert_string_equal(taken(b), "Élan");
	locale_inside(b->en, STR("Élan of Asia"), &b->out);
	assert_string_equal(taken(b), "élan of Asia");
	locale_inside(b->en, STR("A"), &b->out);
	assert_string_equal(taken(b), "a");
	locale_inside(b->en, STR("OPSC"), &b->out);
	assert_string_equal(taken(b), "OPSC");
	locale_inside(b->en, STR("DoSAVY staff"), &b->out);
	assert_string_equal(taken(b), "DoSAVY staff");
	locale_inside(b->en, STR(""), &b->out);
	assert_string_equal(taken(b), "");
	locale_case(b->en, true, STR("straße é"), &b->out);
	assert_string_equal(taken(b), "STRASSE É");
	locale_case(b->en, false, STR("ÀB"), &b->out);
	assert_string_equal(taken(b), "àb");
}

static void
test_word_lookup(void **state)
{
	struct bench *b = *state;

	assert_string_equal(locale_word(b->en, "label.figure"), "Figure");
	assert_string_equal(locale_word(b->en, "verdict.no"), "No");
	assert_string_equal(locale_word(b->en, "month.12"), "December");
	assert_null(locale_word(b->en, "label"));
	assert_null(locale_word(b->en, "no.such"));
}

static void
test_plurals(void **state)
{
	struct bench *b = *state;
	struct locale *ar = locale_new(b->arena, "ar", NULL);

	assert_string_equal(locale_plural(b->en, 1, 0), "one");
	assert_string_equal(locale_plural(b->en, 1, 1), "other");
	assert_string_equal(locale_plural(b->en, 0, 0), "other");
	assert_string_equal(locale_plural(ar, 0, 0), "zero");
	assert_string_equal(locale_plural(ar, 2, 0), "two");
	assert_string_equal(locale_plural(ar, 5, 0), "few");
	locale_free(ar);
}

static void
test_order(void **state)
{
	struct bench *b = *state;
	struct locale *sv = locale_new(b->arena, "sv", NULL);

	assert_true(locale_compare(b->en, STR("a"), STR("B")) < 0);
	assert_true(locale_compare(b->en, STR("é"), STR("f")) < 0);
	assert_true(locale_compare(b->en, STR("ö"), STR("z")) < 0);
	assert_true(locale_compare(sv, STR("ö"), STR("z")) > 0);
	assert_int_equal(locale_compare(b->en, STR("x"), STR("x")), 0);
	locale_free(sv);
}

/* Without a words file ICU gives separators, digits, months and ordinals. */
static void
test_other_languages(void **state)
{
	struct bench *b = *state;
	struct locale *km = locale_new(b->arena, "km", NULL);
	struct locale *my = locale_new(b->arena, "my", NULL);
	struct locale *th = locale_new(b->arena, "th", NULL);

	locale_number(km, 1234567.5, 1, &b->out);
	assert_string_equal(taken(b), "1.234.567,5");
	locale_number(my, 10, 0, &b->out);
	assert_string_equal(taken(b), "၁၀");
	/* the common calendar, not the Buddhist one */
	locale_date(th, 2018, 0, 0, &b->out);
	assert_string_equal(taken(b), "2018");
	locale_date(th, 1992, 10, 15, &b->out);
	assert_string_equal(taken(b), "15 ตุลาคม 1992");
	locale_free(km);
	locale_free(my);
	locale_free(th);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_numbers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_words, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_ordinals, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_dates, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_lists_and_case, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_word_lookup, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_plurals, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_order, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_other_languages, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
