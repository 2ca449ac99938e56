/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/rows.h"
#include "workspace.h"

/* Read a file; its rows as "line:a|b|c" lines and the messages, in one text. */
static const char *
read_text(const char *text, size_t n)
{
	static char *out;
	struct rows *rows;
	struct row row;
	size_t size, i;
	FILE *f;

	free(out);
	f = open_memstream(&out, &size);
	assert_true(file_write("x.csv", (struct str){text, n}));
	arena_free(w.arena);
	w.arena = arena_new();
	w.sink = sink_new(w.arena);
	rows = rows_open(w.arena, w.sink, "x.csv");
	while (rows && rows_next(rows, &row)) {
		fprintf(f, "%u:", row.line);
		for (i = 0; i < row.n; i++)
			fprintf(f, "%s" STR_FMT, i ? "|" : "",
			    STR_ARG(row.fields[i]));
		fputc('\n', f);
	}
	if (rows)
		rows_close(rows);
	sink_print(w.sink, f);
	fclose(f);
	return out;
}

#define check(in, out) assert_string_equal(read_text(in, sizeof(in) - 1), out)

static void
plain(void **state)
{
	(void)state;
	check("a,b\n1,2\n3,4\n", "2:1|2\n3:3|4\n");
	check("a,b\n1,2\n3,4", "2:1|2\n3:3|4\n");
	check("\xEF\xBB\xBF\"a\",b\r\n1,2\r\n\r\n3,4\r\n", "2:1|2\n4:3|4\n");
	check("A ; b\n 1 ; 2,5 \n", "2:1|2,5\n");
	check("a\tb\n1\t\n\t2\n", "2:1|\n3:|2\n");
	check("a,b\r1,2\r3,4", "2:1|2\n3:3|4\n");
	check("a,b\n", "");
	check("\n\na\n1\n", "4:1\n");
	check("a,b,,\n1,2,,\n3,4\n", "2:1|2\n3:3|4\n");
}

static void
quoted(void **state)
{
	(void)state;
	check("a,b\n\"1,x\",\" \"\"y\"\" \"\n", "2:1,x| \"y\" \n");
	check("a,b\n\"l1\nl2\",2\n3,4\n", "2:l1\nl2|2\n4:3|4\n");
	check("a,b\n1,\"2\"", "2:1|2\n");
	check("\"a;b\",c\n1,2\n", "2:1|2\n");
}

static void
bad_quotes(void **state)
{
	(void)state;
	check("a,b\n1,\"two\n3,4\n5,6\n",
	    "3:3|4\n4:5|6\n"
	    "x.csv:2:3: error: the quote that opens this field is not "
	    "closed; close it, and write quotes inside twice\n");
	check("a,b\n1,\"t\"wo\n3,4\n",
	    "3:3|4\n"
	    "x.csv:2:3: error: the quote that opens this field is not "
	    "closed; close it, and write quotes inside twice\n");
	check("a,b\n1,é\"t\"\n3,4\n",
	    "3:3|4\n"
	    "x.csv:2:3: error: a quote inside a field that does not begin "
	    "with one; put the field in quotes and write inner ones "
	    "twice\n");
	/* an open quote that a later row closes costs the one row */
	check("a,b\n1,\"two\n3,4\n\"5\",6\n7,8\n",
	    "3:3|4\n4:5|6\n5:7|8\n"
	    "x.csv:2:3: error: the quote that opens this field is not "
	    "closed; close it, and write quotes inside twice\n");
	check("a,b\n\"x\ny\",\"z\n1,2\n",
	    "4:1|2\n"
	    "x.csv:3:4: error: the quote that opens this field is not "
	    "closed; close it, and write quotes inside twice\n");
}

static void
refused(void **state)
{
	(void)state;
	check("", "x.csv:1:1: error: the file has no header; its first line "
		  "must name the columns\n");
	check("\xFF\xFE"
	      "a\0,\0b\0",
	    "x.csv:1:1: error: the file is UTF-16; save it as UTF-8\n");
	check("a\0,\0b\0\n\0",
	    "x.csv:1:1: error: the file is UTF-16; save it as UTF-8\n");
	check("a,b\n1,caf\xE9\n",
	    "x.csv:2:6: error: byte 0xE9 is not UTF-8, the file looks like "
	    "Windows-1252; save it as UTF-8\n");
	check("a,b\n1,2\n3\0,4\n5,6\n",
	    "2:1|2\n4:5|6\n"
	    "x.csv:3:1: error: a NUL character in the row; remove it\n");
	check("a,b\n1\n1,2,3\n4,5\n",
	    "4:4|5\n"
	    "x.csv:2:1: error: 1 fields, but the header has 2; add the "
	    "separators that are missing\n"
	    "x.csv:3:1: error: 3 fields, but the header has 2; put fields "
	    "that hold the separator in quotes\n");
}

static void
places(void **state)
{
	struct rows *rows;
	struct row row;
	struct place at;

	(void)state;
	workspace_put("x.csv", "a,b,c\n\"é\n\",\"ខ្មែរ, x\",3\n");
	w.sink = sink_new(w.arena);
	rows = rows_open(w.arena, w.sink, "x.csv");
	assert_non_null(rows);
	assert_true(rows_next(rows, &row));
	at = rows_place(rows, row.line, row.offset, 0);
	assert_true(at.line == 2 && at.col == 1);
	at = rows_place(rows, row.line, row.offset, 1);
	assert_true(at.line == 3 && at.col == 3);
	at = rows_place(rows, row.line, row.offset, 2);
	assert_true(at.line == 3 && at.col == 14);
	at = rows_head_place(rows, 2);
	assert_true(at.line == 1 && at.col == 5);
	rows_close(rows);
}

/* A file of forgotten quotes is read in linear time. */
static void
many_bad_quotes(void **state)
{
	struct buf b = {0};
	size_t i;

	(void)state;
	buf_puts(&b, "a,b\n");
	for (i = 0; i < 20000; i++)
		buf_puts(&b, i % 2 ? "\"x,\"\"\n" : "1,\"\"\"\n");
	read_text(b.p, b.n);
	assert_true(sink_count(w.sink, DIAG_ROW) > 1000);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plain),
	    cmocka_unit_test(quoted),
	    cmocka_unit_test(bad_quotes),
	    cmocka_unit_test(refused),
	    cmocka_unit_test(places),
	    cmocka_unit_test(many_bad_quotes),
	};

	return cmocka_run_group_tests(tests, workspace_enter, workspace_leave);
}
