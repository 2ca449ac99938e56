/* SPDX-License-Identifier: MIT */
/*
 * text/run.h - a string of glyphs in one font, size, colour and language
 *
 * Layout moves runs and never looks into glyphs.  The text stays with the run,
 * so that pdf/ alone decides on CIDs and ActualText.  Glyphs are in visual
 * order (left to right), offsets and advances in font units.
 */
#ifndef TEXT_RUN_H
#define TEXT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/font.h"

struct arena;
struct node;

/* 16 bytes: a report has a hundred thousand. */
struct glyph {
	uint32_t cluster; /* byte offset into the run's text */
	int32_t advance;  /* font units, kerning included */
	uint16_t id;
	int16_t x_offset, y_offset;
	bool unsafe_to_break; /* before this glyph */
};

/* What the run ends with, for extraction (DESIGN section 9, "Ends of lines").
 */
enum run_end {
	RUN_PLAIN,
	RUN_SOFT_HYPHEN, /* the last glyph is a hyphen set by the program: its
			  * text is U+00AD */
};

struct run {
	const struct font *font;
	mpt size;
	uint32_t colour;  /* 0xRRGGBB */
	const char *lang; /* BCP 47 */
	bool rtl;
	const struct node *leaf; /* NULL only inside artifacts */
	struct str text;         /* the UTF-8 that the glyphs stand for */
	const struct glyph *glyphs;
	size_t nglyphs;
	mpt width;        /* sum of advances at the size + spacing */
	mpt raise;        /* of the baseline, up positive */
	mpt letter_space; /* added after each glyph */
	mpt word_space;   /* added to each U+0020 or U+00A0 glyph */
	int16_t expand;   /* by how many 1/1000 glyphs are widened */
	enum run_end end;
};

/* Some glyphs of one font, and their text. */
struct run_piece {
	const struct glyph *glyphs;
	size_t n;
	uint32_t base; /* cluster of the text's first byte */
	struct str text;
};

/*
 * A run of pieces in logical order, with font, size, colour, spacing … of
 * `look`; the glyphs of a right-to-left run stand from the last piece to the
 * first.
 */
struct run *run_join(
    struct arena *, const struct run_piece *, size_t n, const struct run *look);

#endif
