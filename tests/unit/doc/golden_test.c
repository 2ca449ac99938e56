/* SPDX-License-Identifier: MIT */
/* tests/golden/doc/X.md to its tree and messages, X.doc; UPDATE=1 rewrites */
#include "fixture.h"

#include "base/file.h"

#define FOLDER "tests/golden/doc"

static void
golden(void **state)
{
	const char *stem = *state;
	struct fixture *f = fixture_new();
	struct place nowhere = {0};
	struct str text = {"", 0}, want = {"", 0};
	struct buf got = {0};
	struct origin o = {0};
	const char *in, *out;

	in = arena_printf(f->arena, FOLDER "/%s.md", stem);
	out = arena_printf(f->arena, FOLDER "/%s.doc", stem);
	o.file = arena_printf(f->arena, "%s.md", stem);
	assert_true(file_read_text(f->arena, f->sink, in, nowhere, &text));
	f->doc = doc_new(f->arena, f->sink, &f->env);
	doc_add_part(f->doc, stem, text, &o);
	doc_complete(f->doc);
	doc_check(f->doc);
	buf_printf(&got, "%s%s", fixture_dump(f), fixture_messages(f));
	if (getenv("UPDATE"))
		file_write(out, buf_view(&got));
	file_read_text(f->arena, f->sink, out, nowhere, &want);
	assert_string_equal(got.p, want.n ? want.p : "");
	buf_free(&got);
	fixture_free(f);
}

int
main(void)
{
	struct arena *a = arena_new();
	const char **names;
	size_t n = dir_list(a, FOLDER, &names), i, count = 0;
	struct CMUnitTest *tests = ARENA_ARRAY(a, struct CMUnitTest, n);
	int failed;

	for (i = 0; i < n; i++) {
		if (!str_ends(str_from(names[i]), ".md"))
			continue;
		tests[count].name = path_stem(a, names[i]);
		tests[count].test_func = golden;
		tests[count].initial_state = path_stem(a, names[i]);
		count++;
	}
	failed = _cmocka_run_group_tests("doc", tests, count, NULL, NULL);
	arena_free(a);
	return failed;
}
