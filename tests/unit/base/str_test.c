/* SPDX-License-Identifier: MIT */
/* str, utf8, map, arena, hash: the small ones */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"

static void
test_views(void **state)
{
	struct str s = STR("  a,b  ");

	(void)state;
	assert_true(str_is(str_trim(s), "a,b"));
	assert_int_equal(str_find(s, ',', 0), 3);
	assert_int_equal(str_find(s, ';', 0), s.n);
	assert_int_equal(str_find(s, 'a', 99), s.n);
	assert_int_equal(str_slice(s, 5, 2).n, 0);
	assert_int_equal(str_slice(s, 2, 99).n, 5);
	assert_true(str_starts(STR("abc"), "ab"));
	assert_false(str_starts(STR("a"), "ab"));
	assert_true(str_ends(STR("abc"), "bc"));
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("b"), STR("ab")) > 0);
	assert_int_equal(str_from(NULL).n, 0);
	assert_true(streq(NULL, ""));
}

static void
test_buffer(void **state)
{
	struct arena *a = arena_new();
	struct buf b = {0};
	struct str s;
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i);
	assert_int_equal(b.n, 3890);
	assert_int_equal(strlen(b.p), b.n);
	s = buf_take(&b, a);
	assert_int_equal(s.n, 3890);
	assert_null(b.p);
	assert_string_equal(buf_take(&b, a).p, "");
	arena_free(a);
}

static void
test_thousandths(void **state)
{
	static const struct {
		int64_t v;
		const char *text;
	} rows[] = {{0, "0"}, {1000, "1"}, {-1000, "-1"}, {500, ".5"},
	    {-500, "-.5"}, {1230, "1.23"}, {1234, "1.234"}, {5, ".005"},
	    {-841890, "-841.89"}, {123000000, "123000"}};
	struct buf out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		out.n = 0;
		buf_thousandths(&out, rows[i].v);
		assert_string_equal(out.p, rows[i].text);
	}
	buf_free(&out);
}

static void
test_nearest(void **state)
{
	const char *const names[] = {"population", "plans", "country"};

	(void)state;
	assert_string_equal(str_nearest("populaton", names, 3), "population");
	assert_string_equal(str_nearest("plnas", names, 3), "plans");
	assert_null(str_nearest("xyz", names, 3));
	assert_null(str_nearest("a", names, 0));
	assert_string_equal(str_hint("plans").text, " (did you mean 'plans'?)");
	assert_string_equal(str_hint(NULL).text, "");
}

static void
test_utf8(void **state)
{
	static const char *const bad[] = {"\xC0\x80", "\xED\xA0\x80", "\xF5",
	    "\xE2\x82", "\x80", "\xF4\x90\x80\x80"};
	const char *p = "é€𝄞", *end = p + strlen(p);
	char out[4];
	size_t i;

	(void)state;
	assert_int_equal(utf8_decode(&p, end), 0xE9);
	assert_int_equal(utf8_decode(&p, end), 0x20AC);
	assert_int_equal(utf8_decode(&p, end), 0x1D11E);
	assert_ptr_equal(p, end);
	assert_int_equal(utf8_encode(0x1D11E, out), 4);
	assert_memory_equal(out, "𝄞", 4);
	assert_int_equal(utf8_length(STR("é€𝄞a")), 4);
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(utf8_check(str_from(bad[i])), 0);
	assert_int_equal(utf8_check(STR("ok")), 2);
	for (i = 0; i < 20; i++) {
		char text[24] = "abcdefghijklmnopqrstuvw";

		assert_int_equal(utf8_check(STR("abcdefghijklmnopqrs")), 19);
		text[i] = '\x80';
		assert_int_equal(utf8_check(str_from(text)), i);
	}
}

static void
test_map(void **state)
{
	struct arena *a = arena_new();
	struct map *m = map_new(a);
	char key[20];
	int i, n = 5000, *values = ARENA_ARRAY(a, int, 5000);

	(void)state;
	for (i = 0; i < n; i++) {
		snprintf(key, sizeof key, "key-%d", i);
		map_put(m, str_from(key), &values[i]);
	}
	map_put(m, STR("key-7"), &values[8]);
	assert_int_equal(m->n, n);
	assert_ptr_equal(map_get(m, "key-7"), &values[8]);
	assert_ptr_equal(map_get(m, "key-4999"), &values[4999]);
	assert_null(map_get(m, "key-5000"));
	assert_true(str_is(m->entries[3].key, "key-3"));
	arena_free(a);
}

static void
test_arena(void **state)
{
	struct arena *a = arena_new();
	VEC(int) v = {0};
	char *big = arena_alloc(a, 1000000), *p;
	int i;

	(void)state;
	assert_int_equal(big[999999], 0);
	for (i = 0; i < 10000; i++)
		VEC_PUSH(a, &v, i);
	assert_int_equal(v.n, 10000);
	assert_int_equal(v.v[9999], 9999);
	p = arena_alloc(a, 1);
	assert_int_equal((uintptr_t)p % 16, 0);
	assert_string_equal(arena_printf(a, "%d-%s", 7, "x"), "7-x");
	assert_string_equal(arena_strndup(a, "abc", 2), "ab");
	assert_true(arena_used(a) > 1000000);
	arena_free(a);
}

/* FIPS 180-4 examples. */
static void
test_hash(void **state)
{
	static char million[1000000];
	char hex[65];
	struct hash h;
	unsigned char digest[32];
	int i;

	(void)state;
	hash_hex(STR("abc"), hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
	hash_hex(STR(""), hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb924"
				 "27ae41e4649b934ca495991b7852b855");
	/* a million in one piece, and byte by byte */
	memset(million, 'a', sizeof million);
	hash_hex((struct str){million, sizeof million}, hex);
	assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67"
				 "f1809a48a497200e046d39ccc7112cd0");
	hash_init(&h);
	for (i = 0; i < 1000000; i++)
		hash_add(&h, STR("a"));
	hash_end(&h, digest);
	assert_memory_equal(digest, "\xcd\xc7\x6e\x5c\x99\x14\xfb\x92", 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_views),
	    cmocka_unit_test(test_buffer),
	    cmocka_unit_test(test_thousandths),
	    cmocka_unit_test(test_nearest),
	    cmocka_unit_test(test_utf8),
	    cmocka_unit_test(test_map),
	    cmocka_unit_test(test_arena),
	    cmocka_unit_test(test_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
