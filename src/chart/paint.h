/* SPDX-License-Identifier: MIT */
/*
 * chart/paint.h - what becomes of a path: filled, stroked, clipped to
 *
 * Paths are Cairo's, with its curves for arcs, wherever they go.  On a surface
 * (SVG, PNG) Cairo paints them.  For the PDF they are written as they are:
 * Cairo's own PDF would be packed, then read, unpacked, copied and packed
 * again, which took a sixth of a report's time.
 */
#ifndef CHART_PAINT_H
#define CHART_PAINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/font.h"

struct arena;
struct paint;

/* A stroke; dash lengths in millipoints, two or four, 0 ends them. */
struct pen {
	uint32_t colour;
	mpt width;
	mpt dash[4];
	bool round; /* caps and joins */
};

/* Paint on a surface; `cairo` is its cairo_t, borrowed. */
struct paint *paint_on(struct arena *, void *cairo);
/* Write operators of a content stream for a form of the height. */
struct paint *paint_pdf(struct arena *, mpt height);
/* End it; the operators, which leave the state as it was, or nothing. */
struct str paint_end(struct paint *);

/* The cairo_t on which paths are made, in points from the upper left. */
void *paint_cairo(const struct paint *);

/* Each of these takes the path. */
void paint_stroke(struct paint *, const struct pen *);
void paint_fill(struct paint *, uint32_t colour);
/* With holes by the even-odd rule; a pen strokes the same path, or NULL. */
void paint_shape(struct paint *, uint32_t colour, const struct pen *);
/* Paint only inside the path, by the even-odd rule, until unclipped. */
void paint_clip(struct paint *);
void paint_unclip(struct paint *);

#endif
