/* SPDX-License-Identifier: MIT */
/*
 * layout/para.h - inline content to lines (Knuth-Plass over the whole
 * paragraph), placed as boxes of a vertical list
 */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H

#include <stdbool.h>

#include "layout/layout.h"
#include "layout/style.h"
#include "layout/vlist.h"

struct arena;
struct node;

enum para_align {
	PARA_STYLE, /* ragged or justified as the role says */
	PARA_RAGGED,
	PARA_JUSTIFIED,
	PARA_CENTRED,
	PARA_END, /* flush with the ending edge */
};

struct para_options {
	mpt width;        /* of the column */
	mpt hang;         /* where lines start, from the column's edge */
	mpt first_indent; /* added for the first line; negative: hanging */
	enum para_align align;
	bool balanced; /* lines of equal length (headings, titles) */
	const struct node
	    *run_in; /* set before the first word: an h4 heading
		      * or a label, in role run_in_role; or NULL */
	enum role run_in_role;
	enum artifact artifact; /* ARTIFACT_NONE: real content */
	uint32_t colour;        /* used instead of the role's when has_colour */
	bool has_colour;
	bool bold;               /* in the role's bold cut */
	const struct node *only; /* NULL: all kids of the block */
};

/*
 * Append the lines of a block's inline children to the list, one box a line of
 * height = the role's leading, with the notes and floats that they call.  First
 * and last two lines carry widow and orphan penalties; space before the first
 * box is the caller's to set.  Overfull and very loose lines are reported at
 * the author's place.  Returns the number of lines.  Boxes of right-to-left
 * paragraphs are set from the right edge.
 */
size_t para_set(const struct layout_env *, struct vlist *out,
    const struct node *block, enum role role, const struct para_options *);

/* Plain generated text as one line box (running heads, labels). */
void para_text(const struct layout_env *, struct vlist *out, const char *text,
    const struct node *leaf, enum role role, const struct para_options *);

/* Widths of inline content: in one line, and of its widest unbreakable piece
 * (for table columns). */
struct para_widths {
	mpt min, max;
};
struct para_widths para_measure(
    const struct layout_env *, const struct node *block, enum role role);

/*
 * A ragged paragraph that is measured before its width is known.  It is shaped
 * once, in the arena, which must live until it is set; `o` has the width only
 * when it is set.
 */
struct para_draft;
struct para_draft *para_draft(const struct layout_env *, struct arena *,
    const struct node *block, enum role role, const struct para_options *o);
struct para_widths para_draft_widths(const struct para_draft *);
size_t para_draft_set(
    const struct para_draft *, struct vlist *out, const struct para_options *o);

#endif
