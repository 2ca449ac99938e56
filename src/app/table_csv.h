/* SPDX-License-Identifier: MIT */
/* app/table_csv.h - a table of the document as CSV */
#ifndef APP_TABLE_CSV_H
#define APP_TABLE_CSV_H

#include "base/str.h"

struct arena;
struct node;

/*
 * One header line, then a line for each body row; what spans several columns
 * or rows stands in each of them, and the title of a group of rows in a first
 * column of its own.  Notes are left out.
 */
struct str table_csv(struct arena *, const struct node *table);

#endif
