/* SPDX-License-Identifier: MIT */
/*
 * layout/table.h - tables to rows: column widths, cells, spans, and what is
 * repeated when a table continues on another page
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/layout.h"
#include "layout/vlist.h"

struct node;

/* A table as vertical material.  `rows` holds first the caption and head, then
 * one box for each body or group row (rows tied by a row span are one box),
 * then rule, key and source.  Penalties forbid breaks that would leave fewer
 * than two rows under the head or a group row, or on the last page. */
struct vtable {
	const struct node *table;
	mpt width;
	struct vlist rows;
	size_t first_body, end_body; /* boxes of body rows: [first, end) */
	bool breakable; /* more than 18 rows, or taller than a page */
	struct vsplit split;
	void *work; /* of table.c */
};

/* Set a table at the first of the widths (0-ended) that holds its columns, or
 * at the last; notes and floats called in cells are in the boxes. */
struct vtable *table_set(
    const struct layout_env *, const struct node *table, const mpt *widths);

/*
 * What stands first on a page where the table goes on with box `row`: "Table 4
 * (continued)", "from page N", title, head, running group row: ARTIFACT_REPEAT
 * throughout.  `page` is the number of the page before.
 */
void table_continuation(const struct layout_env *, const struct vtable *,
    size_t row, int page, struct vlist *out);

/* What stands last on a page before a continuation: "continues on page N" and
 * the key of marks: ARTIFACT_REPEAT. */
void table_continues(const struct layout_env *, const struct vtable *, int page,
    struct vlist *out);

/* "Table 4 (continued)": a label's text with the language's word. */
const char *table_continued(
    const struct layout_env *, const struct node *label);

#endif
