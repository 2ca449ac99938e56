/* SPDX-License-Identifier: MIT */
/*
 * layout/set.h - what the setters of parts share
 *
 * A part (one template file) starts a page.  layout.c picks the setter by the
 * part's front matter "layout"; each setter builds vertical lists with block.c
 * and hands them to fill.c, or places boxes on pages itself (cover, imprint).
 */
#ifndef LAYOUT_SET_H
#define LAYOUT_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "layout/page.h"
#include "layout/style.h"
#include "layout/vlist.h"

struct note_box;

/* A figure, table or box that leaves the text and goes to a page's top or
 * foot, across the columns. */
struct vfloat {
	const struct node *node;
	struct vlist boxes;   /* one box unless a table may break */
	struct vtable *table; /* NULL: no table */
	size_t called;        /* index of the text box that calls it first */
	size_t stands;        /* index of the text box before which it stands */
	bool landscape;       /* on a page of its own, turned */
	int called_page;      /* page of that call; 0: not yet set */
	size_t next;          /* first box that is not yet placed */
	/* what stands above and below the rows of a table that goes on, and
	 * for which page and row it was set; 0: for none */
	struct vlist head, foot;
	int head_page, foot_page;
	size_t head_row;
};

/*
 * Up to which box, at the least, the text came on each of a part's pages that
 * has floats.  What floats brings its notes along, numbered behind those of the
 * text above it; with other numbers notes may have other texts and leave more
 * or less room.  When that goes to and fro, the ends are held.
 */
struct page_ends {
	VEC(size_t) v;
	bool hold;
};

/* What is remembered of a float. */
struct float_memory {
	/* on which of the part's pages, from 0, it stood at the latest when
	 * the part was set before */
	int page;
	size_t nth; /* of the flow at hand */
};

/* The setting of one part. */
struct setter {
	const struct layout_env *env;
	const struct style *style;
	struct arena *arena;
	struct doc *doc;
	struct pages *pages; /* of this part, numbered from first_page */
	const struct node *part;
	int first_page;          /* number of its first page */
	bool uses_page_numbers;  /* set when its look depends on first_page */
	struct note_box **notes; /* by note number, made when first needed */
	struct float_memory *float_of; /* by node index */
	struct page_ends *ends;
	bool rtl;
};

/* Furniture of a page: running head and folio are added when all pages are
 * known (master.c). */
enum furniture { FURNITURE_ALL, FURNITURE_FOLIO, FURNITURE_NONE };

/* A new page at the end of the part's pages. */
struct page *page_new(struct setter *, enum furniture);

/* Turn a page: its height becomes its width. */
void page_turn(struct page *);

/* --- block.c: blocks to vertical lists --- */

/* Text and what floats out of it. */
struct flow {
	struct vlist body;
	struct vfloat **floats; /* in document order */
	size_t nfloats, floats_cap;
};

/* Where and how blocks are set. */
struct block_style {
	mpt width;
	enum role body;  /* ROLE_BODY */
	bool grid;       /* lines stand on the baseline grid */
	bool floats;     /* full-width figures and tables leave the text */
	mpt float_width; /* width of what leaves: of the type area */
};

/* Append the blocks from `first` to its last sibling. */
void block_set(struct setter *, struct flow *, const struct node *first,
    const struct block_style *);
/* Caption, plot or picture, reading sentence and source as one box. */
struct vbox figure_box(struct setter *, const struct node *figure, mpt width);
/* "Figure 3", title, subtitle: appended to the list, shared with tables. */
void caption_set(const struct layout_env *, struct vlist *,
    const struct node *caption, mpt width);
/* All boxes of a list, placed below each other, as one box. */
struct vbox vlist_pack(struct arena *, const struct vlist *, mpt width);

/* --- fill.c: vertical lists to pages --- */

struct fill {
	int columns;
	mpt column_width;
	mpt left;          /* of the first column; columns follow by gutters */
	mpt top;           /* of the text on the first page (y); on later
			    * pages the type area's top */
	struct page *page; /* the first page, already made */
	bool opener;       /* floats go to the foot of the first page */
	bool balance;      /* balance the last page's columns */
};

/* Put a flow on pages: columns, notes, floats.  Adds pages as needed. */
void fill_pages(struct setter *, struct flow *, const struct fill *);

/* --- note.c: foot notes --- */

/* The lines of a note at half the width of the type area, at its full width
 * (set when a page has this note alone), and at a column's (set when notes
 * stand under columns). */
struct note_box {
	const struct node *note;
	struct vlist half, full, own;
	mpt own_width;
};
struct note_box *note_box(struct setter *, const struct node *note);

/* --- setters by the part's "layout" --- */
void set_cover(struct setter *);
void set_imprint(struct setter *);
void set_contents(struct setter *);
void set_terms(struct setter *);           /* acronyms: two balanced columns */
void set_plain(struct setter *);           /* h1, lead, one or two columns */
void set_summary(struct setter *);         /* span 8, margin figures */
void set_statistics(struct setter *);      /* key-statistics page */
void set_chapter(struct setter *);         /* opener, two columns */
void set_divider(struct setter *);         /* a page of its own, tinted */
void set_recommendations(struct setter *); /* addressee and items */

/* Add a thin rule, a tinted field to a box or page. */
struct item rule_item(mpt x, mpt y, mpt w, mpt thick, uint32_t colour);
struct item dest_item(const struct node *, mpt x, mpt y);

#endif
