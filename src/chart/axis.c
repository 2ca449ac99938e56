/* SPDX-License-Identifier: MIT */
/* chart/axis.c - grid lines, axis labels, baselines, shared strokes */
#include "chart/axis.h"

#include <stdlib.h>

#include "base/arena.h"
#include "chart/lines.h"
#include "chart/marked.h"
#include "chart/plot.h"
#include "chart/words.h"

const char *
axis_label(const struct chart *c, const struct scale *s, size_t i, bool percent)
{
	const char *t = tick_text(c, s->ticks[i], s->decimals);

	if (percent && i + 1 == s->nticks)
		return arena_printf(c->env.arena, "%s%%", t);
	return t;
}

mpt
axis_width(const struct chart *c, const struct scale *s, bool percent)
{
	mpt widest = 0;

	for (size_t i = 0; i < s->nticks; i++) {
		mpt w = text_width(
		    &c->theme, TEXT_AXIS, axis_label(c, s, i, percent));

		if (w > widest)
			widest = w;
	}
	return widest;
}

void
axis_rows(const struct chart *c, struct canvas *cv, const struct scale *s,
    const struct box *f, bool percent)
{
	struct pen grid = pen_grid(c), zero = pen_zero(c);

	for (size_t i = 0; i < s->nticks; i++) {
		mpt y = scale_at(s, s->ticks[i]);

		canvas_line(cv, f->left, y, f->right, y,
		    s->ticks[i] == 0 ? &zero : &grid);
		canvas_text(cv, f->left - PT(6),
		    y + text_drop(&c->theme, TEXT_AXIS), ALIGN_RIGHT, TEXT_AXIS,
		    axis_label(c, s, i, percent));
	}
}

void
axis_years(const struct chart *c, struct canvas *cv, const struct scale *s,
    const struct box *f)
{
	struct pen tick = {c->theme.grey700, PT(0.5), {0}, false};

	for (size_t i = 0; i < s->nticks; i++) {
		const char *year = year_text(c, s->ticks[i]);
		mpt half = text_width(&c->theme, TEXT_AXIS, year) / 2;
		mpt x = scale_at(s, s->ticks[i]);

		canvas_line(cv, x, f->bottom, x, f->bottom + PT(3), &tick);
		if (x + half > canvas_width(cv))
			x = canvas_width(cv) - half;
		canvas_text(
		    cv, x, f->bottom + PT(12), ALIGN_MIDDLE, TEXT_AXIS, year);
	}
}

struct pen
pen_grid(const struct chart *c)
{
	return (struct pen){c->theme.grey200, c->theme.grid_width, {0}, false};
}

struct pen
pen_zero(const struct chart *c)
{
	return (struct pen){c->theme.grey700, c->theme.zero_width, {0}, false};
}

struct pen
pen_other(const struct chart *c)
{
	return (struct pen){c->theme.grey450, c->theme.other_width, {0}, true};
}

struct pen
pen_subject(const struct chart *c)
{
	return (struct pen){
	    c->theme.country, c->theme.subject_width, {0}, true};
}

struct pen
pen_median(const struct chart *c)
{
	return (struct pen){
	    c->theme.petrol900, c->theme.median_width, {PT(3), PT(2.2)}, false};
}

struct pen
pen_leader(const struct chart *c, bool subject)
{
	return (struct pen){
	    subject ? c->theme.country : c->theme.grey500, PT(0.6), {0}, true};
}

struct pen
pen_category(const struct chart *c, size_t i)
{
	static const mpt dashes[6][4] = {{0}, {PT(6), PT(2)}, {PT(2), PT(2)},
	    {PT(7), PT(2), PT(2), PT(2)}, {PT(4), PT(1.5)}, {PT(1), PT(2.4)}};
	struct pen p = {c->theme.categories[i % 6], PT(1.5), {0}, false};

	for (int k = 0; k < 4; k++)
		p.dash[k] = dashes[i % 6][k];
	return p;
}

void
mark_category(
    const struct chart *c, struct canvas *cv, size_t i, mpt x, mpt y, mpt r)
{
	uint32_t colour = c->theme.categories[i % 6], white = c->theme.white;
	struct pen edge = {colour, PT(1.2), {0}, false};
	struct xy up[3] = {{x, y - r}, {x + r, y + r}, {x - r, y + r}};
	struct xy diamond[4] = {{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};

	switch (i % 6) {
	case 0:
		canvas_disc(cv, x, y, r, colour, NULL);
		break;
	case 1:
		canvas_rect(cv, x - r, y - r, 2 * r, 2 * r, colour, NULL);
		break;
	case 2:
		canvas_fill(cv, up, 3, colour);
		break;
	case 3:
		canvas_fill(cv, diamond, 4, colour);
		break;
	case 4:
		canvas_disc(cv, x, y, r, white, &edge);
		break;
	default:
		canvas_rect(cv, x - r, y - r, 2 * r, 2 * r, white, &edge);
	}
}

void
mark_end(const struct chart *c, struct canvas *cv, mpt x, mpt y, mpt r,
    uint32_t paper, const struct point *p)
{
	uint32_t colour =
	    c->spec.cover ? c->theme.country_light : c->theme.country;

	canvas_disc(cv, x, y, r + PT(1), paper, NULL);
	if (p)
		mark_value(cv, x, y, r, colour, p);
	else
		canvas_disc(cv, x, y, r, colour, NULL);
}

mpt
key_category(const struct chart *c, struct canvas *cv, mpt x, mpt y, size_t i,
    const char *text)
{
	struct pen p = pen_category(c, i);
	mpt middle = y - text_drop(&c->theme, TEXT_KEY);

	canvas_line(cv, x, middle, x + PT(18), middle, &p);
	mark_category(c, cv, i, x + PT(9), middle, PT(2.2));
	x += PT(22);
	return x + canvas_text(cv, x, y, ALIGN_LEFT, TEXT_KEY, text) + PT(12);
}
