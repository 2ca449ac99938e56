/* SPDX-License-Identifier: MIT */
/* layout/note.h - the notes of one page: how tall, where split, where placed */
#ifndef LAYOUT_NOTE_H
#define LAYOUT_NOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "layout/set.h"

/* Lines [from, to) of one note. */
struct note_piece {
	struct note_box *note;
	const struct vlist *lines; /* at the list's width */
	size_t from, to;
};

/* Notes stand across the page foot in two balanced columns, or under a column
 * of text, at its width. */
struct note_list {
	mpt width;                     /* of that column; 0: across */
	VEC(struct note_piece) pieces; /* in reading order */
};

/* The lines of a note, the first with its number, to an empty list. */
void note_set(const struct setter *, const struct node *note, mpt width,
    struct vlist *out);

/* Add a note in its whole length, unless it is there. */
void note_add(struct setter *, struct arena *, struct note_list *,
    const struct node *note);
/* Bring the pieces into the order of their numbers. */
void note_sort(struct note_list *);

/* Grid lines that the block takes, with its rule and the space above; 0 for no
 * notes. */
int note_lines(const struct setter *, const struct note_list *);

/*
 * Cut the list so that it fits `lines`: only the last note may be split, after
 * its second line, when more than two remain; what is cut goes to `rest`.
 * False if that is not possible; with `force` whole notes go to the rest too.
 */
bool note_cut(struct setter *, struct arena *, struct note_list *, int lines,
    bool force, struct note_list *rest);

/* A list of its own with the same pieces. */
struct note_list note_copy(struct arena *, const struct note_list *);

/* Draw the block so that it ends at the foot, from x, its left edge. */
void note_place(
    struct setter *, struct page *, const struct note_list *, mpt x, mpt foot);

#endif
