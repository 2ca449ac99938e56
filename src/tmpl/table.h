/* SPDX-License-Identifier: MIT */
/* tmpl/table.h - a data table between its evaluation and its Markdown */
#ifndef TMPL_TABLE_H
#define TMPL_TABLE_H

#include "base/map.h"
#include "tmpl/engine.h"

struct column {
	const char *head, *over; /* Markdown; over: head of several columns */
	const char *missing;	 /* for cells without a value; NULL: error */
	struct expr *value, *note;
	bool cite; /* note: cite */
	bool heat;
	int align; /* index of left right centre decimal; -1: by the values */
	double width;
	struct place at;
};

struct cell_text {
	struct str text; /* Markdown of a pipe cell */
	enum value_kind kind;
	double number; /* NAN: none */
	enum better better;
};

struct line {
	struct cell_text *cells;
	struct str group;
	size_t index, first; /* order; of the first line of the group */
};

struct table {
	struct tmpl *t;
	const struct conf *conf;
	struct place at;
	const char *missing;
	struct selection rows;
	struct expr *group;
	struct column *columns;
	size_t ncolumns;
	struct line *lines;
	size_t nlines;
};

/* Caption, head, rows: into the output where the fence stood. */
void table_write(struct table *);

#endif
