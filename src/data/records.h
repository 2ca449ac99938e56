/* SPDX-License-Identifier: MIT */
/* data/records.h - record files into tables */
#ifndef DATA_RECORDS_H
#define DATA_RECORDS_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "data/rows.h"

struct arena;
struct data_text;
struct map;
struct record;
struct schema;
struct store;
struct table;

/* What one load shares. */
struct load {
	struct arena *arena;
	struct sink *sink;
	struct store *store;
	struct map *hints;             /* table name to memo of cell_hint */
	struct map *groups;            /* of respondents; NULL: not made */
	const char *folder;            /* DIR/data */
	const struct data_text *texts; /* instead of files; NULL: files */
	size_t ntexts;
};

/* The rows of a file or text; NULL after a message, or, with *missing, when
 * there is none. */
struct rows *records_open(struct load *, const char *path, bool *missing);

/*
 * Column of each of the n names in the header (SIZE_MAX: not there), with
 * messages on unknown and double columns, and on required ones that are
 * missing: then false.  `what` names the kind of file.
 */
bool records_columns(struct load *, const struct rows *, const char *what,
    const char *const *names, const bool *required, size_t n, size_t *columns);

/* Read the table's file, if there is one, and check each field by itself. */
void records_read(struct load *, struct table *);

/* Resolve references, areas and dates of a table whose targets are resolved,
 * and put the good rows into its view. */
void records_resolve(struct load *, struct table *);

/* Note how many rows fell with a rejected one, and close the files. */
void records_end(struct load *, struct table *);

struct table *records_table(struct load *, const char *name);

/*
 * The row of `target` that a reference names, by its key text; NULL after a
 * message at `at`, or without one when the row was left out itself.
 */
struct record *records_find(struct load *, struct table *target,
    const char *area, struct str key, struct spot at, const char *from);

#endif
