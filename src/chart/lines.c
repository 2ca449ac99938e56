/* SPDX-License-Identifier: MIT */
/* chart/lines.c - a series as a line or as dots */
#include "chart/lines.h"

#include "base/arena.h"

/* Years between two points of one stroke: more than two are missing above. */
#define GAP 3

struct xy
line_point(const struct series *s, const struct point *p, const struct scale *x,
    const struct scale *y)
{
	return (struct xy){
	    scale_at(x, p->x), scale_at(y, p->v / s->measure->divide)};
}

static void
draw_dots(struct canvas *cv, const struct series *s, const struct xy *p,
    const struct line_style *style)
{
	struct pen dotted = {
	    style->pen.colour, PT(0.75), {PT(0.9), PT(1.8)}, false};

	canvas_path(cv, p, s->n, &dotted);
	for (size_t i = 0; i < s->n; i++)
		canvas_disc(
		    cv, p[i].x, p[i].y, style->dot, style->pen.colour, NULL);
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
			canvas_disc(cv, p[from].x, p[from].y, style->dot,
			    style->pen.colour, NULL);
		canvas_path(cv, p + from, i - from, &style->pen);
		from = i;
	}
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
