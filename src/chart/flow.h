/* SPDX-License-Identifier: MIT */
/* chart/flow.h - movements between countries (data/flows.csv) */
#ifndef CHART_FLOW_H
#define CHART_FLOW_H

#include <stddef.h>

struct area;
struct chart;
struct record;

/* One origin and destination, all groups together. */
struct movement {
	const struct area *origin, *destination;
	double value; /* NAN: not stated */
	const struct record *record;
};

struct flow {
	struct movement *v;
	size_t n;
	const struct area **origins, **destinations;
	size_t norigins, ndestinations;
};

/* Movements of the spec's topics that touch its countries; NULL: none. */
struct flow *flow_load(const struct chart *);

#endif
