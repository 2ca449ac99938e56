/* SPDX-License-Identifier: MIT */
/*
 * pdf/ops.h - the operators of a content stream
 *
 * Turns lengths of the page model (millipoints, y down from the upper left
 * corner) into PDF's (points, y up): the only place that does so, with
 * decimals printed from integers.
 *
 * Text operators stand between BT and ET (ops_text_end); within a line the
 * pen moves by numbers in TJ, which are rounded to 1/1000 em against the exact
 * position, so that errors do not add up.
 */
#ifndef PDF_OPS_H
#define PDF_OPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "layout/page.h"
#include "text/run.h"

struct font_files;

struct ops {
	struct buf *out;
	struct font_files *fonts;
	mpt height;     /* of the page or form */
	bool in_mark;   /* behind BDC, or a form that is painted there */
	bool in_text;   /* behind BT */
	bool in_array;  /* of TJ */
	bool in_string; /* in that array */
	char chunk[64]; /* its codes, on their way to `out` */
	size_t nchunk;
	/* what the stream has set so far */
	struct font_file *font;
	mpt size, rise, letter_space;
	int expand;   /* by how many 1/1000 glyphs are widened: Tz */
	int64_t unit; /* a font unit in micropoints, times 65536 */
	int64_t step; /* 1/1000 em in micropoints, at least 1 */
	int64_t fill; /* 0xRRGGBB, -1: unknown */
	mpt line_x, line_y;
	int64_t pen; /* x, in micropoints */
};

/* Where the writing of a run has got to. */
struct ops_cursor {
	size_t glyph; /* the next one */
	size_t limit; /* right to left: text behind it is written */
	int64_t x;    /* of the next glyph, micropoints */
};

struct ops ops_begin(struct buf *out, struct font_files *, mpt height);

/* Open and close the text object; both do nothing if it is so already. */
void ops_text_begin(struct ops *);
void ops_text_end(struct ops *);
/* End the array of TJ, before any other operator. */
void ops_array_end(struct ops *);

/* Begin and end a marked-content sequence; properties are a dictionary. */
void ops_mark(struct ops *, const char *tag, struct str properties);
void ops_mark_end(struct ops *);

/* The cursor of a run whose baseline begins at x. */
struct ops_cursor ops_cursor(const struct run *, mpt x);

/*
 * Write the run's glyphs up to `to`; y is the baseline.  Returns the Unicode
 * characters that a reader decodes from them.
 */
size_t ops_show(
    struct ops *, const struct run *, struct ops_cursor *, size_t to, mpt y);

/* Show a blank in the run's font at the pen, which the next run moves: what
 * reads the file hears it.  Returns its characters: 1, or 0 if the font has
 * none. */
size_t ops_blank(struct ops *, const struct run *);

/* Outside of text objects. */
void ops_rect(struct ops *, const struct rect *, uint32_t colour);
void ops_path(struct ops *, const struct path *, mpt x, mpt y);
/* Paint an XObject with its unit square on a rectangle, or with its own
 * size (w 0) at the lower left corner x, y + h. */
void ops_paint(struct ops *, const char *name, const struct rect *);

#endif
