/* SPDX-License-Identifier: MIT */
/*
 * text/shape.h - text to runs: itemisation, fallback, HarfBuzz, word cache
 */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "text/font.h"
#include "text/run.h"

struct arena;
struct sink;

enum { FEATURE_LIGA = 1, FEATURE_PNUM = 2, FEATURE_TNUM = 4 };

/* How a piece of text looks. */
struct face {
	const struct font *const *chain; /* wanted font first, then fallbacks;
					  * NULL-ended */
	const uint16_t *scale;	/* per chain entry: size in 1/1000 of `size`
				 * (HOUSE-STYLE 13); NULL: all 1000 */
	mpt size;
	uint32_t colour;
	unsigned features;	/* FEATURE_… */
	mpt letter_space;
	mpt raise;
};

struct shaper;

/* One shaper for a report, with its cache of shaped words. */
struct shaper *shaper_new(struct arena *, struct sink *);
void shaper_free(struct shaper *);

/*
 * Shape a text in one direction (bidi is resolved before): split by font and
 * script, so the result is one run or more, in logical order for left-to-right
 * text.  U+00AD and U+200B are taken out first.  A character that no font of
 * the chain covers is reported at `at` as MISSING_GLYPH and drawn as U+FFFD's
 * replacement "?".  Runs are the arena's; words are cached.
 */
size_t shape_text(struct shaper *, struct str text, const struct face *,
    const char *lang, bool rtl, const struct node *leaf, struct place at,
    struct run **runs);

/* Width of a text set in one line. */
mpt shape_width(struct shaper *, struct str text, const struct face *,
    const char *lang);

#endif
