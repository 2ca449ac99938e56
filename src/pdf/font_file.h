/* SPDX-License-Identifier: MIT */
/*
 * pdf/font_file.h - character codes and the embedded subsets of fonts
 *
 * A code (CID) stands for a glyph together with the text that it draws, so
 * that extraction gets the author's text without ActualText: a ligature, a
 * no-break space and a hyphen at a line end have codes of their own.
 */
#ifndef PDF_FONT_FILE_H
#define PDF_FONT_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct font;
struct obj;
struct pdf;
struct sink;

/* One code: what it draws and stands for. */
struct cid {
	uint32_t glyph;
	struct str text; /* borrowed */
	uint32_t chars;  /* Unicode characters in it */
	int32_t advance; /* of the glyph as such, font units */
	uint32_t next;   /* other code of the same glyph, 0: none */
};

/* The codes of one font, given out from 1 in order of first use. */
struct font_file {
	const struct font *font;
	char name[8]; /* "F0": its key in the resources */
	struct cid *cids;
	uint32_t n, cap;    /* codes 1 to n */
	uint32_t *by_glyph; /* newest code of each glyph, 0: none */
	struct font_file *next;
};

struct font_files;

struct font_files *font_file_set(struct arena *, struct pdf *);

/* The codes of a font; made at first use. */
struct font_file *font_file_of(struct font_files *, const struct font *);

/* The code of a glyph that stands for a text; made at first use.  The text
 * must live as long as the set. */
uint32_t font_file_cid(
    struct font_files *, struct font_file *, uint32_t glyph, struct str text);

/* The code of a blank; 0: the font has none. */
uint32_t font_file_blank(struct font_files *, struct font_file *);

/* The indirect dictionary of all fonts, for resources. */
struct obj *font_file_resources(const struct font_files *);

/* The fonts in use, in order of first use; NULL: none. */
const struct font_file *font_file_first(const struct font_files *);

/* Embed subsets of all fonts in use; PDF_FONT where one cannot be. */
void font_file_embed(struct font_files *, struct sink *);

#endif
