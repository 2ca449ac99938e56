/* SPDX-License-Identifier: MIT */
/* layout/line.h - one broken line to the items of a box */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include "layout/items.h"
#include "layout/vlist.h"

/* Which part of the text the line holds and how it is set. */
struct line {
	uint32_t from, to; /* bytes; the space at a break is outside */
	bool hyphen;       /* ends with a hyphen of the program */
	bool spaced;       /* broken at a space: its glyph is set */
	bool last;         /* of the paragraph, or before a forced break */
	mpt indent;        /* from the starting edge */
	mpt width;         /* of the column */
	mpt natural;       /* of its content */
	size_t spaces;     /* that justification may widen */
	mpt blank;         /* width of these */
	mpt hang_start, hang_end;
};

/* How a justified line is filled: letters are widened or narrowed first, as far
 * as the style allows, spaces take the rest. */
struct line_fit {
	int expand;     /* 1/1000 by which glyphs are widened */
	mpt word_space; /* added to each space beyond that */
	mpt over;       /* what the line is too long by, though its spaces have
			 * shrunk by a third */
};

/* Nothing to do for a last line that is not too long. */
struct line_fit line_fit(const struct items *, const struct line *);

/* Natural width and spaces of a line: fills in the fields. */
void line_measure(const struct items *, struct line *);

/* The line as a box, appended to the list. */
void line_set(const struct items *, const struct line *, struct vlist *out,
    enum role, enum para_align, enum artifact);

#endif
