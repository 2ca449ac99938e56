/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "data/encoding.h"
#include "data/sheet.h"

struct rig {
	struct arena *arena;
	struct sink *sink;
	char path[64];
};

static int
set_up(void **state)
{
	struct rig *r = calloc(1, sizeof *r);

	r->arena = arena_new();
	r->sink = sink_new(r->arena);
	strcpy(r->path, "/tmp/sheet-XXXXXX");
	close(mkstemp(r->path));
	*state = r;
	return 0;
}

static int
tear_down(void **state)
{
	struct rig *r = *state;

	unlink(r->path);
	arena_free(r->arena);
	free(r);
	return 0;
}

static struct sheet *
open_text(struct rig *r, struct str text)
{
	assert_true(file_write(r->path, text));
	return sheet_open(r->arena, r->sink, r->path);
}

/* All rows behind the header as "line|a|b", bad ones as "line!". */
static const char *
read_rows(struct rig *r, struct str text)
{
	struct sheet *s = open_text(r, text);
	struct sheet_row head;
	enum sheet_state state;
	struct buf b = {0};
	struct str f;
	size_t k;

	assert_int_equal(sheet_peek(s, ',', 1, &head), 1);
	sheet_start(s, ',', &head, head.n, head.n);
	while ((state = sheet_next(s)) != SHEET_END) {
		buf_printf(&b, "%u", sheet_line(s));
		if (state == SHEET_BAD || !sheet_check(s)) {
			buf_puts(&b, "! ");
			continue;
		}
		for (k = 0; sheet_field(s, k, &f); k++)
			buf_printf(&b, "|%.*s", STR_ARG(f));
		buf_putc(&b, ' ');
	}
	sheet_close(s);
	return buf_take(&b, r->arena).p;
}

static const char *
messages(struct rig *r)
{
	const struct diag **all;
	size_t n = sink_sorted(r->sink, &all), i;
	struct buf b = {0};

	for (i = 0; i < n; i++)
		buf_printf(&b, "%u:%u %s\n", all[i]->at.line, all[i]->at.col,
		    all[i]->text);
	return buf_take(&b, r->arena).p;
}

static void
rows_in_all_forms(void **state)
{
	struct rig *r = *state;

	assert_string_equal(
	    read_rows(r, STR("a,b\n1,2\n\n3, 4 \n")), "2|1|2 4|3|4 ");
	assert_string_equal(
	    read_rows(r, STR("a,b\r\n1,2\r\n3,4")), "2|1|2 3|3|4 ");
	assert_string_equal(
	    read_rows(r, STR("a,b\r1,2\r3,4\r")), "2|1|2 3|3|4 ");
	assert_string_equal(
	    read_rows(
		r, STR("\xEF\xBB\xBF\"a\",b,\n\"x \"\"y\"\"\",\"1,5\",\n")),
	    "2|x \"y\"|1,5| ");
	assert_string_equal(
	    read_rows(r, STR("a,b\n\"x\ny\",2\n3,4\n")), "2|x\ny|2 4|3|4 ");
	assert_string_equal(
	    read_rows(r, STR("a,b\nC\xF4te,2\n\"\x93x\x94\",3\n")),
	    "2|C\xC3\xB4te|2 3|\xE2\x80\x9Cx\xE2\x80\x9D|3 ");
	assert_string_equal(messages(r), "");
}

static void
one_quote_costs_one_row(void **state)
{
	struct rig *r = *state;

	assert_string_equal(
	    read_rows(
		r, STR("a,b\n1,\"2\n3,4\n5,\"6\"\n7,8\"\n9,\"1\"0\n11,12\n")),
	    "2! 3|3|4 4|5|6 5! 6! 7|11|12 ");
	assert_string_equal(messages(r),
	    "2:3 the quote that opens this field is not closed; close it, and "
	    "write quotes inside twice\n"
	    "5:3 a quote inside a field that does not begin with one; put the "
	    "field in quotes and write inner ones twice\n"
	    "6:3 the quote that opens this field is not closed; close it, and "
	    "write quotes inside twice\n");
}

static void
rows_that_do_not_fit(void **state)
{
	struct rig *r = *state;

	assert_string_equal(
	    read_rows(r, STR("a,b\n1\n1,2,3\n1,2,,\n\x81,1\n1,\0\n")),
	    "2! 3! 4|1|2|| 5! 6! ");
	assert_string_equal(messages(r),
	    "2:1 1 fields, but the header has 2; add the separators that are "
	    "missing\n"
	    "3:1 3 fields, but the header has 2; put fields that hold the "
	    "separator in quotes\n"
	    "5:1 a byte is neither UTF-8 nor Windows-1252; save the file as "
	    "UTF-8\n"
	    "6:1 a NUL character in the row; remove it\n");
}

/* Files of several windows, rows across their borders. */
static void
large_files(void **state)
{
	struct rig *r = *state;
	struct buf b = {0};
	struct sheet *s;
	struct sheet_row head;
	struct str f;
	unsigned i, line = 2;
	char want[64];

	buf_puts(&b, "n,text\n");
	for (i = 0; i < 120000; i++)
		buf_printf(&b,
		    i % 7 == 3    ? "%u,\"text of\nrow \"\"%u\"\"\"\n"
		    : i % 11 == 5 ? "%u,C\xF4te row %u\n"
				  : "%u,text of row %u and more\n",
		    i, i);
	assert_true(b.n > 3000000);
	s = open_text(r, buf_view(&b));
	assert_int_equal(sheet_peek(s, ',', 1, &head), 1);
	sheet_start(s, ',', &head, 2, 2);
	for (i = 0; sheet_next(s) == SHEET_ROW; i++) {
		assert_true(sheet_check(s));
		assert_int_equal(sheet_line(s), line);
		line += i % 7 == 3 ? 2 : 1;
		sheet_field(s, 0, &f);
		snprintf(want, sizeof want, "%u", i);
		assert_true(str_is(f, want));
		sheet_field(s, 1, &f);
		snprintf(want, sizeof want,
		    i % 7 == 3    ? "text of\nrow \"%u\""
		    : i % 11 == 5 ? "C\xC3\xB4te row %u"
				  : "text of row %u and more",
		    i);
		assert_true(str_is(f, want));
	}
	assert_int_equal(i, 120000);
	sheet_close(s);
	buf_free(&b);
}

static void
utf16_in_pieces(void **state)
{
	struct utf16 u = {0};
	struct buf b = {0};
	const char text[] = "A\0\xE9\0\x3D\xD8\x00\xDE\x00\xDC\xAC\x20";
	size_t i;

	(void)state;
	for (i = 0; i + 1 < sizeof text; i++)
		encoding_utf16(&u, (struct str){text + i, 1}, &b);
	assert_true(str_is(
	    buf_view(&b), "A\xC3\xA9\xF0\x9F\x98\x80\xEF\xBF\xBD\xE2\x82\xAC"));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		rows_in_all_forms, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		one_quote_costs_one_row, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		rows_that_do_not_fit, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(large_files, set_up, tear_down),
	    cmocka_unit_test(utf16_in_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
