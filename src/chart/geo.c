/* SPDX-License-Identifier: MIT */
/* chart/geo.c - GeoJSON to polygons; the only file that reads JSON */
#include "chart/geo.h"

#include <string.h>

#include <jansson.h>

#include "base/arena.h"
#include "base/diag.h"

static bool
read_point(const json_t *j, struct lonlat *p)
{
	const json_t *lon = json_array_get(j, 0), *lat = json_array_get(j, 1);

	if (!json_is_number(lon) || !json_is_number(lat))
		return false;
	p->lon = json_number_value(lon);
	p->lat = json_number_value(lat);
	return true;
}

static bool
read_ring(struct arena *a, const json_t *j, struct geo_ring *r)
{
	size_t n = json_array_size(j);

	if (n < 4) /* RFC 7946, 3.1.6 */
		return false;
	r->v = ARENA_ARRAY(a, struct lonlat, n);
	for (size_t i = 0; i < n; i++)
		if (!read_point(json_array_get(j, i), &r->v[i]))
			return false;
	r->n = n - 1;
	return true;
}

static bool
read_polygon(struct arena *a, const json_t *j, struct geo_polygon *p)
{
	p->n = json_array_size(j);
	p->rings = ARENA_ARRAY(a, struct geo_ring, p->n);
	for (size_t i = 0; i < p->n; i++)
		if (!read_ring(a, json_array_get(j, i), &p->rings[i]))
			return false;
	return p->n > 0;
}

static bool
read_geometry(struct arena *a, const json_t *j, struct geo_shape *s)
{
	const char *type = json_string_value(json_object_get(j, "type"));
	const json_t *at = json_object_get(j, "coordinates");
	bool many = streq(type, "MultiPolygon");

	if (!many && !streq(type, "Polygon"))
		return false;
	s->n = many ? json_array_size(at) : 1;
	s->v = ARENA_ARRAY(a, struct geo_polygon, s->n);
	for (size_t i = 0; i < s->n; i++)
		if (!read_polygon(
			a, many ? json_array_get(at, i) : at, &s->v[i]))
			return false;
	return s->n > 0;
}

static const char *
member(struct arena *a, const json_t *j, const char *key)
{
	const char *s = json_string_value(json_object_get(j, key));

	return s ? arena_strdup(a, s) : "";
}

static struct geo *
read_features(
    struct arena *a, struct sink *sink, struct place at, const json_t *root)
{
	const json_t *all = json_object_get(root, "features");
	struct geo *g = ARENA_NEW(a, struct geo);
	size_t n = json_array_size(all);

	g->v = ARENA_ARRAY(a, struct geo_shape, n);
	for (size_t i = 0; i < n; i++) {
		const json_t *j = json_array_get(all, i);
		struct geo_shape *s = &g->v[g->n];

		s->id = member(a, j, "id");
		s->name = member(a, json_object_get(j, "properties"), "name");
		if (read_geometry(a, json_object_get(j, "geometry"), s)) {
			g->n++;
			continue;
		}
		diag(sink, DIAG_GEO_SHAPE, at, (unsigned)(i + 1), s->id);
		*s = (struct geo_shape){0};
	}
	return g->n ? g : NULL;
}

struct geo *
geo_parse(struct arena *a, struct sink *sink, const char *path, struct str text)
{
	struct place at = {path, 1, 1};
	json_error_t error;
	json_t *root = json_loadb(text.p, text.n, 0, &error);
	struct geo *g;

	if (!root) {
		at.line = error.line > 0 ? (unsigned)error.line : 1;
		at.col = error.column > 0 ? (unsigned)error.column : 1;
		diag(sink, DIAG_GEO_PARSE, at, error.text);
		return NULL;
	}
	g = read_features(a, sink, at, root);
	json_decref(root);
	if (!g)
		diag(sink, DIAG_GEO_PARSE, at,
		    "no feature with a Polygon or MultiPolygon");
	return g;
}

const struct geo_shape *
geo_find(const struct geo *g, const char *id)
{
	for (size_t i = 0; g && i < g->n; i++)
		if (*id && streq(g->v[i].id, id))
			return &g->v[i];
	return NULL;
}
