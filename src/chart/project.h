/* SPDX-License-Identifier: MIT */
/* chart/project.h - from places on the globe to places on a plot */
#ifndef CHART_PROJECT_H
#define CHART_PROJECT_H

#include <stdbool.h>

#include "chart/canvas.h"
#include "chart/geo.h"

struct plane {
	double x, y; /* y up; the globe's radius is 1 */
};

/* Lambert's azimuthal equal-area projection about a centre, then a scale. */
struct projection {
	double lon, sin_lat, cos_lat; /* of the centre, radians */
	double scale;                 /* millipoints for a radius */
	struct plane middle;          /* falls on the middle of the frame */
	struct xy centre;             /* of the frame */
};

/* Rectangle of the plane; starts empty. */
struct extent {
	double left, right, bottom, top;
	bool any;
};

void extent_add(struct extent *, struct plane);
/* Width over height; 1 when it has neither. */
double extent_aspect(const struct extent *);

void project_centre(struct projection *, struct lonlat);
struct plane project_plane(const struct projection *, struct lonlat);
/* Choose the scale and the middle that put the extent into a frame, with a
 * margin; both in millipoints. */
void project_fit(struct projection *, const struct extent *, mpt left, mpt top,
    mpt width, mpt height, mpt margin);
struct xy project(const struct projection *, struct lonlat);
/* Kilometres of a length on the plot, exact at the centre. */
double project_km(const struct projection *, mpt length);

#endif
