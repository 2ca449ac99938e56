/* SPDX-License-Identifier: MIT */
/* chart/fraction.h - shares as "3 in 4", for pictograms */
#ifndef CHART_FRACTION_H
#define CHART_FRACTION_H

#include <stdbool.h>

#include "chart/canvas.h"
#include "chart/series.h"

struct chart;
struct obs;

struct fraction {
	int k, n;
};

/* The fraction of `of` figures nearest to a share of 0 to 1; of 0: with the
 * fewest figures (at most ten) that come close, or one in up to twenty. */
struct fraction fraction_near(double share, int of);
/* What a pictogram says. */
struct pictogram {
	const struct obs *obs;
	struct fraction fraction;
	const char *share; /* "3 in 4", "about 3 in 4", "nearly 10 in 10" */
	struct printed number;
	const struct series *series; /* of the value */
	struct point point;
	const char *when; /* "in 2014", "published in 2017" */
};

/* False: the subject has no value. */
bool pictogram_value(const struct chart *, struct pictogram *);

#endif
