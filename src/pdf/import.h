/* SPDX-License-Identifier: MIT */
/* pdf/import.h - pages of another PDF as content and resources */
#ifndef PDF_IMPORT_H
#define PDF_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct import;
struct obj;
struct pdf;
struct sink;

/* A page: its operators (the arena's), a copy of its resources (a direct
 * dictionary, without transparency groups) and its MediaBox in points. */
struct import_page {
	struct str content;
	struct obj *resources;
	double box[4];
};

/* Read a PDF in memory; NULL after PDF_IMPORT was reported at `at` under its
 * name. */
struct import *import_open(struct arena *, struct sink *, struct pdf *,
    struct str bytes, const char *name, struct place at);
void import_close(struct import *); /* NULL is allowed */

/*
 * Page `index` from 0; false after PDF_IMPORT was reported.  Pages with fonts
 * are refused: theirs would hardly conform, and ours draw the text of plots.
 */
bool import_page(struct import *, size_t index, struct import_page *);

#endif
