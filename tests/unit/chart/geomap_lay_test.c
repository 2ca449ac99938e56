/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/arena.h"
#include "chart/geomap.h"
#include "chart/plot.h"

static struct arena *a;

/* A frame of 400 by 200 points about 0° 0°; a degree is ten points. */
static struct map_frame
frame(void)
{
	struct map_frame f = {.width = PT(400), .height = PT(200)};

	project_centre(&f.projection, (struct lonlat){0, 0});
	f.projection.scale = PT(10) * 180 / 3.14159265;
	f.projection.centre = (struct xy){f.width / 2, f.height / 2};
	return f;
}

static struct outline *
outlines(struct lonlat *v, size_t n, size_t *count)
{
	struct geo_ring ring = {v, n};
	struct geo_polygon polygon = {&ring, 1};
	struct geo_shape shape = {.v = &polygon, .n = 1};
	struct chart c = {.env.arena = a};
	struct map_frame f = frame();

	return geomap_outlines(&c, &f, &shape, count);
}

/* A border that winds by less than is seen, in a hundred steps. */
static size_t
add_border(struct lonlat *v, bool back)
{
	for (size_t i = 0; i <= 100; i++) {
		size_t k = back ? 100 - i : i;

		v[i] = (struct lonlat){k % 7 * 0.004, -5 + (double)k * 0.1};
	}
	return 101;
}

static bool
has(const struct outline *o, struct xy p)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->v[i].x == p.x && o->v[i].y == p.y)
			return true;
	return false;
}

/* Few points remain, the same ones on both sides of a border. */
static void
neighbours_stay_neighbours(void **state)
{
	struct lonlat west[104], east[104];
	struct outline *w, *e;
	size_t n = add_border(west, false), k = add_border(east, true), count;

	(void)state;
	west[n++] = (struct lonlat){-6, 5};
	west[n++] = (struct lonlat){-6, -5};
	east[k++] = (struct lonlat){6, -5};
	east[k++] = (struct lonlat){6, 5};
	w = outlines(west, n, &count);
	assert_int_equal(count, 1);
	e = outlines(east, k, &count);
	assert_int_equal(count, 1);
	assert_in_range(w->n, 4, 50);
	assert_int_equal(w->n, e->n);
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].x > PT(190))
			assert_true(has(e, w->v[i]));
}

/* Corners stay. */
static void
an_outline_keeps_its_corners(void **state)
{
	struct lonlat v[] = {
	    {-5, -5}, {0, -5}, {5, -5}, {5, 0}, {5, 5}, {0, 4}, {-5, 5}};
	size_t count;
	struct outline *o = outlines(v, sizeof v / sizeof *v, &count);

	(void)state;
	assert_int_equal(count, 1);
	assert_in_range(o->n, 5, 7);
	for (size_t i = 0; i < o->n; i++)
		assert_true(
		    labs(o->v[i].x - PT(200)) > PT(40) || o->v[i].y < PT(100));
}

/* Of what lies far outside on one side, its ends are enough. */
static void
what_is_outside_is_short(void **state)
{
	struct lonlat v[103];
	struct outline *o;
	size_t count;

	(void)state;
	for (size_t i = 0; i < 101; i++)
		v[i] = (struct lonlat){25 + i % 9, -8 + (double)i * 0.16};
	v[101] = (struct lonlat){0, 8};
	v[102] = (struct lonlat){0, -8};
	o = outlines(v, 103, &count);
	assert_int_equal(count, 1);
	assert_in_range(o->n, 4, 5);
}

static void
specks_are_left_out(void **state)
{
	struct lonlat v[] = {{0, 0}, {0.05, 0}, {0.05, 0.05}, {0, 0.05}};
	size_t count;

	(void)state;
	outlines(v, 4, &count);
	assert_int_equal(count, 0);
	v[1].lon = v[2].lon = 0.5;
	outlines(v, 4, &count);
	assert_int_equal(count, 1);
}

/* The whole Earth about a place of a metre. */
static void
no_scale_is_too_large(void **state)
{
	struct projection p;
	struct extent e = {0, 1e-9, 0, 1e-9, true};

	(void)state;
	project_centre(&p, (struct lonlat){100, 15});
	project_fit(&p, &e, 0, 0, PT(400), PT(200), PT(10));
	for (int lon = -180; lon <= 180; lon += 15)
		for (int lat = -90; lat <= 90; lat += 15) {
			struct xy q = project(&p, (struct lonlat){lon, lat});

			assert_in_range(labs(q.x), 0, PT(60000));
			assert_in_range(labs(q.y), 0, PT(60000));
		}
}

static int
setup(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(neighbours_stay_neighbours),
	    cmocka_unit_test(an_outline_keeps_its_corners),
	    cmocka_unit_test(what_is_outside_is_short),
	    cmocka_unit_test(specks_are_left_out),
	    cmocka_unit_test(no_scale_is_too_large),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
