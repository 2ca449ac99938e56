/* SPDX-License-Identifier: MIT */
/*
 * pdf/tag.h - the structure tree
 *
 * tag_plan walks the document once and gives each leaf the structure element
 * that its content belongs to; content is written with that knowledge; then
 * tag_write puts the marked-content ids where the leaf stands among the kids
 * of its element.  Plain text leaves and emphasis have no element.
 */
#ifndef PDF_TAG_H
#define PDF_TAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/vec.h"
#include "layout/page.h"

struct arena;
struct node;
struct obj;
struct pdf;
struct pdf_input;

/* A marked-content sequence; they come in writing order. */
struct mark {
	const struct node *leaf; /* its first content */
	int page;                /* from 0 */
	unsigned mcid;
	struct rect box; /* of figures, on the page, y down; w 0: none */
	const struct mark *next; /* of the same leaf */
};

/* One thing under an element, in order of the document. */
struct kid {
	struct elem *elem;       /* an element, */
	const struct node *leaf; /* or the marks of a leaf, */
	struct obj *annot;       /* or an annotation on a page */
	int page;
	struct kid *next;
};

/* What the labels of a list are; LIST_NOT: no list. */
enum list_numbering { LIST_NOT, LIST_PLAIN, LIST_BULLET, LIST_DECIMAL };

/* Attributes of cells; span and rowspan are 1 where nothing is said. */
struct cell_tags {
	const char *scope; /* "Row", "Column"; NULL: none */
	int span, rowspan;
	const struct elem **headers;
	size_t nheaders;
};

struct elem {
	const char *type;
	const struct node *node; /* what it was made for */
	struct elem *parent;
	struct kid *first, *last;
	const char *lang; /* own or inherited */
	const char *id;
	const char *alt;
	struct cell_tags *cell;   /* TH, TD */
	enum list_numbering list; /* L */
	bool used;                /* has content */
	bool keep;                /* stands without it: the grid of a table */
	struct obj *obj;
};

struct tags {
	struct arena *arena;
	const struct pdf_input *in;
	struct elem *root;
	struct elem **of_leaf;     /* by node->index; NULL: not in the tree */
	struct elem **of_link;     /* Link element of a node */
	struct elem **of_node;     /* FIGURE and TABLE: whom data belong to */
	bool *linked;              /* has an active area */
	const struct mark **marks; /* first one of a leaf, by index */
	VEC(struct elem *) annotations; /* in order of their numbers */
	VEC(struct elem *) ids;         /* elements with an ID, while writing */
	unsigned nheads;                /* head cells that have one */
};

struct tags *tag_plan(struct arena *, const struct pdf_input *);

/* NULL: the leaf has no place in the structure, its ink is an artifact. */
struct elem *tag_of_leaf(const struct tags *, const struct node *leaf);

/* For the planners: a new last kid. */
struct elem *tag_new(
    struct tags *, struct elem *parent, const char *type, const struct node *);
void tag_kids(struct tags *, const struct node *, struct elem *);
void tag_node(struct tags *, const struct node *, struct elem *);
/* The blocks of a cell or item from the first one on. */
void tag_body(struct tags *, const struct node *first, struct elem *);

/* Tell the planned tree what was written. */
void tag_fill(struct tags *, struct mark *, size_t n);

/* Put an annotation into the Link of its node; its number in the parent
 * tree, -1: the node has no Link. */
int tag_annotation(
    struct tags *, const struct node *, struct obj *annot, int page);

/* The structure tree into the catalog, without what stayed empty; `pages` in
 * order. */
void tag_write(struct tags *, struct pdf *, struct obj *const *pages,
    const struct mark *, size_t n);

/* Mark the elements that hold something, once the tree is filled and has its
 * annotations. */
void tag_use(const struct tags *);

/* The tree as text, one element a line. */
void tag_dump(const struct tags *, FILE *);

#endif
