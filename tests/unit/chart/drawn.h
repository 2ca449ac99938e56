/* SPDX-License-Identifier: MIT */
/*
 * tests/unit/chart/drawn.h - what must hold for every drawn chart: no text
 * leaves the frame, no two texts overlap
 */
#ifndef TEST_CHART_DRAWN_H
#define TEST_CHART_DRAWN_H

#include <string.h>

#include "base/utf8.h"
#include "chart/labels.h"
#include "chart/plot.h"
#include "chart/text.h"
#include "rig.h"

/* What a run covers: its advance, and figures' height. */
static inline struct box
run_box(const struct chart_run *r)
{
	mpt up = r->run->size * 70 / 100;

	return (struct box){r->x, r->y - up, r->x + r->run->width, r->y};
}

static inline void
check_runs(const struct chart *c, const struct chart_drawing *d)
{
	const mpt slack = PT(0.6);

	for (size_t i = 0; i < d->nruns; i++) {
		struct box a = run_box(&d->runs[i]);
		bool in = a.left >= -slack && a.right <= d->width + slack &&
			  a.top >= -slack && a.bottom <= d->height + slack;

		if (!in)
			print_message("%s %s: '%.*s' at %d..%d, %d of %d\n",
			    spec_kind_name(c->spec.kind), chart_id(c),
			    (int)d->runs[i].run->text.n, d->runs[i].run->text.p,
			    a.left, a.right, a.bottom, d->height);
		assert_true(in);
		for (size_t k = 0; k < i; k++) {
			struct box b = run_box(&d->runs[k]);
			struct box less = {a.left + slack, a.top + slack,
			    a.right - slack, a.bottom - slack};

			if (box_overlaps(&less, &b))
				print_message("%s %s: '%.*s' on '%.*s'\n",
				    spec_kind_name(c->spec.kind), chart_id(c),
				    (int)d->runs[i].run->text.n,
				    d->runs[i].run->text.p,
				    (int)d->runs[k].run->text.n,
				    d->runs[k].run->text.p);
			assert_false(box_overlaps(&less, &b));
		}
	}
}

static inline void
draw_at(struct rig *r, const struct chart *c, mpt width)
{
	struct chart_drawing d;

	chart_draw(r->arena, c, NULL, width, chart_height(c, width), &d);
	assert_memory_equal(d.content.p, "q\n", 2);
	assert_true(str_ends(d.content, "Q\n"));
	assert_null(strstr(d.content.p, "nan"));
	check_runs(c, &d);
	assert_in_range(
	    utf8_length(str_from(chart_alt(c))), 1, text_alt_most(&c->spec));
	assert_null(strstr(chart_title(c), "nan"));
	assert_null(strstr(chart_alt(c), "nan"));
}

#endif
