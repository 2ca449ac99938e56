/* SPDX-License-Identifier: MIT */
/* data/load.h - a workspace's data folder into a store */
#ifndef DATA_LOAD_H
#define DATA_LOAD_H

#include <stdbool.h>

struct arena;
struct sink;
struct store;

/*
 * Read every file of DIR/data that the schema knows (countries/, regions/,
 * events/, names/ and the record files).  Each wrong row is reported at its
 * line and column with a remedy and left out; the rest is used.  Never NULL;
 * a missing folder is reported.  Missing record files are empty tables.
 */
struct store *store_load(struct arena *, struct sink *, const char *dir);

#endif
