/* SPDX-License-Identifier: MIT */
/* pdf/image.h - pictures from files as XObjects */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

struct arena;
struct images;
struct node;
struct obj;
struct pdf;
struct pdf_input;
struct sink;

struct image {
	struct obj *obj; /* NULL after an error was reported */
	char name[16];
};

struct images *images_open(
    struct arena *, struct sink *, struct pdf *, const struct pdf_input *);

/*
 * The file of an IMAGE leaf: JPEG, PNG, or the first page of a PDF without
 * fonts; its space is the unit square.  Each file is read once.  Errors are
 * FILE_OPEN, PDF_IMAGE and PDF_IMPORT at the leaf.
 */
struct image image_load(struct images *, const struct node *leaf);

#endif
