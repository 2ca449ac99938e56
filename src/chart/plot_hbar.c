/* SPDX-License-Identifier: MIT */
/* chart/plot_hbar.c - one bar a country, the subject among its region */
#include "chart/axis.h"
#include "chart/lines.h"
#include "chart/plot.h"
#include "chart/ladder.h"

static mpt
hbar_height(const struct chart *c, mpt width)
{
	struct ladder r;

	(void)width;
	ladder_make(&r, c, false);
	return ladder_height(&r);
}

static void
hbar_draw(const struct chart *c, struct canvas *cv)
{
	struct ladder r;
	struct pen zero = pen_zero(c);
	mpt base;

	ladder_make(&r, c, false);
	ladder_place(&r, canvas_width(cv));
	ladder_axis(&r, cv);
	base = scale_at(&r.x, 0);
	for (size_t i = 0; i < r.n; i++) {
		mpt y = ladder_middle(&r, i) - c->theme.bar / 2, x;

		ladder_texts(&r, cv, i);
		if (!r.rows[i].last)
			continue;
		x = scale_at(&r.x, r.rows[i].number.value);
		mark_bar(cv, x < base ? x : base, y,
		    x < base ? base - x : x - base, c->theme.bar,
		    r.rows[i].series->subject ? c->theme.country
					      : c->theme.grey450,
		    r.rows[i].last);
	}
	canvas_line(
	    cv, base, LADDER_HEAD - PT(2), base, ladder_height(&r), &zero);
}

const struct plot plot_hbar = {hbar_height, hbar_draw, true};
