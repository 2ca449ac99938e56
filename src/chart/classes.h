/* SPDX-License-Identifier: MIT */
/* chart/classes.h - values into few classes, for shades of a map */
#ifndef CHART_CLASSES_H
#define CHART_CLASSES_H

#include <stddef.h>

#define CLASSES_MAX 5

enum class_method { CLASS_QUANTILES, CLASS_EQUAL, CLASS_BREAKS };

/* A value belongs to the last class whose lower bound it reaches. */
struct classes {
	double low[CLASSES_MAX];                      /* lower bounds; rising */
	double least[CLASSES_MAX], most[CLASSES_MAX]; /* of its values */
	size_t count[CLASSES_MAX];
	size_t n;
};

/*
 * Class n values, which are sorted here: as many in each class as ties allow
 * (quantiles), steps of equal width between the least and the greatest, or
 * the given bounds between classes (rising; `wanted` is then theirs + 1).
 * Values and bounds are first rounded to the decimals that are printed, so
 * that what the legend says is true of what the labels say.  Quantiles and
 * steps leave out classes that would be empty.
 */
void classes_make(struct classes *, enum class_method, size_t wanted,
    const double *breaks, double *values, size_t n, int decimals);

size_t class_of(const struct classes *, double value, int decimals);

#endif
