/* SPDX-License-Identifier: MIT */
/* data/load.c - a workspace's data folder into a store */
#include "data/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "data/build.h"
#include "data/catalog.h"
#include "data/obs.h"
#include "data/records.h"
#include "data/study.h"

static int
compare_raws(const void *a, const void *b)
{
	const struct record *x = &(*(struct raw *const *)a)->record;
	const struct record *y = &(*(struct raw *const *)b)->record;
	int c = strcmp(x->key, y->key);

	if (c == 0)
		c = date_compare(x->known, y->known);
	if (c == 0)
		c = (x->at.line > y->at.line) - (x->at.line < y->at.line);
	return c;
}

/* Sort what a key names and drop what was left out. */
static void
finish_slots(struct table *t)
{
	size_t i, k;

	for (i = 0; i < t->slots->n; i++) {
		struct slot *slot = t->slots->entries[i].value;
		size_t n = 0;

		for (k = 0; k < slot->raws.n; k++)
			if (!slot->raws.v[k]->rejected)
				slot->raws.v[n++] = slot->raws.v[k];
		slot->raws.n = n;
		if (n > 1)
			qsort(slot->raws.v, n, sizeof *slot->raws.v,
			    compare_raws);
	}
}

static void
load_tables(struct load *l)
{
	struct store *s = l->store;
	size_t i;

	for (i = 0; i < s->ntables; i++)
		records_read(l, &s->tables[i]);
	for (i = 0; i < s->ntables; i++) {
		const char *name = s->tables[i].view.schema->name;

		records_resolve(l, &s->tables[i]);
		if (streq(name, "areas"))
			catalog_areas(l);
		else if (streq(name, "indicators"))
			catalog_indicators(l);
	}
}

static void
finish(struct load *l)
{
	size_t i;

	for (i = 0; i < l->store->ntables; i++) {
		records_end(l, &l->store->tables[i]);
		finish_slots(&l->store->tables[i]);
	}
	store_sort(l->store, l->sink);
}

struct store *
store_load_texts(
    struct arena *a, struct sink *sink, const struct data_text *texts, size_t n)
{
	struct load l = {.arena = a, .sink = sink, .texts = texts, .ntexts = n};

	l.store = store_new(a);
	l.hints = map_new(a);
	l.folder = "";
	load_tables(&l);
	obs_read_text(&l, "data.csv");
	finish(&l);
	return l.store;
}

struct store *
store_load(struct arena *a, struct sink *sink, const char *dir)
{
	struct load l = {.arena = a, .sink = sink};

	l.store = store_new(a);
	l.hints = map_new(a);
	l.folder = path_join(a, dir, "data");
	if (!dir_exists(l.folder)) {
		diag(sink, DIAG_DATA_FOLDER, (struct place){l.folder, 0, 0},
		    l.folder);
		return l.store;
	}
	load_tables(&l);
	catalog_names(&l);
	obs_read_folder(&l, "countries");
	obs_read_folder(&l, "regions");
	obs_read_folder(&l, "events");
	finish(&l);
	study_check(&l);
	return l.store;
}
