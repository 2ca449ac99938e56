/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "../data/workspace.h"
#include "stat/compare.h"
#include "stat/rank.h"
#include "stat/region.h"

static struct region
collect(const char *indicator, int year)
{
	struct edition_rule rule = {0};
	struct view *v = view_new(w.arena, w.store, &rule);
	struct obs_key key = {
	    .indicator = store_indicator(w.store, str_from(indicator))};
	const struct area **areas;
	size_t n = view_members(v, w.arena, "SEA", &areas);

	assert_int_equal(n, 3);
	return region_collect(v, w.arena, &key, year,
	    store_indicator(w.store, STR("population")), 0, areas, n);
}

static const struct area *
area(const char *id)
{
	return store_area(w.store, str_from(id));
}

static void
load(const char *khm, const char *lao, const char *tha)
{
	struct buf b = {0};

	workspace_catalogues();
	buf_printf(&b, "%s%s", OBS_HEAD, khm);
	workspace_put("data/countries/KHM.csv", b.p);
	b.n = 0;
	buf_printf(&b, "%s%s", OBS_HEAD, lao);
	workspace_put("data/countries/LAO.csv", b.p);
	b.n = 0;
	buf_printf(&b, "%s%s", OBS_HEAD, tha);
	workspace_put("data/countries/THA.csv", b.p);
	buf_free(&b);
	workspace_load(&w);
	assert_string_equal(w.messages, "");
}

#define BIRTHS "birth_registration_rate,"
#define PEOPLE "population,2020,,,,,"

static void
coverage(void **state)
{
	struct weighted_mean m;
	struct region r;
	int from, to;

	(void)state;
	load(BIRTHS "2014,,,,,10,,,,,,,wdi-2018,,,\n" PEOPLE
		    "100,,,,,,,wdi-2026,,,\n",
	    BIRTHS "2017,,,,,20,,,,~,,,wdi-2018,,,\n" PEOPLE
		   "300,,,,,,,wdi-2026,,,\n",
	    PEOPLE "350,,,,,,,wdi-2026,,,\n");
	r = collect("birth_registration_rate", 0);
	assert_true(r.n == 3 && r.with_value == 2);
	m = region_weighted(&r, REGION_COVERAGE);
	assert_true(m.value == 17.5 && m.n == 2 && m.unknown == 0);
	assert_true(fabs(m.coverage - 0.533333) < 1e-6);
	assert_true(m.from == 2014 && m.to == 2017);
	m = region_weighted(&r, 2.0 / 3);
	assert_true(isnan(m.value) && m.coverage > 0.5);
	assert_true(region_mean(&r) == 15 && region_median(&r) == 15);
	assert_true(region_sum(&r) == 30);
	assert_ptr_equal(region_lowest(&r)->area, area("KHM"));
	assert_ptr_equal(region_highest(&r)->area, area("LAO"));
	assert_true(isnan(r.members[2].value) && !r.members[2].obs);
	r = collect("birth_registration_rate", 2017);
	assert_true(r.with_value == 1 && region_mean(&r) == 20);
	r = collect("hdi_rank", 0);
	assert_true(isnan(region_mean(&r)) && isnan(region_sum(&r)));
	assert_null(region_lowest(&r));
	assert_null(region_highest(&r));
	m = region_weighted(&r, 0);
	assert_true(isnan(m.value) && m.coverage == 0 && m.n == 0);
	region_years(&r, &from, &to);
	assert_true(from == 0 && to == 0);
}

/* What is no plain dated number does not enter, and no older value stands in
 * for it. */
static void
left_out(void **state)
{
	struct region r;

	(void)state;
	load("hdi_rank,2014,,,,,5,,,,,,,wdi-2018,,,\n"
	     "hdi_rank,2015,,,,,,4,6,,,,,wdi-2018,,,\n"
	     "cases,,,,,,50,,,,,,,wdi-2018,,,\n",
	    "hdi_rank,2014,,,,,7,,,,>,,,wdi-2018,,,\n"
	    "cases,2016,,,,,60,,,,,estimated,,wdi-2018,,,\n",
	    "hdi_rank,2014,,,,,7,,,,,,,wdi-2018,,,\n"
	    "cases,2030,,,,,60,,,,,forecast,,wdi-2018,,,\n");
	r = collect("hdi_rank", 0);
	assert_int_equal(r.with_value, 1);
	assert_ptr_equal(region_lowest(&r)->area, area("THA"));
	r = collect("cases", 0);
	assert_int_equal(r.with_value, 1);
	assert_ptr_equal(region_lowest(&r)->area, area("LAO"));
	r = collect("cases", 2030);
	assert_int_equal(r.with_value, 0);
}

/* Intervals, bases and definitions decide what may be compared and ranked. */
static void
care(void **state)
{
	const struct obs *a, *b;
	size_t best, worst;
	struct region r;

	(void)state;
	load(BIRTHS "2014,,,,,70,65,75,,,,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,74,71,77,,,,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,99,98,100,,,,,wdi-2018,,,\n");
	r = collect("birth_registration_rate", 0);
	a = r.members[0].obs;
	b = r.members[1].obs;
	assert_true(compare_overlap(a, b));
	assert_false(compare_overlap(a, r.members[2].obs));
	assert_true(compare_cautions(a, b, NULL, 0) == CAUTION_OVERLAP);
	assert_true(compare_cautions(a, a, NULL, 0) == 0);
	assert_true(rank_spread(&r, area("KHM"), RANK_HIGHEST, &best, &worst));
	assert_true(best == 2 && worst == 3);
	assert_true(rank_spread(&r, area("LAO"), RANK_HIGHEST, &best, &worst));
	assert_true(best == 2 && worst == 3);
	assert_false(rank_spread(&r, area("THA"), RANK_HIGHEST, &best, &worst));
	assert_true(best == 1 && worst == 1);
	load(BIRTHS "2014,,,,,70,,,49,,,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,74,,,,,definition,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,99,,,50,,modelled,,wdi-2018,,,\n");
	r = collect("birth_registration_rate", 0);
	a = r.members[0].obs;
	b = r.members[1].obs;
	assert_true(compare_cautions(a, b, NULL, 0) ==
		    (CAUTION_DEFINITION | CAUTION_BASE));
	assert_true(compare_cautions(a, r.members[2].obs, NULL, 0) ==
		    (CAUTION_MODELLED | CAUTION_BASE));
	assert_false(compare_ranks(a) || compare_ranks(b));
	assert_int_equal(rank_in_region(&r, area("THA"), RANK_HIGHEST).n, 1);
	assert_int_equal(
	    rank_in_region(&r, area("KHM"), RANK_HIGHEST).position, 0);
}

/* What follows the last break or change of definition is one series. */
static void
stretches(void **state)
{
	const struct obs **v;
	struct edition_rule rule = {0};
	struct obs_key key;
	size_t n;

	(void)state;
	load(BIRTHS "2010,,,,,70,,,,,,,wdi-2018,,,\n" BIRTHS
		    "2012,,,,,71,,,,,break,,wdi-2018,,,\n" BIRTHS
		    "2014,,,,,72,,,,,,,wdi-2018,,,\n",
	    BIRTHS "2010,,,,,70,,,,,definition,,wdi-2018,,,\n" BIRTHS
		   "2012,,,,,71,,,,,,,wdi-2018,,,\n",
	    "");
	key = (struct obs_key){.area = area("KHM"),
	    .indicator =
		store_indicator(w.store, STR("birth_registration_rate"))};
	n = view_series(
	    view_new(w.arena, w.store, &rule), w.arena, &key, false, &v);
	assert_int_equal(n, 3);
	assert_int_equal(compare_stretch((const struct obs *const *)v, n), 1);
	assert_int_equal(compare_stretch((const struct obs *const *)v, 1), 0);
	assert_int_equal(compare_stretch((const struct obs *const *)v, 0), 0);
	assert_true(compare_cautions(v[0], v[2], (const struct obs *const *)v,
			n) == CAUTION_BREAK);
	assert_true(compare_cautions(v[2], v[0], (const struct obs *const *)v,
			n) == CAUTION_BREAK);
	assert_true(
	    compare_cautions(v[1], v[2], (const struct obs *const *)v, n) == 0);
	key.area = area("LAO");
	n = view_series(
	    view_new(w.arena, w.store, &rule), w.arena, &key, false, &v);
	assert_int_equal(compare_stretch((const struct obs *const *)v, n), 1);
}

static void
ranks(void **state)
{
	enum rank_first first = RANK_LOWEST;
	struct region r;
	struct rank k;

	(void)state;
	/* 73.34 and 73.26 both print as 73.3 */
	load(BIRTHS "2014,,,,,73.34,,,,,,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,73.26,,,,,,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,99,,,,,,,wdi-2018,,,\n");
	r = collect("birth_registration_rate", 0);
	assert_true(rank_direction(r.indicator, &first));
	assert_int_equal(first, RANK_HIGHEST);
	k = rank_in_region(&r, area("KHM"), first);
	assert_true(k.position == 2 && k.n == 3 && k.ties == 1);
	k = rank_in_region(&r, area("LAO"), RANK_LOWEST);
	assert_true(k.position == 1 && k.ties == 1);
	k = rank_in_region(&r, area("SEA"), first);
	assert_true(k.position == 0 && k.n == 3);
	assert_true(rank_percentile_in_region(&r, area("THA")) > 83);
	assert_true(rank_z_in_region(&r, area("THA")) > 1.15);
	assert_false(rank_direction(
	    store_indicator(w.store, STR("population")), &first));
	/* a bracketed share is not ranked */
	load(BIRTHS "2014,,,,,73,,,30,,,,wdi-2018,,,\n",
	    BIRTHS "2014,,,,,72,,,300,,,,wdi-2018,,,\n", "");
	r = collect("birth_registration_rate", 0);
	assert_int_equal(r.with_value, 2);
	k = rank_in_region(&r, area("KHM"), first);
	assert_true(k.position == 0 && k.n == 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(coverage),
	    cmocka_unit_test(left_out),
	    cmocka_unit_test(care),
	    cmocka_unit_test(stretches),
	    cmocka_unit_test(ranks),
	};

	return cmocka_run_group_tests(tests, workspace_enter, workspace_leave);
}
