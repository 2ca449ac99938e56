/* SPDX-License-Identifier: MIT */
/* layout/breaks.h - choose the line breaks of one paragraph */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/font.h"

struct arena;

/* A paragraph is a row of boxes, glue and penalties. */
enum brick_kind { BRICK_BOX, BRICK_GLUE, BRICK_PENALTY };

#define BRICK_NEVER  10000
#define BRICK_FORCED (-10000)

struct brick {
	enum brick_kind kind;
	mpt width;           /* natural; of a penalty 0 */
	mpt stretch, shrink; /* of glue */
	int penalty;         /* cost of a break here; of glue: 0 or NEVER */
	bool flagged;        /* a break here sets a hyphen */
	mpt before, after;   /* width that a break here adds to the end of its
			      * line and to the start of the next */
	mpt hang_start;      /* how much of a box may stick out of the margin
			      * at the start of a line */
	mpt hang_end;        /* the same at the end, for a break here */
	uint32_t at;         /* byte of the text where the next line begins */
	uint32_t end;        /* byte where the line before ends */
};

/* How lines are judged. */
struct break_style {
	mpt first, rest; /* widths of the first and the later lines */
	bool justified;  /* else ragged: glue keeps its width */
	bool balanced;   /* ragged: fewest lines, of equal length */
	int tolerance;   /* justified: worst badness of a line, 10000 any */
	int expand;      /* justified: 1/1000 by which letters may be widened
			  * or narrowed */
	bool final;      /* leave overfull lines rather than give up */
};

/* The last line is short when it fills less than this part (in 1/1000) or is
 * a lone word, other ragged lines below that. */
#define LINE_LAST_LEAST 100
#define LINE_LEAST      800

/*
 * The bricks at which lines end, in order; the last is n - 1, a forced penalty.
 * The array is the arena's.  NULL when no breaks keep within the widths and
 * the tolerance and the style is not `final`.  n > 0.
 */
size_t *breaks_choose(struct arena *, const struct brick *, size_t n,
    const struct break_style *, size_t *nbreaks);

/* Demerits of given breaks; -1 when they are not allowed (a line does not fit,
 * two hyphens in a row, a break that is none). */
int64_t breaks_cost(struct arena *, const struct brick *, size_t n,
    const struct break_style *, const size_t *breaks, size_t nbreaks);

#endif
