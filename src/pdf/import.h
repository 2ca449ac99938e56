/* SPDX-License-Identifier: MIT */
/* pdf/import.h - pages of Cairo's PDF as content and resources */
#ifndef PDF_IMPORT_H
#define PDF_IMPORT_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct import;
struct obj;
struct pdf;

/* A page: its operators (the arena's) and a copy of its resources (a direct
 * dictionary, without transparency groups). */
struct import_page {
	struct str content;
	struct obj *resources;
};

/* Read a PDF in memory, which must be sound and without fonts. */
struct import *import_open(struct arena *, struct pdf *, struct str bytes);
void import_close(struct import *); /* NULL is allowed */

/* Page `index` from 0, which must be there. */
void import_page(struct import *, size_t index, struct import_page *);

#endif
