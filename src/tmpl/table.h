/* SPDX-License-Identifier: MIT */
/* tmpl/table.h - a data table between its evaluation and its Markdown */
#ifndef TMPL_TABLE_H
#define TMPL_TABLE_H

#include "base/map.h"
#include "tmpl/engine.h"

/* Which end of a heat column is light: good or low. */
enum heat { HEAT_NONE, HEAT_BY_INDICATOR, HEAT_LOW, HEAT_HIGH };

/* How the values of rows that agree in all else stand in one cell. */
enum gather { GATHER_NONE, GATHER_LIST, GATHER_LINE };

struct column {
	const char *head, *over; /* Markdown; over: head of several columns */
	const char *missing;     /* for cells without a value; NULL: error */
	struct expr *value, *note, *total;
	bool cite;  /* note: cite */
	bool list;  /* each item of the value on a line of its own */
	bool old;   /* old values carry a dagger */
	bool muted; /* grey */
	bool merge; /* a value like the one above makes its cell longer */
	enum gather gather;
	enum heat heat;
	int align; /* index of left right centre decimal; -1: by the values */
	double width;
	struct place at;
	struct var *item; /* of the column's own loop, or NULL */
	bool again;       /* the loop's first column has been checked */
};

struct cell_text {
	struct str text; /* Markdown of a pipe cell */
	struct value value;
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
	VEC(struct column) list; /* being read */
	struct column *columns;
	size_t ncolumns;
	struct line *lines;
	size_t nlines;
	struct line total; /* cells NULL: none */
	bool old;          /* a cell has a dagger */
};

/* The YAML with quotes around its expressions; *origin then knows them. */
struct str table_quote(struct arena *, struct str text, struct origin *);

/* Items as Markdown of one cell, each with a bullet if there are several. */
void table_bullets(struct buf *out, const struct str *items, size_t n);
/* Rows that agree in all columns but the gathered ones become one row. */
void table_gather(struct table *);
/* Does the cell go on from the row above? */
bool table_merges(const struct table *, size_t line, size_t column);

/* The last row, of what columns say under `total`. */
void table_total(struct table *);

/* The Markdown of a cell with that value; an old one gets a dagger. */
struct str table_old_mark(
    struct table *, const struct value *, struct str text);
/* The key with the words that explain the dagger, if a cell has one. */
const char *table_old_key(struct table *, const char *key);

/* Caption, head, rows: into the output where the fence stood. */
void table_write(struct table *);

#endif
