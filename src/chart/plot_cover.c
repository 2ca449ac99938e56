/* SPDX-License-Identifier: MIT */
/*
 * chart/plot_cover.c - the cover's line chart, drawn on the dark field
 *
 * No grid and no value axis: first and last value of the country stand large
 * at the ends of its line, the others are hairlines.
 */
#include "base/arena.h"
#include "chart/axis.h"
#include "chart/labels.h"
#include "chart/lines.h"
#include "chart/marked.h"
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

static const char *
year_word(const struct chart *c, const struct point *p)
{
	return sentence(c, "when.year", "in {date}",
	    (struct filler[]){{"date", marked_year(c, p)}, {0}});
}

/* What the first value must keep clear of. */
static void
fill_field(const struct chart *c, struct label_field *f, const struct scale *x,
    const struct scale *y)
{
	size_t room = 0, n;
	struct xy *seg;

	for (size_t i = 0; i < c->nseries; i++)
		room += c->series[i].n;
	seg = ARENA_ARRAY(c->env.arena, struct xy, 2 * room + 2);
	n = line_segments(c->subject, x, y, seg);
	f->nheavy = n;
	for (size_t i = 0; i < c->nseries; i++)
		if (&c->series[i] != c->subject)
			n += line_segments(&c->series[i], x, y, seg + 2 * n);
	f->segments = seg;
	f->nsegments = n;
}

/* The first number large with its year small behind it, where there is room
 * near the point. */
static void
draw_first(const struct chart *c, struct canvas *cv, const struct point *p,
    const struct scale *x, const struct scale *y)
{
	struct label_field field = {.arena = c->env.arena};
	struct chart_number n = point_number(c, c->subject, p);
	struct xy at = line_point(c->subject, p, x, y);
	const char *year = year_word(c, p);
	mpt number = text_width(&c->theme, TEXT_COVER_NUMBER, n.text);
	mpt w = number + PT(4) + text_width(&c->theme, TEXT_COVER_AXIS, year);
	struct box b;
	mpt base;

	field.frame = (struct box){-PT(1), 0, canvas_width(cv), y->from};
	fill_field(c, &field, x, y);
	labels_block(&field, (struct box){at.x - PT(6), at.y - PT(6),
				 at.x + PT(6), at.y + PT(6)});
	if (!labels_near(&field, at.x, at.y, PT(6), w, PT(14), &b))
		return;
	base = (b.top + b.bottom) / 2 + text_drop(&c->theme, TEXT_COVER_NUMBER);
	canvas_number_halo(cv, b.left, base, ALIGN_LEFT, TEXT_COVER_NUMBER, &n);
	canvas_text_halo(cv, b.left + number + PT(4), base, ALIGN_LEFT,
	    TEXT_COVER_AXIS, year);
}

/* The last number right of its point, its year below it. */
static void
draw_last(const struct chart *c, struct canvas *cv, const struct point *p,
    struct xy at)
{
	struct chart_number n = point_number(c, c->subject, p);
	mpt x = at.x + PT(12);

	canvas_number(cv, x, at.y, ALIGN_LEFT, TEXT_COVER_NUMBER, &n);
	canvas_text(
	    cv, x, at.y + PT(11), ALIGN_LEFT, TEXT_COVER_AXIS, year_word(c, p));
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
		if (i == 1)
			draw_last(c, cv, ends[i], e);
		else if (ends[0] != ends[1])
			draw_first(c, cv, ends[i], x, y);
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
	x = scale_years(c->from, c->to, PT(40), PT(4.2), width - LABELS);
	for (size_t i = 0; i < c->nseries; i++)
		if (!c->series[i].subject)
			line_draw(
			    cv, c->env.arena, &c->series[i], &x, &y, &other);
	if (c->subject)
		draw_subject(c, cv, &x, &y);
	draw_axis(c, cv, &x, bottom);
}

const struct plot plot_cover = {cover_height, cover_draw, false};
