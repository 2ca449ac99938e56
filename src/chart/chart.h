/* SPDX-License-Identifier: MIT */
/*
 * chart/chart.h - a chart specification and data to a drawn plot
 *
 * chart_prepare reads the spec and the data; chart_height tells layout how
 * tall the plot is at a width; chart_draw draws it.  Only the plot is drawn:
 * number, title, subtitle, reading sentence and source are text of the
 * document.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "text/run.h"

struct arena;
struct area;
struct canvas;
struct chart;
struct conf;
struct font_set;
struct locale;
struct node;
struct obs;
struct record;
struct shaper;
struct sink;
struct view;

/* A number that is printed, for the proof. */
struct chart_number {
	const char *text;
	double value; /* at full precision */
	int decimals;
	const char *expression; /* closed; NULL: it is not proven */
	const char *format;     /* "words"; NULL: digits with the decimals */
	const struct obs *const *obs; /* what the expression names */
	size_t nobs;
	const struct record *const *records;
	size_t nrecords;
};

/* What all charts of a report share; all borrowed. */
struct chart_env {
	struct arena *arena;
	struct sink *sink;
	const struct view *view;
	const struct area *subject, *region;
	const struct locale *locale;
	const char *lang;
	int edition_year;
	struct font_set *fonts;
	struct shaper *shaper;
	const char *const *folders; /* with charts/maps; NULL-ended, or NULL */
	struct map *outlines;     /* those read, by name; NULL: none are kept */
	const struct conf *style; /* the style file: colours, fonts, measures */
	/* Numbers a value that the chart prints, as tmpl does for text: the
	 * index, for the run's number marks. */
	int (*printed)(void *ctx, const struct chart_number *, struct place at);
	void *ctx;
};

#define CHART_OUTLINES "asia" /* of maps that do not say which */

/* Read the outlines of maps so that charts find them; a file with faults is
 * left to the chart that asks for it. */
void chart_read_outlines(
    struct map *, const char *const *folders, const char *name);

/* NULL after an error was reported at the spec's place. */
struct chart *chart_prepare(
    const struct chart_env *, const struct conf *spec, struct place at);

/*
 * A timeline or small multiples taller than `room` at the width keep the rows
 * that it holds; the others are returned as a further chart with all its
 * texts, and may be split again.  NULL: nothing was cut off, because it fits,
 * is of another kind or its first row alone is too tall.
 */
struct chart *chart_split(struct chart *, mpt width, mpt room);

/* The texts around and about the plot: as the spec gives them, else made from
 * the data.  Inline Markdown, except the plain alt text (at most 300 characters
 * for each measure, HOUSE-STYLE section 10). */
const char *chart_id(const struct chart *);
const char *chart_title(const struct chart *);
/* For lists of figures: the spec's, else the name of the one indicator; ""
 * when there is none. */
const char *chart_short(const struct chart *);
const char *chart_subtitle(const struct chart *);
const char *chart_reading(const struct chart *);
const char *chart_source(const struct chart *);
const char *chart_alt(const struct chart *);
/* A printed value in the alternative text: Unicode characters. */
struct chart_value {
	int value;
	size_t start, length;
};
size_t chart_alt_values(const struct chart *, const struct chart_value **);
bool chart_spans_page(const struct chart *); /* full width, else one column */
bool chart_is_bare(const struct chart *);    /* spark line, strip */
bool chart_is_decorative(const struct chart *); /* not read aloud */

/* Observations that the plot names by number: the ends of lines, all values of
 * bars and dots.  The array is the arena's. */
size_t chart_labelled(
    const struct chart *, struct arena *, const struct obs *const **);

/* Height of the plot, millipoints, at a width. */
mpt chart_height(const struct chart *, mpt width);

/* The values behind the plot as CSV (UTF-8, CRLF, header line). */
struct str chart_csv(struct arena *, const struct chart *);

/* --- drawing --- */

/* A run on a plot: x, y of its baseline start, millipoints, upper left corner
 * of the plot is 0, 0. */
struct chart_run {
	const struct run *run;
	mpt x, y;
	int value; /* index of a printed value, -1: none */
};

/* What drawing leaves behind for the PDF. */
struct chart_drawing {
	mpt width, height;
	struct str content; /* operators, which leave the state as it was */
	struct chart_run *runs;
	size_t nruns;
};

/* Draw a plot for the PLOT leaf at its final size. */
void chart_draw(struct arena *, const struct chart *, const struct node *leaf,
    mpt width, mpt height, struct chart_drawing *out);

/* The chart with its texts around it as a file; false: reported. */
enum chart_format { CHART_SVG, CHART_PNG };
bool chart_export(const struct chart *, enum chart_format, const char *path);

#endif
