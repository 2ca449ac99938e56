/* SPDX-License-Identifier: MIT */
/*
 * tmpl/consistent.c - one document does not print two values of one thing
 *
 * Two sources may state different values for one key and period, and a
 * template may name both.  When it does so in one paragraph, the reader sees
 * the difference; far apart it is a contradiction.
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "tmpl/engine.h"

#define NEAR_LINES 4 /* of one paragraph */

/* What two statements on one thing have in common. */
static const char *
thing_of(struct tmpl *t, const struct obs *o)
{
	return arena_printf(t->arena, "%s/%s/%s/%s/%s/%s/%s", o->area->id,
	    o->indicator->id, o->place, o->sex, o->age, o->group,
	    period_text(t->arena, o->period));
}

static bool
is_near(struct place a, struct place b)
{
	return a.file && b.file && strcmp(a.file, b.file) == 0 &&
	       a.line < b.line + NEAR_LINES && b.line < a.line + NEAR_LINES;
}

/* Does it print the value itself, and not something computed from it? */
static bool
prints_value(const struct printed *p)
{
	return p->nobs == 1 && isfinite(p->value) &&
	       p->obs[0]->period.to.year && p->value == p->obs[0]->value;
}

/* Releases of one publisher are revisions, and a forecast is no statement on
 * what came. */
static bool
contradict(const struct printed *a, const struct printed *b)
{
	const struct obs *x = a->obs[0], *y = b->obs[0];

	return a->value != b->value &&
	       (x->status == OBS_FORECAST) == (y->status == OBS_FORECAST) &&
	       !streq(record_text(x->source, "author"),
		   record_text(y->source, "author"));
}

/* The first value that was printed of one thing. */
struct thing {
	const struct printed *first, *last;
	bool told; /* two of them stand in one paragraph or table */
};

static void
report(struct tmpl *t, const struct printed *first, const struct printed *p)
{
	diag(t->sink, DIAG_TMPL_TWO_VALUES, p->at, p->obs[0]->indicator->id,
	    p->obs[0]->period.to.year, p->text, p->obs[0]->source->key,
	    first->text, first->obs[0]->source->key,
	    first->at.file ? first->at.file : "", first->at.line);
}

void
tmpl_check_values(struct tmpl *t)
{
	struct map *seen = map_new(t->arena);
	const struct printed *const *v;
	size_t n = tmpl_printed(t, &v), i;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < n; i++) {
			struct thing *x;
			const char *key;

			if (!prints_value(v[i]))
				continue;
			key = thing_of(t, v[i]->obs[0]);
			x = map_get(seen, key);
			if (!x) {
				x = ARENA_NEW(t->arena, struct thing);
				x->first = x->last = v[i];
				map_put(seen, str_from(key), x);
			}
			if (contradict(x->last, v[i]) &&
			    is_near(x->last->at, v[i]->at))
				x->told = true;
			x->last = v[i];
			if (pass == 1 && !x->told && contradict(x->first, v[i]))
				report(t, x->first, v[i]);
		}
}
