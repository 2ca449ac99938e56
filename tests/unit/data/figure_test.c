/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "data/figure.h"

/* A figure in one text: "kind value low..high comparator status". */
static void
check(const char *text, bool comma, const char *want)
{
	static const char *const kinds[] = {
	    "empty", "value", "absent", "reason", "bad"};
	static const char *const signs[] = {"=", "~", "<", ">"};
	struct figure f;
	char got[256];

	figure_parse(str_from(text), comma, &f);
	snprintf(got, sizeof got, "%s %s%s [%s..%s] %d%s", kinds[f.kind],
	    signs[f.comparator], f.value, f.low, f.high, f.status,
	    f.marked ? " marked" : "");
	if (strcmp(got, want) != 0)
		print_error("'%s': ", text);
	assert_string_equal(got, want);
}

static void
numbers_keep_their_digits(void **state)
{
	(void)state;
	check("12.50", false, "value =12.50 [..] 0");
	check(" 7400000001 ", false, "value =7400000001 [..] 0");
	check("+.5", false, "value =0.5 [..] 0");
	check("-0.0", false, "value =0.0 [..] 0");
	check("007", false, "value =7 [..] 0");
	check("13.1817699535802", false, "value =13.1817699535802 [..] 0");
	check("\xE2\x88\x92"
	      "3",
	    false, "value =-3 [..] 0");
	check("12.", false, "value =12 [..] 0");
	check("0", false, "value =0 [..] 0");
}

static void
exponents_move_the_point(void **state)
{
	(void)state;
	check("1e+05", false, "value =100000 [..] 0");
	check("1.25E-3", false, "value =0.00125 [..] 0");
	check("12345e-2", false, "value =123.45 [..] 0");
	check("1e", false, "bad = [..] 0");
	check("1e999", false, "bad = [..] 0");
	check("1e-60", false, "bad = [..] 0");
	check("1e-9223372036854775808", false, "bad = [..] 0");
	check("1e9223372036854775807", false, "bad = [..] 0");
}

static void
thousands_and_decimal_commas(void **state)
{
	(void)state;
	check("1,234", false, "value =1234 [..] 0 marked");
	check("1,234.5", false, "value =1234.5 [..] 0 marked");
	check("1.234,5", false, "value =1234.5 [..] 0 marked");
	check("12,4", false, "value =12.4 [..] 0 marked");
	check("1,234", true, "value =1.234 [..] 0 marked");
	check("1.012,45", true, "value =1012.45 [..] 0 marked");
	check("1 234 567", false, "value =1234567 [..] 0 marked");
	check("1\xC2\xA0"
	      "234",
	    false, "value =1234 [..] 0 marked");
	check("0,123", false, "value =0.123 [..] 0 marked");
	check("1,23,456", false, "bad = [..] 0");
	check("1.2.3", false, "bad = [..] 0");
	check("12 34", false, "bad = [..] 0");
	check("45%", false, "value =45 [..] 0 marked");
}

static void
signs_ranges_and_brackets(void **state)
{
	(void)state;
	check("<1", false, "value <1 [..] 0");
	check("> 95.0", false, "value >95.0 [..] 0");
	check("\xE2\x89\xA4"
	      "5",
	    false, "value = [..5] 0");
	check(">=5", false, "value = [5..] 0");
	check("~12", false, "value ~12 [..] 0");
	check("51 [36-79]", false, "value =51 [36..79] 0");
	check("36\xE2\x80\x93"
	      "79",
	    false, "value = [36..79] 0");
	check("1200 to 1500", false, "value = [1200..1500] 0");
	check("-5--3", false, "value = [-5..-3] 0");
	check("(12.3)", false, "value =12.3 [..] 8");
	check("51 [36-]", false, "bad = [..] 0");
	check("<", false, "bad < [..] 0");
}

static void
marks_for_no_data(void **state)
{
	static const char *const absent[] = {"..", "\xE2\x80\xA6", "-", ":",
	    "NaN", "nan", "NA", "N/A", "#N/A", "n.a.", "null", "N", "."};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof absent / sizeof *absent; i++)
		check(absent[i], false, "absent = [..] 9");
	check("", false, "empty = [..] 0");
	check("   ", false, "empty = [..] 0");
	check("*", false, "reason = [..] 12");
	check("suppressed", false, "reason = [..] 12");
	check("x", false, "reason = [..] 11");
	check("yes", false, "bad = [..] 0");
	check("12abc", false, "bad = [..] 0");
}

static void
multipliers_shift(void **state)
{
	static const struct {
		const char *text;
		int power;
		const char *want;
	} cases[] = {{"12.4", 3, "12400"}, {"12.4", 1, "124"},
	    {"12.4", 0, "12.4"}, {"14.0", 0, "14.0"}, {"-1.5", 6, "-1500000"},
	    {"5", -2, "0.05"}, {"0", 3, "0"}, {"100", -2, "1"}};
	char text[FIGURE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		strcpy(text, cases[i].text);
		assert_true(figure_shift(text, cases[i].power));
		assert_string_equal(text, cases[i].want);
	}
	strcpy(text, "1");
	assert_false(figure_shift(text, 70));
}

static void
check_period(const char *text, bool survey, const char *want)
{
	struct arena *a = arena_new();
	struct period p = {0};
	bool good = survey ? figure_survey(str_from(text), &p)
			   : figure_period(str_from(text), &p);

	if (good != (want != NULL))
		print_error("'%s': ", text);
	assert_int_equal(good, want != NULL);
	if (want)
		assert_string_equal(period_text(a, p), want);
	arena_free(a);
}

static void
periods(void **state)
{
	(void)state;
	check_period("2017", false, "2017");
	check_period("2015 [YR2015]", false, "2015");
	check_period("YR1985", false, "1985");
	check_period("2017Q1", false, "2017-01/2017-03");
	check_period("2017-Q4", false, "2017-10/2017-12");
	check_period("2017M01", false, "2017-01");
	check_period("2014-01", false, "2014-01");
	check_period("2017-S2", false, "2017-07/2017-12");
	check_period("2014-2018", false, "2014/2018");
	check_period("2014/2018", false, "2014/2018");
	check_period("2015.0", false, "2015");
	check_period("2021-04-05", false, "2021-04-05");
	check_period("2021-04-05T00:00:00", false, "2021-04-05");
	check_period("2010-11", false, "2010-11");
	check_period("2010-11", true, "2010/2011");
	check_period("1999-00", true, "1999/2000");
	check_period("2010-12", true, "2010-12");
	check_period("", false, NULL);
	check_period("soon", false, NULL);
	check_period("2017Q5", false, NULL);
	check_period("2017M13", false, NULL);
	check_period("2018-2014", false, NULL);
	check_period("2017-", false, NULL);
	check_period("201799999999999999", false, NULL);
}

static void
dates_of_releases(void **state)
{
	static const char *const cases[][2] = {{"2026-04-08", "2026-04-08"},
	    {"01/28/2025", "2025-01-28"}, {"28 January 2025", "2025-01-28"},
	    {"January 28, 2025", "2025-01-28"},
	    {"2021-01-22T13:15:41Z", "2021-01-22"}};
	struct arena *a = arena_new();
	struct date d;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(figure_date(str_from(cases[i][0]), &d));
		assert_string_equal(date_text(a, d), cases[i][1]);
	}
	assert_false(figure_date(STR("13/45/2025"), &d));
	assert_false(figure_date(STR("yesterday"), &d));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_keep_their_digits),
	    cmocka_unit_test(exponents_move_the_point),
	    cmocka_unit_test(thousands_and_decimal_commas),
	    cmocka_unit_test(signs_ranges_and_brackets),
	    cmocka_unit_test(marks_for_no_data),
	    cmocka_unit_test(multipliers_shift),
	    cmocka_unit_test(periods),
	    cmocka_unit_test(dates_of_releases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
