/* SPDX-License-Identifier: MIT */
/* Columns: where they end, what moves to the next. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "layout/column.h"

#define GRID 13000

/*
 * A text as letters: l a line, w a line that would stand alone (widow), h a
 * heading, k a line kept with the one before, f an insert of four lines.
 */
static struct vlist
text(struct arena *a, const char *letters)
{
	struct vlist l = {.arena = a};

	for (; *letters; letters++) {
		struct vbox b = {
		    .width = 100000, .height = GRID, .flags = VBOX_ON_GRID};

		if (*letters == 'w')
			b.penalty = BREAK_WIDOW;
		if (*letters == 'k')
			b.penalty = BREAK_NEVER;
		if (*letters == 'h')
			b.space = GRID;
		if (*letters == 'f') {
			b.height = 4 * GRID;
			b.flags = VBOX_INSERT;
		}
		vlist_add(&l, b);
	}
	return l;
}

/* Fill columns of so many lines and write what each holds: letters, in the
 * order of their places, columns divided by "|". */
static void
fill(const char *letters, int lines, char *out)
{
	struct arena *a = arena_new();
	struct vlist l = text(a, letters);
	struct cursor c = {0};
	struct column_space s = {
	    .depth = lines * GRID, .grid = GRID, .page = 1, .force = true};
	struct column column;
	size_t i;

	while (!cursor_done(&c, &l)) {
		column_fill(NULL, a, &l, &c, &s, &column);
		assert_true(column.slots.n > 0);
		for (i = 0; i < column.slots.n; i++)
			*out++ = letters[column.slots.v[i].box - l.v];
		*out++ = '|';
	}
	*out = '\0';
	arena_free(a);
}

static void
assert_fill(const char *letters, int lines, const char *want)
{
	char got[256];

	fill(letters, lines, got);
	assert_string_equal(got, want);
}

static void
test_lines_fill_the_column(void **state)
{
	(void)state;
	assert_fill("lllllll", 5, "lllll|ll|");
	assert_fill("lllll", 5, "lllll|");
}

static void
test_heading_stays_with_two_lines(void **state)
{
	(void)state;
	/* heading, its two lines kept: no room for all three at the foot */
	assert_fill("lllhkkll", 6, "lll|hkkll|");
	assert_fill("lllhkkll", 7, "lllhkk|ll|");
}

static void
test_single_line_is_not_left_alone(void **state)
{
	(void)state;
	/* breaking before w would leave it alone: one line goes with it */
	assert_fill("llllwlll", 4, "lll|lwll|l|");
	/* a column may end before the widow if all else is worse */
	assert_fill("kkkkwll", 4, "kkkk|wll|");
}

static void
test_insert_moves_and_text_goes_on(void **state)
{
	(void)state;
	/* the space of two lines under it leaves no room in five */
	assert_fill("lllfllll", 5, "lllll|f|ll|");
	assert_fill("llllllfllll", 8, "llllllll|fll|");
	assert_fill("lfllll", 9, "lfllll|");
}

static void
test_inserts_keep_their_order(void **state)
{
	struct arena *a = arena_new();
	struct vlist l = text(a, "lllfflll");
	struct cursor c = {0};
	struct column_space s = {.depth = 6 * GRID, .grid = GRID};
	struct column column;

	(void)state;
	column_fill(NULL, a, &l, &c, &s, &column);
	assert_int_equal(c.npending, 2);
	assert_true(c.pending[0] < c.pending[1]);
	column_fill(NULL, a, &l, &c, &s, &column);
	assert_ptr_equal(column.slots.v[0].box, &l.v[3]);
	assert_int_equal(c.npending, 1);
	column_fill(NULL, a, &l, &c, &s, &column);
	assert_ptr_equal(column.slots.v[0].box, &l.v[4]);
	assert_true(cursor_done(&c, &l));
	arena_free(a);
}

static void
test_box_taller_than_the_column_is_placed(void **state)
{
	(void)state;
	assert_fill("fl", 2, "f|l|");
}

static void
test_space_vanishes_at_the_top(void **state)
{
	struct arena *a = arena_new();
	struct vlist l = text(a, "hl");
	struct cursor c = {0};
	struct column_space s = {.depth = 10 * GRID, .grid = GRID};
	struct column column;

	(void)state;
	column_fill(NULL, a, &l, &c, &s, &column);
	assert_int_equal(column.slots.v[0].y, 0);
	assert_int_equal(column.slots.v[1].y, GRID);
	arena_free(a);
}

static void
test_lines_return_to_the_grid(void **state)
{
	struct arena *a = arena_new();
	struct vlist l = text(a, "lll");
	struct cursor c = {0};
	struct column_space s = {.depth = 10 * GRID, .grid = GRID};
	struct column column;

	(void)state;
	l.v[1].flags = 0;
	l.v[1].space = 6500;
	l.v[1].height = 11000;
	column_fill(NULL, a, &l, &c, &s, &column);
	assert_int_equal(column.slots.v[1].y, GRID + 6500);
	assert_int_equal(column.slots.v[2].y, 3 * GRID);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines_fill_the_column),
	    cmocka_unit_test(test_heading_stays_with_two_lines),
	    cmocka_unit_test(test_single_line_is_not_left_alone),
	    cmocka_unit_test(test_insert_moves_and_text_goes_on),
	    cmocka_unit_test(test_inserts_keep_their_order),
	    cmocka_unit_test(test_box_taller_than_the_column_is_placed),
	    cmocka_unit_test(test_space_vanishes_at_the_top),
	    cmocka_unit_test(test_lines_return_to_the_grid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
