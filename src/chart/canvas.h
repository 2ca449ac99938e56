/* SPDX-License-Identifier: MIT */
/*
 * chart/canvas.h - what a plot is drawn on
 *
 * Paths of Cairo for lines, fills and clips, and a list of glyph runs for text
 * (Cairo's own fonts would lack a CIDToGIDMap and would be embedded twice).
 * Runs go to the PDF as they are; for SVG and PNG canvas_end fills their
 * outlines.  There is no alpha, no image, no group: each fill is opaque.
 * Origin: upper left corner, y down, millipoints.
 */
#ifndef CHART_CANVAS_H
#define CHART_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "chart/chart.h"
#include "chart/paint.h"
#include "chart/theme.h"

struct canvas;
struct obs;

struct xy {
	mpt x, y;
};

/* A closed line. */
struct outline {
	const struct xy *v;
	size_t n;
};

enum align { ALIGN_LEFT, ALIGN_MIDDLE, ALIGN_RIGHT };

struct canvas *canvas_new(struct arena *, struct paint *, const struct theme *,
    const struct node *leaf, mpt width, mpt height);
/* Mirror all x and alignments (right-to-left documents). */
void canvas_mirror(struct canvas *, bool);
mpt canvas_width(const struct canvas *);
mpt canvas_height(const struct canvas *);
/* The paper behind the plot: the colour of haloes, white at first. */
void canvas_paper(struct canvas *, uint32_t colour);
/* The place of the chart's specification, for numbers. */
void canvas_at(struct canvas *, struct place);

void canvas_line(
    struct canvas *, mpt x1, mpt y1, mpt x2, mpt y2, const struct pen *);
void canvas_path(
    struct canvas *, const struct xy *, size_t n, const struct pen *);
void canvas_fill(struct canvas *, const struct xy *, size_t n, uint32_t colour);
/* Several outlines as one shape, with holes by the even-odd rule; a pen as
 * below. */
void canvas_shape(struct canvas *, const struct outline *, size_t n,
    uint32_t fill, const struct pen *);
/* The same for "no data": the paper, hatched at 45 degrees, outlined. */
void canvas_shape_hatch(
    struct canvas *, const struct outline *, size_t n, const struct pen *);
/* A fill and, with a pen, an outline centred on the edge. */
void canvas_rect(struct canvas *, mpt x, mpt y, mpt w, mpt h, uint32_t fill,
    const struct pen *);
void canvas_disc(
    struct canvas *, mpt x, mpt y, mpt r, uint32_t fill, const struct pen *);
/* A ring segment between two radii, angles in turns clockwise from the top. */
void canvas_sector(struct canvas *, mpt x, mpt y, mpt r1, mpt r2, double from,
    double to, uint32_t fill);
/* A curve that leaves and arrives level, as in flows. */
void canvas_wave(
    struct canvas *, mpt x1, mpt y1, mpt x2, mpt y2, const struct pen *);
/* "No data": white, hatched at 45 degrees, outlined. */
void canvas_hatch(struct canvas *, mpt x, mpt y, mpt w, mpt h);
void canvas_clip(struct canvas *, mpt x, mpt y, mpt w, mpt h);
void canvas_unclip(struct canvas *);

/*
 * Set a text with its baseline at y; x is its left edge, middle or right edge.
 * Returns its width.  With a number, its runs carry the number's index.
 */
mpt canvas_text(struct canvas *, mpt x, mpt y, enum align, enum text_style,
    const char *text);
mpt canvas_number(struct canvas *, mpt x, mpt y, enum align, enum text_style,
    const struct chart_number *);
/* The same, with a halo of 2.4 pt in the colour of the paper. */
mpt canvas_text_halo(struct canvas *, mpt x, mpt y, enum align, enum text_style,
    const char *text);
mpt canvas_number_halo(struct canvas *, mpt x, mpt y, enum align,
    enum text_style, const struct chart_number *);

/* End drawing.  `fill`: draw the runs as outlines; the runs otherwise. */
void canvas_end(struct canvas *, bool fill, struct chart_run **runs, size_t *n);

#endif
