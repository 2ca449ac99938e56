/* SPDX-License-Identifier: MIT */
/*
 * chart/geo.c - GeoJSON to polygons; the only file that reads JSON
 *
 * Values are taken as they are read, without a tree of them: an outline is
 * thousands of numbers, and each would be an object.  What an array is shows
 * at its end: after numbers a point, after points a ring, and so on.
 */
#include "chart/geo.h"

#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_parse.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/num.h"
#include "base/vec.h"

/* Arrays and objects around a feature, what is in it, and coordinates. */
enum { FEATURE = 3, MEMBER = 4, COORDINATES = 5 };

/* What ended last inside coordinates. */
enum nest { NOTHING, NUMBER, POINT, RING, POLYGON, POLYGONS };

struct reader {
	struct arena *arena;
	struct sink *sink;
	struct place at;
	int depth;
	struct str path[COORDINATES]; /* keys; "" in an array */
	unsigned features;            /* good and bad ones */
	struct geo_shape shape;       /* the feature that is being read */
	const char *type;             /* of its geometry */
	bool bad;
	bool inside; /* coordinates of the feature */
	enum nest nest;
	struct lonlat point;
	int numbers; /* of the point */
	VEC(struct lonlat) ring;
	VEC(struct geo_ring) polygon;
	VEC(struct geo_polygon) polygons;
	VEC(struct geo_shape) shapes;
};

static bool
is_key(const struct reader *r, int depth, const char *key)
{
	return str_eq(r->path[depth], str_from(key));
}

static bool
in_feature(const struct reader *r)
{
	return r->depth >= FEATURE && is_key(r, 1, "features") &&
	       is_key(r, 2, "");
}

/* --- coordinates --- */

static void
end_ring(struct reader *r)
{
	size_t n = r->ring.n;
	struct geo_ring ring = {ARENA_ARRAY(r->arena, struct lonlat, n), n};

	if (n < 4) { /* RFC 7946, 3.1.6 */
		r->bad = true;
		return;
	}
	memcpy(ring.v, r->ring.v, n * sizeof *ring.v);
	ring.n = n - 1;
	VEC_PUSH(r->arena, &r->polygon, ring);
	r->ring.n = 0;
}

static void
end_polygon(struct reader *r)
{
	VEC_PUSH(r->arena, &r->polygons,
	    (struct geo_polygon){r->polygon.v, r->polygon.n});
	memset(&r->polygon, 0, sizeof r->polygon);
}

static void
end_nest(struct reader *r)
{
	switch (r->nest) {
	case NUMBER:
		r->bad |= r->numbers < 2;
		VEC_PUSH(r->arena, &r->ring, r->point);
		break;
	case POINT:
		end_ring(r);
		break;
	case RING:
		end_polygon(r);
		break;
	case POLYGON:
		break;
	default:
		r->bad = true;
		return;
	}
	r->nest++;
}

static int
on_number(void *ctx, const char *p, size_t n)
{
	struct reader *r = ctx;
	double v = 0;

	if (!r->inside)
		return true;
	r->bad |= !num_parse((struct str){p, n}, &v);
	if (r->numbers == 0)
		r->point.lon = v;
	else if (r->numbers == 1)
		r->point.lat = v;
	r->numbers += r->numbers < 2;
	r->nest = NUMBER;
	return true;
}

/* --- features --- */

static void
begin_feature(struct reader *r)
{
	r->shape = (struct geo_shape){.id = "", .name = ""};
	r->type = "";
	r->bad = false;
	r->nest = NOTHING;
	r->ring.n = r->polygon.n = 0;
	memset(&r->polygons, 0, sizeof r->polygons);
}

static void
end_feature(struct reader *r)
{
	enum nest wanted = streq(r->type, "Polygon")        ? POLYGON
			   : streq(r->type, "MultiPolygon") ? POLYGONS
							    : NOTHING;

	r->features++;
	r->shape.v = r->polygons.v;
	r->shape.n = r->polygons.n;
	if (!r->bad && r->shape.n > 0 && r->nest == wanted)
		VEC_PUSH(r->arena, &r->shapes, r->shape);
	else
		diag(r->sink, DIAG_GEO_SHAPE, r->at, r->features, r->shape.id);
}

static int
on_string(void *ctx, const unsigned char *p, size_t n)
{
	struct reader *r = ctx;
	const char **to = NULL;

	r->bad |= r->inside;
	if (!in_feature(r))
		return true;
	if (r->depth == FEATURE && is_key(r, FEATURE, "id"))
		to = &r->shape.id;
	else if (r->depth == MEMBER && is_key(r, FEATURE, "properties") &&
		 is_key(r, MEMBER, "name"))
		to = &r->shape.name;
	else if (r->depth == MEMBER && is_key(r, FEATURE, "geometry") &&
		 is_key(r, MEMBER, "type"))
		to = &r->type;
	if (to)
		*to = arena_strndup(r->arena, (const char *)p, n);
	return true;
}

static int
on_null(void *ctx)
{
	struct reader *r = ctx;

	r->bad |= r->inside;
	return true;
}

static int
on_bool(void *ctx, int value)
{
	(void)value;
	return on_null(ctx);
}

static int
on_key(void *ctx, const unsigned char *p, size_t n)
{
	struct reader *r = ctx;

	if (r->depth < COORDINATES)
		r->path[r->depth] = (struct str){
		    arena_strndup(r->arena, (const char *)p, n), n};
	return true;
}

static void
enter(struct reader *r)
{
	if (++r->depth < COORDINATES)
		r->path[r->depth] = (struct str){"", 0};
}

static int
on_object(void *ctx)
{
	struct reader *r = ctx;

	enter(r);
	if (r->depth == FEATURE && in_feature(r))
		begin_feature(r);
	r->bad |= r->inside;
	return true;
}

static int
on_object_end(void *ctx)
{
	struct reader *r = ctx;

	if (r->depth == FEATURE && in_feature(r))
		end_feature(r);
	r->depth--;
	return true;
}

static int
on_array(void *ctx)
{
	struct reader *r = ctx;

	enter(r);
	if (r->depth == COORDINATES)
		r->inside = in_feature(r) && is_key(r, FEATURE, "geometry") &&
			    is_key(r, MEMBER, "coordinates");
	if (r->inside)
		r->nest = NOTHING;
	r->numbers = 0;
	return true;
}

static int
on_array_end(void *ctx)
{
	struct reader *r = ctx;

	if (r->inside)
		end_nest(r);
	r->inside &= r->depth-- > COORDINATES;
	return true;
}

/* --- the file --- */

static const yajl_callbacks callbacks = {.yajl_null = on_null,
    .yajl_boolean = on_bool,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_start_map = on_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_object_end,
    .yajl_start_array = on_array,
    .yajl_end_array = on_array_end};

static void *
take(void *ctx, size_t n)
{
	(void)ctx;
	return xmalloc(n);
}

static void *
change(void *ctx, void *p, size_t n)
{
	(void)ctx;
	return xrealloc(p, n);
}

static void
give(void *ctx, void *p)
{
	(void)ctx;
	free(p);
}

/* Say what is wrong where the reader stopped. */
static void
report(struct reader *r, yajl_handle h, struct str text)
{
	unsigned char *why = yajl_get_error(h, false, NULL, 0);
	size_t n = strcspn((const char *)why, "\n"), end;

	end = yajl_get_bytes_consumed(h);
	for (size_t i = 0; i + 1 < end && i < text.n; i++) {
		r->at.col++;
		if (text.p[i] == '\n') {
			r->at.line++;
			r->at.col = 1;
		}
	}
	diag(r->sink, DIAG_GEO_PARSE, r->at,
	    arena_strndup(r->arena, (const char *)why, n));
	yajl_free_error(h, why);
}

struct geo *
geo_parse(struct arena *a, struct sink *sink, const char *path, struct str text)
{
	struct reader r = {.arena = a, .sink = sink, .at = {path, 1, 1}};
	yajl_alloc_funcs memory = {take, change, give, NULL};
	yajl_handle h = yajl_alloc(&callbacks, &memory, &r);
	bool good = yajl_parse(h, (const unsigned char *)text.p, text.n) ==
			yajl_status_ok &&
		    yajl_complete_parse(h) == yajl_status_ok;
	struct geo *g;

	if (!good)
		report(&r, h, text);
	yajl_free(h);
	if (!good)
		return NULL;
	if (r.shapes.n == 0) {
		diag(sink, DIAG_GEO_PARSE, r.at,
		    "no feature with a Polygon or MultiPolygon");
		return NULL;
	}
	g = ARENA_NEW(a, struct geo);
	*g = (struct geo){r.shapes.v, r.shapes.n};
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
