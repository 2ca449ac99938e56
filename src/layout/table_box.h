/* SPDX-License-Identifier: MIT */
/* layout/table_box.h - rows of a table as boxes */
#ifndef LAYOUT_TABLE_BOX_H
#define LAYOUT_TABLE_BOX_H

#include "layout/table_grid.h"
#include "layout/vlist.h"

/*
 * Append rows [from, to) as one box with tints, rules and cells; as several
 * if they are taller than `limit`.  `last`: nothing follows, so the closing
 * rule takes the place of the row's own.  Returns the number of boxes.
 */
size_t table_box(const struct table_grid *, struct vlist *, size_t from,
    size_t to, mpt limit, bool last);

/* Append the lines' items, notes and floats to a box at x, y. */
void table_box_line(
    struct arena *, struct vbox *, const struct vbox *line, mpt x, mpt y);

#endif
