/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/geo_test.c - GeoJSON that is right, and that is not */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "chart/geo.h"

#define RING "[[0,0],[2,0],[2,1],[0,0]]"
#define HEAD "{\"type\":\"FeatureCollection\",\"features\":["

static struct arena *a;
static struct sink *sink;

static struct geo *
parse(const char *text)
{
	sink = sink_new(a);
	return geo_parse(a, sink, "x.geojson", str_from(text));
}

static const struct diag *
only_message(void)
{
	const struct diag **all;

	assert_int_equal(sink_sorted(sink, &all), 1);
	return all[0];
}

static void
polygons_are_read(void **state)
{
	struct geo *g = parse(HEAD
	    "{\"id\":\"AAA\",\"properties\":{\"name\":\"Land\"},\"geometry\":"
	    "{\"type\":\"Polygon\",\"coordinates\":[" RING "," RING "]}},"
	    "{\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
	    "[[" RING "],[" RING "]]}}]}");

	(void)state;
	assert_non_null(g);
	assert_int_equal(g->n, 2);
	assert_string_equal(g->v[0].name, "Land");
	assert_int_equal(g->v[0].v[0].n, 2);
	assert_int_equal(g->v[0].v[0].rings[0].n, 3);
	assert_true(g->v[0].v[0].rings[0].v[1].lon == 2);
	assert_string_equal(g->v[1].id, "");
	assert_int_equal(g->v[1].n, 2);
	assert_ptr_equal(geo_find(g, "AAA"), &g->v[0]);
	assert_null(geo_find(g, ""));
	assert_null(geo_find(NULL, "AAA"));
}

/* What is not asked for may stand anywhere, before and behind. */
static void
other_members_are_passed_over(void **state)
{
	struct geo *g =
	    parse("{\"name\":null,\"features\":["
		  "{\"bbox\":[0,1,2,3],\"geometry\":{\"coordinates\":[" RING
		  "],\"bbox\":[[1,2],[3]],\"type\":\"Polygon\"},"
		  "\"properties\":{\"id\":\"X\",\"name\":\"Land\","
		  "\"more\":{\"name\":\"no\"}},\"id\":\"AAA\","
		  "\"seen\":[true]}],\"crs\":{\"type\":\"name\"}}");

	(void)state;
	assert_non_null(g);
	assert_int_equal(g->n, 1);
	assert_string_equal(g->v[0].id, "AAA");
	assert_string_equal(g->v[0].name, "Land");
	assert_int_equal(g->v[0].n, 1);
	assert_int_equal(g->v[0].v[0].n, 1);
}

/* A bad feature costs itself, not its file. */
static void
a_bad_feature_is_left_out(void **state)
{
	static const char *const bad[] = {
	    "{\"id\":\"BAD\"}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Point\","
	    "\"coordinates\":[1,2]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[[[0,0],[1,1],[0,0]]]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[[[0,0],[1,\"x\"],[2,2],[0,0]]]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[[" RING "]]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"MultiPolygon\","
	    "\"coordinates\":[" RING "]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[[[0,0],[1],[2,2],[0,0]]]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[" RING ",null]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":[" RING ",{\"a\":[1,2]}]}}",
	    "{\"id\":\"BAD\",\"geometry\":{\"type\":\"Polygon\","
	    "\"coordinates\":5}}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct geo *g = parse(arena_printf(a,
		    HEAD "%s,{\"id\":\"AAA\",\"geometry\":{\"type\":"
			 "\"Polygon\",\"coordinates\":[" RING "]}}]}",
		    bad[i]));

		assert_non_null(g);
		assert_int_equal(g->n, 1);
		assert_string_equal(g->v[0].id, "AAA");
		assert_int_equal(only_message()->id, DIAG_GEO_SHAPE);
	}
}

static void
no_geojson_says_where(void **state)
{
	(void)state;
	assert_null(parse("{\n  \"features\": [,]}"));
	assert_int_equal(only_message()->id, DIAG_GEO_PARSE);
	assert_int_equal(only_message()->at.line, 2);
	assert_int_equal(only_message()->at.col, 16);
	assert_null(parse("[[[[[["));
	assert_int_equal(only_message()->id, DIAG_GEO_PARSE);
	assert_non_null(strstr(only_message()->text, "premature EOF"));
	assert_null(parse(""));
	assert_int_equal(only_message()->id, DIAG_GEO_PARSE);
	assert_null(parse("[{\"features\":[[{\"geometry\":" RING "}]]}]"));
	assert_non_null(strstr(only_message()->text, "no feature"));
	assert_null(parse("{}"));
	assert_non_null(strstr(only_message()->text, "no feature"));
}

/* What ships: every file is read, rings are closed, ids stand once. */
static void
the_shipped_outlines_are_sound(void **state)
{
	const char **names;
	size_t n = dir_list(a, "charts/maps", &names), files = 0;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(a, "charts/maps", names[i]);
		struct str text;
		struct geo *g;

		if (!str_ends(str_from(path), ".geojson"))
			continue;
		sink = sink_new(a);
		assert_true(
		    file_read_text(a, sink, path, (struct place){0}, &text));
		g = geo_parse(a, sink, path, text);
		assert_non_null(g);
		assert_int_equal(sink_level(sink), DIAG_NOTE);
		for (size_t k = 0; k < g->n; k++)
			assert_true(!*g->v[k].id ||
				    geo_find(g, g->v[k].id) == &g->v[k]);
		files++;
	}
	assert_true(files >= 6);
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
	    cmocka_unit_test(polygons_are_read),
	    cmocka_unit_test(other_members_are_passed_over),
	    cmocka_unit_test(a_bad_feature_is_left_out),
	    cmocka_unit_test(no_geojson_says_where),
	    cmocka_unit_test(the_shipped_outlines_are_sound),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
