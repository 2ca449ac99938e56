/* SPDX-License-Identifier: MIT */
/* layout/table_point.h - numbers in columns stand on their decimal point */
#ifndef LAYOUT_TABLE_POINT_H
#define LAYOUT_TABLE_POINT_H

#include <stdbool.h>

#include "layout/layout.h"

struct node;
struct table_cell;
struct vbox;

/* The decimal point of the report's language: "." or ",". */
const char *table_point_text(const struct layout_env *);

/* Is the cell's text a number, with at most a sign or bracket before it? */
bool table_point_is_number(const struct node *cell);

/*
 * Find the edges and the point of the number in a set line: the cell's left,
 * end and point.  A number without a decimal point has it behind its last
 * digit.  False if there is no digit.
 */
bool table_point_find(
    const struct vbox *line, const char *point, struct table_cell *);

#endif
