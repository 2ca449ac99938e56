/* SPDX-License-Identifier: MIT */
/*
 * data/sheet.h - a foreign CSV file as rows, streamed
 *
 * Unlike data/rows.c, which reads the workspace's own files whole and strictly,
 * this reads files of any size as other people write them: any separator,
 * lines before the header, Windows-1252 in places.  Fields are split when
 * they are asked for, so that a row that nobody wants costs little more than
 * finding its end.
 */
#ifndef DATA_SHEET_H
#define DATA_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct input;
struct sheet;

enum sheet_state {
	SHEET_END,
	SHEET_ROW,
	SHEET_BAD, /* a row that was reported and is left out */
};

/* A row of the beginning of the file, split. */
struct sheet_row {
	unsigned line;
	size_t end; /* offset behind it */
	size_t n;
	struct str *fields;
};

/* NULL after a message.  The caller closes it. */
struct sheet *sheet_open(struct arena *, struct sink *, const char *path);
void sheet_close(struct sheet *);
const struct input *sheet_input(const struct sheet *);

/* Rows of the beginning of the file, at most max, split at the separator;
 * malformed ones are not among them.  Before sheet_start only. */
size_t sheet_peek(
    struct sheet *, char separator, size_t max, struct sheet_row *rows);

/* Read on behind a row that sheet_peek gave; rows have `columns` fields, or
 * `width` where columns without a name stand at the end. */
void sheet_start(struct sheet *, char separator, const struct sheet_row *after,
    size_t columns, size_t width);

/* Go to the next row that is not blank. */
enum sheet_state sheet_next(struct sheet *);

/* The k-th field of the row without blanks around it; false when the row is
 * too short or malformed before it.  Valid until the next sheet_next. */
bool sheet_field(struct sheet *, size_t k, struct str *);

/* Split the whole row; false after a message when it is malformed or has
 * another number of fields than the header. */
bool sheet_check(struct sheet *);
/* Whether what was split of it so far is well-formed. */
bool sheet_sound(const struct sheet *);
/* How many fields it has, after sheet_check or while it is short. */
size_t sheet_fields(struct sheet *);

unsigned sheet_line(const struct sheet *);
struct place sheet_place(const struct sheet *, size_t column);
/* Fields read as Windows-1252, and the line of the first. */
size_t sheet_windows(const struct sheet *, unsigned *line);

#endif
