/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "workspace.h"

static const char *
dump(void)
{
	static char *text;
	size_t n;
	FILE *f;

	free(text);
	f = open_memstream(&text, &n);
	store_dump(w.store, f);
	fclose(f);
	return text;
}

/* The dump begins with these lines. */
static void
assert_dump(const char *lines)
{
	char *head = strndup(dump(), strlen(lines));

	assert_string_equal(head, lines);
	free(head);
}

#define K "data/countries/KHM.csv:"

/* One row of observations and the message that it gets; "" for none. */
#define check_row(row, message)                                                \
	do {                                                                   \
		const struct obs *const *v_;                                   \
		workspace_obs(&w, row "\n");                                   \
		assert_string_equal(w.messages, message);                      \
		assert_int_equal(store_obs(w.store, &v_),                      \
		    sink_count(w.sink, DIAG_ROW) ? 0 : 1);                     \
	} while (0)

/* The eight rows of the schema's page. */
static void
examples(void **state)
{
	static const char rows[] =
	    "birth_registration_rate,2014,,,,,73.3,,,,,,,wdi-2018,,,\n"
	    "birth_registration_rate,,,,,,73,,,,,,,sowc-2017,154,2017,year "
	    "of the survey not printed\n"
	    "street_living_children,2015,,,0-17,,,1200,1500,,,,,web,28,,\n"
	    "online_upset_share,2013,,F,13-17,,10,,,,<,,,sowc-2017,,,\n"
	    "compensation_paid,2014,,,0-17,,1,,,54,,,,sowc-2017,,,\n"
	    "hdi_rank,2016,,,,,143,,,188,,,,web,,,\n"
	    "international_arrivals,2020,,,,nationality:CHN,2000000,,,,>,"
	    "forecast,,sowc-2017,,2017,\n"
	    "grooming_criminalised,,,,,,no,,,,,,,wdi-2018,,2018,\n";
	const struct obs *const *v;

	(void)state;
	workspace_obs(&w, rows);
	assert_string_equal(w.messages, "");
	assert_int_equal(store_obs(w.store, &v), 8);
	assert_dump(
	    "KHM birth_registration_rate - = 73 source=sowc-2017 "
	    "locator=154 known=2017\n"
	    "KHM birth_registration_rate 2014 = 73.3 source=wdi-2018 "
	    "known=2018-04\n"
	    "KHM compensation_paid 2014 age=0-17 = 1 n=54 "
	    "source=sowc-2017 known=2017\n"
	    "KHM grooming_criminalised - = no source=wdi-2018 known=2018\n"
	    "KHM hdi_rank 2016 = 143 n=188 source=web known=2016-05-04\n"
	    "KHM international_arrivals 2020 group=nationality:CHN = "
	    ">2000000 status=forecast source=sowc-2017 known=2017\n"
	    "KHM online_upset_share 2013 sex=F age=13-17 = <10 "
	    "source=sowc-2017 known=2017\n"
	    "KHM street_living_children 2015 age=0-17 = low=1200 high=1500 "
	    "source=web locator=28 known=2016-05-04\n");
}

static void
references(void **state)
{
	(void)state;
	check_row("populaton,2014,,,,,5,,,,,,,wdi-2018,,,",
	    K "2:1: error: no indicator 'populaton' (did you mean "
	      "'population'?)\n");
	check_row("population,2014,,,,,5,,,,,,,wdi-2019,,,",
	    K "2:29: error: no source 'wdi-2019' (did you mean "
	      "'wdi-2018'?)\n");
	check_row("population,2014,,,,,5,,,,,,,nobody-ever-wrote-it,,,",
	    K "2:29: error: no source 'nobody-ever-wrote-it'\n");
	check_row("population,2014,KHM-poipett,,,,5,,,,,,,web,,,",
	    K "2:17: error: no area 'KHM-poipett' (did you mean "
	      "'KHM-poipet'?)\n");
	check_row(",2014,,,,,5,,,,,,,web,,,",
	    K "2:1: error: 'indicator' is empty; every row of an "
	      "observation file needs it\n");
	check_row("population,2014,,,,,5,,,,,,,,,,",
	    K "2:29: error: 'source' is empty; every row of an "
	      "observation file needs it\n");
	check_row("population,2014,,,,,5,,,,,,,undated,,,",
	    K "2:38: error: nothing tells since when this is known; fill "
	      "'known', or 'published', 'year' or 'accessed' of source "
	      "'undated'\n");
	check_row("population,2014,,,,,5,,,,,,,undated,,2015,", "");
}

static void
codes(void **state)
{
	(void)state;
	check_row("population,2014,,W,,,5,,,,,,,web,,,",
	    K "2:18: error: 'W' is no sex; one of: F, M, or empty for "
	      "both\n");
	check_row("population,2014,,,17-0,,5,,,,,,,web,,,",
	    K "2:19: error: '17-0' is no age; write 0-17, 15+ or <18\n");
	check_row("population,2014,,,,rural,5,,,,,,,web,,,",
	    K "2:20: error: 'rural' is no group; write dimension:code, "
	      "such as residence:rural, several with ';'\n");
	check_row("population,2014,,,,,5,,,,=,,,web,,,",
	    K "2:26: error: '=' is no comparator; one of: ~, <, >, or "
	      "empty for equal\n");
	check_row("population,2014,,,,,5,,,,,estimate,,web,,,",
	    K "2:27: error: 'estimate' is no status (did you mean "
	      "'estimated'?); one of: estimated, modelled, imputed, "
	      "provisional, forecast, break, definition, unreliable, "
	      "missing, not-collected, not-applicable, suppressed\n");
	check_row("population,2014,,,,,5,,,,,,secret,web,,,",
	    K "2:28: error: 'secret' is no access; one of: restricted, or "
	      "empty for public\n");
	check_row("population,2014/2012,,,,,5,,,,,,,web,,,",
	    K "2:12: error: '2014/2012' is no period; write a date such as "
	      "2014 or 2014-05, or two with a slash, such as 2014/2018\n");
	check_row("population,2014,,,,,5,,,,,,,web,,May 2017,",
	    K "2:34: error: 'May 2017' in 'known' is no date; write 2018, "
	      "2018-05 or 2018-05-13\n");
	check_row("population,2014,,M,15+,wealth:Q1;residence:rural,5,,,,,,,"
		  "web,,,",
	    "");
	assert_non_null(
	    strstr(dump(), " age=15+ group=residence:rural;wealth:Q1 "));
}

static void
values(void **state)
{
	(void)state;
	check_row("population,2014,,,,,\"15,000\",,,,,,,web,,,",
	    K "2:21: error: '15,000' is no value of 'population', whose "
	      "type is number; write digits and a decimal point, such as "
	      "1234.5\n");
	check_row("grooming_criminalised,2014,,,,,maybe,,,,,,,web,,,",
	    K "2:32: error: 'maybe' is no value of "
	      "'grooming_criminalised', whose type is verdict; write yes, "
	      "no, partial, not_full or unclear\n");
	check_row("ended,2014,,,,,1.5.2014,,,,,,,web,,,",
	    K "2:16: error: '1.5.2014' is no value of 'ended', whose type "
	      "is date; write 2018, 2018-05 or 2018-05-13\n");
	check_row("tier,2014,,,,,2,1,,,,,,web,,,",
	    K "2:17: error: 'low' is for indicators of type number, 'tier' "
	      "is of type text; empty it\n");
	check_row("population,2014,,,,,,,,,,,,web,,,",
	    K "2:21: error: neither value nor range; fill one, or say why "
	      "in 'status' (missing, not-collected, not-applicable, "
	      "suppressed)\n");
	check_row("population,2014,,,,,5,,,,,missing,,web,,,",
	    K "2:27: error: a value beside status 'missing', which says "
	      "that there is none; empty one of the two\n");
	check_row("population,2014,,,,,,9,8,,,,,web,,,",
	    K "2:22: error: low 9 is greater than high 8; exchange them\n");
	check_row("population,2014,,,,,,8,9,,<,,,web,,,",
	    K "2:27: error: comparator '<' without a value; give the "
	      "value, or the range in 'low' or 'high'\n");
	check_row("population,2014,,,,,5,x,,,,,,web,,,",
	    K "2:23: error: 'x' in 'low' is no number; write digits and a "
	      "decimal point, such as 1234.5\n");
	check_row("population,2014,,,,,,,,,,not-collected,,web,,,", "");
	check_row("ended,2014,,,,,2014-05,,,,,,,web,,,", "");
	check_row("tier,2014,,,,,Tier 2 Watch List,,,,,,,web,,,", "");
}

static void
warnings(void **state)
{
	(void)state;
	check_row("birth_registration_rate,2014,,,,,143,,,,,,,web,,,",
	    K "2:34: warning: value 143 is above the declared maximum 100 "
	      "of 'birth_registration_rate'\n");
	check_row("birth_registration_rate,2014,,,,,,-2.5,9,,,,,web,,,",
	    K "2:35: warning: low -2.5 is below the declared minimum 0 of "
	      "'birth_registration_rate'\n");
	check_row("population,2014,,,,,5,6,,,,,,web,,,",
	    K "2:21: warning: value 5 lies outside its own interval of 6 "
	      "to …\n");
	check_row("population,2030,,,,,5,,,,,,,web,,,",
	    K "2:12: warning: period 2030 lies after 2016-05-04, when this "
	      "was known; give it the status forecast\n");
	check_row("population,2030,,,,,5,,,,,forecast,,web,,,", "");
	check_row("population,2016,,,,,5,,,,,,,web,,,", "");
}

static void
twice(void **state)
{
	const struct obs *const *v;

	(void)state;
	workspace_obs(&w, "population,2014,,,,\"a:x;b:y\",5,,,,,,,web,,,\n"
			  "cases,2014,,,,,8,,,,,,,web,,,\n"
			  "population,2014,,,,\"b:y;a:x\",6,,,,,,,web,,,\n"
			  "cases,2014,,,,,8,,,,,,,web,,,\n"
			  "cases,2014,,,,,9,,,,,,,web,,2017,\n"
			  "cases,2014,,,,,9,,,,,,,sowc-2017,,,\n");
	assert_string_equal(w.messages,
	    K "4:1: error: the same key stands already in "
	      "data/countries/KHM.csv:2, with another value; remove one of "
	      "the two rows\n" K "5:1: error: the same key stands already in "
	      "data/countries/KHM.csv:3, with the same value; remove one "
	      "of the two rows\n");
	assert_int_equal(store_obs(w.store, &v), 4);
}

/* Each wrong field of a row is told, but a name only once. */
static void
several(void **state)
{
	(void)state;
	check_row("population,20l4,,X,,,5,,,,,,,nobody,,,",
	    K "2:12: error: '20l4' is no period; write a date such as 2014 "
	      "or 2014-05, or two with a slash, such as 2014/2018\n" K
	      "2:18: error: 'X' is no sex; one of: F, M, or empty for "
	      "both\n" K "2:30: error: no source 'nobody'\n");
}

static void
columns(void **state)
{
	(void)state;
	workspace_catalogues();
	workspace_put("data/countries/KHM.csv",
	    "Indicator;vlaue;source;value;value\npopulation;3;web;5;6\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    K "1:11: warning: no column 'vlaue' in observation files (did "
	      "you mean 'value'?); it is ignored\n" K
	      "1:30: warning: column 'value' stands twice; only the first "
	      "is used\n");
	assert_dump("KHM population - = 5 source=web known=2016-05-04\n");
	workspace_put("data/countries/KHM.csv", "indicator,value\nx,1\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    K "1:1: error: column 'source' is missing; add it to the "
	      "header (no row of the file is used)\n");
	workspace_put("data/countries/KHM.csv", OBS_HEAD);
}

static void
files(void **state)
{
	const struct diag **d;

	(void)state;
	workspace_catalogues();
	workspace_put("data/countries/KHX.csv", OBS_HEAD);
	workspace_put("data/countries/notes.txt", "no data");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    "data/countries/KHX.csv: error: no area 'KHX' (did you mean "
	    "'KHM'?); the file is named after an area of areas.csv\n");
	unlink("data/countries/KHX.csv");
	unlink("data/sources.csv");
	workspace_put("data/countries/KHM.csv",
	    OBS_HEAD "population,2014,,,,,5,,,,,,,web,,,\n"
		     "population,2015,,,,,5,,,,,,,sowc-2017,,,\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    "data/sources.csv: error: the file is not there, but rows of "
	    "observation files refer to it\n");
	arena_free(w.arena);
	w.arena = arena_new();
	w.sink = sink_new(w.arena);
	w.store = store_load(w.arena, w.sink, "nowhere");
	assert_int_equal(sink_sorted(w.sink, &d), 1);
	assert_string_equal(d[0]->text,
	    "there is no folder 'nowhere/data'; a workspace keeps its data "
	    "there");
	assert_int_equal(sink_level(w.sink), DIAG_ERROR);
}

static void
records(void **state)
{
	(void)state;
	workspace_obs(&w, "");
	workspace_put("data/laws.csv",
	    "id,area,title_en,short,year,date,status,source,known\n"
	    "khm-tipse-2008,KHM,Law,TIPSE Law,2008,,in_force,web,2018\n"
	    "khm-draft,KHM,Draft,,,,drafted,web,2018\n"
	    "lao-law,LAO,Law,,,2008-02-30,,web,2018\n"
	    "KHM Law,KHM,Law,,,,,web,\n");
	workspace_put("data/provisions.csv",
	    "id,law,conduct,prison_low,requirement,source,known\n"
	    "p1,khm-tipse-2008,Act,five,,web,\n"
	    "p2,khm-tipse-2009,Act,5,,web,\n"
	    "p3,khm-draft,Act,5,,web,\n"
	    "p4,khm-draft,Act,5,,web,\n"
	    "p5,khm-tipse-2008,,5,,web,\n"
	    "p6,khm-tipse-2008,Act,5,grooming_criminalised,web,\n"
	    "p6,khm-tipse-2008,Act,6,,web,\n"
	    "p6,khm-tipse-2008,Act,7,,web,2018\n"
	    "p7,khm-tipse-2008,Act,5,,undated,\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    "data/laws.csv:3:1: warning: 2 rows that refer to 'khm-draft' "
	    "are left out with it\n"
	    "data/laws.csv:3:24: error: 'drafted' is no status (did you "
	    "mean 'draft'?); one of: in_force, draft, passed, repealed\n"
	    "data/laws.csv:4:19: error: '2008-02-30' in 'date' is no date; "
	    "write 2018, 2018-05 or 2018-05-13\n"
	    "data/laws.csv:5:1: error: 'KHM Law' in 'id' is no key; use "
	    "a-z and 0-9, joined by '-' or '_'\n"
	    "data/provisions.csv:2:23: error: 'five' in 'prison_low' is no "
	    "number; write digits and a decimal point, such as 1234.5\n"
	    "data/provisions.csv:3:4: error: no law 'khm-tipse-2009' (did "
	    "you mean 'khm-tipse-2008'?)\n"
	    "data/provisions.csv:6:19: error: 'conduct' is empty; every "
	    "row of provisions.csv needs it\n"
	    "data/provisions.csv:8:1: error: key 'p6' stands already in "
	    "line 7; remove one of the two rows\n"
	    "data/provisions.csv:10:34: error: nothing tells since when "
	    "this is known; fill 'known', or 'published', 'year' or "
	    "'accessed' of source 'undated'\n");
	assert_non_null(strstr(dump(),
	    "\nprovisions KHM p6 since=2016-05-04: law=khm-tipse-2008 "
	    "conduct=Act prison_low=5 requirement=grooming_criminalised "
	    "source=web\n"
	    "provisions KHM p6 since=2018: law=khm-tipse-2008 conduct=Act "
	    "prison_low=7 source=web\n"));
	unlink("data/laws.csv");
	unlink("data/provisions.csv");
}

static void
themes(void **state)
{
	(void)state;
	workspace_obs(&w, "");
	workspace_put("data/respondents.csv",
	    "study,place,method,group,n\n"
	    "two-cities-2019,KHM-poipet,idi,dosavy,3\n"
	    "two-cities-2019,KHM-poipet,fgd,,1\n");
	workspace_put("data/themes.csv",
	    "study,place,theme,group,stance\n"
	    "two-cities-2019,KHM-poipet,high_schools,dosavy,unsure\n"
	    "two-cities-2019,KHM-poipet,high_schools,police,raised\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    "data/themes.csv:3:41: error: group 'police' is not among the "
	    "respondents of study 'two-cities-2019'; use a group of "
	    "respondents.csv, or add it there\n");
	unlink("data/respondents.csv");
	unlink("data/themes.csv");
}

static void
names(void **state)
{
	(void)state;
	workspace_obs(&w, "");
	workspace_put("data/names/en.csv",
	    "id,form,text\nKHM,short,Cambodia\nSEA,the,South-East Asia\n"
	    "KHN,short,Khmer\nKHM,short,Kampuchea\nTHA,short,\n");
	workspace_load(&w);
	assert_string_equal(w.messages,
	    "data/names/en.csv:4:1: warning: no area, group or record has "
	    "the id 'KHN' (did you mean 'KHM'?)\n"
	    "data/names/en.csv:5:1: error: form 'short' of 'KHM' stands "
	    "twice; remove one\n"
	    "data/names/en.csv:6:11: error: 'text' is empty; every row of "
	    "a file of names needs it\n");
	assert_string_equal(
	    store_name(w.store, "en", "KHM", "short"), "Cambodia");
	assert_string_equal(
	    store_name(w.store, "en", "SEA", "the"), "South-East Asia");
	assert_null(store_name(w.store, "fr", "KHM", "short"));
	unlink("data/names/en.csv");
}

static void
catalogues(void **state)
{
	const struct indicator *in;
	const struct area *area;

	(void)state;
	workspace_obs(&w, "");
	in = store_indicator(w.store, STR("birth_registration_rate"));
	assert_true(in->type == IND_NUMBER && in->better == BETTER_HIGHER);
	assert_true(in->aggregate == AGG_WEIGHTED && in->decimals == 1);
	assert_true(in->min == 0 && in->max == 100 && in->target == 100);
	assert_int_equal(in->target_year, 2030);
	assert_string_equal(in->weight, "population");
	assert_false(in->guard);
	assert_true(store_indicator(w.store, STR("cases"))->guard);
	in = store_indicator(w.store, STR("population"));
	assert_true(!in->guard && in->max == HUGE_VAL && isnan(in->target));
	assert_true(in->aggregate == AGG_SUM && in->better == BETTER_NONE);
	area = store_area(w.store, STR("KHM-poipet"));
	assert_string_equal(area->parent->parent->id, "SEA");
	assert_string_equal(area->parent->currency, "KHR");
	assert_null(store_area(w.store, STR("QQQ")));
	assert_null(store_indicator(w.store, STR("")));
	assert_null(store_table(w.store, STR("nothing")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(examples),
	    cmocka_unit_test(references),
	    cmocka_unit_test(codes),
	    cmocka_unit_test(values),
	    cmocka_unit_test(warnings),
	    cmocka_unit_test(twice),
	    cmocka_unit_test(several),
	    cmocka_unit_test(columns),
	    cmocka_unit_test(files),
	    cmocka_unit_test(records),
	    cmocka_unit_test(themes),
	    cmocka_unit_test(names),
	    cmocka_unit_test(catalogues),
	};

	return cmocka_run_group_tests(tests, workspace_enter, workspace_leave);
}
