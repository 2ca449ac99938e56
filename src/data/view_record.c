/* SPDX-License-Identifier: MIT */
/* data/view_record.c - what one edition sees of the records */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/build.h"
#include "data/table.h"
#include "data/view.h"

/* The last visible record of a slot, whose order is (key, known). */
static const struct record *
last_visible(const struct view *v, const struct slot *slot)
{
	size_t i;

	for (i = slot ? slot->raws.n : 0; i > 0; i--)
		if (view_shows(v, &slot->raws.v[i - 1]->record))
			return &slot->raws.v[i - 1]->record;
	return NULL;
}

const struct record *
view_record(const struct view *v, const char *table, const struct area *area,
    struct str key)
{
	const struct schema *s = table_find(str_from(table));
	const struct record *r = NULL;
	const struct table *t;

	if (!s)
		return NULL;
	t = store_table_of(v->store, s);
	if (s->by_area && area)
		r = last_visible(v, table_slot(t, area->id, key));
	return r ? r : last_visible(v, table_slot(t, NULL, key));
}

size_t
view_records(const struct view *v, struct arena *a, const char *table,
    const struct record ***out)
{
	const struct schema *s = table_find(str_from(table));
	VEC(const struct record *) list = {0};
	const struct table *t;
	size_t i;

	*out = NULL;
	if (!s)
		return 0;
	t = store_table_of(v->store, s);
	for (i = 0; i < t->view.n; i++) {
		const struct record *r = t->view.rows[i];
		const struct raw *raw = (const struct raw *)r;

		if (view_shows(v, r) && last_visible(v, raw->slot) == r)
			VEC_PUSH(a, &list, r);
	}
	*out = list.v;
	return list.n;
}

/* --- members --- */

static int
compare_areas(const void *a, const void *b)
{
	const struct area *const *x = a, *const *y = b;

	return (*x)->rank < (*y)->rank ? -1 : (*x)->rank > (*y)->rank;
}

/* Whether a membership holds on the day of the cut-off. */
static bool
is_member(const struct view *v, const struct record *r, const char *group)
{
	struct date cutoff = v->rule.cutoff;
	struct date to = record_cell(r, "to")->date;

	if (!streq(record_text(r, "group"), group) || !view_shows(v, r))
		return false;
	if (!date_known(cutoff))
		return !date_known(to);
	return !date_is_after(record_cell(r, "from")->date, cutoff) &&
	       (!date_known(to) || !date_is_after(cutoff, to));
}

size_t
view_members(const struct view *v, struct arena *a, const char *group,
    const struct area ***out)
{
	const struct record_table *t = store_table(v->store, STR("groups"));
	const struct area *const *areas;
	VEC(const struct area *) list = {0};
	size_t n = store_areas(v->store, &areas), i, k = 0;

	for (i = 0; i < t->n; i++)
		if (is_member(v, t->rows[i], group))
			VEC_PUSH(a, &list,
			    store_area(v->store,
				str_from(record_text(t->rows[i], "member"))));
	if (list.n == 0)
		for (i = 0; i < n; i++)
			if (areas[i]->parent &&
			    strcmp(areas[i]->kind, "event") != 0 &&
			    streq(areas[i]->parent->id, group))
				VEC_PUSH(a, &list, areas[i]);
	if (list.n > 1)
		qsort(list.v, list.n, sizeof *list.v, compare_areas);
	for (i = 0; i < list.n; i++)
		if (i == 0 || list.v[i] != list.v[k - 1])
			list.v[k++] = list.v[i];
	*out = list.v;
	return k;
}
