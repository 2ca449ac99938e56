/* SPDX-License-Identifier: MIT */
/* proof/csv.h - fields of CSV texts (RFC 4180) */
#ifndef PROOF_CSV_H
#define PROOF_CSV_H

#include <stdbool.h>

struct buf;

/* Append a field and what ends it: a comma, or CR LF behind the last. */
void csv_text(struct buf *, const char *text, bool last);

/* The shortest text that reads back as v; empty for NAN. */
void csv_number(struct buf *, double v, bool last);

#endif
