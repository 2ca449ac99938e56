/* SPDX-License-Identifier: MIT */
/* table_width_test.c - widths of table columns */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "layout/table_width.h"

#define N(a) (sizeof(a) / sizeof *(a))

static mpt
sum(const struct column_width *c, size_t n)
{
	mpt all = 0;
	size_t i;

	for (i = 0; i < n; i++)
		all += c[i].width;
	return all;
}

static void
words_of_widths(void **state)
{
	struct column_width c[5] = {{0}};

	(void)state;
	assert_null(table_widths_read("35 15% 60pt, 20mm *", c, 5));
	assert_int_equal(c[0].share, 3500);
	assert_int_equal(c[1].share, 1500);
	assert_int_equal(c[2].fixed, PT(60));
	assert_int_equal(c[3].fixed, PT(20 * 72 / 25.4));
	assert_int_equal(c[4].share + c[4].fixed, 0);
}

static void
wrong_words(void **state)
{
	struct column_width c[2] = {{0}};

	(void)state;
	assert_string_equal(table_widths_read("35 wide", c, 2), "wide");
	assert_string_equal(table_widths_read("35 -4", c, 2), "-4");
	assert_string_equal(table_widths_read("35 10em", c, 2), "10em");
	/* one word too many */
	assert_string_equal(table_widths_read("1 2 3", c, 2), "3");
	assert_null(table_widths_read("", c, 2));
}

static void
shares_and_fixed(void **state)
{
	struct column_width c[3] = {
	    {.share = 3000}, {.share = 1000}, {.fixed = PT(80)}};

	(void)state;
	assert_true(table_widths(c, 3, PT(480)));
	assert_int_equal(c[0].width, PT(300));
	assert_int_equal(c[1].width, PT(100));
	assert_int_equal(c[2].width, PT(80));
}

/* A share is of a hundred as long as another column goes by content. */
static void
share_beside_content(void **state)
{
	struct column_width c[2] = {
	    {.share = 2500}, {.min = PT(10), .max = PT(50)}};

	(void)state;
	assert_true(table_widths(c, 2, PT(400)));
	assert_int_equal(c[0].width, PT(100));
	assert_int_equal(c[1].width, PT(300));
}

static void
short_columns_never_wrap(void **state)
{
	struct column_width c[4] = {{.min = PT(30), .max = PT(200)},
	    {.min = PT(20), .max = PT(20)}, {.min = PT(25), .max = PT(60)},
	    {.min = PT(30), .max = PT(600)}};

	(void)state;
	assert_true(table_widths(c, 4, PT(460)));
	assert_int_equal(c[1].width, PT(20));
	assert_int_equal(c[2].width, PT(60));
	/* the long ones share in proportion: 380 as 1 to 3 */
	assert_int_equal(c[0].width, PT(95));
	assert_int_equal(c[3].width, PT(285));
}

static void
room_to_spare(void **state)
{
	struct column_width c[3] = {{.min = PT(20), .max = PT(40)},
	    {.min = PT(20), .max = PT(50)}, {.min = PT(20), .max = PT(50)}};

	(void)state;
	assert_true(table_widths(c, 3, PT(400)));
	/* 30% first, then in proportion */
	assert_true(c[0].width >= PT(120));
	assert_true(c[2].width - c[1].width < 5); /* rounding */
	assert_int_equal(sum(c, 3), PT(400));
}

/* Three columns: the first ends at 40%, if its text needs no more. */
static void
first_column_has_its_part(void **state)
{
	struct column_width c[3] = {{.min = PT(20), .max = PT(100)},
	    {.min = PT(20), .max = PT(20)}, {.min = PT(20), .max = PT(20)}};
	struct column_width wide[3] = {{.min = PT(20), .max = PT(240)},
	    {.min = PT(20), .max = PT(20)}, {.min = PT(20), .max = PT(20)}};

	(void)state;
	assert_true(table_widths(c, 3, PT(400)));
	assert_int_equal(c[0].width, PT(160));
	assert_int_equal(c[1].width, PT(120));
	assert_int_equal(sum(c, 3), PT(400));
	assert_true(table_widths(wide, 3, PT(400)));
	assert_int_equal(wide[0].width, PT(240));
	assert_int_equal(wide[1].width, PT(80));
}

static void
too_narrow(void **state)
{
	struct column_width c[2] = {
	    {.min = PT(100), .max = PT(100)}, {.min = PT(300), .max = PT(900)}};

	(void)state;
	assert_false(table_widths(c, 2, PT(200)));
	assert_int_equal(c[0].width, PT(50));
	assert_int_equal(c[1].width, PT(150));
}

/* A fixed column that is too narrow for its words is said, too. */
static void
fixed_too_narrow(void **state)
{
	struct column_width c[2] = {
	    {.fixed = PT(20), .min = PT(60), .max = PT(60)},
	    {.min = PT(10), .max = PT(20)}};

	(void)state;
	assert_false(table_widths(c, 2, PT(200)));
	assert_int_equal(c[0].width, PT(20));
}

static void
fixed_wider_than_room(void **state)
{
	struct column_width c[3] = {{.fixed = PT(300)}, {.fixed = PT(300)},
	    {.min = PT(10), .max = PT(20)}};

	(void)state;
	assert_false(table_widths(c, 3, PT(200)));
	assert_int_equal(sum(c, 3), PT(200));
}

/* Whatever is asked: widths add up, and nobody gets less than the least as
 * long as there is room. */
static void
always_add_up(void **state)
{
	struct column_width c[12];
	unsigned seed = 7;
	int round;
	size_t i, n;

	(void)state;
	for (round = 0; round < 2000; round++) {
		mpt least = 0, room;
		bool fits;

		n = 1 + (size_t)round % N(c);
		memset(c, 0, sizeof c);
		for (i = 0; i < n; i++) {
			seed = seed * 1103515245u + 12345u;
			c[i].min = (mpt)(seed >> 16 & 0x7FFF);
			seed = seed * 1103515245u + 12345u;
			c[i].max = c[i].min + (mpt)(seed >> 13 & 0x3FFFF);
			least += c[i].min;
		}
		seed = seed * 1103515245u + 12345u;
		room = PT(20) + (mpt)(seed >> 12);
		fits = table_widths(c, n, room);
		assert_int_equal(sum(c, n), room);
		assert_int_equal(fits, least <= room);
		for (i = 0; i < n && fits; i++)
			assert_true(c[i].width + PT(0.05) >= c[i].min);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_of_widths),
	    cmocka_unit_test(wrong_words),
	    cmocka_unit_test(shares_and_fixed),
	    cmocka_unit_test(share_beside_content),
	    cmocka_unit_test(short_columns_never_wrap),
	    cmocka_unit_test(room_to_spare),
	    cmocka_unit_test(first_column_has_its_part),
	    cmocka_unit_test(too_narrow),
	    cmocka_unit_test(fixed_too_narrow),
	    cmocka_unit_test(fixed_wider_than_room),
	    cmocka_unit_test(always_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
