/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/paint_test.c - drawings as operators of a PDF */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "chart/canvas.h"
#include "chart/theme.h"

/* A canvas of 100 by 50 points for a PDF. */
struct bench {
	struct arena *arena;
	struct theme theme;
	struct paint *paint;
	struct canvas *canvas;
};

static struct bench
bench_new(void)
{
	struct bench b = {.arena = arena_new()};

	b.theme.white = 0xFFFFFF;
	b.theme.grey500 = 0x808080;
	b.paint = paint_pdf(b.arena, PT(50));
	return b;
}

static struct canvas *
canvas(struct bench *b)
{
	b->canvas =
	    canvas_new(b->arena, b->paint, &b->theme, NULL, PT(100), PT(50));
	return b->canvas;
}

/* End the drawing, which must be `want` between q and Q. */
static void
expect(struct bench *b, const char *want)
{
	canvas_end(b->canvas, false, NULL, NULL);
	assert_string_equal(
	    paint_end(b->paint).p, arena_printf(b->arena, "q\n%sQ\n", want));
	arena_free(b->arena);
}

static void
lines_of_one_pen_are_one_operation(void **state)
{
	struct bench b = bench_new();
	struct canvas *c = canvas(&b);
	struct pen red = {0xFF0000, PT(0.5), {0}, false};
	struct pen dashed = {0xFF0000, PT(0.5), {PT(2), PT(1)}, true};

	(void)state;
	canvas_line(c, 0, 0, PT(10), PT(10), &red);
	canvas_line(c, 0, PT(50), PT(100), PT(50), &red);
	canvas_line(c, PT(1), PT(1), PT(2), PT(1), &dashed);
	expect(&b, "1 0 0 RG\n.5 w\n0 J 0 j\n[]0 d\n"
		   "0 50 m\n10 40 l\n0 0 m\n100 0 l\nS\n"
		   "1 J 1 j\n[2 1 ]0 d\n1 49 m\n2 49 l\nS\n");
}

static void
what_is_set_is_not_set_again(void **state)
{
	struct bench b = bench_new();
	struct canvas *c = canvas(&b);
	struct xy v[3] = {{0, 0}, {PT(10), 0}, {0, PT(10)}};

	(void)state;
	canvas_rect(c, 0, 0, PT(10), PT(5), 0x336699, NULL);
	canvas_fill(c, v, 3, 0x336699);
	expect(&b, ".2 .4 .6 rg\n0 50 m\n10 50 l\n10 45 l\n0 45 l\nh\nf\n"
		   "0 50 m\n10 50 l\n0 40 l\nh\nf\n");
}

static void
a_shape_is_filled_and_stroked_at_once(void **state)
{
	struct bench b = bench_new();
	struct canvas *c = canvas(&b);
	struct xy v[3] = {{0, 0}, {PT(10), 0}, {0, PT(10)}};
	struct outline o = {v, 3};
	struct pen pen = {0, PT(1), {0}, false};

	(void)state;
	canvas_shape(c, &o, 1, 0xFFFFFF, &pen);
	canvas_shape(c, &o, 1, 0xFFFFFF, NULL);
	expect(&b, "1 1 1 rg\n0 0 0 RG\n1 w\n0 J 0 j\n[]0 d\n"
		   "0 50 m\n10 50 l\n0 40 l\nh\nB*\n"
		   "0 50 m\n10 50 l\n0 40 l\nh\nf*\n");
}

/* After Q all is as it was before q: it is set again. */
static void
clips_end_with_what_was_set_inside(void **state)
{
	struct bench b = bench_new();
	struct canvas *c = canvas(&b);

	(void)state;
	canvas_clip(c, 0, 0, PT(10), PT(10));
	canvas_rect(c, 0, 0, PT(5), PT(5), 0, NULL);
	canvas_unclip(c);
	canvas_rect(c, 0, 0, PT(5), PT(5), 0, NULL);
	expect(&b, "q\n0 50 m\n10 50 l\n10 40 l\n0 40 l\nh\nW* n\n"
		   "0 0 0 rg\n0 50 m\n5 50 l\n5 45 l\n0 45 l\nh\nf\nQ\n"
		   "0 0 0 rg\n0 50 m\n5 50 l\n5 45 l\n0 45 l\nh\nf\n");
}

static void
a_dot_is_a_point_with_round_ends(void **state)
{
	struct bench b = bench_new();
	struct canvas *c = canvas(&b);

	(void)state;
	canvas_disc(c, PT(10), PT(10), PT(2), 0, NULL);
	canvas_disc(c, PT(20), PT(10), PT(2), 0, NULL);
	expect(&b, "0 0 0 RG\n4 w\n1 J 1 j\n[]0 d\n"
		   "10 40 m\nh\n20 40 m\nh\nS\n");
}

static void
a_disc_is_four_curves(void **state)
{
	struct bench b = bench_new();
	struct canvas *c = canvas(&b);

	(void)state;
	canvas_disc(c, PT(50), PT(25), PT(10), 0, NULL);
	expect(&b, "0 0 0 rg\n60 25 m\n60 19.48 55.52 15 50 15 c\n"
		   "44.48 15 40 19.48 40 25 c\n40 30.52 44.48 35 50 35 c\n"
		   "55.52 35 60 30.52 60 25 c\nh\nf\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_of_one_pen_are_one_operation),
	    cmocka_unit_test(what_is_set_is_not_set_again),
	    cmocka_unit_test(a_shape_is_filled_and_stroked_at_once),
	    cmocka_unit_test(clips_end_with_what_was_set_inside),
	    cmocka_unit_test(a_dot_is_a_point_with_round_ends),
	    cmocka_unit_test(a_disc_is_four_curves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
