/* SPDX-License-Identifier: MIT */
/* data/build.h - the store from inside, for the files of data/ that fill it */
#ifndef DATA_BUILD_H
#define DATA_BUILD_H

#include "base/map.h"
#include "base/vec.h"
#include "data/store.h"

struct rows;
struct sink;

/* A record with what only the loader needs. */
struct raw {
	struct record record; /* first, so that a record is a raw */
	struct cell *cells;   /* those of the record */
	size_t offset;        /* of its row in the file */
	bool rejected;        /* left out after a message */
	size_t dependents;    /* rows left out because this one was */
	struct slot *slot;    /* of its whole key */
};

/* Records that a key or the first parts of a key name; once loaded sorted by
 * (key, known), without the rejected ones. */
struct slot {
	VEC(struct raw *) raws;
};

struct table {
	struct record_table view; /* what others see */
	VEC(const struct record *) records;
	VEC(struct raw *) raws;
	struct rows *rows; /* NULL: there is no file */
	size_t *columns;   /* column of each field, SIZE_MAX: not there */
	const char *path;
	struct map *slots;       /* "AREA\nkey/parts" to struct slot */
	VEC(const char *) words; /* parts of all keys, for "did you mean" */
	bool usable;             /* its header was understood */
	bool asked; /* that it is missing was reported, or is not so */
};

struct store {
	struct arena *arena;
	struct map *words;    /* interned texts */
	struct table *tables; /* in the order of table_schemas */
	const struct record_table **views;
	size_t ntables;
	struct map *areas, *indicators;
	VEC(const struct area *) area_list;
	VEC(const struct indicator *) indicator_list;
	struct map *names; /* "lang\nid\nform" to text */
	VEC(const struct obs *) obs;
};

/* The one copy of a text; "" for the empty text. */
const char *store_word(struct store *, struct str);

struct table *store_table_of(const struct store *, const struct schema *);

/* The slot of key parts ("crc_op3", "upr/2014", "upr") within an area, NULL
 * for rows of no area. */
struct slot *table_slot(const struct table *, const char *area, struct str key);

/* From when a source is known: published, else year, else accessed. */
struct date source_known(const struct record *);

/* Sort observations into the order of the store and report those that stand
 * twice. */
void store_sort(struct store *, struct sink *);

#endif
