/* SPDX-License-Identifier: MIT */
/*
 * tmpl/edition.c - this edition and the one before: what was printed, what
 * stood in its place, and what became of it
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "data/period.h"
#include "data/revision.h"
#include "tmpl/engine.h"

/* --- what was printed --- */

/* An observation and where its area stands: the subject's come first. */
struct shown {
	const struct obs *obs;
	bool own;
};

static int
compare_texts(const struct obs *a, const struct obs *b)
{
	int c = strcmp(a->place, b->place);

	c = c ? c : strcmp(a->group, b->group);
	c = c ? c : strcmp(a->sex, b->sex);
	return c ? c : strcmp(a->age, b->age);
}

static int
compare_shown(const void *x, const void *y)
{
	const struct shown *p = x, *q = y;
	const struct obs *a = p->obs, *b = q->obs;
	int c;

	if (p->own != q->own)
		return p->own ? -1 : 1;
	c = strcmp(a->area->id, b->area->id);
	/* the catalogue is one array: its order is that of the file */
	if (c == 0 && a->indicator != b->indicator)
		c = a->indicator->at.line < b->indicator->at.line ? -1 : 1;
	c = c ? c : compare_texts(a, b);
	c = c ? c : period_compare(a->period, b->period);
	return c ? c : strcmp(a->source->key, b->source->key);
}

/* The one observation that a number is of; NULL: it is computed, or a word. */
static const struct obs *
only_number(const struct printed *p)
{
	const struct obs *o = p->nobs == 1 ? p->obs[0] : NULL;

	return o && (isfinite(o->value) || isfinite(o->low) ||
			isfinite(o->high))
		   ? o
		   : NULL;
}

struct value
edition_printed(struct tmpl *t)
{
	size_t most = t->printed.n + t->shown.n, n = 0, kept = 0, i;
	struct shown *all = ARENA_ARRAY(t->arena, struct shown, most);
	struct value *items;

	for (i = 0; i < t->printed.n; i++)
		all[n].obs = only_number(t->printed.v[i]), n += !!all[n].obs;
	for (i = 0; i < t->shown.n; i++)
		all[n++].obs = t->shown.v[i];
	for (i = 0; i < n; i++)
		all[i].own = all[i].obs->area == t->env.subject;
	qsort(all, n, sizeof *all, compare_shown);
	items = ARENA_ARRAY(t->arena, struct value, n);
	for (i = 0; i < n; i++)
		if (i == 0 || all[i].obs != all[i - 1].obs)
			items[kept++] = value_obs(all[i].obs);
	return value_list(items, kept);
}

/* --- what stood in its place --- */

struct value
edition_earlier(struct tmpl *t, const struct obs *o)
{
	const struct tmpl_edition *e = t->env.previous;
	const struct obs *was = NULL;

	if (e)
		revision_of(e->view, o, &was);
	return was ? value_obs(was)
		   : value_missing(ABSENT_ABSENT,
			 arena_printf(t->arena, "%s (%s) in an earlier edition",
			     o->indicator->id, o->area->id));
}

struct value
edition_revision(struct tmpl *t, const struct obs *o)
{
	const struct tmpl_edition *e = t->env.previous;
	const struct obs *was;

	if (!e)
		return value_missing(ABSENT_ABSENT, "previous edition");
	return (struct value){.kind = VALUE_CODE,
	    .text = revision_name(revision_of(e->view, o, &was)),
	    .list = "unchanged new revised other_source",
	    .path = "revision"};
}
