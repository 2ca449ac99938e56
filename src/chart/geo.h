/* SPDX-License-Identifier: MIT */
/* chart/geo.h - outlines of areas from a GeoJSON file (RFC 7946) */
#ifndef CHART_GEO_H
#define CHART_GEO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct sink;

struct lonlat {
	double lon, lat; /* degrees */
};

/* A closed line; its first point is not repeated at its end. */
struct geo_ring {
	struct lonlat *v;
	size_t n;
};

/* An outline and, behind it, its holes. */
struct geo_polygon {
	struct geo_ring *rings;
	size_t n;
};

/* One feature: the id of an area ("" when it has none) and its polygons. */
struct geo_shape {
	const char *id, *name;
	struct geo_polygon *v;
	size_t n;
};

struct geo {
	struct geo_shape *v;
	size_t n;
};

/* Features with a Polygon or MultiPolygon of a FeatureCollection; NULL after
 * GEO_PARSE or GEO_SHAPE was reported at `path`. */
struct geo *geo_parse(
    struct arena *, struct sink *, const char *path, struct str text);

/* The shape with an id, or NULL. */
const struct geo_shape *geo_find(const struct geo *, const char *id);

#endif
