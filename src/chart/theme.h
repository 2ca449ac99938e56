/* SPDX-License-Identifier: MIT */
/*
 * chart/theme.h - colours, strokes and text styles of charts
 *
 * The values of HOUSE-STYLE sections 4 to 6, each of which a style file may
 * replace under `colours` and `charts`.
 */
#ifndef CHART_THEME_H
#define CHART_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/font.h"
#include "text/shape.h"

struct chart_env;

/* What a piece of text on a chart is. */
enum text_style {
	TEXT_AXIS,          /* axis values, country labels, annotations */
	TEXT_ROW,           /* names and values of bar charts */
	TEXT_ROW_MUTED,     /* years of bar charts */
	TEXT_SUBJECT,       /* this country: name and value */
	TEXT_SUBJECT_SMALL, /* the same in bars and small charts */
	TEXT_MEDIAN,
	TEXT_STRONG, /* bold words in ink */
	TEXT_KEY,    /* key lines */
	TEXT_KEY_SUBJECT,
	TEXT_LANE,    /* lane names of a timeline, panel names */
	TEXT_INVERSE, /* in dark fills */
	TEXT_COVER_NUMBER,
	TEXT_COVER_AXIS,
	TEXT_TITLE, /* these only where a chart is a file of its own */
	TEXT_SUBTITLE,
	TEXT_READING,
	TEXT_READING_LABEL,
	TEXT_SOURCE,
	TEXT_SOURCE_LABEL,
	TEXT_SOURCE_TITLE,
	TEXT_STYLES
};

struct theme {
	uint32_t ink, white, petrol900, petrol700, petrol500, petrol300,
	    petrol100, petrol50, country, country_light, grey700, grey500,
	    grey450, grey400, grey300, grey200, sand50, cover_line;
	uint32_t sequential[5], categories[6];
	mpt line_height;        /* plot of a line chart, full width */
	mpt line_height_column; /* the same in one column */
	mpt row, bar;           /* pitch and thickness of bars */
	mpt stack_row;
	mpt lane_row;
	mpt subject_width, other_width, median_width, grid_width, zero_width;
	struct face text[TEXT_STYLES];
	const struct chart_env *env;
};

/* Read the style of the environment; false after a font was missing. */
bool theme_read(struct theme *, const struct chart_env *);

/* The face for a text: with further fonts where its characters need them. */
struct face theme_face(const struct theme *, enum text_style, struct str text);

/* The runs of a text without marks, in visual order; for a leaf of the document
 * and a place for messages.  Returns their number. */
size_t text_runs(const struct theme *, enum text_style, struct str text,
    struct arena *, const struct node *leaf, struct place, struct run ***out);
/* Width of a text in a style. */
mpt text_width(const struct theme *, enum text_style, const char *text);
/* Size of a style; from the middle of its figures down to the baseline. */
mpt text_size(const struct theme *, enum text_style);
mpt text_drop(const struct theme *, enum text_style);
/* The text, or its beginning and a full stop (an ellipsis when it is long),
 * that fits a width; "" when nothing does. */
const char *text_fit(
    const struct theme *, enum text_style, const char *text, mpt width);

#endif
