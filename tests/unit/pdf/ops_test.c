/* SPDX-License-Identifier: MIT */
/* Operators of content streams, to the byte. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "fixture.h"
#include "pdf/font_file.h"
#include "pdf/obj.h"
#include "pdf/ops.h"

/* A page of 100 points with a font of 1000 units. */
struct bench {
	struct fixture *f;
	struct pdf *pdf;
	struct font_files *fonts;
	struct font font;
	struct buf out;
	struct ops ops;
};

static struct bench *
bench_new(void)
{
	struct fixture *f = fixture_new();
	struct bench *b = ARENA_NEW(f->a, struct bench);

	b->f = f;
	b->pdf = obj_open();
	b->fonts = font_file_set(f->a, b->pdf);
	b->font = *f->chain[6];
	b->ops = ops_begin(&b->out, b->fonts, PT(100));
	b->ops.in_mark = true;
	return b;
}

static void
expect(struct bench *b, const char *want)
{
	assert_int_equal(b->out.n, strlen(want));
	assert_memory_equal(b->out.p, want, b->out.n);
	buf_free(&b->out);
	obj_close(b->pdf);
	fixture_free(b->f);
}

/* The output ends so; take it away. */
static void
drop(struct bench *b, const char *want, size_t n)
{
	assert_true(b->out.n >= n);
	b->out.n -= n;
	assert_memory_equal(b->out.p + b->out.n, want, n);
}

static void
paths_turn_upside_down(void **state)
{
	static const struct path_step steps[] = {
	    {.op = PATH_MOVE, .x = 0, .y = 0},
	    {.op = PATH_CURVE,
		.x = PT(3),
		.y = PT(3),
		.x1 = PT(1),
		.y2 = PT(2)},
	    {.op = PATH_CLOSE}};
	struct path p = {.steps = steps,
	    .n = 3,
	    .stroked = true,
	    .stroke = 0xFF0000,
	    .width = PT(0.75),
	    .dash = {PT(2), 0},
	    .round = true};
	struct bench *b = bench_new();

	(void)state;
	ops_path(&b->ops, &p, PT(10), PT(20));
	expect(b, "q\n1 0 0 RG\n.75 w\n1 J 1 j\n[2 2] 0 d\n10 80 m\n"
		  "11 80 10 78 13 77 c\nh\nS\nQ\n");
}

static void
colour_is_set_once(void **state)
{
	struct bench *b = bench_new();
	struct rect box = {PT(1), PT(2), PT(3), PT(4)};

	(void)state;
	ops_rect(&b->ops, &box, 0x0080FF);
	ops_rect(&b->ops, &box, 0x0080FF);
	expect(b, "0 .502 1 rg\n1 94 3 4 re f\n1 94 3 4 re f\n");
}

/* A run of one glyph each for the bytes of a text, all of one advance. */
static struct run
make_run(struct bench *b, const char *text, int32_t advance)
{
	size_t n = strlen(text);
	struct glyph *g = ARENA_ARRAY(b->f->a, struct glyph, n);

	for (size_t i = 0; i < n; i++)
		g[i] = (struct glyph){
		    .id = 20, .cluster = (uint32_t)i, .advance = advance};
	return (struct run){.font = &b->font,
	    .size = PT(10),
	    .glyphs = g,
	    .nglyphs = n,
	    .text = {text, n}};
}

static void
codes_follow_glyph_and_text(void **state)
{
	struct bench *b = bench_new();
	struct run r;
	struct ops_cursor at;
	int32_t natural;

	(void)state;
	r = make_run(b, "x", 0);
	font_file_cid(b->fonts, font_file_of(b->fonts, &b->font), 20, STR("q"));
	natural = font_file_of(b->fonts, &b->font)->cids[1].advance;
	r = make_run(b, "aba", natural);
	at = ops_cursor(&r, PT(5));
	ops_text_begin(&b->ops);
	assert_int_equal(ops_show(&b->ops, &r, &at, 3, PT(30)), 3);
	ops_text_end(&b->ops);
	/* code 1 is "q", so a and b are 2 and 3 */
	drop(b, "[(\0\2\0\3\0\2)]TJ\nET\n", 16);
	expect(b, "BT\n/F1 10 Tf\n0 0 0 rg\n5 70 Td\n");
}

static void
kerning_and_spaces_move_the_pen(void **state)
{
	struct bench *b = bench_new();
	struct font_file *f = font_file_of(b->fonts, &b->font);
	uint32_t cid = font_file_cid(b->fonts, f, 20, STR("a"));
	struct glyph g[3];
	struct run r = make_run(b, "a a", f->cids[cid].advance);
	struct ops_cursor at = ops_cursor(&r, PT(5));
	/* Lato has 2000 units: -80 of them are -40/1000 em */
	const char want[] = "[(\0\1)40(\0\2)-100(\0\1)]TJ\nET\n";

	(void)state;
	assert_int_equal(b->font.upem, 2000);
	memcpy(g, r.glyphs, sizeof g);
	g[0].advance -= 80;
	r.glyphs = g;
	r.word_space = PT(1); /* 100/1000 em at 10 points */
	ops_text_begin(&b->ops);
	ops_show(&b->ops, &r, &at, 3, PT(30));
	ops_text_end(&b->ops);
	assert_memory_equal(
	    b->out.p + b->out.n - (sizeof want - 1), want, sizeof want - 1);
	b->out.n -= sizeof want - 1;
	expect(b, "BT\n/F1 10 Tf\n0 0 0 rg\n5 70 Td\n");
}

static void
raised_and_spaced_text_sets_its_state(void **state)
{
	struct bench *b = bench_new();
	struct run r = make_run(b, "", 0);
	struct ops_cursor at;
	uint32_t cid;
	struct font_file *f = font_file_of(b->fonts, &b->font);

	(void)state;
	cid = font_file_cid(b->fonts, f, 20, STR("a"));
	r = make_run(b, "a", f->cids[cid].advance);
	r.raise = PT(3);
	r.letter_space = PT(0.2);
	r.colour = 0xFFFFFF;
	at = ops_cursor(&r, 0);
	ops_text_begin(&b->ops);
	ops_show(&b->ops, &r, &at, 1, PT(30));
	ops_text_end(&b->ops);
	drop(b, "[(\0\1)]TJ\nET\n", 12);
	expect(b, "BT\n/F1 10 Tf\n.2 Tc\n1 1 1 rg\n3 Ts\n0 70 Td\n");
}

/* What a reader decodes from each glyph. */
static void
expect_texts(struct bench *b, const struct run *r, const char *const *want)
{
	struct font_file *f = font_file_of(b->fonts, &b->font);
	struct ops_cursor at = ops_cursor(r, 0);

	ops_text_begin(&b->ops);
	ops_show(&b->ops, r, &at, r->nglyphs, 0);
	assert_int_equal(f->n, r->nglyphs);
	for (uint32_t i = 1; i <= f->n; i++)
		assert_true(str_is(f->cids[i].text, want[i - 1]));
	buf_free(&b->out);
	obj_close(b->pdf);
	fixture_free(b->f);
}

static void
cluster_text_is_on_its_first_glyph(void **state)
{
	struct bench *b = bench_new();
	struct glyph g[] = {{.id = 20}, {.id = 21, .cluster = 2},
	    {.id = 22, .cluster = 2}, {.id = 23, .cluster = 4}};
	struct run r = {.font = &b->font,
	    .size = PT(10),
	    .glyphs = g,
	    .nglyphs = 4,
	    .text = STR("fiabc-"),
	    .end = RUN_SOFT_HYPHEN};

	(void)state;
	expect_texts(b, &r,
	    (const char *const[]){"fi", "ab", "\xE2\x80\x8B", "\xC2\xAD"});
}

static void
right_to_left_it_is_on_the_last(void **state)
{
	struct bench *b = bench_new();
	/* clusters 0 (one glyph), 1 (two), 3 (one), drawn from the left */
	struct glyph g[] = {{.id = 23, .cluster = 3}, {.id = 22, .cluster = 1},
	    {.id = 21, .cluster = 1}, {.id = 20, .cluster = 0}};
	struct run r = {.font = &b->font,
	    .size = PT(10),
	    .glyphs = g,
	    .nglyphs = 4,
	    .text = STR("abcde"),
	    .rtl = true};

	(void)state;
	expect_texts(
	    b, &r, (const char *const[]){"de", "\xE2\x80\x8B", "bc", "a"});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(paths_turn_upside_down),
	    cmocka_unit_test(colour_is_set_once),
	    cmocka_unit_test(codes_follow_glyph_and_text),
	    cmocka_unit_test(kerning_and_spaces_move_the_pen),
	    cmocka_unit_test(raised_and_spaced_text_sets_its_state),
	    cmocka_unit_test(cluster_text_is_on_its_first_glyph),
	    cmocka_unit_test(right_to_left_it_is_on_the_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
