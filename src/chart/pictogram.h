/* SPDX-License-Identifier: MIT */
/* chart/pictogram.h - what a pictogram says */
#ifndef CHART_PICTOGRAM_H
#define CHART_PICTOGRAM_H

#include <stdbool.h>

#include "base/fraction.h"
#include "chart/canvas.h"
#include "chart/series.h"

struct chart;
struct obs;

struct pictogram {
	const struct obs *obs;
	struct fraction fraction;
	/* "About 3 in 4" with marks, for the start of a sentence */
	const char *share;
	struct chart_number number;
	const struct series *series; /* of the value */
	struct point point;
	const char *when; /* "in 2014", "published in 2017", with marks */
};

/* False: the subject has no value. */
bool pictogram_value(const struct chart *, struct pictogram *);

#endif
