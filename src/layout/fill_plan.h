/* SPDX-License-Identifier: MIT */
/*
 * layout/fill_plan.h - one way to set a page, as fill.c weighs it against
 * others
 */
#ifndef LAYOUT_FILL_PLAN_H
#define LAYOUT_FILL_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "layout/column.h"
#include "layout/note.h"
#include "layout/set.h"

/* A float, or some rows of a table, at its place. */
struct placed {
	struct vfloat *f;
	size_t from, to; /* boxes */
	mpt y;
	struct vlist head, foot; /* of a table that goes on */
};

/* Columns beside each other.  A page has one band of them, more where elements
 * that span them stand in place. */
struct band {
	struct column columns[STYLE_COLUMNS_MAX];
};

struct plan {
	VEC(struct placed) floats;
	VEC(struct band) bands;
	struct cursor cursor; /* after the page */
	/* the first alone if notes stand across, else one for each column */
	struct note_list notes[STYLE_COLUMNS_MAX];
	struct note_list rest; /* goes on the next page */
	size_t nfloats;        /* floats that are through, from the queue */
	size_t heads;          /* of `floats`: those at the page's head */
	size_t next;           /* first box left of a table that goes on */
	bool fits;
};

struct filler {
	struct setter *set;
	struct arena *arena; /* of the plans of one page */
	struct flow *flow;
	struct fill fill;
	struct cursor cursor;
	struct note_list carried;
	size_t queue; /* first float that is not yet through */
	struct page *page;
	mpt top, foot; /* of the page at hand */
	bool first;
	int number; /* of the page */
};

/* Do notes stand under their columns?  Else across the page. */
bool plan_by_column(const struct filler *);

/*
 * Set the page with `count` floats at its head (under an opener at its foot)
 * and `lines` grid lines kept for notes that stand across; with `force`
 * something is placed at any cost.
 */
struct plan plan_page(struct filler *, size_t count, int lines, bool force);

/* Rows of one table, or one figure, alone on a page of its own size. */
struct plan plan_float(struct filler *);

#endif
