/* SPDX-License-Identifier: MIT */
/*
 * chart/labels.h - labels that never collide and never leave the frame
 *
 * Two tasks: a column of labels at the ends of lines, moved apart in the order
 * of their values, and single labels in the plot, put where nothing else is.
 */
#ifndef CHART_LABELS_H
#define CHART_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/canvas.h"

struct label {
	mpt want; /* middle, wanted */
	mpt at;   /* middle, given */
	mpt height;
	int rank; /* 0: never dropped; the highest goes first */
	bool shown;
	size_t item; /* the caller's */
};

/*
 * Sort by `want` (ties by rank, then item) and give each a place within
 * top..bottom so that the sum of squared moves is least and no two overlap.
 * When they do not fit, those of the highest rank are not shown.
 */
void labels_column(struct label *, size_t n, mpt top, mpt bottom);

/* A rectangle, corners included. */
struct box {
	mpt left, top, right, bottom;
};

bool box_overlaps(const struct box *, const struct box *);

/* What is already in the plot. */
struct label_field {
	struct box frame;
	struct arena *arena;
	struct box *boxes;
	size_t nboxes, cap;
	const struct xy *segments; /* pairs of ends: lines to keep clear of */
	size_t nsegments;          /* pairs */
	size_t nheavy;             /* the first pairs, which weigh more */
	bool crossed; /* out: the last place found lies over a line */
};

/* Take a rectangle out of the free room. */
void labels_block(struct label_field *, struct box);

/*
 * A place for a label of w x h near the point: of the candidates around it,
 * inside the frame and overlapping no box, the one that covers the least of
 * the lines.  False: there is none.  The place is taken.
 */
bool labels_near(
    struct label_field *, mpt x, mpt y, mpt gap, mpt w, mpt h, struct box *out);

#endif
