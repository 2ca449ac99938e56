/* SPDX-License-Identifier: MIT */
/*
 * A report proves its numbers, and fails to once any value inside it is
 * changed.  The report is that of tests/unit/proof/work; changed files are
 * made with qpdf.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/batch.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "data/rows.h"
#include "base/csv_out.h"
#include "proof/read.h"
#include "proof/verify.h"

#define WORK "tests/unit/proof/work"

/* What verifying a file gave. */
struct run {
	bool read;
	struct verdict_of_file v;
	char *said;     /* on its output */
	char *messages; /* in its sink */
};

static char folder[] = "/tmp/sitan-proof-XXXXXX";
static char good[80], changed[80];

static void
build(const char *edition, const char *path)
{
	struct arena *a = arena_new();
	struct opts o = {.report = "demo", .edition = edition};
	struct sink *sink = sink_new(a);
	struct workspace *w = work_open(a, WORK);
	struct outcome out;
	struct batch b;

	assert_true(batch_plan(&b, a, &o, w));
	assert_int_equal(b.n, 1);
	b.jobs[0].path = path;
	out = build_report(a, sink, &b.jobs[0]);
	if (!out.written)
		sink_print(sink, stderr);
	assert_true(out.written);
	batch_free(&b);
	arena_free(a);
}

static int
open_all(void **state)
{
	(void)state;
	setenv("SITAN_SHARE", "tests/golden/share", 1);
	if (!mkdtemp(folder))
		return -1;
	snprintf(good, sizeof good, "%s/good.pdf", folder);
	snprintf(changed, sizeof changed, "%s/changed.pdf", folder);
	build("2026", good);
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	unlink(good);
	unlink(changed);
	return rmdir(folder);
}

static struct run
verify(struct arena *a, const char *path)
{
	struct run r = {0};
	struct sink *sink = sink_new(a);
	size_t n;
	FILE *f = open_memstream(&r.said, &n);
	FILE *g = open_memstream(&r.messages, &n);

	r.read = verify_file(a, sink, path, f, &r.v);
	sink_print(sink, g);
	fclose(f);
	fclose(g);
	return r;
}

static void
free_run(struct run *r)
{
	free(r->said);
	free(r->messages);
}

/* --- changing a file --- */

static qpdf_oh
stream_of(qpdf_data q, const char *name)
{
	qpdf_oh at = qpdf_oh_get_key(q, qpdf_get_root(q), "/Names");
	int i, n;

	at = qpdf_oh_get_key(q, at, "/EmbeddedFiles");
	at = qpdf_oh_get_key(q, at, "/Names");
	n = qpdf_oh_get_array_n_items(q, at);
	for (i = 0; i + 1 < n; i += 2)
		if (strcmp(qpdf_oh_get_utf8_value(
			       q, qpdf_oh_get_array_item(q, at, i)),
			name) == 0)
			break;
	assert_true(i + 1 < n);
	at = qpdf_oh_get_key(q, qpdf_oh_get_array_item(q, at, i + 1), "/EF");
	return qpdf_oh_get_key(q, at, "/F");
}

/* Write the good file with other bytes for an attachment. */
static void
replace(const char *name, struct str bytes)
{
	qpdf_data q = qpdf_init();
	qpdf_oh null;

	assert_int_equal(qpdf_read(q, good, NULL), QPDF_SUCCESS);
	null = qpdf_oh_new_null(q);
	qpdf_oh_replace_stream_data(q, stream_of(q, name),
	    (const unsigned char *)bytes.p, bytes.n, null, null);
	assert_int_equal(qpdf_init_write(q, changed), QPDF_SUCCESS);
	assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
	qpdf_cleanup(&q);
}

static struct str
attachment(struct arena *a, const char *name)
{
	struct finished *f = finished_open(a, sink_new(a), good);
	struct str s;

	assert_non_null(f);
	assert_true(finished_attachment(f, name, &s));
	finished_close(f);
	return s;
}

/* Another value of the same kind as the cell's. */
static const char *
other_value(struct arena *a, struct str cell)
{
	const char *s = str_dup(a, cell);
	char *end;
	double v = strtod(s, &end);

	if (str_is(cell, "yes"))
		return "no";
	if (cell.n == 10 && s[4] == '-') {
		char *date = arena_strdup(a, s);

		date[3] = date[3] == '9' ? '8' : (char)(date[3] + 1);
		return date;
	}
	assert_true(*s && !*end);
	return arena_printf(a, "%.10g", v >= 90 && v <= 100 ? v - 7 : v + 1);
}

/* The CSV text with one cell changed; p NULL when the cell is empty. */
static struct str
with_cell(struct arena *a, struct str text, size_t line, const char *column)
{
	struct rows *rows = rows_open_text(a, sink_new(a), "x.csv", text);
	size_t n = rows_columns(rows), i, at = 0;
	struct buf b = {0};
	bool found = false;
	struct row row;

	for (i = 0; i < n; i++)
		csv_text(&b, str_dup(a, rows_head(rows, i)), i + 1 == n);
	while (rows_next(rows, &row)) {
		for (i = 0; i < n; i++) {
			const char *cell = str_dup(a, row.fields[i]);

			if (at == line && *cell &&
			    str_is(rows_head(rows, i), column)) {
				cell = other_value(a, row.fields[i]);
				found = true;
			}
			csv_text(&b, cell, i + 1 == n);
		}
		at++;
	}
	rows_close(rows);
	text = buf_take(&b, a);
	return found ? text : (struct str){0};
}

static size_t
count_lines(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* Change each cell of a column, one at a time; each change must be named.
 * Returns how many there were. */
static size_t
change_column(const char *file, const char *column)
{
	struct arena *a = arena_new();
	struct str text = attachment(a, file), other;
	size_t lines = count_lines(text), i, n = 0;

	for (i = 0; i + 1 < lines; i++) {
		struct run r;

		other = with_cell(a, text, i, column);
		if (!other.p)
			continue;
		replace(file, other);
		r = verify(a, changed);
		if (!r.read || r.v.failed == 0 ||
		    !strstr(r.said, "templates/demo/main.md:"))
			fail_msg("%s, row %zu, column %s: not caught\n%s%s",
			    file, i + 1, column, r.said, r.messages);
		free_run(&r);
		n++;
	}
	arena_free(a);
	return n;
}

/* --- tests --- */

static void
test_sound(void **state)
{
	struct arena *a = arena_new();
	struct run r = verify(a, good);

	(void)state;
	assert_true(r.read);
	assert_string_equal(r.said, "");
	assert_string_equal(r.messages, "");
	assert_true(r.v.numbers >= 40);
	assert_int_equal(r.v.failed, 0);
	free_run(&r);
	arena_free(a);
}

static void
test_each_value(void **state)
{
	static const struct {
		const char *file, *column;
		size_t n; /* cells */
	} columns[] = {{"data.csv", "value", 19}, {"data.csv", "low", 1},
	    {"data.csv", "high", 1}, {"data.csv", "n", 1},
	    {"instruments.csv", "adopted", 2}, {"ratifications.csv", "date", 2},
	    {"provisions.csv", "prison_low", 1},
	    {"provisions.csv", "prison_high", 1},
	    {"provisions.csv", "fine_low", 1},
	    {"provisions.csv", "fine_high", 1},
	    {"provisions.csv", "victim_to", 1}};
	size_t i, all = 0;

	(void)state;
	for (i = 0; i < sizeof columns / sizeof *columns; i++) {
		size_t n = change_column(columns[i].file, columns[i].column);

		if (n != columns[i].n)
			fail_msg("%s, %s: %zu cells", columns[i].file,
			    columns[i].column, n);
		all += n;
	}
	assert_true(all >= 20);
}

/* The list of numbers may not lie either. */
static void
test_list(void **state)
{
	static const char *const columns[] = {
	    "value", "page", "mcid", "start", "length"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof columns / sizeof *columns; i++)
		assert_true(change_column("numbers.csv", columns[i]) > 20);
}

static void
test_message(void **state)
{
	struct arena *a = arena_new();
	struct str text = attachment(a, "data.csv");
	struct run r;
	size_t i;

	(void)state;
	for (i = 0; i < count_lines(text); i++) {
		struct str other = with_cell(a, text, i, "n");

		if (other.p)
			replace("data.csv", other);
	}
	r = verify(a, changed);
	assert_int_equal(r.v.failed, 1);
	assert_string_equal(strchr(r.said, ':'),
	    ": page 1: '54' is printed, the data give '55' "
	    "(templates/demo/main.md:18, cases_paid[2014, area: \"AAA\", "
	    "source: \"law-review-2021\"].n)\n"
	    "    Seven of 54 cases were paid.\n");
	free_run(&r);
	arena_free(a);
}

/* Restricted rows are in no attachment, not even of their own edition. */
static void
test_restricted(void **state)
{
	struct arena *a = arena_new();
	struct finished *f;
	struct str s;
	struct run r;

	(void)state;
	build("inside", changed);
	f = finished_open(a, sink_new(a), changed);
	assert_non_null(f);
	assert_true(finished_attachment(f, "data.csv", &s));
	assert_null(strstr(s.p, "4321"));
	assert_true(finished_attachment(f, "numbers.csv", &s));
	assert_null(strstr(s.p, "4,321"));
	finished_close(f);
	r = verify(a, changed);
	assert_true(r.read);
	assert_int_equal(r.v.failed, 0);
	free_run(&r);
	arena_free(a);
}

static void
write_empty(void)
{
	qpdf_data q = qpdf_init();

	qpdf_empty_pdf(q);
	assert_int_equal(qpdf_init_write(q, changed), QPDF_SUCCESS);
	assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
	qpdf_cleanup(&q);
}

static void
test_no_proof(void **state)
{
	struct arena *a = arena_new();
	struct run r;

	(void)state;
	assert_true(file_write(changed, STR("no PDF at all")));
	r = verify(a, changed);
	assert_false(r.read);
	assert_non_null(strstr(r.messages, "cannot be read as a PDF"));
	free_run(&r);
	write_empty();
	r = verify(a, changed);
	assert_false(r.read);
	assert_non_null(strstr(r.messages, "has no attachment 'numbers.csv'"));
	free_run(&r);
	arena_free(a);
}

/* The next of a fixed row of numbers below n (Knuth's MMIX). */
static size_t
any_below(uint64_t *state, size_t n)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(*state >> 33) % n;
}

/* Damaged files are read without a fault, and what cannot be read is said. */
static void
test_damage(void **state)
{
	struct arena *a = arena_new();
	uint64_t at = 1;
	struct buf b = {0};
	struct str all;
	int i, k;

	(void)state;
	assert_true(file_read(a, sink_new(a), good, (struct place){0}, &all));
	for (i = 0; i < 60; i++) {
		struct run r;

		b.n = 0;
		buf_str(&b, all);
		if (i % 3 == 0)
			b.n = any_below(&at, all.n);
		for (k = i % 3 * i / 3; k >= 0; k--)
			if (b.n)
				b.p[any_below(&at, b.n)] ^=
				    (char)(1 << any_below(&at, 8));
		assert_true(file_write(changed, buf_view(&b)));
		r = verify(a, changed);
		if (!r.read && !*r.messages)
			fail_msg("damage %d: no message", i);
		free_run(&r);
	}
	buf_free(&b);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sound),
	    cmocka_unit_test(test_each_value),
	    cmocka_unit_test(test_list),
	    cmocka_unit_test(test_message),
	    cmocka_unit_test(test_restricted),
	    cmocka_unit_test(test_no_proof),
	    cmocka_unit_test(test_damage),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
