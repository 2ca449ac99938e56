/* SPDX-License-Identifier: MIT */
/* data/table.h - which record files there are, and their columns */
#ifndef DATA_TABLE_H
#define DATA_TABLE_H

#include <stddef.h>

#include "base/str.h"

struct schema;

/*
 * All schemas, in an order in which a table comes after those that it refers
 * to (itself and optional references excepted).
 */
size_t table_schemas(const struct schema **);

const struct schema *table_find(struct str name); /* or NULL */

/* Index of a field, or -1. */
int table_field(const struct schema *, const char *field);

#endif
