/* SPDX-License-Identifier: MIT */
/*
 * chart/plot_dot.c - two years a country: a ring, a disc, and a line between;
 * diamonds for shares on few cases
 */
#include "chart/axis.h"
#include "chart/lines.h"
#include "chart/plot.h"
#include "chart/ladder.h"
#include "chart/words.h"

#define KEY PT(16)

static mpt
dot_height(const struct chart *c, mpt width)
{
	struct ladder r;

	(void)width;
	ladder_make(&r, c, true);
	return ladder_height(&r) + KEY;
}

static void
draw_pair(const struct chart *c, struct canvas *cv, const struct ladder *r,
    const struct row *row, mpt y)
{
	uint32_t colour =
	    row->series->subject ? c->theme.country : c->theme.grey450;
	struct pen pen = {
	    colour, PT(row->series->subject ? 1.5 : 0.75), {0}, false};
	mpt last = scale_at(&r->x, row->number.value);

	if (row->first) {
		mpt first = scale_at(
		    &r->x, row->first->v / row->series->measure->divide);

		canvas_line(cv, first, y, last, y, &pen);
		mark_earlier(cv, first, y, PT(2.8), colour, row->first);
	}
	mark_later(cv, last, y, PT(3.2), colour, row->last);
}

static void
draw_key(const struct chart *c, struct canvas *cv, mpt x, mpt y)
{
	struct pen ring = {c->theme.grey500, PT(1), {0}, false};
	mpt drop = text_drop(&c->theme, TEXT_KEY);

	canvas_disc(cv, x + PT(3), y - drop, PT(2.8), c->theme.white, &ring);
	x += PT(9);
	x += canvas_text(cv, x, y, ALIGN_LEFT, TEXT_KEY,
	    word(c, "chart.earlier", "earlier year"));
	x += PT(14);
	canvas_disc(cv, x, y - drop, PT(3.2), c->theme.grey500, NULL);
	canvas_text(cv, x + PT(6), y, ALIGN_LEFT, TEXT_KEY,
	    word(c, "chart.later", "later year and its value"));
}

static void
dot_draw(const struct chart *c, struct canvas *cv)
{
	struct ladder r;

	ladder_make(&r, c, true);
	ladder_place(&r, canvas_width(cv));
	ladder_axis(&r, cv);
	for (size_t i = 0; i < r.n; i++) {
		ladder_texts(&r, cv, i);
		if (r.rows[i].last)
			draw_pair(c, cv, &r, &r.rows[i], ladder_middle(&r, i));
	}
	draw_key(c, cv, r.left, ladder_height(&r) + PT(11));
}

const struct plot plot_dot = {dot_height, dot_draw, true};
