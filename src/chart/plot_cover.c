/* SPDX-License-Identifier: MIT */
/*
 * chart/plot_cover.c - the cover's line chart, drawn on the dark field
 *
 * No grid and no value axis: first and last value of the country stand large
 * at the ends of its line, the others are hairlines.
 */
#include "base/arena.h"
#include "chart/axis.h"
#include "chart/lines.h"
#include "chart/plot.h"
#include "chart/words.h"

#define COVER_HEIGHT PT(268)
#define PLOT_TOP     PT(30)
#define AXIS_BOTTOM  PT(24)
#define LABELS       PT(69)

static mpt
cover_height(const struct chart *c, mpt width)
{
	(void)width;
	return c->spec.height ? c->spec.height : COVER_HEIGHT;
}

static void
draw_axis(
    const struct chart *c, struct canvas *cv, const struct scale *x, mpt bottom)
{
	struct pen line = {c->theme.petrol300, PT(0.75), {0}, false};

	canvas_line(cv, x->from, bottom, x->to, bottom, &line);
	for (size_t i = 0; i < x->nticks; i++) {
		mpt at = scale_at(x, x->ticks[i]);

		canvas_line(cv, at, bottom, at, bottom + PT(3), &line);
		canvas_text(cv, at, bottom + PT(12.5),
		    i == 0 ? ALIGN_LEFT : ALIGN_MIDDLE, TEXT_COVER_AXIS,
		    year_text(c, x->ticks[i]));
	}
}

/* A baseline above the point and the lines that begin just over it. */
static mpt
above_lines(const struct chart *c, struct xy at, const struct scale *y)
{
	mpt top = at.y;

	for (int again = 1; again--;)
		for (size_t i = 0; i < c->nseries; i++) {
			const struct point *p = series_first(&c->series[i]);
			mpt first;

			if (!p)
				continue;
			first =
			    scale_at(y, p->v / c->series[i].measure->divide);
			if (first < top && first > top - PT(26)) {
				top = first;
				again = 1;
			}
		}
	return top - PT(10);
}

/* The number large, the year small behind or below it. */
static void
draw_value(const struct chart *c, struct canvas *cv, const struct point *p,
    struct xy at, const struct scale *scale, bool first)
{
	struct printed n = point_number(c, c->subject, p);
	const char *year = sentence(c, "when.year", "in {date}",
	    (struct filler[]){{"date", year_text(c, p->x)}, {0}});
	mpt x, y;

	if (first) {
		y = above_lines(c, at, scale);
		if (y < PT(12))
			y = PT(12);
		x = canvas_number_halo(
		    cv, at.x, y, ALIGN_LEFT, TEXT_COVER_NUMBER, &n);
		canvas_text_halo(
		    cv, at.x + x + PT(4), y, ALIGN_LEFT, TEXT_COVER_AXIS, year);
		return;
	}
	x = at.x + PT(12);
	canvas_number_halo(cv, x, at.y, ALIGN_LEFT, TEXT_COVER_NUMBER, &n);
	canvas_text_halo(
	    cv, x, at.y + PT(11), ALIGN_LEFT, TEXT_COVER_AXIS, year);
}

static void
draw_subject(const struct chart *c, struct canvas *cv, const struct scale *x,
    const struct scale *y)
{
	struct line_style own = {
	    {c->theme.country_light, PT(3), {0}, true}, PT(3)};
	const struct point *ends[2] = {
	    series_first(c->subject), series_last(c->subject)};

	line_draw(cv, c->env.arena, c->subject, x, y, &own);
	for (int i = 0; i < 2; i++) {
		struct xy e = line_point(c->subject, ends[i], x, y);

		canvas_disc(
		    cv, e.x, e.y, PT(4.2), c->theme.country_light, NULL);
		if (i == 1 || ends[0] != ends[1])
			draw_value(c, cv, ends[i], e, y, i == 0);
	}
}

static void
cover_draw(const struct chart *c, struct canvas *cv)
{
	mpt width = canvas_width(cv), bottom;
	struct line_style other = {
	    {c->theme.cover_line, PT(0.75), {0}, true}, PT(1.2)};
	double lo = 0, hi = 0;
	struct scale x, y;

	canvas_paper(cv, c->theme.petrol900);
	bottom = canvas_height(cv) - AXIS_BOTTOM;
	series_range(c, NULL, &lo, &hi);
	if (scale_wants_zero(lo, hi))
		lo = 0;
	y = (struct scale){.lo = lo,
	    .hi = hi > lo ? hi : lo + 1,
	    .from = bottom - PT(4),
	    .to = PLOT_TOP};
	x = scale_years(c->from, c->to, PT(40), 0, width - LABELS);
	for (size_t i = 0; i < c->nseries; i++)
		if (!c->series[i].subject)
			line_draw(
			    cv, c->env.arena, &c->series[i], &x, &y, &other);
	if (c->subject)
		draw_subject(c, cv, &x, &y);
	draw_axis(c, cv, &x, bottom);
}

const struct plot plot_cover = {cover_height, cover_draw, false};
