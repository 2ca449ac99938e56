/* SPDX-License-Identifier: MIT */
/* doc/cite_work.h - notes between cite.c, which finds them, and cite_text.c */
#ifndef DOC_CITE_WORK_H
#define DOC_CITE_WORK_H

#include "doc/work.h"

/* A citation in words: the span, whose data the group was. */
struct cite_span {
	struct node *span;
	struct cite_group *group;
};

/* A note on its way to its text. */
struct draft {
	struct node *note, *mark;
	const char *label; /* its number, or letter */
	struct note_ref *ref;
	VEC(struct cite_item *) items;
	bool citation;               /* nothing but sources: Ibid. may stand */
	VEC(struct cite_span) spans; /* citations in its words */
	struct node *stop; /* the full stop that was put behind them */
};

struct citing {
	struct doc *doc;
	struct work *work;
	VEC(struct draft) drafts; /* by number */
	VEC(struct node *) marks;
	VEC(struct node *) in_place; /* citations in source lines */
	VEC(struct node *) sources;  /* source lines */
};

/* Number notes in the order of the drafts and choose the form of each
 * citation. */
void cite_settle(struct citing *);
/* Write the texts of notes, and citations in source lines. */
void cite_write_all(struct citing *);

#endif
