/* SPDX-License-Identifier: MIT */
/*
 * chart/plot_small.c - spark lines and rank strips, which stand bare in a
 * table or on the key-statistics page
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/lines.h"
#include "chart/plot.h"
#include "chart/words.h"

/* The time that all spark lines have in common. */
#define SPARK_FROM 2000
#define SPARK_TO   2025

static mpt
spark_height(const struct chart *c, mpt width)
{
	(void)width;
	return c->spec.height ? c->spec.height : PT(24);
}

static void
spark_range(const struct chart *c, double *lo, double *hi)
{
	const struct series *all[2] = {c->subject, c->measures[0].median};
	bool any = false;

	for (int k = 0; k < 2; k++)
		for (size_t i = 0; all[k] && i < all[k]->n; i++) {
			double v =
			    all[k]->points[i].v / all[k]->measure->divide;

			*lo = any ? fmin(*lo, v) : v;
			*hi = any ? fmax(*hi, v) : v;
			any = true;
		}
	if (*lo == *hi)
		*hi += fabs(*hi) > 0 ? fabs(*hi) * 0.1 : 1;
}

static void
spark_draw(const struct chart *c, struct canvas *cv)
{
	mpt w = canvas_width(cv), h = canvas_height(cv), r = PT(2.6);
	const struct series *median = c->measures[0].median;
	struct line_style grey = {{c->theme.grey450, PT(1), {0}, true}, PT(1)};
	struct line_style own = {
	    {c->theme.country, PT(1.5), {0}, true}, PT(1.4)};
	struct scale x = {.from = r, .to = w - r - PT(1)};
	struct scale y = {.from = h - r - PT(1), .to = r + PT(1)};
	struct xy end;

	x.lo = c->spec.from ? c->spec.from : SPARK_FROM;
	x.hi = c->spec.to ? c->spec.to : SPARK_TO;
	if (!c->subject) {
		canvas_hatch(cv, 0, h / 2 - PT(4), PT(24), PT(8));
		canvas_text(cv, PT(30), h / 2 + text_drop(&c->theme, TEXT_AXIS),
		    ALIGN_LEFT, TEXT_AXIS, word(c, "label.no_data", "no data"));
		return;
	}
	if (c->from < x.lo)
		x.lo = c->from;
	if (c->to > x.hi)
		x.hi = c->to;
	if (x.lo >= x.hi)
		x.lo = x.hi - 1;
	spark_range(c, &y.lo, &y.hi);
	if (median)
		line_draw(cv, c->env.arena, median, &x, &y, &grey);
	line_draw(cv, c->env.arena, c->subject, &x, &y, &own);
	end = line_point(c->subject, series_last(c->subject), &x, &y);
	mark_end(
	    c, cv, end.x, end.y, r, c->theme.white, series_last(c->subject));
}

const struct plot plot_spark = {spark_height, spark_draw, false};

#define STRIP_PITCH  PT(4.1)
#define STRIP_HEIGHT PT(4.4)

static mpt
strip_height(const struct chart *c, mpt width)
{
	(void)width;
	return c->spec.height ? c->spec.height : STRIP_HEIGHT;
}

/* A dot for each country with a value, the lowest value left, the subject's
 * filled; flush with the outer edge.  The rank itself is text beside it. */
static void
strip_draw(const struct chart *c, struct canvas *cv)
{
	const struct measure *m = &c->measures[0];
	struct place_among p =
	    series_rank(c, m, 0, c->spec.first == FIRST_HIGHEST);
	mpt middle = canvas_height(cv) / 2, pitch = STRIP_PITCH, r = PT(2.2);

	if (p.n > 1 && (p.n - 1) * pitch + 2 * r > canvas_width(cv))
		pitch = (canvas_width(cv) - 2 * r) / (p.n - 1);
	for (int i = 1; i <= p.n; i++) {
		mpt x = canvas_width(cv) - r - (p.n - i) * pitch;

		if (i == p.rank)
			canvas_disc(cv, x, middle, r, c->theme.country, NULL);
		else
			canvas_disc(
			    cv, x, middle, PT(1.05), c->theme.grey500, NULL);
	}
}

const struct plot plot_strip = {strip_height, strip_draw, true};
