/* SPDX-License-Identifier: MIT */
/* The examples of docs/templates.md print what stands there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"
#include "bench.h"

#define FENCE "~~~~"

/* The text between the next "~~~~ name" line and its end; false: no more. */
static bool
next_block(const char **p, const char *name, struct str *out)
{
	char head[40];
	const char *from, *end;

	snprintf(head, sizeof head, "\n" FENCE " %s\n", name);
	from = strstr(*p, head);
	if (!from)
		return false;
	from += strlen(head);
	end = strstr(from, FENCE "\n");
	assert_non_null(end);
	*out = (struct str){from, (size_t)(end - from)};
	*p = end;
	return true;
}

/* Without number marks. */
static const char *
plain(struct arena *a, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	struct buf out = {0};

	while (p < end) {
		uint32_t c = utf8_decode(&p, end);

		if (c < TMPL_MARK_FIRST)
			buf_utf8(&out, c);
	}
	return buf_take(&out, a).p;
}

static void
test_examples(void **state)
{
	struct str doc, text, want;
	const char *p;
	struct bench b;
	int n = 0;

	(void)state;
	bench_open(&b, "KHM");
	assert_true(file_read_text(
	    b.arena, b.sink, "docs/templates.md", (struct place){0}, &doc));
	for (p = doc.p; next_block(&p, "template", &text); n++) {
		struct tmpl_out out;

		assert_true(next_block(&p, "result", &want));
		tmpl_run_text(b.tmpl, "docs/templates.md", text, false, &out);
		assert_string_equal(
		    plain(b.arena, out.text), str_dup(b.arena, want));
	}
	assert_true(n > 5);
	assert_string_equal(bench_messages(&b), "");
	bench_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_examples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
