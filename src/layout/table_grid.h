/* SPDX-License-Identifier: MIT */
/* layout/table_grid.h - the cells of a table in rows and columns, set */
#ifndef LAYOUT_TABLE_GRID_H
#define LAYOUT_TABLE_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "layout/layout.h"
#include "layout/para.h"
#include "layout/style.h"
#include "layout/table_width.h"
#include "layout/vlist.h"

#define TABLE_RULE PT(0.5)

struct node;

struct table_cell {
	const struct node *node;
	size_t row;
	size_t column, span, rowspan;
	struct para_draft **drafts; /* of its paragraphs, once measured */
	size_t ndrafts;
	struct vlist lines;   /* set at the cell's width */
	mpt height;           /* of its lines */
	mpt x, width;         /* in the table, from its left edge */
	bool number;          /* stands on the decimal point */
	mpt left, point, end; /* of a number: ink's edges, and its point */
};

enum table_row_kind { TABLE_BODY, TABLE_HEAD, TABLE_GROUP };

struct table_row {
	const struct node *node;
	enum table_row_kind kind;
	size_t first, n;     /* its cells */
	mpt height;          /* with padding and rule */
	mpt above, below;    /* padding */
	bool tied;           /* to the next row by a cell over both */
	bool subject, total; /* this country; sum, mean or median */
};

/* A column on the decimal point: the widest part before it and after. */
struct table_point {
	mpt before, after;
};

struct table_grid {
	const struct layout_env *env;
	struct arena *scratch; /* of cells that are measured, not yet set */
	const struct node *table;
	mpt width, gap;
	bool heat, diverging, rtl;
	enum role body, group;        /* of its cells and group rows */
	VEC(struct table_cell) cells; /* row by row */
	VEC(struct table_row) rows;
	size_t ncolumns;
	struct column_width *columns;
	struct table_point *points; /* by column */
	mpt *gaps;                  /* behind each column */
	mpt *x;            /* left edges of columns, before mirroring */
	const char *point; /* the language's decimal point */
};

/* Read the rows of a TABLE, choose one of the widths (0-ended) and those of
 * its columns and set every cell.  Linear in the cells. */
struct table_grid *table_grid(
    const struct layout_env *, const struct node *table, const mpt *widths);

/* --- table_cell.c: one cell --- */

enum role table_cell_role(const struct table_grid *, const struct table_cell *);
/* The step of a heat cell, 1 to 5; 0 if it has none. */
int table_cell_step(const struct table_cell *);
/* Has the cell the class, or is all of it a span that has it? */
bool table_cell_is(const struct table_cell *, const char *class_name);

/* Has it no content but a dash? */
bool table_cell_is_empty(const struct table_cell *);
/* How it is set at a width: alignment and colour. */
struct para_options table_cell_options(
    const struct table_grid *, const struct table_cell *, mpt width);
/* Set its paragraphs anew: lines and height. */
void table_cell_set(const struct table_grid *, struct table_cell *,
    const struct para_options *);
/* Of its widest paragraph; long heads ask for two lines. */
struct para_widths table_cell_widths(
    const struct table_grid *, struct table_cell *);

#endif
