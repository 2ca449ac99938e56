/* SPDX-License-Identifier: MIT */
/*
 * chart/csv.c - the values behind a plot, for the PDF's attachment (RFC 4180)
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "base/str.h"
#include "chart/chart.h"
#include "chart/flow.h"
#include "chart/fraction.h"
#include "chart/geomap.h"
#include "chart/plot.h"
#include "chart/pyramid.h"
#include "chart/timeline.h"
#include "chart/words.h"
#include "data/obsrow.h"
#include "data/store.h"

/* One field and the comma or line end behind it. */
static void
field(struct buf *b, const char *text, bool last)
{
	if (strpbrk(text, ",\"\r\n")) {
		buf_putc(b, '"');
		for (const char *p = text; *p; p++) {
			if (*p == '"')
				buf_putc(b, '"');
			buf_putc(b, *p);
		}
		buf_putc(b, '"');
	} else {
		buf_puts(b, text);
	}
	buf_puts(b, last ? "\r\n" : ",");
}

static void
number_field(struct buf *b, double v, bool last)
{
	char text[NUM_TEXT] = "";

	if (isfinite(v))
		num_shortest(v, text);
	field(b, text, last);
}

static void
obs_row(struct arena *arena, struct buf *b, const struct obs *o)
{
	field(b, o->area->id, false);
	field(b, o->indicator->id, false);
	field(b, period_text(arena, o->period), false);
	field(b, o->place, false);
	field(b, o->sex, false);
	field(b, o->age, false);
	field(b, o->group, false);
	if (o->verdict != VERDICT_NONE)
		field(b, verdict_name(o->verdict), false);
	else
		number_field(b, o->value, false);
	field(b, obsrow_comparator(o->comparator), false);
	field(b, o->indicator->unit, false);
	field(b, obsrow_status(o->status), false);
	field(b, o->source ? o->source->key : "", true);
}

static void
missing_row(struct buf *b, const struct area *a, const struct indicator *ind)
{
	buf_printf(
	    b, "%s,%s,,,,,,,,%s,missing,\r\n", a->id, ind->id, ind->unit);
}

static void
series_rows(const struct chart *c, struct arena *arena, struct buf *b)
{
	bool verdicts = c->nseries > 0 &&
			c->measures[0].wanted->indicator->type == IND_VERDICT;

	for (size_t i = 0; i < c->nseries && !verdicts; i++) {
		const struct series *s = &c->series[i];

		for (size_t k = 0; k < s->n; k++)
			if (series_draws(c, s, k))
				obs_row(arena, b, s->points[k].obs);
		if (!s->n)
			missing_row(b, s->area, s->measure->wanted->indicator);
	}
	for (size_t i = 0; i < c->ntallies; i++)
		for (size_t k = 0; k < c->tallies[i].nobs; k++)
			obs_row(arena, b, c->tallies[i].obs[k]);
	for (size_t i = 0; verdicts && c->geomap && i < c->geomap->n; i++) {
		const struct map_area *a = &c->geomap->areas[i];

		if (a->verdict)
			obs_row(arena, b, a->verdict);
		else if (a->area)
			missing_row(
			    b, a->area, c->measures[0].wanted->indicator);
	}
}

static void
other_rows(const struct chart *c, struct arena *arena, struct buf *b)
{
	struct age_row *ages;
	struct pictogram p;

	if (c->spec.kind == KIND_PYRAMID) {
		size_t n = pyramid_rows(c, &ages);

		for (size_t i = 0; i < n; i++) {
			if (ages[i].male)
				obs_row(arena, b, ages[i].male);
			if (ages[i].female)
				obs_row(arena, b, ages[i].female);
		}
	}
	if (c->spec.kind == KIND_PICTOGRAM && pictogram_value(c, &p))
		obs_row(arena, b, p.obs);
}

static void
timeline_rows(const struct chart *c, struct buf *b)
{
	buf_puts(b, "lane,label,from,to,due\r\n");
	for (size_t i = 0; i < c->timeline->n; i++) {
		const struct lane_events *l = &c->timeline->lanes[i];

		for (size_t k = 0; k < l->n; k++) {
			const struct event *e = &l->v[k];
			char year[NUM_TEXT];

			field(b, l->name, false);
			field(b, e->name, false);
			num_fixed(floor(e->from), 0, year);
			field(b, year, false);
			num_fixed(
			    e->to > e->from ? ceil(e->to) - 1 : floor(e->to), 0,
			    year);
			field(b, year, false);
			field(b, e->due ? "yes" : "", true);
		}
	}
}

static void
flow_rows(const struct chart *c, struct buf *b)
{
	buf_puts(b, "origin,destination,value,source\r\n");
	for (size_t i = 0; i < c->flow->n; i++) {
		const struct movement *m = &c->flow->v[i];

		field(b, m->origin->id, false);
		field(b, m->destination->id, false);
		number_field(b, m->value, false);
		field(b, record_text(m->record, "source"), true);
	}
}

struct str
chart_csv(struct arena *arena, const struct chart *c)
{
	struct buf b = {0};

	if (c->timeline) {
		timeline_rows(c, &b);
	} else if (c->flow) {
		flow_rows(c, &b);
	} else {
		buf_puts(&b, "area,indicator,period,place,sex,age,group,value,"
			     "comparator,unit,status,source\r\n");
		if (c->spec.kind == KIND_PYRAMID ||
		    c->spec.kind == KIND_PICTOGRAM)
			other_rows(c, arena, &b);
		else
			series_rows(c, arena, &b);
	}
	return buf_take(&b, arena);
}
