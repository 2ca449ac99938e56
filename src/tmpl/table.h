/* SPDX-License-Identifier: MIT */
/* tmpl/table.h - a data table between its evaluation and its Markdown */
#ifndef TMPL_TABLE_H
#define TMPL_TABLE_H

#include "base/map.h"
#include "tmpl/engine.h"

/* Which end of a heat column is light: good or low. */
enum heat { HEAT_NONE, HEAT_BY_INDICATOR, HEAT_LOW, HEAT_HIGH };

struct column {
	const char *head, *over; /* Markdown; over: head of several columns */
	const char *missing;     /* for cells without a value; NULL: error */
	struct expr *value, *note;
	bool cite; /* note: cite */
	enum heat heat;
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
	bool subject;        /* the row that the report is about */
	size_t index, first; /* order; of the first line of the group */
};

struct table {
	struct tmpl *t;
	const struct conf *conf;
	struct place at;
	const char *missing;
	struct selection rows;
	struct expr *group, *subject;
	struct column *columns;
	size_t ncolumns;
	struct line *lines;
	size_t nlines;
};

/* The YAML with quotes around its expressions; *origin then knows them. */
struct str table_quote(struct arena *, struct str text, struct origin *);

/* Caption, head, rows: into the output where the fence stood. */
void table_write(struct table *);

#endif
