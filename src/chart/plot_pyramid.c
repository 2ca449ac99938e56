/* SPDX-License-Identifier: MIT */
/*
 * chart/plot_pyramid.c - age groups by sex, the youngest at the foot
 *
 * The indicator's rows with a sex and an age, of the newest year that has any.
 * Of groups in each other (0-14 and 5-9) the narrow ones are drawn: nobody is
 * counted twice.
 */
#include "chart/pyramid.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "chart/axis.h"
#include "chart/lines.h"
#include "chart/plot.h"
#include "chart/words.h"

#define ROW  PT(11)
#define BAR  PT(9)
#define HEAD PT(14)
#define AGES PT(40)

/* The first and the last year of an age: "5-9", "60+", "<5". */
static void
age_ends(const char *age, long *from, long *to)
{
	char *rest;

	if (age[0] == '<') {
		*from = 0;
		*to = strtol(age + 1, NULL, 10) - 1;
		return;
	}
	*from = strtol(age, &rest, 10);
	*to = rest[0] == '-' ? strtol(rest + 1, NULL, 10) : LONG_MAX;
}

/* The oldest first; of two that begin together the narrow one. */
static int
by_age(const void *pa, const void *pb)
{
	const struct age_row *a = pa, *b = pb;
	long from[2], to[2];

	age_ends(a->age, &from[0], &to[0]);
	age_ends(b->age, &from[1], &to[1]);
	if (from[0] != from[1])
		return from[0] > from[1] ? -1 : 1;
	return to[0] < to[1] ? -1 : to[0] > to[1];
}

/* Leave out the groups that hold another one: it stands before them. */
static size_t
drop_wide(struct age_row *v, size_t n)
{
	long from, to, least = LONG_MAX;
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		age_ends(v[i].age, &from, &to);
		if (kept > 0 && to >= least)
			continue;
		least = to < least ? to : least;
		v[kept++] = v[i];
	}
	return kept;
}

static struct age_row *
row_of(struct age_row *v, size_t *n, const char *age)
{
	for (size_t i = 0; i < *n; i++)
		if (streq(v[i].age, age))
			return &v[i];
	v[*n] = (struct age_row){.age = age};
	return &v[(*n)++];
}

/* The newest value of a sex and an age, NULL: it is none. */
static const struct obs *
newest(const struct chart *c, const struct obs_key *key)
{
	enum absence why;
	const struct obs *o;

	if (!*key->age || !*key->sex || *key->place || *key->group)
		return NULL;
	o = view_newest(c->env.view, key, &why);
	return o && isfinite(o->value) && o->period.to.year ? o : NULL;
}

size_t
pyramid_rows(const struct chart *c, struct age_row **out)
{
	const struct indicator *ind = c->spec.wanted[0].indicator;
	struct obs_key *keys;
	size_t n =
	    view_keys(c->env.view, c->env.arena, c->env.subject, ind, &keys);
	struct age_row *v = ARENA_ARRAY(c->env.arena, struct age_row, n);
	size_t rows = 0;
	int year = 0;

	for (size_t i = 0; i < n; i++) {
		const struct obs *o = newest(c, &keys[i]);

		if (o && o->period.to.year > year)
			year = o->period.to.year;
	}
	for (size_t i = 0; i < n; i++) {
		const struct obs *o = newest(c, &keys[i]);
		struct age_row *row;

		if (!o || o->period.to.year != year)
			continue;
		row = row_of(v, &rows, keys[i].age);
		if (streq(keys[i].sex, "F"))
			row->female = o;
		else
			row->male = o;
	}
	if (rows) {
		qsort(v, rows, sizeof *v, by_age);
		rows = drop_wide(v, rows);
	}
	*out = v;
	return rows;
}

static mpt
pyramid_height(const struct chart *c, mpt width)
{
	struct age_row *rows;
	size_t n = pyramid_rows(c, &rows);

	(void)width;
	return HEAD + (mpt)(n ? n : 1) * ROW + AXIS_BELOW;
}

static void
draw_side(const struct chart *c, struct canvas *cv, const struct obs *o,
    double top, mpt y, bool male)
{
	mpt half = (canvas_width(cv) - AGES) / 2;
	mpt base = male ? half : half + AGES;
	mpt w = o ? (mpt)lround((half - PT(30)) * o->value / top) : PT(20);
	mpt x = male ? base - w : base;
	struct point p;
	struct chart_number n;

	if (!o) {
		canvas_hatch(cv, x, y, w, BAR);
		return;
	}
	p = (struct point){o->period.to.year, o->value, o, NULL};
	n = point_number(c, &c->series[0], &p);
	mark_bar(cv, x, y, w, BAR,
	    male ? c->theme.categories[0] : c->theme.categories[2], &p);
	canvas_number(cv, male ? x - PT(3) : x + w + PT(3),
	    y + BAR / 2 + text_drop(&c->theme, TEXT_AXIS),
	    male ? ALIGN_RIGHT : ALIGN_LEFT, TEXT_AXIS, &n);
}

static void
pyramid_draw(const struct chart *c, struct canvas *cv)
{
	struct age_row *rows;
	size_t n = pyramid_rows(c, &rows);
	mpt middle = canvas_width(cv) / 2;
	double top = 0;

	canvas_text(cv, middle - AGES / 2, PT(8), ALIGN_RIGHT, TEXT_STRONG,
	    word(c, "chart.male", "Boys and men"));
	canvas_text(cv, middle + AGES / 2, PT(8), ALIGN_LEFT, TEXT_STRONG,
	    word(c, "chart.female", "Girls and women"));
	for (size_t i = 0; i < n; i++) {
		if (rows[i].female)
			top = fmax(top, rows[i].female->value);
		if (rows[i].male)
			top = fmax(top, rows[i].male->value);
	}
	for (size_t i = 0; i < n; i++) {
		mpt y = HEAD + (mpt)i * ROW;

		canvas_text(cv, middle,
		    y + BAR / 2 + text_drop(&c->theme, TEXT_AXIS), ALIGN_MIDDLE,
		    TEXT_AXIS, rows[i].age);
		draw_side(c, cv, rows[i].male, top > 0 ? top : 1, y, true);
		draw_side(c, cv, rows[i].female, top > 0 ? top : 1, y, false);
	}
}

const struct plot plot_pyramid = {pyramid_height, pyramid_draw, true};
