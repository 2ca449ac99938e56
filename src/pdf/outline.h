/* SPDX-License-Identifier: MIT */
/* pdf/outline.h - bookmarks and page labels */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

struct arena;
struct obj;
struct pdf;
struct pdf_input;
struct spot;

/* A bookmark for each heading of a section, nested as the sections are. */
void outline_write(struct arena *, struct pdf *, const struct pdf_input *,
    struct obj *const *pages, const struct spot *spots);

/* The labels of the pages as ranges of numbers, Roman numbers or words. */
void outline_labels(struct pdf *, const struct pdf_input *);

#endif
