/* SPDX-License-Identifier: MIT */
/*
 * Each tests/golden/tmpl/x.md is run for Cambodia; its Markdown, messages and
 * printed values are x.out.  UPDATE=1 rewrites the expected output.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"
#include "bench.h"

#define FOLDER "tests/golden/tmpl"

static void
list_values(struct bench *b, struct buf *out)
{
	const struct printed *const *v;
	size_t n = tmpl_printed(b->tmpl, &v), i;

	for (i = 0; i < n; i++)
		buf_printf(out, "%s = %s%s%s (%u)\n", v[i]->text,
		    v[i]->expression, *v[i]->format ? " | " : "", v[i]->format,
		    (unsigned)v[i]->nobs);
}

/* Each closed expression, evaluated again, prints the same. */
static void
check_values(struct bench *b)
{
	const struct printed *const *v, *again;
	size_t n = tmpl_printed(b->tmpl, &v), i;

	for (i = 0; i < n; i++) {
		const char *e = arena_printf(b->arena, "(%s)%s%s",
		    v[i]->expression, *v[i]->format ? " | " : "", v[i]->format);

		again = tmpl_eval(b->tmpl, str_from(e), v[i]->at);
		if (!again)
			fail_msg("%s: %s", e, bench_messages(b));
		assert_string_equal(again->text, v[i]->text);
		assert_string_equal(again->expression, v[i]->expression);
	}
}

static void
test_golden(void **state)
{
	const char *name = *state, *path, *expected;
	struct bench b;
	struct buf out = {0};
	struct tmpl_out result;
	struct str text = {"", 0}, want = {"", 0};

	bench_open(&b, "KHM");
	path = arena_printf(b.arena, FOLDER "/%s", name);
	expected =
	    arena_printf(b.arena, FOLDER "/%s.out", path_stem(b.arena, name));
	assert_true(
	    file_read_text(b.arena, b.sink, path, (struct place){0}, &text));
	tmpl_run_text(b.tmpl, name, text, false, &result);
	buf_puts(&out, bench_text(b.arena, result.text));
	buf_puts(&out, "-- messages\n");
	buf_puts(&out, bench_messages(&b));
	buf_puts(&out, "-- values\n");
	list_values(&b, &out);
	if (getenv("UPDATE"))
		file_write(expected, buf_view(&out));
	file_read_text(b.arena, b.sink, expected, (struct place){0}, &want);
	assert_string_equal(out.p, str_dup(b.arena, want));
	check_values(&b);
	buf_free(&out);
	bench_close(&b);
}

int
main(void)
{
	struct CMUnitTest tests[100];
	struct arena *a = arena_new();
	const char **names;
	size_t n = dir_list(a, FOLDER, &names), i, count = 0;
	int failed;

	for (i = 0; i < n && count < 100; i++) {
		if (!str_ends(str_from(names[i]), ".md"))
			continue;
		tests[count++] = (struct CMUnitTest){names[i], test_golden,
		    NULL, NULL, (void *)(uintptr_t)names[i]};
	}
	failed =
	    _cmocka_run_group_tests("tmpl golden", tests, count, NULL, NULL);
	arena_free(a);
	return failed;
}
