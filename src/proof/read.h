/* SPDX-License-Identifier: MIT */
/*
 * proof/read.h - a finished PDF read back
 *
 * Attachments by name, and the text of marked-content sequences by page and
 * MCID, as ToUnicode has it.  The text of a form counts where it is painted.
 */
#ifndef PROOF_READ_H
#define PROOF_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct finished;
struct sink;

/* NULL after a message: not there, no PDF, encrypted.  The caller closes it. */
struct finished *finished_open(struct arena *, struct sink *, const char *path);
void finished_close(struct finished *);

/* The bytes of an embedded file; false if there is none of that name. */
bool finished_attachment(struct finished *, const char *name, struct str *);

/* Names of all embedded files, in the order of the name tree. */
size_t finished_names(struct finished *, const char *const **);

size_t finished_pages(const struct finished *);

/* The text of a sequence, "" if there is no such sequence; page from 1. */
struct str finished_text(struct finished *, long page, long mcid);

/* What is heard instead of it: its ActualText; false if it has none. */
bool finished_actual(struct finished *, long page, long mcid, struct str *text);

/* The Alt of the structure element that a sequence belongs to, "" if it has
 * none. */
struct str finished_alt(struct finished *, long page, long mcid);

/* One more than the last MCID of a page. */
size_t finished_sequences(struct finished *, long page);

#endif
