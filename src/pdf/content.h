/* SPDX-License-Identifier: MIT */
/*
 * pdf/content.h - the pages' content streams
 *
 * Every item of a page belongs to a leaf of the document or is an artifact;
 * either way it stands in a marked-content sequence, and sequences never
 * nest.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include <stddef.h>

#include "base/vec.h"
#include "pdf/pdf.h"
#include "pdf/tag.h"

struct arena;
struct font_files;
struct forms;
struct images;
struct obj;
struct pdf;

/* What writing the pages leaves behind, in writing order. */
struct content {
	VEC(struct mark) marks;
	VEC(struct pdf_place) places;
	struct obj **pages;
};

void content_write(struct arena *, struct pdf *, const struct pdf_input *,
    struct font_files *, struct forms *, struct images *, const struct tags *,
    struct content *);

#endif
