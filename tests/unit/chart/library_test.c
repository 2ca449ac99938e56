/* SPDX-License-Identifier: MIT */
/*
 * tests/unit/chart/library_test.c - every chart of charts/ for every country
 * of the shipped data: drawn or refused with a warning, labels in the frame
 * and apart, in the width of the chart and in the other one
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"
#include "drawn.h"
#include "rig.h"

static const char *const countries[] = {"BRN", "IDN", "KHM", "LAO", "MMR",
    "MYS", "PHL", "SGP", "THA", "TLS", "VNM"};

static void
the_library_draws_for_all(void **state)
{
	(void)state;
	for (size_t k = 0; k < sizeof countries / sizeof countries[0]; k++) {
		struct rig *r =
		    rig_new(".", countries[k], "templates/locale/en.yaml");
		const char **names;
		size_t n = dir_list(r->arena, "charts", &names), drawn = 0;

		assert_true(n >= 20);
		for (size_t i = 0; i < n; i++) {
			const char *path =
			    path_join(r->arena, "charts", names[i]);
			struct conf *conf;
			struct chart *c;

			if (!str_ends(str_from(path), ".yaml"))
				continue;
			conf = conf_read(r->arena, r->env.sink, path);
			assert_non_null(conf);
			c = chart_prepare(
			    &r->env, conf, (struct place){path, 1, 1});
			if (!c)
				continue;
			drawn++;
			draw_at(r, c, PT(481.89));
			draw_at(r, c, PT(232.44));
		}
		assert_true(drawn >= 30);
		assert_int_equal(sink_count(r->env.sink, DIAG_ERROR), 0);
		rig_free(r);
	}
}

/* Each block of docs/charts.md that begins with "kind:" is a chart. */
static void
the_documented_examples_draw(void **state)
{
	struct rig *r = rig_new(".", "KHM", "templates/locale/en.yaml");
	struct str text;
	const char *at;
	size_t seen = 0;

	(void)state;
	assert_true(file_read(
	    r->arena, r->env.sink, "docs/charts.md", (struct place){0}, &text));
	for (at = text.p; (at = strstr(at, "```\nkind:")); at++) {
		const char *end = strstr(at + 4, "\n```");
		struct chart *c;

		assert_non_null(end);
		c = rig_chart(
		    r, arena_strndup(r->arena, at + 4, (size_t)(end - at - 3)));
		if (c)
			draw_at(r, c, PT(481.89));
		seen++;
		at = end;
	}
	assert_true(seen >= 17);
	assert_string_equal(rig_messages(r), "");
	rig_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_library_draws_for_all),
	    cmocka_unit_test(the_documented_examples_draw),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
