/* SPDX-License-Identifier: MIT */
/* chart/pyramid.h - observations by age and sex */
#ifndef CHART_PYRAMID_H
#define CHART_PYRAMID_H

#include <stddef.h>

struct chart;
struct obs;

struct age_row {
	const char *age;
	const struct obs *female, *male; /* NULL: no data */
};

/* The subject's age groups, the oldest first. */
size_t pyramid_rows(const struct chart *, struct age_row **);

#endif
