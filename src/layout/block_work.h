/* SPDX-License-Identifier: MIT */
/*
 * layout/block_work.h - what the setters of blocks share: block.c, block_box.c
 * and block_figure.c
 */
#ifndef LAYOUT_BLOCK_WORK_H
#define LAYOUT_BLOCK_WORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "layout/set.h"

#define SPACE_FLOAT  PT(26)
#define SPACE_STAND  PT(6) /* around a picture without words */
#define SPACE_LIST   PT(6.5)
#define SPACE_NUMBER PT(19.5)
#define HANG_BULLET  PT(12)

/* The setting of a row of blocks, and what waits for the next box. */
struct setting {
	struct setter *set;
	struct flow *flow;
	struct block_style style;
	mpt space;        /* wanted before the next box */
	mpt space_at_top; /* the same at a column's top */
	mpt space_skip;   /* the same if the insert in front moves away */
	bool after_insert;
	int penalty;        /* of breaking before the next box */
	int keep;           /* so many next boxes stay with the one before */
	bool under_heading; /* no text since the last heading */
	mpt left;           /* of lists in lists */
	int depth;          /* of lists */
	bool fresh;         /* after a heading, list, figure: no indent */
	const struct node *run_in;      /* h4 waiting for its paragraph */
	VEC(const struct node *) dests; /* waiting for a box */
	VEC(const struct node *) calls; /* floats that stand here */
};

/* The next box wants at least so much space before it. */
void block_space(struct setting *, mpt space, mpt at_top);

/* Give the boxes from `from` on what waited: space, penalties, places. */
void block_finish(struct setting *, size_t from);

/* A box that stands where it is written, so far from its neighbours. */
void block_stand(struct setting *, struct vbox, mpt above, mpt below);

/* Set a block and its following siblings. */
void block_siblings(struct setting *, const struct node *first);

/* A figure, box or short table that stays in its column: one box that may
 * move to the top of the next. */
void block_insert(struct setting *, struct vbox);

/* Does the block leave its column, to stand across all? */
bool block_spans(const struct setting *, const struct node *);
/* Let it leave: its boxes are the caller's to add. */
struct vfloat *block_float(struct setting *, const struct node *);

/* Setters of block_box.c. */
void block_quote(struct setting *, const struct node *);
void block_pull_quote(struct setting *, const struct node *);
void block_box(struct setting *, const struct node *);

/* A div of class number or numbers (block_number.c); false: another div. */
bool block_number(struct setting *, const struct node *);

/* Setters of block_figure.c. */
void block_figure(struct setting *, const struct node *);
void block_table(struct setting *, const struct node *);

#endif
