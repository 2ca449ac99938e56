/* SPDX-License-Identifier: MIT */
/* layout/column.h - fill one column with boxes and choose where it ends */
#ifndef LAYOUT_COLUMN_H
#define LAYOUT_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "layout/vlist.h"

struct layout_env;

/* How far a text is set: the next box, and inserts that were passed over. */
struct cursor {
	size_t next;
	size_t pending[8];
	size_t npending;
};

/* A box at its place in the column; y is that of the page. */
struct slot {
	const struct vbox *box;
	mpt y;
};

struct column {
	VEC(struct slot) slots;
	mpt end; /* y below the last box */
};

struct column_space {
	mpt top, depth; /* y of the first line's top, and of the foot */
	mpt origin;     /* y of a grid line */
	mpt grid;
	int page; /* number of the page, for continued tables */
	/* of the page: a table that goes on says "from page", "on page" */
	bool first, last;
	/* figures and tables from these boxes on are passed over: those of
	 * lower numbers do not yet stand */
	size_t hold[2];
	bool force; /* place a box that is taller than the column */
};

/*
 * Fill a column from the cursor and move it.  The break is the cheapest of the
 * last boxes that fit: penalty plus the square of the lines left empty.
 * With `force` at least one box is placed; else the column may stay empty.
 * Slots are the arena's.
 */
void column_fill(const struct layout_env *, struct arena *,
    const struct vlist *text, struct cursor *, const struct column_space *,
    struct column *out);

/* Is everything set? */
bool cursor_done(const struct cursor *, const struct vlist *text);

#endif
