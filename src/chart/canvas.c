/* SPDX-License-Identifier: MIT */
/*
 * chart/canvas.c - paths and texts of a plot
 *
 * Coordinates are divided by 1000 at the border to Cairo and nowhere else.
 */
#include "chart/canvas.h"

#include <math.h>
#include <string.h>

#include <cairo.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "chart/marked.h"

#define HALO 2.4
/* A halo hides corners nearer to each other than it is wide; without them it is
 * a sixteenth of the outline. */
#define COARSE      (HALO / 2)
#define DOT         PT(2) /* radius of the largest disc that is a dot */
#define HATCH_WIDTH 0.8
#define HATCH_STEP  4.0

struct canvas {
	struct arena *arena;
	struct paint *paint;
	cairo_t *cr; /* of the paint */
	const struct theme *theme;
	const struct node *leaf;
	mpt width, height;
	uint32_t paper;
	struct place at;
	bool mirror;
	enum { WAITS_NOT, WAITS_STROKE, WAITS_FILL } waits; /* for its paint */
	struct pen pen;  /* of the waiting stroke */
	uint32_t colour; /* of the waiting fill */
	VEC(struct chart_run) runs;
};

struct canvas *
canvas_new(struct arena *arena, struct paint *paint, const struct theme *theme,
    const struct node *leaf, mpt width, mpt height)
{
	struct canvas *c = ARENA_NEW(arena, struct canvas);

	c->arena = arena;
	c->paint = paint;
	c->cr = paint_cairo(paint);
	c->theme = theme;
	c->leaf = leaf;
	c->width = width;
	c->height = height;
	c->paper = theme->white;
	return c;
}

void
canvas_mirror(struct canvas *c, bool mirror)
{
	c->mirror = mirror;
}

mpt
canvas_width(const struct canvas *c)
{
	return c->width;
}

mpt
canvas_height(const struct canvas *c)
{
	return c->height;
}

void
canvas_paper(struct canvas *c, uint32_t colour)
{
	c->paper = colour;
}

void
canvas_at(struct canvas *c, struct place at)
{
	c->at = at;
}

static double
pt(mpt v)
{
	return v / 1000.0;
}

static double
x_of(const struct canvas *c, mpt x)
{
	return pt(c->mirror ? c->width - x : x);
}

/*
 * Strokes with one pen, and fills of one colour, wait and become one operation
 * when another comes: for Cairo each is work of its own, and a panel of lines
 * has a dozen.
 */
static void
flush(struct canvas *c)
{
	if (c->waits == WAITS_STROKE) {
		paint_stroke(c->paint, &c->pen);
	} else if (c->waits == WAITS_FILL) {
		paint_fill(c->paint, c->colour);
	}
	c->waits = WAITS_NOT;
}

static bool
same_pen(const struct pen *a, const struct pen *b)
{
	return a->colour == b->colour && a->width == b->width &&
	       a->round == b->round &&
	       memcmp(a->dash, b->dash, sizeof a->dash) == 0;
}

static void
wait_stroke(struct canvas *c, const struct pen *pen)
{
	if (c->waits != WAITS_STROKE || !same_pen(&c->pen, pen))
		flush(c);
	c->waits = WAITS_STROKE;
	c->pen = *pen;
}

/* Only for shapes that all turn the same way, else overlaps would be holes. */
static void
wait_fill(struct canvas *c, uint32_t colour)
{
	if (c->waits != WAITS_FILL || c->colour != colour)
		flush(c);
	c->waits = WAITS_FILL;
	c->colour = colour;
}

static void
trace(struct canvas *c, const struct xy *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i == 0)
			cairo_move_to(c->cr, x_of(c, p[i].x), pt(p[i].y));
		else
			cairo_line_to(c->cr, x_of(c, p[i].x), pt(p[i].y));
	}
}

void
canvas_line(
    struct canvas *c, mpt x1, mpt y1, mpt x2, mpt y2, const struct pen *pen)
{
	struct xy p[2] = {{x1, y1}, {x2, y2}};

	canvas_path(c, p, 2, pen);
}

void
canvas_path(
    struct canvas *c, const struct xy *p, size_t n, const struct pen *pen)
{
	if (n < 2)
		return;
	wait_stroke(c, pen);
	trace(c, p, n);
}

void
canvas_fill(struct canvas *c, const struct xy *p, size_t n, uint32_t colour)
{
	if (n < 3)
		return;
	flush(c);
	trace(c, p, n);
	cairo_close_path(c->cr);
	paint_fill(c->paint, colour);
}

static void
trace_shape(struct canvas *c, const struct outline *o, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		trace(c, o[i].v, o[i].n);
		cairo_close_path(c->cr);
	}
}

void
canvas_shape(struct canvas *c, const struct outline *o, size_t n, uint32_t fill,
    const struct pen *pen)
{
	flush(c);
	trace_shape(c, o, n);
	paint_shape(c->paint, fill, pen);
}

static void
rect(struct canvas *c, mpt x, mpt y, mpt w, mpt h)
{
	cairo_rectangle(
	    c->cr, x_of(c, c->mirror ? x + w : x), pt(y), pt(w), pt(h));
}

void
canvas_rect(struct canvas *c, mpt x, mpt y, mpt w, mpt h, uint32_t fill,
    const struct pen *pen)
{
	if (w <= 0 || h <= 0)
		return;
	wait_fill(c, fill);
	rect(c, x, y, w, h);
	if (!pen)
		return;
	wait_stroke(c, pen);
	rect(c, x, y, w, h);
}

static void
disc(struct canvas *c, mpt x, mpt y, mpt r)
{
	cairo_new_sub_path(c->cr);
	cairo_arc(c->cr, x_of(c, x), pt(y), pt(r), 0, 2 * M_PI);
	cairo_close_path(c->cr);
}

/* A small disc is a stroke without length and with round ends: two numbers
 * where an arc takes twenty-six. */
static void
draw_dot(struct canvas *c, mpt x, mpt y, mpt r, uint32_t colour)
{
	struct pen pen = {colour, 2 * r, {0}, true};

	wait_stroke(c, &pen);
	cairo_move_to(c->cr, x_of(c, x), pt(y));
	cairo_close_path(c->cr);
}

void
canvas_disc(
    struct canvas *c, mpt x, mpt y, mpt r, uint32_t fill, const struct pen *pen)
{
	if (!pen && r <= DOT) {
		draw_dot(c, x, y, r, fill);
		return;
	}
	wait_fill(c, fill);
	disc(c, x, y, r);
	if (!pen)
		return;
	wait_stroke(c, pen);
	disc(c, x, y, r);
}

void
canvas_sector(struct canvas *c, mpt x, mpt y, mpt r1, mpt r2, double from,
    double to, uint32_t fill)
{
	double a = (from - 0.25) * 2 * M_PI, b = (to - 0.25) * 2 * M_PI;

	flush(c);
	cairo_new_sub_path(c->cr);
	cairo_arc(c->cr, x_of(c, x), pt(y), pt(r2), a, b);
	cairo_arc_negative(c->cr, x_of(c, x), pt(y), pt(r1), b, a);
	cairo_close_path(c->cr);
	paint_fill(c->paint, fill);
}

void
canvas_wave(
    struct canvas *c, mpt x1, mpt y1, mpt x2, mpt y2, const struct pen *pen)
{
	double a = x_of(c, x1), b = x_of(c, x2), m = (a + b) / 2;

	wait_stroke(c, pen);
	cairo_move_to(c->cr, a, pt(y1));
	cairo_curve_to(c->cr, m, pt(y1), m, pt(y2), b, pt(y2));
}

void
canvas_shape_hatch(
    struct canvas *c, const struct outline *o, size_t n, const struct pen *pen)
{
	struct pen line = {c->theme->grey500, PT(HATCH_WIDTH), {0}, false};
	double left, top, right, bottom, h;

	canvas_shape(c, o, n, c->paper, NULL);
	trace_shape(c, o, n);
	cairo_path_extents(c->cr, &left, &top, &right, &bottom);
	h = bottom - top;
	paint_clip(c->paint);
	for (double d = HATCH_STEP / 2; d < right - left + h; d += HATCH_STEP) {
		cairo_move_to(c->cr, left + d, top);
		cairo_line_to(c->cr, left + d - h, top + h);
	}
	paint_stroke(c->paint, &line);
	paint_unclip(c->paint);
	trace_shape(c, o, n);
	paint_stroke(c->paint, pen);
}

void
canvas_hatch(struct canvas *c, mpt x, mpt y, mpt w, mpt h)
{
	struct xy v[4] = {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}};
	struct pen edge = {c->theme->grey500, PT(0.5), {0}, false};

	if (w > 0 && h > 0)
		canvas_shape_hatch(c, &(struct outline){v, 4}, 1, &edge);
}

void
canvas_clip(struct canvas *c, mpt x, mpt y, mpt w, mpt h)
{
	flush(c);
	rect(c, x, y, w, h);
	paint_clip(c->paint);
}

void
canvas_unclip(struct canvas *c)
{
	flush(c);
	paint_unclip(c->paint);
}

/* --- text --- */

/* An outline of a glyph, placed on the page. */
struct pen_at {
	cairo_t *cr;
	double x, y, scale;
	bool coarse;           /* for a halo: corners only */
	double last_x, last_y; /* of a coarse outline */
};

static void
outline_move(void *ctx, float x, float y)
{
	struct pen_at *p = ctx;

	p->last_x = p->x + x * p->scale;
	p->last_y = p->y - y * p->scale;
	cairo_move_to(p->cr, p->last_x, p->last_y);
}

static void
outline_line(void *ctx, float x, float y)
{
	struct pen_at *p = ctx;
	double at_x = p->x + x * p->scale, at_y = p->y - y * p->scale;

	if (p->coarse && hypot(at_x - p->last_x, at_y - p->last_y) < COARSE)
		return;
	p->last_x = at_x;
	p->last_y = at_y;
	cairo_line_to(p->cr, at_x, at_y);
}

static void
outline_curve(
    void *ctx, float x1, float y1, float x2, float y2, float x, float y)
{
	const struct pen_at *p = ctx;
	double s = p->scale;

	if (p->coarse) {
		outline_line(ctx, x, y);
		return;
	}
	cairo_curve_to(p->cr, p->x + x1 * s, p->y - y1 * s, p->x + x2 * s,
	    p->y - y2 * s, p->x + x * s, p->y - y * s);
}

static void
outline_close(void *ctx)
{
	const struct pen_at *p = ctx;

	cairo_close_path(p->cr);
}

static const struct outline_sink outlines = {
    outline_move, outline_line, outline_curve, outline_close};

/* Add the outlines of a run to the path. */
static void
trace_run(struct canvas *c, const struct chart_run *at, bool coarse)
{
	const struct run *r = at->run;
	double scale = pt(r->size) / r->font->upem;
	double x = pt(at->x), y = pt(at->y - r->raise);

	for (size_t i = 0; i < r->nglyphs; i++) {
		const struct glyph *g = &r->glyphs[i];
		struct pen_at p = {.cr = c->cr,
		    .x = x + g->x_offset * scale,
		    .y = y - g->y_offset * scale,
		    .scale = scale,
		    .coarse = coarse};

		font_outline(r->font, g->id, &outlines, &p);
		x += g->advance * scale + pt(r->letter_space);
	}
}

static void
draw_halo(struct canvas *c, size_t from)
{
	struct pen pen = {c->paper, PT(HALO), {0}, true};

	flush(c);
	for (size_t i = from; i < c->runs.n; i++)
		trace_run(c, &c->runs.v[i], true);
	paint_stroke(c->paint, &pen);
}

static mpt
set_text(struct canvas *c, mpt x, mpt y, enum align align,
    enum text_style style, struct str text, int value, bool halo)
{
	struct run **runs;
	size_t n =
	    text_runs(c->theme, style, text, c->arena, c->leaf, c->at, &runs);
	size_t first = c->runs.n;
	mpt width = 0;

	for (size_t i = 0; i < n; i++)
		width += runs[i]->width;
	if (c->mirror) {
		x = c->width - x;
		if (align != ALIGN_MIDDLE)
			align = align == ALIGN_LEFT ? ALIGN_RIGHT : ALIGN_LEFT;
	}
	if (align == ALIGN_MIDDLE)
		x -= width / 2;
	else if (align == ALIGN_RIGHT)
		x -= width;
	for (size_t i = 0; i < n; i++) {
		VEC_PUSH(c->arena, &c->runs,
		    (struct chart_run){runs[i], x, y, value});
		x += runs[i]->width;
	}
	if (halo)
		draw_halo(c, first);
	return width;
}

/* A text with marked numbers: each piece on its own, in order. */
static mpt
set_marked(struct canvas *c, mpt x, mpt y, enum align align,
    enum text_style style, const char *text, bool halo)
{
	mpt width = 0;
	struct str piece;
	int value;

	if (align != ALIGN_LEFT && marked_any(text)) {
		x -= text_width(c->theme, style, text) /
		     (align == ALIGN_RIGHT ? 1 : 2);
		align = ALIGN_LEFT;
	}
	while (marked_next(&text, &piece, &value))
		width +=
		    set_text(c, x + width, y, align, style, piece, value, halo);
	return width;
}

mpt
canvas_text(struct canvas *c, mpt x, mpt y, enum align align,
    enum text_style style, const char *text)
{
	return set_marked(c, x, y, align, style, text, false);
}

mpt
canvas_text_halo(struct canvas *c, mpt x, mpt y, enum align align,
    enum text_style style, const char *text)
{
	return set_marked(c, x, y, align, style, text, true);
}

mpt
canvas_number(struct canvas *c, mpt x, mpt y, enum align align,
    enum text_style style, const struct chart_number *p)
{
	return set_text(c, x, y, align, style, str_from(p->text),
	    number_index(c->theme->env, p, c->at), false);
}

mpt
canvas_number_halo(struct canvas *c, mpt x, mpt y, enum align align,
    enum text_style style, const struct chart_number *p)
{
	return set_text(c, x, y, align, style, str_from(p->text),
	    number_index(c->theme->env, p, c->at), true);
}

void
canvas_end(struct canvas *c, bool fill, struct chart_run **runs, size_t *n)
{
	flush(c);
	if (fill) {
		for (size_t i = 0; i < c->runs.n; i++) {
			trace_run(c, &c->runs.v[i], false);
			paint_fill(c->paint, c->runs.v[i].run->colour);
		}
	}
	if (runs) {
		*runs = c->runs.v;
		*n = c->runs.n;
	}
}
