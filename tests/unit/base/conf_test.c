/* SPDX-License-Identifier: MIT */
/* conf, diag, file: what the input says and how it is told that it is wrong */
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
#include "base/conf.h"
#include "base/diag.h"
#include "base/file.h"

static const char *
messages(struct arena *a, struct sink *s, bool json)
{
	char *text = NULL, *copy;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	if (json)
		sink_print_json(s, f);
	else
		sink_print(s, f);
	fclose(f);
	copy = arena_strndup(a, text, n);
	free(text);
	return copy;
}

static struct conf *
parse(struct arena *a, struct sink *s, const char *text)
{
	struct origin *o = ARENA_NEW(a, struct origin);

	o->file = "c.yaml";
	return conf_parse(a, s, o, str_from(text));
}

static void
test_typed_access(void **state)
{
	static const char *const colours[] = {"red", "blue", NULL};
	struct arena *a = arena_new();
	struct sink *s = sink_new(a);
	const struct conf *c = parse(a, s,
	    "text: \"12\"\nn: 2.5\ni: 7\nyes: true\nnone:\n"
	    "list: [a, {b: c}]\ncolour: blue\n");

	(void)state;
	assert_string_equal(conf_str(c, s, "text", ""), "12");
	assert_true(conf_find(c, "text")->quoted);
	assert_true(conf_num(c, s, "n", 0) == 2.5);
	assert_int_equal(conf_int(c, s, "i", 0), 7);
	assert_true(conf_bool(c, s, "yes", false));
	assert_string_equal(conf_str(c, s, "none", "fallback"), "fallback");
	assert_int_equal(conf_list(c, s, "list")->n, 2);
	assert_string_equal(
	    conf_str(conf_list(c, s, "list")->kids[1], s, "b", ""), "c");
	assert_int_equal(conf_choice(c, s, "colour", colours, "colour", 0), 1);
	assert_int_equal(conf_find(c, "i")->at.line, 3);
	assert_int_equal(conf_find(c, "i")->at.col, 4);
	assert_string_equal(messages(a, s, false), "");
	arena_free(a);
}

static void
test_wrong_yaml(void **state)
{
	static const char *const keys[] = {"size", "colour", NULL};
	static const char *const colours[] = {"red", "blue", NULL};
	struct arena *a = arena_new();
	struct sink *s = sink_new(a);
	const struct conf *c =
	    parse(a, s, "size: big\nsize: 2\ncolor: green\ncolour: green\n");

	(void)state;
	assert_true(conf_num(c, s, "size", 3) == 3);
	conf_choice(c, s, "colour", colours, "colour", 0);
	conf_known(c, s, keys);
	assert_null(parse(a, s, "a: [1, 2\nb: 3\n"));
	assert_null(parse(a, s, "a: *x\n"));
	assert_string_equal(messages(a, s, false),
	    "c.yaml:1:4: error: YAML: anchors and aliases are not supported\n"
	    "c.yaml:1:7: error: 'size' must be a number\n"
	    "c.yaml:2:1: error: key 'size' stands twice; remove one\n"
	    "c.yaml:2:2: error: YAML: did not find expected ',' or ']'\n"
	    "c.yaml:3:8: error: no key 'color' here (did you mean 'colour'?)\n"
	    "c.yaml:4:9: error: 'green' is no colour; one of: red, blue\n");
	arena_free(a);
}

static void
test_sink(void **state)
{
	struct arena *a = arena_new();
	struct sink *s = sink_new(a);
	struct place late = {"b", 9, 1}, early = {"b", 2, 3}, none = {0};

	(void)state;
	assert_int_equal(sink_level(s), DIAG_NOTE);
	diag(s, DIAG_CONF_MISSING_KEY, late, "x");
	diag(s, DIAG_CONF_MISSING_KEY, early, "\"q\"");
	diag(s, DIAG_CONF_MISSING_KEY, early, "\"q\"");
	diag(s, DIAG_FILE_OPEN, none, "y");
	assert_int_equal(sink_count(s, DIAG_ERROR), 3);
	assert_int_equal(sink_level(s), DIAG_ERROR);
	assert_string_equal(messages(a, s, false),
	    "error: cannot open: y\n"
	    "b:2:3: error: key '\"q\"' is missing\n"
	    "b:9:1: error: key 'x' is missing\n");
	assert_non_null(strstr(messages(a, s, true),
	    "{\"file\": \"b\", \"line\": 2, \"column\": 3, \"level\": "
	    "\"error\", \"id\": \"CONF_MISSING_KEY\", \"message\": "
	    "\"key '\\\"q\\\"' is missing\"}"));
	arena_free(a);
}

/* Every message has a text and a sentence for docs/messages.md. */
static void
test_messages_complete(void **state)
{
	int i;

	(void)state;
	for (i = 0; i < DIAG_COUNT; i++) {
		const char *help = diag_help((enum diag_id)i);

		assert_true(strlen(diag_format((enum diag_id)i)) > 1);
		assert_true(strlen(help) > 10);
		assert_int_equal(help[strlen(help) - 1], '.');
	}
}

static void
test_paths(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(path_join(a, "a", "b"), "a/b");
	assert_string_equal(path_join(a, ".", "b"), "b");
	assert_string_equal(path_join(a, "", "b"), "b");
	assert_string_equal(path_join(a, "a", "/b"), "/b");
	assert_string_equal(path_folder(a, "x/y/z.md"), "x/y");
	assert_string_equal(path_folder(a, "z.md"), ".");
	assert_string_equal(path_name("x/y/z.md"), "z.md");
	assert_string_equal(path_stem(a, "x/y.z/z.tar.gz"), "z.tar");
	arena_free(a);
}

static void
test_files(void **state)
{
	char dir[] = "/tmp/sitan-test-XXXXXX";
	struct arena *a = arena_new();
	struct sink *s = sink_new(a);
	const char **names, *path;
	struct str text;

	(void)state;
	assert_non_null(mkdtemp(dir));
	path = arena_printf(a, "%s/x/y/z.txt", dir);
	assert_true(file_write(path, STR("\xEF\xBB\xBFhello\n")));
	assert_true(file_exists(path));
	assert_true(file_read_text(a, s, path, (struct place){0}, &text));
	assert_true(str_is(text, "hello\n"));
	assert_int_equal(
	    dir_list(a, arena_printf(a, "%s/x/y", dir), &names), 1);
	assert_string_equal(names[0], "z.txt");
	assert_int_equal(dir_list(a, "/no/such/folder", &names), 0);
	assert_true(file_write(path, STR("bad \xFF\n")));
	assert_false(file_read_text(a, s, path, (struct place){0}, &text));
	assert_false(
	    file_read(a, s, "/no/such", (struct place){"r", 1, 2}, &text));
	assert_non_null(
	    strstr(messages(a, s, false), "r:1:2: error: cannot open: "));
	assert_non_null(strstr(messages(a, s, false),
	    "error: byte 5 is not UTF-8 (found 0xFF); save the file as "
	    "UTF-8\n"));
	unlink(path);
	rmdir(arena_printf(a, "%s/x/y", dir));
	rmdir(arena_printf(a, "%s/x", dir));
	rmdir(dir);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_typed_access),
	    cmocka_unit_test(test_wrong_yaml),
	    cmocka_unit_test(test_sink),
	    cmocka_unit_test(test_messages_complete),
	    cmocka_unit_test(test_paths),
	    cmocka_unit_test(test_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
