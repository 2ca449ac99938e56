/* SPDX-License-Identifier: MIT */
/* pdf/form.h - plots as form XObjects */
#ifndef PDF_FORM_H
#define PDF_FORM_H

#include <stddef.h>

#include "pdf/pdf.h"

struct arena;
struct font_files;
struct forms;
struct node;
struct obj;
struct pdf;

/* One plot.  The places' starts count in the form's text; page and mcid are
 * for the one who paints it. */
struct form {
	struct obj *obj; /* NULL: the leaf has no drawing */
	char name[16];
	mpt width, height;
	struct pdf_place *places;
	size_t nplaces;
};

/* The drawings of the input. */
struct forms *forms_open(struct arena *, struct pdf *, const struct pdf_input *,
    struct font_files *);

/* The form of a PLOT leaf: its drawing, then its runs in the report's
 * own fonts.  Codes are given out here, so call it in writing order. */
struct form form_make(struct forms *, const struct node *leaf);

#endif
