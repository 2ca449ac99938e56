/* SPDX-License-Identifier: MIT */
/* The data of this repository in two editions (DATA 2.4). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "data/load.h"
#include "data/store.h"

static struct arena *arena;
static struct store *store;
static struct sink *sink;

static const char *
show(const struct obs *o)
{
	static const char marks[] = "=~<>";
	static const char *const verdicts[] = {"", "yes", "no"};

	if (!o)
		return "nothing";
	if (o->verdict)
		return arena_printf(arena, "%s, recorded in %d",
		    verdicts[o->verdict], o->known.year);
	return arena_printf(arena, "%c%.10g in %s of %d", marks[o->comparator],
	    o->value, period_text(arena, o->period), o->known.year);
}

static struct view *
edition(const char *cutoff)
{
	struct edition_rule rule = {0};

	assert_true(date_parse(str_from(cutoff), &rule.cutoff));
	return view_new(arena, store, &rule);
}

static struct obs_key
key(const char *indicator)
{
	struct obs_key k = {.area = store_area(store, STR("KHM"))};

	k.indicator = store_indicator(store, str_from(indicator));
	if (!k.area || !k.indicator)
		skip();
	return k;
}

static const char *
newest(const struct view *v, const char *indicator)
{
	struct obs_key k = key(indicator);

	return show(view_newest(v, &k, NULL));
}

static const char *
in_2016(const struct view *v, const char *indicator)
{
	struct obs_key k = key(indicator);
	struct period p;

	period_parse(STR("2016"), &p);
	return show(view_at(v, &k, p, NULL));
}

/* Whether one of the other statements beside the newest reads like this. */
static bool
has_other(const struct view *v, const char *indicator, const char *text)
{
	struct obs_key k = key(indicator);
	const struct obs **out;
	size_t n = view_others(v, arena, view_newest(v, &k, NULL), &out), i;

	for (i = 0; i < n; i++)
		if (strcmp(show(out[i]), text) == 0)
			return true;
	return false;
}

static void
edition_2018(void **state)
{
	struct view *v = edition("2018-12-31");

	(void)state;
	assert_string_equal(
	    newest(v, "population"), "=15762370 in 2016 of 2018");
	assert_true(has_other(v, "population", ">16000000 in  of 2017"));
	assert_string_equal(
	    newest(v, "gdp_per_capita"), "=1269.91 in 2016 of 2018");
	assert_true(has_other(v, "gdp_per_capita", "=1070 in 2016 of 2017") ||
		    has_other(v, "gdp_per_capita", "=1070 in  of 2017"));
	assert_string_equal(
	    newest(v, "birth_registration_rate"), "=73.3 in 2014 of 2018");
	assert_true(has_other(v, "birth_registration_rate", "=73 in  of 2017"));
	assert_string_equal(
	    newest(v, "grooming_criminalised"), "no, recorded in 2018");
}

static void
edition_2026(void **state)
{
	struct view *v = edition("2026-12-31");

	(void)state;
	assert_string_equal(
	    newest(v, "population"), "=17847982 in 2025 of 2026");
	assert_string_equal(
	    in_2016(v, "population"), "=15852803 in 2016 of 2026");
	assert_string_equal(
	    newest(v, "gdp_per_capita"), "=2872.43 in 2025 of 2026");
	assert_string_equal(
	    in_2016(v, "gdp_per_capita"), "=1675.2 in 2016 of 2026");
	assert_string_equal(
	    newest(v, "birth_registration_rate"), "=73.3 in 2014 of 2026");
	assert_string_equal(
	    newest(v, "grooming_criminalised"), "no, recorded in 2022");
}

/* The data that come with the program are without fault. */
static void
no_messages(void **state)
{
	(void)state;
	sink_print(sink, stderr);
	assert_int_equal(sink_level(sink), DIAG_NOTE);
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	sink = sink_new(arena);
	store = store_load(arena, sink, ".");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(edition_2018),
	    cmocka_unit_test(edition_2026),
	    cmocka_unit_test(no_messages),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
