/* SPDX-License-Identifier: MIT */
/* data/load.h - a workspace's data folder into a store */
#ifndef DATA_LOAD_H
#define DATA_LOAD_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct sink;
struct store;

/* A file at hand, by its name in the folder data: "sources.csv". */
struct data_text {
	const char *name;
	struct str text;
};

/*
 * Read every file of DIR/data that the schema knows (countries/, regions/,
 * events/, names/ and the record files).  Each wrong row is reported at its
 * line and column with a remedy and left out; the rest is used.  Never NULL;
 * a missing folder is reported.  Missing record files are empty tables.
 */
struct store *store_load(struct arena *, struct sink *, const char *dir);

/*
 * The same from texts at hand instead of a folder.  All observations stand in
 * "data.csv", whose column `subject` is what else a file's name says.
 */
struct store *store_load_texts(
    struct arena *, struct sink *, const struct data_text *, size_t n);

#endif
