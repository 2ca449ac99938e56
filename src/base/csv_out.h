/* SPDX-License-Identifier: MIT */
/* base/csv_out.h - fields of CSV texts (RFC 4180) */
#ifndef BASE_CSV_OUT_H
#define BASE_CSV_OUT_H

#include <stdbool.h>

struct buf;

/* Append a field, in quotes where it holds the separator, a quote or a line
 * end, or begins or ends with a blank, which readers that trim would lose. */
void csv_field(struct buf *, const char *text, char separator);

/* A field of a text with commas, and what ends it: a comma, or CR LF behind
 * the last. */
void csv_text(struct buf *, const char *text, bool last);

/* The shortest text that reads back as v; empty for NAN. */
void csv_number(struct buf *, double v, bool last);

#endif
