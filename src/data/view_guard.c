/* SPDX-License-Identifier: MIT */
/* data/view_guard.c - small counts in what one edition sees */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/guard.h"
#include "data/view.h"

enum { DIM_PLACE, DIM_SEX, DIM_AGE, DIM_GROUP, DIMS };

static const char *
dim(const struct obs *o, int d)
{
	const char *const dims[DIMS] = {o->place, o->sex, o->age, o->group};

	return dims[d];
}

static bool
same_period(const struct obs *a, const struct obs *b)
{
	return period_compare(a->period, b->period) == 0;
}

/* "nationality" of "nationality:CHN": only groups of one kind add up. */
static bool
same_kind(const char *a, const char *b)
{
	size_t n = strcspn(a, ":");

	return strncmp(a, b, n) == 0 && b[n] == a[n];
}

/* Whether p differs from o in dimension d alone, or not at all. */
static bool
is_sibling(const struct obs *p, const struct obs *o, int d)
{
	int i;

	if (!same_period(p, o))
		return false;
	for (i = 0; i < DIMS; i++)
		if (i != d && dim(p, i) != dim(o, i))
			return false;
	return d != DIM_GROUP || p->group[0] == '\0' ||
	       same_kind(o->group, p->group);
}

/* The counts that add up along dimension d with that of o among them. */
struct family {
	double *counts;
	bool *hidden;
	size_t n, own;
	double total; /* NAN: none is visible */
};

static void
add_count(struct family *f, const struct view *v, const struct obs *best,
    const struct obs *o, int d)
{
	if (dim(o, d)[0] != '\0' && dim(best, d)[0] == '\0') {
		f->total = best->value;
		return;
	}
	if (best == o || (dim(best, d) == dim(o, d)))
		f->own = f->n;
	f->counts[f->n] = best->value;
	f->hidden[f->n++] = isnan(best->value) ||
			    guard_is_small(best->value, v->rule.threshold);
}

/* Whether the family along dimension d would give a small count away if o
 * were shown. */
static bool
betrays(
    const struct view *v, const struct slice *all, const struct obs *o, int d)
{
	struct family f = {.counts = xmalloc(all->n * sizeof *f.counts),
	    .hidden = xmalloc(all->n * sizeof *f.hidden),
	    .total = NAN};
	bool hides = false;
	size_t from, to;

	for (from = 0; from < all->n; from = to) {
		const struct obs *first = all->v[from], *best;

		for (to = from + 1; to < all->n; to++)
			if (!same_period(all->v[to], first) ||
			    !is_sibling(all->v[to], first, DIMS))
				break;
		if (!is_sibling(first, o, d))
			continue;
		best = view_best(v, all, from, to, true);
		if (best)
			add_count(&f, v, best, o, d);
	}
	if (f.total >= v->rule.threshold) {
		guard_line(f.counts, f.hidden, f.n, 1, v->rule.threshold);
		hides = f.hidden[f.own];
	}
	free(f.counts);
	free(f.hidden);
	return hides;
}

bool
view_guards(const struct view *v, const struct obs *o)
{
	struct obs_key key = {.area = o->area, .indicator = o->indicator};
	struct slice all;
	int d;

	if (!o->indicator->guard || isnan(o->value) ||
	    o->comparator == CMP_LESS)
		return false;
	if (guard_is_small(o->value, v->rule.threshold))
		return true;
	all = view_slice(v, &key, false);
	for (d = 0; d < DIMS; d++)
		if (dim(o, d)[0] != '\0' && betrays(v, &all, o, d))
			return true;
	return false;
}
