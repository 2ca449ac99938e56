/* SPDX-License-Identifier: MIT */
/* data/rows.h - a CSV file as rows under a header, each field with its place */
#ifndef DATA_ROWS_H
#define DATA_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct rows;

/* The fields stay valid until the next call of rows_next. */
struct row {
	unsigned line;
	size_t offset; /* of its first byte in the file */
	size_t n;      /* as many as the header has */
	const struct str *fields;
};

/*
 * Open a file and read its header: names in lower case, separator "," ";" or
 * tab as the header shows.  NULL after a message: not there, no text in UTF-8,
 * no header.  The caller closes it.
 */
struct rows *rows_open(struct arena *, struct sink *, const char *path);

/* The same for a text at hand, which the rows refer to; `path` names it in
 * messages. */
struct rows *rows_open_text(
    struct arena *, struct sink *, const char *path, struct str text);

/* Frees what is not the arena's; places may still be asked. */
void rows_close(struct rows *);

size_t rows_columns(const struct rows *);
struct str rows_head(const struct rows *, size_t column);

/*
 * The next row that is well-formed and has as many fields as the header;
 * others are reported and left out.  False at the end.
 */
bool rows_next(struct rows *, struct row *);

/* Where a field stands, as far as costs nothing. */
struct spot {
	const struct rows *rows;
	unsigned line;
	size_t offset, column;
};

/* The place of a field, by the row's line and offset; the header is line 1,
 * offset 0 unless blank lines precede it. */
struct place rows_place(
    const struct rows *, unsigned line, size_t offset, size_t column);
struct place spot_place(struct spot);
struct place rows_head_place(const struct rows *, size_t column);

#endif
