/* SPDX-License-Identifier: MIT */
/* pdf/link.h - active areas and where they lead */
#ifndef PDF_LINK_H
#define PDF_LINK_H

#include <stdint.h>

#include "text/font.h"

struct arena;
struct buf;
struct item;
struct node;
struct obj;
struct pdf;
struct pdf_input;
struct tags;

/*
 * The node whose area a LINK item is: the LINK, NOTE_MARK, PAGE_REF, TOC_ENTRY
 * or NOTE (for its number) at or above the item's leaf.  NULL: the item is
 * none, or an artifact.
 */
const struct node *link_node(const struct item *);

/* Where nodes stand: the first DEST of each, else its first ink. */
struct spot {
	int page; /* from 0; -1: nowhere */
	mpt x, y; /* upper left corner, y down */
};

/* Indexed by node->index; in the arena. */
struct spot *link_spots(struct arena *, const struct pdf_input *);

/* Append "/Dest[page /XYZ x y null]" in PDF syntax. */
void link_dest(struct buf *, const struct pdf_input *, struct obj *const *pages,
    const struct spot *);

/* Annotations for all areas, on their pages and in the structure. */
void link_write(struct arena *, struct pdf *, const struct pdf_input *,
    struct obj *const *pages, const struct spot *spots, struct tags *);

#endif
