/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/labels_test.c - labels never collide nor leave the frame */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/arena.h"
#include "chart/labels.h"

#define MANY 40

static void
labels_stay_where_they_have_room(void **state)
{
	struct label l[3] = {{.want = 50000, .height = 9600},
	    {.want = 10000, .height = 9600, .item = 1},
	    {.want = 90000, .height = 9600, .item = 2}};

	(void)state;
	labels_column(l, 3, 0, 100000);
	assert_int_equal(l[0].item, 1);
	assert_int_equal(l[0].at, 10000);
	assert_int_equal(l[1].at, 50000);
	assert_int_equal(l[2].at, 90000);
}

static void
equal_labels_move_apart_evenly(void **state)
{
	struct label l[2] = {{.want = 50000, .height = 10000},
	    {.want = 50000, .height = 10000, .item = 1}};

	(void)state;
	labels_column(l, 2, 0, 100000);
	assert_int_equal(l[0].at, 45000);
	assert_int_equal(l[1].at, 55000);
}

static void
the_dispensable_go_first(void **state)
{
	struct label l[3] = {{.want = 10, .height = 10, .rank = 2},
	    {.want = 12, .height = 10, .rank = 0, .item = 1},
	    {.want = 14, .height = 10, .rank = 1, .item = 2}};

	(void)state;
	labels_column(l, 3, 0, 20);
	assert_true(l[0].shown && l[0].item == 1);
	assert_true(l[1].shown && l[1].item == 2);
	assert_false(l[2].shown);
	assert_int_equal(l[2].item, 0);
}

static void
columns_never_overlap(void **state)
{
	(void)state;
	srand(11);
	for (int round = 0; round < 20000; round++) {
		struct label l[MANY];
		size_t n = 1 + (size_t)rand() % MANY;
		mpt bottom = 20000 + rand() % 300000;
		mpt last = 0, want = -1000000;

		for (size_t i = 0; i < n; i++)
			l[i] = (struct label){
			    .want = rand() % (bottom + 40000) - 20000,
			    .height = 8600 + rand() % 3000,
			    .rank = rand() % 3,
			    .item = i};
		labels_column(l, n, 0, bottom);
		for (size_t i = 0; i < n && l[i].shown; i++) {
			assert_true(l[i].at - l[i].height / 2 >= last);
			last = l[i].at - l[i].height / 2 + l[i].height;
			assert_true(last <= bottom);
			assert_true(l[i].want >= want);
			want = l[i].want;
		}
	}
}

static void
boxes_never_overlap(void **state)
{
	(void)state;
	srand(13);
	for (int round = 0; round < 3000; round++) {
		struct arena *a = arena_new();
		struct xy seg[20];
		struct label_field f = {.frame = {0, 0, 300000, 200000},
		    .arena = a,
		    .segments = seg,
		    .nsegments = 10,
		    .nheavy = 3};
		struct box got[30];
		size_t n = 0;

		for (int i = 0; i < 20; i++)
			seg[i] = (struct xy){rand() % 300000, rand() % 200000};
		labels_block(&f, (struct box){0, 0, 40000, 60000});
		for (int i = 0; i < 30; i++) {
			struct box b;

			if (!labels_near(&f, rand() % 300000, rand() % 200000,
				4000, 10000 + rand() % 70000, 9000, &b))
				continue;
			assert_true(b.left >= 0 && b.right <= 300000 &&
				    b.top >= 0 && b.bottom <= 200000);
			assert_false(box_overlaps(&b, &f.boxes[0]));
			for (size_t k = 0; k < n; k++)
				assert_false(box_overlaps(&b, &got[k]));
			got[n++] = b;
		}
		assert_true(n > 0);
		arena_free(a);
	}
}

static void
a_label_keeps_off_a_line(void **state)
{
	struct arena *a = arena_new();
	/* a line that rises to the right from the point */
	struct xy seg[2] = {{50000, 50000}, {150000, 20000}};
	struct label_field f = {.frame = {0, 0, 200000, 100000},
	    .arena = a,
	    .segments = seg,
	    .nsegments = 1,
	    .nheavy = 1};
	struct box b;

	(void)state;
	assert_true(labels_near(&f, 50000, 50000, 4000, 30000, 9000, &b));
	assert_true(b.top >= 50000 || b.right <= 50000 || b.bottom < 46000);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels_stay_where_they_have_room),
	    cmocka_unit_test(equal_labels_move_apart_evenly),
	    cmocka_unit_test(the_dispensable_go_first),
	    cmocka_unit_test(columns_never_overlap),
	    cmocka_unit_test(boxes_never_overlap),
	    cmocka_unit_test(a_label_keeps_off_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
