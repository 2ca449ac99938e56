/* SPDX-License-Identifier: MIT */
/*
 * tests/unit/chart/golden_test.c - the words, the places of all labels and
 * the picture of each tests/golden/chart/x.yaml are x.txt beside it
 *
 * UPDATE=1 writes them anew: look at the pictures (draw.c) before.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "drawn.h"
#include "rig.h"

#define FOLDER "tests/golden/chart"

/* The SVG's digest; Cairo's numbers are rounded to hundredths in it. */
static void
add_picture(struct rig *r, const struct chart *c, struct buf *out)
{
	char name[] = "/tmp/sitan-chart-XXXXXX", hex[65];
	int fd = mkstemp(name);
	struct str svg;

	assert_true(fd >= 0);
	close(fd);
	assert_true(chart_export(c, CHART_SVG, name));
	assert_true(
	    file_read(r->arena, r->env.sink, name, (struct place){0}, &svg));
	unlink(name);
	assert_non_null(strstr(svg.p, "<svg role=\"img\""));
	hash_hex(svg, hex);
	buf_printf(out, "svg %s\n", hex);
}

static struct str
describe(struct rig *r, const struct chart *c)
{
	mpt width = chart_spans_page(c) ? PT(481.89) : PT(232.44);
	struct chart_drawing d;
	struct buf out = {0};

	chart_draw(r->arena, c, NULL, width, chart_height(c, width), &d);
	check_runs(c, &d);
	buf_printf(&out, "%s\n%s\n%s\n%s\n%s\n%d x %d\n", chart_title(c),
	    chart_subtitle(c), chart_reading(c), chart_source(c), chart_alt(c),
	    d.width, d.height);
	for (size_t i = 0; i < d.nruns; i++)
		buf_printf(&out, "%d %d %06X " STR_FMT "\n", d.runs[i].x,
		    d.runs[i].y, (unsigned)d.runs[i].run->colour,
		    STR_ARG(d.runs[i].run->text));
	add_picture(r, c, &out);
	return buf_take(&out, r->arena);
}

static void
check(struct rig *r, const char *name)
{
	char *path = path_join(r->arena, FOLDER, name);
	char *want = arena_printf(
	    r->arena, "%s/%s.txt", FOLDER, path_stem(r->arena, path));
	struct conf *conf = conf_read(r->arena, r->env.sink, path);
	struct chart *c =
	    chart_prepare(&r->env, conf, (struct place){path, 1, 1});
	struct str got, old = {"", 0};

	assert_non_null(c);
	got = describe(r, c);
	if (getenv("UPDATE"))
		assert_true(file_write(want, got));
	if (file_exists(want))
		file_read(r->arena, r->env.sink, want, (struct place){0}, &old);
	if (!str_eq(got, old))
		print_message("%s differs from\n" STR_FMT, want, STR_ARG(got));
	assert_true(str_eq(got, old));
}

static void
charts_are_as_recorded(void **state)
{
	struct rig *r =
	    rig_new("tests/unit/chart/work", "AAA", "templates/locale/en.yaml");
	const char **names;
	size_t n = dir_list(r->arena, FOLDER, &names), seen = 0;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		if (!str_ends(str_from(names[i]), ".yaml"))
			continue;
		check(r, names[i]);
		seen++;
	}
	assert_true(seen >= 8);
	rig_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(charts_are_as_recorded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
