/* SPDX-License-Identifier: MIT */
/* chart/axis.h - grid lines, axis labels, baselines */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "chart/canvas.h"
#include "chart/labels.h"
#include "chart/scale.h"
#include "chart/series.h"

struct chart;
struct measure;

/* Room below a time axis for ticks and years, and above for half a label. */
#define AXIS_BELOW PT(14)
#define AXIS_ABOVE PT(5)

/* Widest label of the axis, with the mark of the highest. */
mpt axis_width(const struct chart *, const struct scale *, bool percent);

/* Text of tick i; the highest carries "%". */
const char *axis_label(
    const struct chart *, const struct scale *, size_t i, bool percent);

/* Horizontal grid lines over the frame, labels left of it, zero darker. */
void axis_rows(const struct chart *, struct canvas *, const struct scale *,
    const struct box *frame, bool percent);

/* Years below the frame with their ticks. */
void axis_years(const struct chart *, struct canvas *, const struct scale *,
    const struct box *frame);

/* The strokes that several plots share. */
struct pen pen_grid(const struct chart *);
struct pen pen_zero(const struct chart *);
struct pen pen_other(const struct chart *);
struct pen pen_subject(const struct chart *);
struct pen pen_median(const struct chart *);
struct pen pen_leader(const struct chart *, bool subject);
/* Category i of at most six: colour and dash. */
struct pen pen_category(const struct chart *, size_t i);
/* The marker of a category at a point. */
void mark_category(
    const struct chart *, struct canvas *, size_t i, mpt x, mpt y, mpt r);

/* A disc with a ring of paper around it, at an end of the subject's line: that
 * of a value, or NULL. */
void mark_end(const struct chart *, struct canvas *, mpt x, mpt y, mpt r,
    uint32_t paper, const struct point *);

/* A sample and its words in a key line; returns where the next begins. */
mpt key_category(const struct chart *, struct canvas *, mpt x, mpt y, size_t i,
    const char *text);

#endif
