/* SPDX-License-Identifier: MIT */
/* layout/table_width.h - how wide each column of a table is */
#ifndef LAYOUT_TABLE_WIDTH_H
#define LAYOUT_TABLE_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#include "text/font.h"

/* What one column wants, and what it gets. */
struct column_width {
	mpt min;   /* of its widest unbreakable piece */
	mpt max;   /* of its content in one line */
	mpt fixed; /* as the author wrote it, 0: not fixed */
	int share; /* of what is not fixed, 0: by content */
	mpt width; /* the answer */
	bool open; /* not yet decided; of table_width.c */
};

/*
 * Read the attribute `widths`: one word a column, "35" or "35%" a share,
 * "60pt" or "20mm" fixed, "*" by content.  Missing words are "*".  Returns the
 * first word that is none of these, or NULL.
 */
const char *table_widths_read(
    const char *text, struct column_width *, size_t n);

/*
 * Divide `room` (gaps left out) among the columns; the widths add up to it.
 * False if it is less than the columns' unbreakable pieces need: then they are
 * narrowed in proportion.
 */
bool table_widths(struct column_width *, size_t n, mpt room);

#endif
