/* SPDX-License-Identifier: MIT */
/* layout/front.h - what the setters share that place boxes themselves */
#ifndef LAYOUT_FRONT_H
#define LAYOUT_FRONT_H

#include "layout/para.h"
#include "layout/set.h"

/* A measure of the style in millipoints by its path ("cover.logo.x"); the
 * fallback is in points. */
mpt front_measure(const struct setter *, const char *path, double fallback);

mpt front_width(const struct setter *); /* of the type area */
mpt front_foot(const struct setter *);  /* y of its lower edge */
/* Where something of width w stands whose left edge is x in a left-to-right
 * document. */
mpt front_x(const struct setter *, mpt x, mpt w);

/*
 * The blocks of a part in order, as if its sections had no levels: the first,
 * and the one after a block; notes are left out.  NULL at the end.
 */
const struct node *front_first(const struct node *part);
const struct node *front_next(
    const struct node *block, const struct node *part);
/* The first such block with the class, or NULL. */
const struct node *front_find(const struct node *part, const char *class_name);
/* Is it a paragraph, or a div, of class "lead"? */
bool front_is_lead(const struct node *);

/* Does a chapter's label have a word, so that it is a line of its own? */
bool front_label_is_line(const struct node *);

/* Set all paragraphs of a block (or the block, if it is one). */
void front_paras(const struct setter *, struct vlist *, const struct node *,
    enum role, const struct para_options *);
/* Set one block as block_set does, without those behind it. */
void front_block(struct setter *, struct flow *, const struct node *,
    const struct block_style *);

/* Put lines below each other from *y; x as for front_x. */
void front_lines(
    struct setter *, struct page *, const struct vlist *, mpt x, mpt *y);
void front_rule(struct setter *, struct page *, mpt x, mpt y, mpt w, mpt thick,
    uint32_t colour);

/*
 * The level-1 heading at the top of the type area; *y is then the lower edge
 * of its lines.  Answers the first block behind it.
 */
const struct node *front_title(struct setter *, struct page *, mpt *y);
/* The same with the paragraphs of a standing introduction below it, if any. */
const struct node *front_intro(struct setter *, struct page *, mpt *y);

/* Move the items of a box, and add those of another to it. */
void front_shift(struct vbox *, mpt x, mpt y);
void front_add(
    struct arena *, struct vbox *, const struct vbox *part, mpt x, mpt y);
/* How far the ink of a line reaches from its left edge. */
mpt front_extent(const struct vbox *);

#endif
