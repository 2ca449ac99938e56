/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/import.h"
#include "data/mapping.h"
#include "workspace.h"

static const char areas[] = "id,kind,parent,iso2,m49,lang,currency,codes\n"
			    "BRA,country,,BR,076,pt,BRL,\n"
			    "NAM,country,,NA,516,en,NAD,\n"
			    "LCN,region,,,,en,,wb=LCN;unicef=UNICEF_LAC\n"
			    "WLD,region,,,001,en,,wb=WLD\n";

static const char indicators[] =
    "id,type,name,unit,decimals,aggregate,codes\n"
    "a,number,A,percent,1,none,wb=A.A\n"
    "b,number,B,percent,1,none,\"wb=B.B;wb:F=B.F;as=7-14\"\n"
    "c,number,C,percent,1,none,ilo=C;base=15+\n"
    "d,number,D,percent,1,none,wb=A.A;wb=D.D\n";

static const char sources[] =
    "key,type,author,year,published,title\n"
    "world-bank-wdi-2026,dataset,World Bank,2026,2026-07,WDI\n";

static struct store *
begin(void)
{
	arena_free(w.arena);
	w.arena = arena_new();
	w.sink = sink_new(w.arena);
	workspace_put("data/areas.csv", areas);
	workspace_put("data/indicators.csv", indicators);
	workspace_put("data/sources.csv", sources);
	return store_load(w.arena, w.sink, ".");
}

static const struct import_file *
import(const char *path, struct import **m)
{
	struct import_rule rule = {
	    .dir = ".", .also = "", .langs = "en", .known = {2026, 7, 0}};

	*m = import_new(w.arena, w.sink, begin(), &rule);
	return import_read(*m, path);
}

static void
codes_of_catalogues(void **state)
{
	const struct store *s = begin();
	const struct mapping *m = mapping_new(w.arena, s);
	const struct target *t = mapping_indicator(m, "wb", STR("B.F"));
	const struct nation *n;

	(void)state;
	assert_string_equal(t->indicator->id, "b");
	assert_string_equal(t->sex, "F");
	assert_string_equal(t->age, "7-14");
	t = mapping_indicator(m, "wb", STR("B.B"));
	assert_string_equal(t->sex, "");
	t = mapping_indicator(m, "x ilo", STR("C"));
	assert_string_equal(t->base_age, "15+");
	assert_null(mapping_indicator(m, "wb", STR("C")));
	assert_null(mapping_indicator(m, "wb", STR("B.B;wb:F=B.F")));
	t = mapping_indicator(m, "wb", STR("A.A"));
	assert_non_null(t->next); /* two indicators */
	assert_string_equal(
	    mapping_area(m, "wb", CODE_ISO3, STR("LCN"), &n)->id, "LCN");
	assert_string_equal(
	    mapping_area(m, "unicef", CODE_ISO3, STR("UNICEF_LAC"), &n)->id,
	    "LCN");
	assert_string_equal(
	    mapping_area(m, "sdg", CODE_M49, STR("1"), &n)->id, "WLD");
	assert_string_equal(
	    mapping_area(m, "sdg", CODE_M49, STR("76"), &n)->id, "BRA");
	assert_null(mapping_area(m, "wb", CODE_ISO3, STR("KHM"), &n));
	assert_string_equal(n->iso3, "KHM");
	assert_null(mapping_area(m, "ilo", CODE_ISO3, STR("LCN"), &n));
	assert_null(n);
}

/* What is in the store after an import is what was in the file. */
static void
every_value_arrives(void **state)
{
	static const char *const codes[] = {"BRA", "NAM", "LCN", "WLD", "KHM"};
	static const char *const series[] = {"D.D", "B.B", "B.F", "X.X"};
	enum { YEARS = 60 };
	static char text[4][3][YEARS][32];
	struct buf b = {0};
	struct import *m;
	const struct import_file *f;
	const struct obs *const *all;
	struct store *s;
	size_t i, k, y, n, cells = 0, found = 0;

	(void)state;
	srand(5);
	buf_puts(&b, "Country Name,Country Code,Indicator Name,Indicator Code");
	for (y = 0; y < YEARS; y++)
		buf_printf(&b, ",%zu", 1960 + y);
	for (i = 0; i < 5; i++)
		for (k = 0; k < 4; k++) {
			buf_printf(&b, "\n\"x, %zu\",%s,\"n\",%s", i, codes[i],
			    series[k]);
			for (y = 0; y < YEARS; y++) {
				char cell[32] = "";

				if (rand() % 3)
					snprintf(cell, sizeof cell, "%.*f",
					    rand() % 12,
					    (rand() - 1e9) / (1 + rand()));
				buf_printf(&b, ",%s", cell);
				if (i < 4 && k < 3) {
					strcpy(text[i][k][y], cell);
					cells += cell[0] != '\0';
				}
			}
		}
	workspace_put("bulk.csv", b.p);
	buf_free(&b);
	f = import("bulk.csv", &m);
	assert_int_equal(f->rows.rows, 20);
	assert_int_equal(f->rows.kept, 12);
	assert_int_equal(f->rows.skipped[SKIP_AREA], 4);
	assert_int_equal(f->rows.skipped[SKIP_INDICATOR], 4);
	assert_int_equal(f->outcome[OUTCOME_NEW], cells);
	assert_null(import_write(m));
	s = store_load(w.arena, w.sink, ".");
	assert_int_equal(sink_count(w.sink, DIAG_ROW), 0);
	n = store_obs(s, &all);
	for (y = 0; y < n; y++) {
		const struct obs *o = all[y];
		const char *cell;

		for (i = 0; strcmp(codes[i], o->area->id) != 0; i++)
			;
		k = o->indicator->id[0] == 'd' ? 0 : o->sex[0] ? 2 : 1;
		cell = text[i][k][o->period.from.year - 1960];
		assert_true(cell[0] != '\0');
		assert_true(o->value == strtod(cell, NULL));
		assert_string_equal(o->age, k == 0 ? "" : "7-14");
		found++;
	}
	assert_int_equal(found, cells);
}

static void
nothing_is_written_in_a_dry_run(void **state)
{
	struct import_rule rule = {.dir = ".",
	    .also = "",
	    .langs = "en",
	    .known = {2026, 7, 0},
	    .areas = "KHM",
	    .dry_run = true};
	struct import_change *changes;
	struct import *m;

	(void)state;
	workspace_put("one.csv",
	    "Country Name,Country Code,Indicator Name,Indicator Code,2020\n"
	    "Cambodia,KHM,x,A.A,5\n");
	m = import_new(w.arena, w.sink, begin(), &rule);
	assert_non_null(import_read(m, "one.csv"));
	assert_int_equal(import_changes(m, &changes), 4);
	assert_string_equal(changes[0].path, "data/countries/KHM.csv");
	assert_int_equal(changes[0].added, 2); /* A.A is two indicators */
	assert_null(import_write(m));
	assert_false(file_exists("data/countries/KHM.csv"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(codes_of_catalogues),
	    cmocka_unit_test(every_value_arrives),
	    cmocka_unit_test(nothing_is_written_in_a_dry_run),
	};

	return cmocka_run_group_tests(tests, workspace_enter, workspace_leave);
}
