/* SPDX-License-Identifier: MIT */
/* chart/lines.h - a series as a line or as dots, for all kinds with lines */
#ifndef CHART_LINES_H
#define CHART_LINES_H

#include "chart/canvas.h"
#include "chart/labels.h"
#include "chart/scale.h"
#include "chart/series.h"

struct line_style {
	struct pen pen;
	mpt dot; /* radius, for series of few values */
};

/* Where a point is. */
struct xy line_point(const struct series *, const struct point *,
    const struct scale *x, const struct scale *y);

/* A disc for a value, a rectangle for it: hollow when it is a share on few
 * cases. */
void mark_value(struct canvas *, mpt x, mpt y, mpt r, uint32_t colour,
    const struct point *);
/* The same beside a ring for an earlier year: a diamond when it is a share on
 * few cases. */
void mark_later(struct canvas *, mpt x, mpt y, mpt r, uint32_t colour,
    const struct point *);
void mark_earlier(struct canvas *, mpt x, mpt y, mpt r, uint32_t colour,
    const struct point *);
void mark_bar(struct canvas *, mpt x, mpt y, mpt w, mpt h, uint32_t colour,
    const struct point *);

/*
 * Draw a series: a line that is interrupted where more than two years are
 * missing; dots joined by a dotted line when there are few values.
 */
void line_draw(struct canvas *, struct arena *, const struct series *,
    const struct scale *x, const struct scale *y, const struct line_style *);

/* The line's segments as pairs of ends, for the placing of labels. */
size_t line_segments(const struct series *, const struct scale *x,
    const struct scale *y, struct xy *out);

#endif
