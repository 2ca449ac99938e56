/* SPDX-License-Identifier: MIT */
/* data/store.c - observations, catalogues and records in memory */
#include "data/store.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/build.h"
#include "data/table.h"

#define PART_LEAST 4 /* letters of an id that tell it */

struct store *
store_new(struct arena *a)
{
	struct store *s = ARENA_NEW(a, struct store);
	const struct schema *schemas;
	size_t n = table_schemas(&schemas), i;

	s->arena = a;
	s->words = map_new(a);
	s->areas = map_new(a);
	s->indicators = map_new(a);
	s->names = map_new(a);
	s->tables = ARENA_ARRAY(a, struct table, n);
	s->views = ARENA_ARRAY(a, const struct record_table *, n);
	s->ntables = n;
	for (i = 0; i < n; i++) {
		s->tables[i].view.schema = &schemas[i];
		s->tables[i].slots = map_new(a);
		s->views[i] = &s->tables[i].view;
	}
	return s;
}

const char *
store_word(struct store *s, struct str text)
{
	char *word;

	if (text.n == 0)
		return "";
	word = map_find(s->words, text);
	if (!word) {
		word = arena_strndup(s->arena, text.p, text.n);
		map_put(s->words, text, word);
	}
	return word;
}

/* --- reading --- */

const struct indicator *
store_indicator(const struct store *s, struct str id)
{
	return map_find(s->indicators, id);
}

const struct area *
store_area(const struct store *s, struct str id)
{
	return map_find(s->areas, id);
}

struct table *
store_table_of(const struct store *s, const struct schema *schema)
{
	const struct schema *first;

	table_schemas(&first);
	return &s->tables[schema - first];
}

const struct record_table *
store_table(const struct store *s, struct str name)
{
	const struct schema *schema = table_find(name);

	return schema ? &store_table_of(s, schema)->view : NULL;
}

size_t
store_indicators(const struct store *s, const struct indicator *const **out)
{
	*out = s->indicator_list.v;
	return s->indicator_list.n;
}

size_t
store_areas(const struct store *s, const struct area *const **out)
{
	*out = s->area_list.v;
	return s->area_list.n;
}

/* The id most like a name, else one that the name is a part of: "fertility" of
 * "fertility_rate". */
static const char *
near_id(const char *const *ids, size_t n, const char *name)
{
	const char *near = str_nearest(name, ids, n);
	size_t i;

	for (i = 0; !near && i < n && strlen(name) >= PART_LEAST; i++)
		if (strstr(ids[i], name))
			near = ids[i];
	return near;
}

const char *
store_near_indicator(const struct store *s, const char *id)
{
	size_t n = s->indicator_list.n, i;
	const char **ids = xmalloc((n + 1) * sizeof *ids), *near;

	for (i = 0; i < n; i++)
		ids[i] = s->indicator_list.v[i]->id;
	near = near_id(ids, n, id);
	free(ids);
	return near;
}

const char *
store_near_area(const struct store *s, const char *id)
{
	size_t n = s->area_list.n, i;
	const char **ids = xmalloc((n + 1) * sizeof *ids), *near;

	for (i = 0; i < n; i++)
		ids[i] = s->area_list.v[i]->id;
	near = near_id(ids, n, id);
	free(ids);
	return near;
}

size_t
store_tables(const struct store *s, const struct record_table *const **out)
{
	*out = s->views;
	return s->ntables;
}

size_t
store_obs(const struct store *s, const struct obs *const **out)
{
	*out = s->obs.v;
	return s->obs.n;
}

const struct cell *
record_cell(const struct record *r, const char *field)
{
	int i = table_field(r->schema, field);

	return i < 0 ? NULL : &r->cells[i];
}

const char *
record_text(const struct record *r, const char *field)
{
	const struct cell *cell = record_cell(r, field);

	return cell ? cell->text : "";
}

/* --- the order of observations --- */

/* The key as numbers that order: area, indicator and codes; period; source
 * and known; and where the row stood. */
struct sort_key {
	uint64_t series, period, origin;
	uint32_t order;
	const struct obs *obs;
};

/* A combination of codes, with its rank among all. */
struct dims {
	const char *part[4]; /* place, sex, age, group */
	uint32_t rank;
};

static int
compare_dims(const void *a, const void *b)
{
	const struct dims *const *x = a, *const *y = b;
	size_t i;
	int c = 0;

	for (i = 0; i < 4 && c == 0; i++)
		c = strcmp((*x)->part[i], (*y)->part[i]);
	return c;
}

static int
compare_keys(const void *a, const void *b)
{
	const struct sort_key *x = a, *y = b;

	if (x->series != y->series)
		return x->series < y->series ? -1 : 1;
	if (x->period != y->period)
		return x->period < y->period ? -1 : 1;
	if (x->origin != y->origin)
		return x->origin < y->origin ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* Days of 32-day months since year 0; `last` completes a coarse date to its
 * last day instead of its first. */
static uint64_t
day_number(struct date d, bool last)
{
	unsigned month = d.month ? (unsigned)d.month : last ? 12 : 1;
	unsigned day = d.day ? (unsigned)d.day : last ? 31 : 1;

	if (d.year == 0)
		return 0;
	return (uint64_t)d.year << 9 | month << 5 | day;
}

/* Interned texts make equal combinations equal bytes. */
static struct dims *
find_dims(struct map *seen, struct arena *a, const struct obs *o)
{
	const char *part[4] = {o->place, o->sex, o->age, o->group};
	struct str key = {(const char *)part, sizeof part};
	struct dims *d = map_find(seen, key);

	if (!d) {
		d = ARENA_NEW(a, struct dims);
		memcpy(d->part, part, sizeof part);
		map_put(seen, key, d);
	}
	return d;
}

static void
rank_dims(struct map *seen, struct arena *a)
{
	struct dims **all = ARENA_ARRAY(a, struct dims *, seen->n);
	uint32_t i;

	for (i = 0; i < seen->n; i++)
		all[i] = seen->entries[i].value;
	if (seen->n > 1)
		qsort(all, seen->n, sizeof(struct dims *), compare_dims);
	for (i = 0; i < seen->n; i++)
		all[i]->rank = i;
}

/* Ranks of sources need no order but a fixed one: that of their file. */
static uint32_t
source_rank(const struct record *source)
{
	return source->at.line;
}

static struct sort_key *
make_keys(const struct store *s, struct arena *a)
{
	struct sort_key *keys = ARENA_ARRAY(a, struct sort_key, s->obs.n);
	struct dims **dims = ARENA_ARRAY(a, struct dims *, s->obs.n);
	struct map *seen = map_new(a);
	size_t i;

	for (i = 0; i < s->obs.n; i++) {
		const struct obs *o = s->obs.v[i], *before = o;

		if (i > 0)
			before = s->obs.v[i - 1];
		if (i > 0 && o->place == before->place &&
		    o->sex == before->sex && o->age == before->age &&
		    o->group == before->group)
			dims[i] = dims[i - 1];
		else
			dims[i] = find_dims(seen, a, o);
	}
	rank_dims(seen, a);
	for (i = 0; i < s->obs.n; i++) {
		const struct obs *o = s->obs.v[i];

		keys[i].series = (uint64_t)o->area->rank << 48 |
				 (uint64_t)o->indicator->rank << 32 |
				 dims[i]->rank;
		keys[i].period = day_number(o->period.to, true) << 32 |
				 day_number(o->period.from, false);
		keys[i].origin = (uint64_t)source_rank(o->source) << 32 |
				 day_number(o->known, false);
		keys[i].order = (uint32_t)i;
		keys[i].obs = o;
	}
	return keys;
}

static bool
same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

bool
obs_agree(const struct obs *a, const struct obs *b)
{
	return a->verdict == b->verdict && strcmp(a->text, b->text) == 0 &&
	       a->comparator == b->comparator &&
	       (a->status >= OBS_MISSING) == (b->status >= OBS_MISSING) &&
	       same_number(a->value, b->value) && same_number(a->low, b->low) &&
	       same_number(a->high, b->high);
}

void
store_sort(struct store *s, struct sink *sink)
{
	struct arena *a = arena_new();
	struct sort_key *keys = make_keys(s, a);
	size_t i, n = 0;

	if (s->obs.n > 1)
		qsort(keys, s->obs.n, sizeof *keys, compare_keys);
	for (i = 0; i < s->obs.n; i++) {
		const struct obs *o = keys[i].obs;

		if (n > 0 && keys[i].series == keys[n - 1].series &&
		    keys[i].period == keys[n - 1].period &&
		    keys[i].origin == keys[n - 1].origin) {
			const struct obs *first = keys[n - 1].obs;

			diag(sink, DIAG_OBS_TWICE, o->at, first->at.file,
			    first->at.line,
			    obs_agree(first, o) ? ", with the same value"
						: ", with another value");
			continue;
		}
		keys[n++] = keys[i];
	}
	for (i = 0; i < n; i++)
		s->obs.v[i] = keys[i].obs;
	s->obs.n = n;
	arena_free(a);
}
