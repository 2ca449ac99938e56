/* SPDX-License-Identifier: MIT */
/* chart/series.c - from the spec's wishes to points that can be drawn */
#include "chart/series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "chart/plot.h"
#include "chart/pyramid.h"
#include "chart/words.h"
#include "data/store.h"
#include "stat/compare.h"
#include "stat/disclose.h"

const char *
area_short(const struct chart *c, const struct area *a)
{
	const char *name =
	    store_name(c->env.view->store, c->env.lang, a->id, "short");

	return name && *name ? name : a->id;
}

const char *
area_the(const struct chart *c, const struct area *a)
{
	const char *name =
	    store_name(c->env.view->store, c->env.lang, a->id, "the");

	return name && *name ? name : area_short(c, a);
}

/* A value that may stand as a point (DATA 2.3, rule 6). */
static bool
is_point(const struct obs *o)
{
	return isfinite(o->value) && o->comparator != CMP_LESS &&
	       o->comparator != CMP_MORE && o->period.to.year != 0;
}

/* Is it all projection?  Else forecasts are not drawn beside values. */
static bool
is_projection(const struct obs *const *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (all[i]->status != OBS_FORECAST)
			return false;
	return true;
}

struct obs_key
series_key(const struct area *a, const struct wanted *w)
{
	struct obs_key key = {
	    a, w->indicator, w->place, w->sex, w->age, w->group};

	if (!streq(a->kind, "place"))
		return key;
	key.place = a->id;
	while (key.area->parent && streq(key.area->kind, "place"))
		key.area = key.area->parent;
	return key;
}

static void
load_points(struct chart *c, struct series *s)
{
	const struct wanted *w = s->measure->wanted;
	struct obs_key key = series_key(s->area, w);
	const struct obs **all;
	size_t n = view_series(c->env.view, c->env.arena, &key, false, &all);
	bool projection = is_projection((const struct obs *const *)all, n);

	s->points = ARENA_ARRAY(c->env.arena, struct point, n);
	for (size_t i = 0; i < n; i++) {
		struct point p = {
		    all[i]->period.to.year, all[i]->value, all[i], NULL};

		if (!is_point(all[i]) ||
		    (!projection && !c->spec.forecasts &&
			all[i]->status == OBS_FORECAST) ||
		    (c->spec.from && p.x < c->spec.from) ||
		    (c->spec.to && p.x > c->spec.to))
			continue;
		if (s->n && s->points[s->n - 1].x == p.x)
			s->n--;
		s->points[s->n++] = p;
	}
}

/* The years that are compared: those asked for, else first and last. */
static bool
growth_years(const struct chart *c, const struct series *s,
    const struct point **a, const struct point **b)
{
	*a =
	    c->spec.years[0] ? series_at(s, c->spec.years[0]) : series_first(s);
	*b = c->spec.years[1] ? series_at(s, c->spec.years[1]) : series_last(s);
	return *a && *b && (*a)->x < (*b)->x && (*a)->v > 0;
}

/* Growth in place of values: one point, or none. */
static void
make_growth(struct chart *c, struct series *s)
{
	const struct point *a, *b;

	if (!growth_years(c, s, &a, &b)) {
		s->n = 0;
		return;
	}
	s->points[0] =
	    (struct point){b->x, 100 * (b->v - a->v) / a->v, b->obs, a->obs};
	s->n = 1;
}

/* What is measured is then a percentage of its own. */
static void
name_growth(struct chart *c, struct measure *m)
{
	struct wanted *w = ARENA_NEW(c->env.arena, struct wanted);
	struct indicator *i = ARENA_NEW(c->env.arena, struct indicator);

	*w = *m->wanted;
	*i = *w->indicator;
	i->name = sentence(c, "chart.growth", "{measure}, growth",
	    (struct filler[]){{"measure", i->name}, {0}});
	i->short_name = sentence(c, "chart.growth", "{measure}, growth",
	    (struct filler[]){{"measure", i->short_name}, {0}});
	i->unit = "percent";
	i->decimals = 1;
	w->indicator = i;
	m->wanted = w;
}

bool
point_small(const struct point *p)
{
	return (p->obs && disclose_obs(p->obs) == DISCLOSE_BRACKET) ||
	       (p->base && disclose_obs(p->base) == DISCLOSE_BRACKET);
}

bool
series_small(const struct chart *c)
{
	for (size_t i = 0; i < c->nseries; i++)
		for (size_t k = 0; k < c->series[i].n; k++)
			if (series_draws(c, &c->series[i], k) &&
			    point_small(&c->series[i].points[k]))
				return true;
	return false;
}

static int
by_year_value(const void *pa, const void *pb)
{
	const struct point *a = pa, *b = pb;

	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	return a->v < b->v ? -1 : a->v > b->v;
}

/* The median of the years that enough countries have a value for. */
static struct series *
load_median(struct chart *c, const struct measure *m)
{
	VEC(struct point) all = {0};
	VEC(struct point) out = {0};
	struct series *s;

	for (size_t i = 0; i < c->nseries; i++)
		if (c->series[i].measure == m)
			for (size_t k = 0; k < c->series[i].n; k++)
				VEC_PUSH(
				    c->env.arena, &all, c->series[i].points[k]);
	if (all.n < MEDIAN_LEAST)
		return NULL;
	qsort(all.v, all.n, sizeof *all.v, by_year_value);
	for (size_t i = 0, k; i < all.n; i = k) {
		size_t n;

		for (k = i; k < all.n && all.v[k].x == all.v[i].x;)
			k++;
		n = k - i;
		if (n >= MEDIAN_LEAST)
			VEC_PUSH(c->env.arena, &out,
			    (struct point){all.v[i].x,
				(all.v[i + (n - 1) / 2].v +
				    all.v[i + n / 2].v) /
				    2,
				NULL, NULL});
	}
	if (out.n < 2)
		return NULL;
	s = ARENA_NEW(c->env.arena, struct series);
	s->measure = m;
	s->name = capital(c, word(c, "label.median", "median"));
	s->points = out.v;
	s->n = out.n;
	return s;
}

static void
add_series(struct chart *c, struct measure *m, const struct area *a)
{
	const struct wanted *w = m->wanted;
	struct series *s = &c->series[c->nseries++];

	s->measure = m;
	s->area = a;
	s->subject = a == c->spec.highlight;
	s->name =
	    c->spec.nwanted > 1 && w->name ? w->name
	    : c->spec.nwanted > 1 && c->spec.countries == COUNTRIES_SUBJECT
		? w->indicator->short_name
		: area_short(c, a);
	load_points(c, s);
}

/* The boys and the girls of a pyramid, the youngest first. */
static void
load_sexes(struct chart *c, struct measure *m)
{
	struct age_row *rows;
	size_t n = pyramid_rows(c, &rows);

	for (int male = 1; male >= 0; male--) {
		struct series *s = &c->series[c->nseries++];

		s->measure = m;
		s->area = c->env.subject;
		s->name = male ? word(c, "chart.male", "Boys and men")
			       : word(c, "chart.female", "Girls and women");
		s->points = ARENA_ARRAY(c->env.arena, struct point, n);
		for (size_t i = n; i-- > 0;) {
			const struct obs *o =
			    male ? rows[i].male : rows[i].female;

			if (o)
				s->points[s->n++] = (struct point){
				    o->period.to.year, o->value, o, NULL};
		}
	}
}

/* Millions and billions for counts; the indicator's decimals otherwise. */
static void
choose_scaling(struct chart *c, struct measure *m)
{
	double lo = 0, hi = 0, top;

	m->divide = 1;
	m->word = "";
	m->decimals = c->spec.decimals >= 0 ? c->spec.decimals
					    : m->wanted->indicator->decimals;
	m->percent = streq(m->wanted->indicator->unit, "percent");
	if (!series_range(c, m, &lo, &hi))
		return;
	top = fmax(fabs(lo), fabs(hi));
	m->divide = top >= 1e9 ? 1e9 : top >= 1e6 ? 1e6 : 1;
	m->word = scale_word(c, m);
	if (m->divide > 1 && c->spec.decimals < 0)
		m->decimals = top / m->divide < 10 ? 2 : 1;
}

static void
find_missing(struct chart *c)
{
	VEC(const struct area *) missing = {0};

	for (size_t i = 0; i < c->spec.nareas; i++) {
		bool any = false;

		for (size_t k = 0; k < c->nseries; k++)
			any |= c->series[k].area == c->spec.areas[i] &&
			       c->series[k].n > 0;
		if (!any)
			VEC_PUSH(c->env.arena, &missing, c->spec.areas[i]);
	}
	c->missing = missing.v;
	c->nmissing = missing.n;
}

static void
find_years(struct chart *c)
{
	bool any = false;

	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];

		for (size_t k = 0; k < s->n; k++) {
			double x = s->points[k].x;

			if (!series_draws(c, s, k))
				continue;
			if (!any || x < c->from)
				c->from = x;
			if (!any || x > c->to)
				c->to = x;
			any = true;
		}
	}
}

void
series_load(struct chart *c)
{
	size_t n = c->spec.nwanted;

	c->measures = ARENA_ARRAY(c->env.arena, struct measure, n);
	c->series =
	    ARENA_ARRAY(c->env.arena, struct series, n * (c->spec.nareas + 2));
	for (size_t i = 0; i < n; i++) {
		const struct wanted *w = &c->spec.wanted[i];
		struct measure *m = &c->measures[i];

		m->wanted = w;
		if (c->spec.kind == KIND_PYRAMID) {
			load_sexes(c, m);
			continue;
		}
		if (w->area)
			add_series(c, m, w->area);
		for (size_t k = 0; !w->area && k < c->spec.nareas; k++)
			add_series(c, m, c->spec.areas[k]);
	}
	for (size_t i = 0; c->spec.growth && i < c->nseries; i++)
		make_growth(c, &c->series[i]);
	for (size_t i = 0; i < n; i++) {
		if (c->spec.growth)
			name_growth(c, &c->measures[i]);
		choose_scaling(c, &c->measures[i]);
		if (c->spec.median)
			c->measures[i].median = load_median(c, &c->measures[i]);
	}
	for (size_t i = 0; i < c->nseries && !c->subject; i++)
		if (c->series[i].subject && c->series[i].n)
			c->subject = &c->series[i];
	find_missing(c);
	find_years(c);
}

const struct point *
series_first(const struct series *s)
{
	return s && s->n ? &s->points[0] : NULL;
}

const struct point *
series_last(const struct series *s)
{
	return s && s->n ? &s->points[s->n - 1] : NULL;
}

const struct point *
series_at(const struct series *s, int year)
{
	size_t from = 0, to = s ? s->n : 0;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (s->points[middle].x == year)
			return &s->points[middle];
		if (s->points[middle].x < year)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

bool
series_range(
    const struct chart *c, const struct measure *m, double *lo, double *hi)
{
	bool any = false;

	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];

		if (m && s->measure != m)
			continue;
		for (size_t k = 0; k < s->n; k++) {
			double v = s->points[k].v / s->measure->divide;

			if (!any || v < *lo)
				*lo = v;
			if (!any || v > *hi)
				*hi = v;
			any = true;
		}
	}
	return any;
}

bool
series_pair(const struct chart *c, const struct series *s,
    const struct point **a, const struct point **b)
{
	const int *y = c->spec.years;

	*a = y[0] ? series_at(s, y[0]) : series_first(s);
	*b = y[1] ? series_at(s, y[1]) : series_last(s);
	return *a && *b && (*a)->x < (*b)->x;
}

bool
series_draws(const struct chart *c, const struct series *s, size_t k)
{
	const struct point *p = &s->points[k], *a, *b;

	switch (c->spec.kind) {
	case KIND_HBAR:
	case KIND_STACKED:
	case KIND_DONUT:
	case KIND_SCATTER:
	case KIND_STRIP:
	case KIND_PICTOGRAM:
	case KIND_CHOROPLETH:
		return p == series_last(s);
	case KIND_GROUPED:
		if (c->spec.nareas > 1)
			return p == series_last(s);
		/* fall through */
	case KIND_DOT:
	case KIND_DUMBBELL:
	case KIND_SLOPE:
		return series_pair(c, s, &a, &b) ? p == a || p == b
						 : p == series_last(s);
	default:
		return true;
	}
}

bool
series_ranks(const struct series *s, int year)
{
	const struct point *p = year ? series_at(s, year) : series_last(s);

	return p && (!p->obs || compare_ranks(p->obs));
}

struct place_among
series_rank(const struct chart *c, const struct measure *m, int year,
    bool highest_first)
{
	struct place_among place = {1, 0};
	const struct point *own = NULL;

	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];

		if (s->measure == m && s->subject)
			own = year ? series_at(s, year) : series_last(s);
	}
	if (!own || (own->obs && !compare_ranks(own->obs)))
		return (struct place_among){0, 0};
	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];
		const struct point *p =
		    year ? series_at(s, year) : series_last(s);

		if (s->measure != m || !series_ranks(s, year))
			continue;
		place.n++;
		place.rank += highest_first ? p->v > own->v : p->v < own->v;
	}
	return place;
}

/* --- verdicts --- */

static enum tally_state
state_of(enum verdict v)
{
	switch (v) {
	case VERDICT_YES:
		return TALLY_YES;
	case VERDICT_NO:
		return TALLY_NO;
	case VERDICT_PARTIAL:
	case VERDICT_NOT_FULL:
		return TALLY_PARTIAL;
	case VERDICT_UNCLEAR:
		return TALLY_UNCLEAR;
	default:
		return TALLY_UNKNOWN;
	}
}

/* Verdicts of which "yes" is bad news are counted the other way round. */
static enum tally_state
met(const struct indicator *ind, enum tally_state s)
{
	if (ind->better != BETTER_LOWER)
		return s;
	return s == TALLY_YES ? TALLY_NO : s == TALLY_NO ? TALLY_YES : s;
}

enum tally_state
tally_state_of(const struct obs *o)
{
	return met(o->indicator, state_of(o->verdict));
}

static void
load_tally(
    struct chart *c, const char *topic, const char *name, struct tally *t)
{
	const struct indicator *const *all;
	size_t n = store_indicators(c->env.view->store, &all);
	VEC(const struct obs *) found = {0};
	VEC(const struct indicator *) unknown = {0};

	t->topic = topic;
	t->name = name ? name : word_of(c, "topic", topic);
	for (size_t i = 0; i < n; i++) {
		struct obs_key key = {c->env.subject, all[i], "", "", "", ""};
		const struct obs *o;
		enum tally_state state;
		enum absence why;

		if (all[i]->type != IND_VERDICT ||
		    !streq(all[i]->topic, topic) ||
		    all[i]->better == BETTER_NONE)
			continue;
		o = view_newest(c->env.view, &key, &why);
		state = o ? tally_state_of(o) : TALLY_UNKNOWN;
		t->count[state]++;
		t->total++;
		if (o)
			VEC_PUSH(c->env.arena, &found, o);
		if (state == TALLY_UNKNOWN)
			VEC_PUSH(c->env.arena, &unknown, all[i]);
	}
	t->obs = found.v;
	t->nobs = found.n;
	t->unknown = unknown.v;
	t->nunknown = unknown.n;
}

void
tally_load(struct chart *c)
{
	c->tallies = ARENA_ARRAY(c->env.arena, struct tally, c->spec.ntopics);
	for (size_t i = 0; i < c->spec.ntopics; i++) {
		struct tally *t = &c->tallies[c->ntallies];

		load_tally(c, c->spec.topics[i], c->spec.topic_names[i], t);
		if (t->total)
			c->ntallies++;
		else
			*t = (struct tally){0};
	}
}
