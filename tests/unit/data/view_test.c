/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "workspace.h"

static const char *const no_preference[] = {NULL};

static struct view *
view(const char *cutoff, bool restricted, const char *const *prefer)
{
	struct edition_rule rule = {.restricted = restricted, .prefer = prefer};

	if (cutoff[0] != '\0')
		assert_true(date_parse(str_from(cutoff), &rule.cutoff));
	return view_new(w.arena, w.store, &rule);
}

static struct obs_key
key(const char *indicator)
{
	return (struct obs_key){.area = store_area(w.store, STR("KHM")),
	    .indicator = store_indicator(w.store, str_from(indicator))};
}

/* Period, value and source of an observation, or why there is none. */
static const char *
show(const struct obs *o, enum absence why)
{
	if (!o)
		return absence_name(why);
	assert_int_equal(why, ABSENT_NO);
	return arena_printf(w.arena, "%s %g %s",
	    period_text(w.arena, o->period), o->value, o->source->key);
}

static const char *
newest(const struct view *v, const char *indicator)
{
	struct obs_key k = key(indicator);
	enum absence why;
	const struct obs *o = view_newest(v, &k, &why);

	return show(o, why);
}

static const char *
at(const struct view *v, const char *indicator, const char *period)
{
	struct obs_key k = key(indicator);
	struct period p;
	enum absence why;
	const struct obs *o;

	assert_true(period_parse(str_from(period), &p));
	o = view_at(v, &k, p, &why);
	return show(o, why);
}

static const char *
list(const struct obs **v, size_t n)
{
	struct buf b = {0};
	size_t i;

	buf_puts(&b, "");
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_puts(&b, ", ");
		buf_puts(&b, show(v[i], ABSENT_NO));
	}
	return buf_take(&b, w.arena).p;
}

static const char *
others(const struct view *v, const char *indicator)
{
	struct obs_key k = key(indicator);
	const struct obs *o = view_newest(v, &k, NULL), **out;
	size_t n = view_others(v, w.arena, o, &out);

	return list(out, n);
}

static const char *
series(const struct view *v, const char *indicator, bool undated)
{
	struct obs_key k = key(indicator);
	const struct obs **out;
	size_t n = view_series(v, w.arena, &k, undated, &out);

	return list(out, n);
}

static void
editions(void **state)
{
	struct view *old, *new;

	(void)state;
	workspace_obs(&w, "population,2016,,,,,15762370,,,,,,,wdi-2018,,,\n"
			  "population,2016,,,,,15852803,,,,,,,wdi-2026,,,\n"
			  "population,2025,,,,,17847982,,,,,,,wdi-2026,,,\n"
			  "population,,,,,,16000000,,,,>,,,sowc-2017,,2017,\n");
	assert_string_equal(w.messages, "");
	old = view("2018-06-30", false, NULL);
	new = view("2026-07-31", false, no_preference);
	assert_string_equal(
	    newest(old, "population"), "2016 1.57624e+07 wdi-2018");
	assert_string_equal(others(old, "population"), " 1.6e+07 sowc-2017");
	assert_string_equal(
	    newest(new, "population"), "2025 1.7848e+07 wdi-2026");
	assert_string_equal(
	    at(new, "population", "2016"), "2016 1.58528e+07 wdi-2026");
	assert_string_equal(others(new, "population"),
	    "2016 1.57624e+07 wdi-2018,  1.6e+07 sowc-2017");
	assert_string_equal(series(new, "population", false),
	    "2016 1.58528e+07 wdi-2026, 2025 1.7848e+07 wdi-2026");
	assert_string_equal(series(new, "population", true),
	    " 1.6e+07 sowc-2017, 2016 1.58528e+07 wdi-2026, "
	    "2025 1.7848e+07 wdi-2026");
	assert_string_equal(at(old, "population", "2025"), "after-cutoff");
	assert_string_equal(at(old, "population", "2024"), "absent");
	assert_string_equal(
	    newest(view("2016", false, NULL), "population"), "after-cutoff");
	assert_string_equal(newest(view("2017", false, NULL), "population"),
	    " 1.6e+07 sowc-2017");
}

static void
preference(void **state)
{
	static const char *const web_first[] = {"web", "wdi-2018", NULL};
	struct view *v;

	(void)state;
	workspace_obs(&w, "cases,2014,,,,,100,,,,,,,wdi-2018,,,\n"
			  "cases,2014,,,,,200,,,,,,,wdi-2026,,,\n"
			  "cases,2014,,,,,300,,,,,,,web,,,\n"
			  "cases,2015,,,,,400,,,,,forecast,,web,,,\n"
			  "hdi_rank,2014,,,,,7,,,,,forecast,,web,,,\n"
			  "hdi_rank,2014,,,,,8,,,,,,,wdi-2026,,,\n");
	v = view("", false, NULL);
	assert_string_equal(newest(v, "cases"), "2014 200 wdi-2026");
	assert_string_equal(
	    others(v, "cases"), "2014 100 wdi-2018, 2014 300 web");
	assert_string_equal(at(v, "cases", "2015"), "2015 400 web");
	v = view("", false, web_first);
	assert_string_equal(newest(v, "cases"), "2014 300 web");
	assert_string_equal(
	    others(v, "cases"), "2014 100 wdi-2018, 2014 200 wdi-2026");
	/* what was measured holds against what was expected */
	assert_string_equal(at(v, "hdi_rank", "2014"), "2014 8 wdi-2026");
}

static void
ties(void **state)
{
	struct obs_key k;
	const struct diag **d;
	struct view *v;
	const struct obs *o;

	(void)state;
	workspace_obs(&w, "cases,2014,,,,,100,,,,,,,wdi-2018,,2017,\n"
			  "cases,2014,,,,,100,,,,,,,wdi-2026,,2017,\n"
			  "hdi_rank,2014,,,,,7,,,,,,,wdi-2018,,2017,\n"
			  "hdi_rank,2014,,,,,8,,,,,,,web,,2017,\n"
			  "hdi_rank,2014,,,,,9,,,,,,,web,,2016,\n");
	v = view("", false, NULL);
	k = key("cases");
	o = view_newest(v, &k, NULL);
	assert_null(view_tie(v, o));
	k = key("hdi_rank");
	o = view_newest(v, &k, NULL);
	assert_string_equal(show(o, 0), "2014 7 wdi-2018");
	assert_string_equal(show(view_tie(v, o), 0), "2014 8 web");
	w.sink = sink_new(w.arena);
	view_report_ties(v, w.sink);
	assert_int_equal(sink_sorted(w.sink, &d), 1);
	assert_string_equal(d[0]->text,
	    "'wdi-2018' and 'web' give different values of 'hdi_rank' for "
	    "the same key, known at the same time; name one in 'prefer'");
	assert_int_equal(d[0]->at.line, 4);
}

static void
reasons(void **state)
{
	struct view *v;

	(void)state;
	workspace_obs(&w,
	    "population,2014,,,,,,,,,,not-collected,,wdi-2018,,,\n"
	    "population,2013,,,,,,,,,,missing,,wdi-2018,,,\n"
	    "hdi_rank,2014,,,,,143,,,,,,restricted,wdi-2018,,,\n"
	    "online_upset_share,2014,,F,,,9,,,,,,,wdi-2018,,,\n"
	    "birth_registration_rate,2014,,,,,73,,,24,,,,wdi-2018,,,\n"
	    "cases,2014,,,,,5,,,,,,,wdi-2018,,,\n"
	    "street_living_children,2014,,,,,5,,,,,,,wdi-2018,,,\n"
	    "international_arrivals,2020,,,,,9,,,,,forecast,,web,,,\n"
	    "tier,2014,,,,,,,,,,suppressed,,wdi-2018,,,\n"
	    "ended,2014,,,,,,,,,,not-applicable,,wdi-2018,,,\n");
	v = view("2019", false, NULL);
	assert_string_equal(newest(v, "population"), "not-collected");
	assert_string_equal(at(v, "population", "2013"), "missing");
	assert_string_equal(newest(v, "hdi_rank"), "restricted");
	assert_string_equal(
	    newest(view("2019", true, NULL), "hdi_rank"), "2014 143 wdi-2018");
	assert_string_equal(newest(v, "online_upset_share"), "subgroups-only");
	assert_string_equal(newest(v, "birth_registration_rate"), "withheld");
	assert_string_equal(newest(v, "cases"), "suppressed");
	assert_string_equal(
	    newest(v, "street_living_children"), "2014 5 wdi-2018");
	assert_string_equal(newest(v, "international_arrivals"), "absent");
	assert_string_equal(
	    at(v, "international_arrivals", "2020"), "2020 9 web");
	assert_string_equal(newest(v, "tier"), "suppressed");
	assert_string_equal(newest(v, "ended"), "not-applicable");
	assert_string_equal(newest(v, "grooming_criminalised"), "absent");
	assert_string_equal(newest(v, "no_such"), "absent");
}

/* A later statement without value does not bring down an earlier period, but
 * it does the earlier statements on its own. */
static void
withdrawn(void **state)
{
	struct view *v;

	(void)state;
	workspace_obs(&w, "cases,2013,,,,,100,,,,,,,wdi-2018,,,\n"
			  "cases,2014,,,,,200,,,,,,,wdi-2018,,,\n"
			  "cases,2014,,,,,,,,,,missing,,wdi-2026,,,\n");
	v = view("", false, NULL);
	assert_string_equal(newest(v, "cases"), "2013 100 wdi-2018");
	assert_string_equal(at(v, "cases", "2014"), "missing");
	assert_string_equal(series(v, "cases", false), "2013 100 wdi-2018");
}

static void
periods(void **state)
{
	struct view *v;

	(void)state;
	workspace_obs(&w, "cases,2014-03,,,,,10,,,,,,,wdi-2018,,,\n"
			  "cases,2014-08,,,,,20,,,,,,,wdi-2018,,,\n"
			  "cases,2015,,,,,30,,,,,,,wdi-2018,,,\n"
			  "cases,2015-06,,,,,40,,,,,,,wdi-2018,,,\n"
			  "cases,2012/2016,,,,,50,,,,,,,wdi-2018,,,\n"
			  "cases,2019,,,,,60,,,,,,,wdi-2026,,2018,\n");
	v = view("2018-06", false, NULL);
	assert_string_equal(at(v, "cases", "2014"), "2014-08 20 wdi-2018");
	assert_string_equal(at(v, "cases", "2014-03"), "2014-03 10 wdi-2018");
	assert_string_equal(at(v, "cases", "2015"), "2015 30 wdi-2018");
	assert_string_equal(at(v, "cases", "2016"), "absent");
	assert_string_equal(
	    at(v, "cases", "2012/2016"), "2012/2016 50 wdi-2018");
	/* a period that ends after the cut-off is not the newest */
	assert_string_equal(newest(v, "cases"), "2012/2016 50 wdi-2018");
	assert_string_equal(at(v, "cases", "2019"), "2019 60 wdi-2026");
}

static const char *
by_sex(const struct view *v, const char *sex, const char *age)
{
	struct obs_key k = key("cases");
	enum absence why;
	const struct obs *o;

	k.sex = sex;
	k.age = age;
	o = view_newest(v, &k, &why);
	return show(o, why);
}

/* A small count is not to be had by subtraction. */
static void
complements(void **state)
{
	struct view *v;

	(void)state;
	workspace_obs(&w, "cases,2014,,,,,43,,,,,,,web,,,\n"
			  "cases,2014,,F,,,40,,,,,,,web,,,\n"
			  "cases,2014,,M,,,3,,,,,,,web,,,\n"
			  "cases,2014,,,0-17,,20,,,,,,,web,,,\n"
			  "cases,2014,,,18+,,23,,,,,,,web,,,\n"
			  "cases,2014,,F,0-9,,4,,,,,,,web,,,\n"
			  "cases,2014,,F,10-17,,9,,,,,,,web,,,\n"
			  "cases,2014,,F,18-30,,14,,,,,,,web,,,\n"
			  "cases,2014,,F,31+,,13,,,,,,,web,,,\n"
			  "cases,2013,,F,,,40,,,,,,,web,,,\n"
			  "cases,2013,,M,,,3,,,,,,,web,,,\n");
	v = view("", false, NULL);
	assert_string_equal(by_sex(v, "", ""), "2014 43 web");
	assert_string_equal(by_sex(v, "M", ""), "suppressed");
	assert_string_equal(by_sex(v, "", "0-17"), "2014 20 web");
	assert_string_equal(by_sex(v, "F", "0-9"), "suppressed");
	assert_string_equal(by_sex(v, "F", "10-17"), "suppressed");
	assert_string_equal(by_sex(v, "F", "18-30"), "2014 14 web");
	/* without a total there is nothing to subtract from */
	assert_string_equal(by_sex(v, "F", ""), "2013 40 web");
	v->rule.threshold = 1;
	assert_string_equal(by_sex(v, "M", ""), "2014 3 web");
}

static void
keys(void **state)
{
	struct obs_key k = {0}, *out;
	const struct obs *o;
	struct view *v;
	enum absence why;

	(void)state;
	workspace_obs(&w,
	    "cases,2014,,,,,100,,,,,,,wdi-2018,,,\n"
	    "cases,2015,,,,,200,,,,,,,wdi-2018,,,\n"
	    "cases,2014,,F,13-17,,60,,,,,,,wdi-2018,,,\n"
	    "cases,2014,KHM-poipet,,,,40,,,,,,,wdi-2018,,,\n"
	    "cases,2014,,,,wealth:Q1,40,,,,,,restricted,wdi-2018,,,\n");
	v = view("", false, NULL);
	k = key("cases");
	assert_int_equal(view_keys(v, w.arena, k.area, k.indicator, &out), 3);
	assert_true(out[0].place[0] == '\0' && out[0].sex[0] == '\0');
	assert_string_equal(out[1].sex, "F");
	assert_string_equal(out[2].place, "KHM-poipet");
	k.sex = "F";
	o = view_newest(v, &k, &why);
	assert_string_equal(show(o, why), "absent");
	k.age = "13-17";
	o = view_newest(v, &k, &why);
	assert_string_equal(show(o, why), "2014 60 wdi-2018");
}

static const char *
record(const struct view *v, const char *table, const char *area, const char *k)
{
	const struct record *r = view_record(
	    v, table, store_area(w.store, str_from(area)), str_from(k));

	if (!r)
		return "none";
	return arena_printf(w.arena, "%s:%u", r->key, r->at.line);
}

static void
records(void **state)
{
	const struct record **rows;
	struct view *v;

	(void)state;
	workspace_obs(&w, "");
	workspace_put("data/instruments.csv",
	    "id,name,source\ncrc,Convention,web\nopsc,Protocol,web\n");
	workspace_put("data/ratifications.csv",
	    "area,instrument,action,known,source\n"
	    "KHM,crc,signed,2010,web\n"
	    "KHM,crc,ratified,2017,web\n"
	    "KHM,crc,acceded,2019,web\n"
	    "LAO,opsc,none,,web\n");
	workspace_put("data/reviews.csv", "area,body,cycle,source,known\n"
					  "KHM,upr,2014,web,2014\n"
					  "KHM,upr,2009,web,2010\n"
					  "KHM,upr,2019,web,2019\n");
	workspace_put("data/findings.csv", "report,id,text,access\n"
					   "r,a,One,\nr,b,Two,restricted\n");
	workspace_put("data/recommendations.csv",
	    "report,area,id,parent,text,known\n"
	    "r,,general,,Do,2018\n"
	    "r,KHM,own,,Do,2018\n"
	    "r,KHM,part,own,Do,2018\n"
	    "r,KHM,lost,gone,Do,2018\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    "data/recommendations.csv:5:12: error: no recommendation "
	    "'gone'\n");
	v = view("2018-06", false, NULL);
	assert_string_equal(record(v, "ratifications", "KHM", "crc"), "crc:3");
	assert_string_equal(record(v, "ratifications", "KHM", "opsc"), "none");
	assert_string_equal(record(v, "instruments", "KHM", "opsc"), "opsc:3");
	assert_string_equal(record(v, "reviews", "KHM", "upr"), "upr/2014:2");
	assert_string_equal(
	    record(v, "reviews", "KHM", "upr/2009"), "upr/2009:3");
	assert_string_equal(record(v, "reviews", "KHM", "upr/2019"), "none");
	assert_string_equal(record(v, "nothing", "KHM", "upr"), "none");
	assert_string_equal(
	    record(v, "recommendations", "KHM", "r/own"), "r/own:3");
	assert_string_equal(
	    record(v, "recommendations", "KHM", "r/general"), "r/general:2");
	assert_int_equal(view_records(v, w.arena, "ratifications", &rows), 2);
	assert_int_equal(rows[0]->at.line, 3);
	assert_ptr_equal(rows[0]->area, store_area(w.store, STR("KHM")));
	assert_ptr_equal(record_cell(rows[0], "instrument")->ref,
	    view_record(v, "instruments", NULL, STR("crc")));
	assert_int_equal(view_records(v, w.arena, "findings", &rows), 1);
	assert_int_equal(
	    view_records(view("", true, NULL), w.arena, "findings", &rows), 2);
	assert_int_equal(view_records(v, w.arena, "flows", &rows), 0);
	assert_int_equal(view_records(v, w.arena, "nothing", &rows), 0);
	assert_null(record_cell(
	    view_record(v, "instruments", NULL, STR("crc")), "nothing"));
	unlink("data/recommendations.csv");
}

static const char *
members(const char *cutoff, const char *group)
{
	struct view *v = view(cutoff, false, NULL);
	const struct area **out;
	size_t n = view_members(v, w.arena, group, &out), i;
	struct buf b = {0};

	buf_puts(&b, "");
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s ", out[i]->id);
	return buf_take(&b, w.arena).p;
}

static void
groups(void **state)
{
	(void)state;
	workspace_obs(&w, "");
	workspace_put("data/groups.csv", "group,member,from,to,source,known\n"
					 "asean,THA,1967,,web,1967\n"
					 "asean,KHM,1999,,web,1999\n"
					 "asean,LAO,1997,2010,web,1997\n");
	workspace_load(&w);
	assert_string_equal(w.messages, "");
	assert_string_equal(members("2018", "asean"), "KHM THA ");
	assert_string_equal(members("2010", "asean"), "KHM LAO THA ");
	assert_string_equal(members("1998", "asean"), "LAO THA ");
	assert_string_equal(members("", "asean"), "KHM THA ");
	assert_string_equal(members("", "SEA"), "KHM LAO THA ");
	assert_string_equal(members("", "KHM"), "KHM-poipet ");
	assert_string_equal(members("", "none"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(editions),
	    cmocka_unit_test(preference),
	    cmocka_unit_test(ties),
	    cmocka_unit_test(reasons),
	    cmocka_unit_test(withdrawn),
	    cmocka_unit_test(periods),
	    cmocka_unit_test(complements),
	    cmocka_unit_test(keys),
	    cmocka_unit_test(records),
	    cmocka_unit_test(groups),
	};

	return cmocka_run_group_tests(tests, workspace_enter, workspace_leave);
}
