/* SPDX-License-Identifier: MIT */
/* chart/series.h - the observations of a chart as points */
#ifndef CHART_SERIES_H
#define CHART_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/canvas.h"
#include "chart/spec.h"
#include "data/store.h"

struct arena;
struct chart;

/* Series of this many values or fewer are drawn as dots. */
#define FEW_VALUES 8
/* Countries with a value that a median needs. */
#define MEDIAN_LEAST 6

struct point {
	double x; /* year */
	double v;
	const struct obs *obs;  /* NULL: computed */
	const struct obs *base; /* growth since this one; NULL: the value */
};

/* How the values of one wanted series are printed on this chart. */
struct measure {
	const struct wanted *wanted;
	double divide;    /* 1, 1e6, 1e9 */
	int decimals;     /* of the divided value */
	const char *word; /* "million", or "" */
	bool percent;
	struct series *median; /* NULL: none */
};

struct series {
	const struct measure *measure;
	const struct area *area;
	const char *name; /* of the country, or of the category */
	bool subject;
	struct point *points; /* by year, each year once */
	size_t n;
};

/* States of the verdicts of one topic. */
enum tally_state {
	TALLY_YES,
	TALLY_PARTIAL,
	TALLY_NO,
	TALLY_UNCLEAR,
	TALLY_UNKNOWN,
	TALLY_STATES
};

struct tally {
	const char *topic, *name;
	int count[TALLY_STATES];
	int total;
	const struct obs **obs; /* the verdicts that were found */
	size_t nobs;
	const struct indicator **unknown; /* without one, or with none */
	size_t nunknown;
};

/* What is asked of an area; of a place, what its country says of it. */
struct obs_key series_key(const struct area *, const struct wanted *);

/* Fill measures, series, missing areas and years of the chart. */
void series_load(struct chart *);
/* Count the verdicts of the subject for each of the spec's topics. */
void tally_load(struct chart *);

/* A verdict as a state; "yes" to bad news is a requirement that is not met. */
enum tally_state tally_state_of(const struct obs *);

const struct point *series_first(const struct series *);
const struct point *series_last(const struct series *);
const struct point *series_at(const struct series *, int year);
/* Is point k of the series drawn by this kind of chart? */
bool series_draws(const struct chart *, const struct series *, size_t k);
/* Lowest and highest value of the series of a measure (NULL: of all) within
 * the chart, divided for printing; false: there are no values. */
bool series_range(
    const struct chart *, const struct measure *, double *lo, double *hi);
/* Is the value, or the one that it grew from, a share on 25 to 49 cases, which
 * stands in brackets and has a hollow mark?  Those on fewer are no points. */
bool point_small(const struct point *);
/* Is any point that is drawn? */
bool series_small(const struct chart *);
/* The two points that a chart of two years compares; false: not both. */
bool series_pair(const struct chart *, const struct series *,
    const struct point **a, const struct point **b);

/* A country by name; the id when it has none. */
const char *area_short(const struct chart *, const struct area *);
/* Its name within a sentence: "the Philippines". */
const char *area_the(const struct chart *, const struct area *);

/* --- places among countries --- */

struct place_among {
	int rank, n; /* 1 is the chosen end */
};

/* Has a series a last point (or one of a year, when it is not 0) that may be
 * ranked? */
bool series_ranks(const struct series *, int year);

/* Rank of the subject by the value of the last point (or of a year, when it
 * is not 0) of each country; n 0: the subject has none. */
struct place_among series_rank(
    const struct chart *, const struct measure *, int year, bool highest_first);

#endif
