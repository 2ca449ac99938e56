/* SPDX-License-Identifier: MIT */
/* chart/lines.c - a series as a line or as dots */
#include "chart/lines.h"

#include <math.h>

#include "base/arena.h"

/* Years between two points of one stroke: more than two are missing above. */
#define GAP 3
/* Millipoints that a point may lie off a line before it shows; a quarter of
 * the line's width if that is less. */
#define FINEST 200

struct xy
line_point(const struct series *s, const struct point *p, const struct scale *x,
    const struct scale *y)
{
	return (struct xy){
	    scale_at(x, p->x), scale_at(y, p->v / s->measure->divide)};
}

#define PAPER 0xFFFFFF
#define EDGE  PT(1)

void
mark_value(struct canvas *cv, mpt x, mpt y, mpt r, uint32_t colour,
    const struct point *p)
{
	struct pen edge = {colour, EDGE, {0}, false};

	if (point_small(p))
		canvas_disc(cv, x, y, r - EDGE / 2, PAPER, &edge);
	else
		canvas_disc(cv, x, y, r, colour, NULL);
}

/* As large as a disc of that radius. */
static void
diamond(struct canvas *cv, mpt x, mpt y, mpt r, uint32_t fill,
    const struct pen *edge)
{
	mpt d = r * 5 / 4;
	struct xy p[] = {
	    {x, y - d}, {x + d, y}, {x, y + d}, {x - d, y}, {x, y - d}};

	canvas_fill(cv, p, 4, fill);
	if (edge)
		canvas_path(cv, p, 5, edge);
}

void
mark_later(struct canvas *cv, mpt x, mpt y, mpt r, uint32_t colour,
    const struct point *p)
{
	if (point_small(p))
		diamond(cv, x, y, r, colour, NULL);
	else
		canvas_disc(cv, x, y, r, colour, NULL);
}

void
mark_earlier(struct canvas *cv, mpt x, mpt y, mpt r, uint32_t colour,
    const struct point *p)
{
	struct pen edge = {colour, EDGE, {0}, false};

	if (point_small(p))
		diamond(cv, x, y, r, PAPER, &edge);
	else
		canvas_disc(cv, x, y, r, PAPER, &edge);
}

void
mark_bar(struct canvas *cv, mpt x, mpt y, mpt w, mpt h, uint32_t colour,
    const struct point *p)
{
	struct pen edge = {colour, EDGE, {0}, false};

	if (point_small(p) && w > 2 * EDGE && h > 2 * EDGE)
		canvas_rect(cv, x + EDGE / 2, y + EDGE / 2, w - EDGE, h - EDGE,
		    PAPER, &edge);
	else
		canvas_rect(cv, x, y, w, h, colour, NULL);
}

/* Distance of a point from the line through a and b. */
static double
off_line(struct xy p, struct xy a, struct xy b)
{
	double dx = b.x - a.x, dy = b.y - a.y, length = hypot(dx, dy);

	if (length == 0)
		return hypot((double)p.x - a.x, (double)p.y - a.y);
	return fabs(dx * ((double)p.y - a.y) - dy * ((double)p.x - a.x)) /
	       length;
}

/*
 * Leave out points that the eye cannot see (Douglas and Peucker 1973): Cairo
 * spends a microsecond on each, and smooth series have many.  Marks in `keep`
 * those that stay, without the ends.
 */
static void
mark_corners(
    const struct xy *p, size_t from, size_t to, double finest, bool *keep)
{
	double most = finest;
	size_t far = 0;

	for (size_t i = from + 1; i < to; i++) {
		double d = off_line(p[i], p[from], p[to]);

		if (d > most) {
			most = d;
			far = i;
		}
	}
	if (!far)
		return;
	keep[far] = true;
	mark_corners(p, from, far, finest, keep);
	mark_corners(p, far, to, finest, keep);
}

static void
draw_stroke(struct canvas *cv, struct arena *arena, const struct xy *p,
    size_t n, const struct pen *pen)
{
	bool *keep = ARENA_ARRAY(arena, bool, n);
	struct xy *few = ARENA_ARRAY(arena, struct xy, n);
	size_t k = 0;

	if (n < 2)
		return;
	keep[0] = keep[n - 1] = true;
	mark_corners(p, 0, n - 1, fmin(pen->width / 4.0, FINEST), keep);
	for (size_t i = 0; i < n; i++)
		if (keep[i])
			few[k++] = p[i];
	canvas_path(cv, few, k, pen);
}

static void
draw_dots(struct canvas *cv, const struct series *s, const struct xy *p,
    const struct line_style *style)
{
	struct pen dotted = {
	    style->pen.colour, PT(0.75), {PT(0.9), PT(1.8)}, false};

	canvas_path(cv, p, s->n, &dotted);
	for (size_t i = 0; i < s->n; i++)
		mark_value(cv, p[i].x, p[i].y, style->dot, style->pen.colour,
		    &s->points[i]);
}

void
line_draw(struct canvas *cv, struct arena *arena, const struct series *s,
    const struct scale *x, const struct scale *y,
    const struct line_style *style)
{
	struct xy *p = ARENA_ARRAY(arena, struct xy, s->n);
	size_t from = 0;

	for (size_t i = 0; i < s->n; i++)
		p[i] = line_point(s, &s->points[i], x, y);
	if (s->n <= FEW_VALUES) {
		draw_dots(cv, s, p, style);
		return;
	}
	for (size_t i = 1; i <= s->n; i++) {
		if (i < s->n && s->points[i].x - s->points[i - 1].x <= GAP)
			continue;
		if (i - from == 1)
			mark_value(cv, p[from].x, p[from].y, style->dot,
			    style->pen.colour, &s->points[from]);
		draw_stroke(cv, arena, p + from, i - from, &style->pen);
		from = i;
	}
	for (size_t i = 0; i < s->n; i++)
		if (point_small(&s->points[i]))
			mark_value(cv, p[i].x, p[i].y, style->dot,
			    style->pen.colour, &s->points[i]);
}

size_t
line_segments(const struct series *s, const struct scale *x,
    const struct scale *y, struct xy *out)
{
	size_t n = 0;

	for (size_t i = 1; i < s->n; i++) {
		out[2 * n] = line_point(s, &s->points[i - 1], x, y);
		out[2 * n + 1] = line_point(s, &s->points[i], x, y);
		n++;
	}
	return n;
}
