/* SPDX-License-Identifier: MIT */
/* The engine's interface: places, drafts, conditions, marks, limits. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "bench.h"

static struct tmpl_out
run(struct bench *b, const char *text)
{
	struct tmpl_out out;

	tmpl_run_text(b->tmpl, "t.md", str_from(text), false, &out);
	return out;
}

static void
assert_place(const struct origin *o, unsigned line, unsigned col,
    const char *file, unsigned want_line, unsigned want_col)
{
	struct place at = origin_place(o, line, col);

	assert_string_equal(at.file, file);
	assert_int_equal(at.line, want_line);
	assert_int_equal(at.col, want_col);
}

static void
test_places(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	o = run(&b, "{% set a = 1 %}\n"
		    "Text of {{ country.name }} and more.\n"
		    "\n\n\n"
		    "{% if a == 1 %}\n"
		    "  inside\n"
		    "{% end %}\n"
		    "{% passage \"rivers\" %}{% end %}\n"
		    "last\n");
	assert_string_equal(bench_text(b.arena, o.text),
	    "Text of Cambodia and more.\n\n  inside\n"
	    "Cambodia lies on the Mekong.\nlast\n");
	assert_place(&o.origin, 1, 1, "t.md", 2, 1);
	assert_place(&o.origin, 1, 6, "t.md", 2, 6);
	/* all of a value is where its expression stands */
	assert_place(&o.origin, 1, 9, "t.md", 2, 12);
	assert_place(&o.origin, 1, 16, "t.md", 2, 12);
	assert_place(&o.origin, 1, 18, "t.md", 2, 28);
	assert_place(&o.origin, 3, 3, "t.md", 7, 3);
	assert_place(&o.origin, 4, 12,
	    WORKSPACE "/templates/country-overview/countries/KHM/rivers.md", 1,
	    22);
	assert_place(&o.origin, 5, 2, "t.md", 10, 2);
	bench_close(&b);
}

static void
test_table_places(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	o = run(&b, "``` table\n"
		    "title: T\n"
		    "rows: [population]\n"
		    "columns:\n"
		    "  - {head: Name, value: row.name | upper}\n"
		    "```\n"
		    "after\n");
	assert_string_equal(bench_text(b.arena, o.text),
	    ": T {}\n| Name |\n|:--|\n| POPULATION |\n\nafter\n");
	assert_place(&o.origin, 1, 3, "t.md", 2, 8);
	assert_place(&o.origin, 4, 4, "t.md", 5, 25);
	assert_place(&o.origin, 6, 3, "t.md", 7, 3);
	bench_close(&b);
}

static void
test_messages_of_includes(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	assert_false(tmpl_run(b.tmpl, "common/part.md", &o));
	assert_string_equal(bench_messages(&b),
	    WORKSPACE "/templates/common/part.md:1:100: error: no variable, "
		      "record file or indicator 'who'\n");
	bench_close(&b);
}

static void
test_draft(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	b.env.draft = true;
	b.tmpl = tmpl_new(&b.env);
	o = run(
	    &b, "There were {{ child_victims_recorded }} and {{ oops }}.\n");
	assert_string_equal(bench_text(b.arena, o.text),
	    "There were ⟦missing: child_victims_recorded (KHM)⟧ and "
	    "⟦missing: error⟧.\n");
	assert_int_equal(sink_count(b.sink, DIAG_WARNING), 1);
	assert_int_equal(sink_count(b.sink, DIAG_ERROR), 1);
	bench_close(&b);
}

static int
condition(struct bench *b, const char *text)
{
	return tmpl_condition(
	    b->tmpl, str_from(text), (struct place){"r.csv", 3, 9});
}

static void
test_condition(void **state)
{
	struct bench b;

	(void)state;
	bench_open(&b, "KHM");
	assert_int_equal(condition(&b, "grooming_criminalised is no"), 1);
	assert_int_equal(condition(&b, "grooming_criminalised is yes"), 0);
	assert_int_equal(condition(&b, "child_victims_recorded > 5"), -1);
	assert_int_equal(
	    condition(&b, "child_victims_recorded is unknown or false"), 1);
	assert_int_equal(
	    condition(&b, "ratifications[\"crc_op3\"].action is none"), 1);
	assert_int_equal(
	    condition(&b, "plans[\"no_such\"].end < edition.cutoff"), -1);
	assert_int_equal(condition(&b, "plans[\"npa_trafficking_2014\"].end < "
				       "edition.cutoff"),
	    1);
	assert_string_equal(bench_messages(&b), "");
	assert_int_equal(condition(&b, "groming_criminalised is no"), -1);
	assert_string_equal(bench_messages(&b),
	    "r.csv:3:9: error: no variable, record file or indicator "
	    "'groming_criminalised' (did you mean 'grooming_criminalised'?)\n");
	bench_close(&b);
}

static void
test_eval(void **state)
{
	struct bench b;
	const struct printed *p;
	const struct printed *const *all;
	struct place at = {"x", 1, 1};

	(void)state;
	bench_open(&b, "KHM");
	p = tmpl_eval(b.tmpl, STR("population[2014] | compact"), at);
	assert_string_equal(p->text, "15.4 million");
	assert_string_equal(p->format, "compact");
	assert_string_equal(p->indicator, "population");
	assert_string_equal(p->period, "2014");
	assert_string_equal(p->source, "world-bank-wdi-2026");
	assert_string_equal(p->unit, "person");
	assert_true(p->value == 15396772);
	assert_int_equal(p->nobs, 1);
	p = tmpl_eval(b.tmpl,
	    STR("online_upset_share[2013, sex: \"F\", age: \"13-17\"]"), at);
	assert_string_equal(p->dims, "sex=F;age=13-17");
	p = tmpl_eval(b.tmpl, STR("country.name"), at);
	assert_string_equal(p->text, "Cambodia");
	assert_true(isnan(p->value));
	assert_null(tmpl_eval(b.tmpl, STR("child_victims_recorded"), at));
	assert_int_equal(sink_count(b.sink, DIAG_ERROR), 1);
	assert_int_equal(tmpl_printed(b.tmpl, &all), 0);
	bench_close(&b);
}

static void
test_added(void **state)
{
	struct printed p = {.text = "7", .expression = "7", .format = ""};
	const struct printed *const *all;
	struct bench b;

	(void)state;
	bench_open(&b, "KHM");
	run(&b, "{{ population.year }}\n");
	assert_int_equal(tmpl_add_printed(b.tmpl, &p), 1);
	assert_int_equal(tmpl_printed(b.tmpl, &all), 2);
	assert_string_equal(all[0]->text, "2024");
	assert_string_equal(all[1]->text, "7");
	bench_close(&b);
}

/* The second plane begins with index FFFD. */
static void
test_many_values(void **state)
{
	struct buf text = {0};
	struct tmpl_out o;
	struct bench b;
	char first[4], second[4];
	int i;

	(void)state;
	bench_open(&b, "KHM");
	buf_puts(&text, "{% set l = [1");
	for (i = 0; i < 255; i++)
		buf_puts(&text, ", 1");
	buf_puts(&text, "] %}{% for a in l %}{% for c in l %}{{ c }}"
			"{% end %}{% end %}");
	o = run(&b, text.p);
	utf8_encode(0xF0000 + 0xFFFC, first);
	utf8_encode(0x100000, second);
	/* each value is mark, digit, mark: nine bytes */
	assert_memory_equal(o.text.p + 9 * 0xFFFC, first, 4);
	assert_memory_equal(o.text.p + 9 * 0xFFFD, second, 4);
	assert_string_equal(bench_messages(&b), "");
	buf_free(&text);
	bench_close(&b);
}

static void
test_private_characters(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	o = run(&b, "text \xF3\xB0\x80\x81 more\n");
	assert_int_equal(o.text.n, 0);
	assert_string_equal(bench_messages(&b),
	    "t.md:1:6: error: this file holds a code point from U+F0000 to "
	    "U+10FFFF, which the program uses itself; remove it\n");
	bench_close(&b);
}

static void
test_yaml_text(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	assert_true(tmpl_run_text(b.tmpl, "c.yaml",
	    STR("kind: line\nindicator: {{ population.id }}\n"
		"years: [2000, {{ edition.year }}]\n"
		"title: {{ country.name }}: {{ population | compact }}\n"
		"min: {{ 1 / 4 }}\n"),
	    true, &o));
	assert_string_equal(bench_text(b.arena, o.text),
	    "kind: line\nindicator: \"population\"\n"
	    "years: [2000, \"2026\"]\n"
	    "title: \"Cambodia: ‹17.6 million›\"\n"
	    "min: \"0.25\"\n");
	bench_close(&b);
}

static void
test_other_language(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "KHM");
	b.env.lang = "km";
	b.tmpl = tmpl_new(&b.env);
	assert_false(tmpl_run(b.tmpl, "country-overview/context.md", &o));
	assert_string_equal(bench_messages(&b),
	    "error: no file 'country-overview/km/context.md' for the language "
	    "'km'; translate it, the default language does not stand in\n");
	bench_close(&b);
}

/* A region is a subject, too; it has no country. */
static void
test_region(void **state)
{
	struct bench b;
	struct tmpl_out o;

	(void)state;
	bench_open(&b, "SEA");
	o = run(&b, "{{ subject.the }}: {{ country is unknown }}"
		    "{% for c in subject.members where c.id in [\"LAO\"] %}"
		    "{{ c.The }} {{ population[2000, area: c] }}{% end %}\n");
	assert_string_equal(bench_text(b.arena, o.text),
	    "South-East Asia: The Lao PDR ‹5,431,212›\n");
	bench_close(&b);
}

/* No input is too deep for the stack or takes quadratic time. */
static void
test_limits(void **state)
{
	static const char *const parts[] = {"{{ ((((((((((", "{{ -----------",
	    "{% if true %}", "{{", "{%", "{#a", "{{ [[[[[[[[[[", "{{ a.b | ",
	    "{{ 1 + 1 + 1 + ", "| a | {{ 1 }} ", "::: {.x}\n", "```\n",
	    "# a\n{% if true %}", "{% end %}", "\"", "{{ \"a\" }}"};
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct buf text = {0};
		struct bench b;

		bench_open(&b, "KHM");
		for (k = 0; k < 20000; k++)
			buf_puts(&text, parts[i]);
		run(&b, text.p);
		buf_puts(&text, " }}\n");
		run(&b, text.p);
		buf_free(&text);
		bench_close(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_table_places),
	    cmocka_unit_test(test_messages_of_includes),
	    cmocka_unit_test(test_draft),
	    cmocka_unit_test(test_condition),
	    cmocka_unit_test(test_eval),
	    cmocka_unit_test(test_added),
	    cmocka_unit_test(test_many_values),
	    cmocka_unit_test(test_private_characters),
	    cmocka_unit_test(test_yaml_text),
	    cmocka_unit_test(test_other_language),
	    cmocka_unit_test(test_region),
	    cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
