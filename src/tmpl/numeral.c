/* SPDX-License-Identifier: MIT */
/*
 * tmpl/numeral.c - the numbers inside a text of the data
 *
 * A telephone number or "ss. 29-32" is text, but its numbers come from the
 * data like any other.  Each is a printed value of its own, `text |
 * numeral(k)`, so that `sitan verify` can look for it; the words around it
 * stay words.  Years, single digits and digits of a name (C182, A/RES/54) are
 * left in the words.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "tmpl/engine.h"

/* The next numeral of two digits or more behind *to. */
static bool
next(struct str s, size_t *from, size_t *to)
{
	size_t i = *to, digits;

	for (; i < s.n; i++) {
		if (!isdigit((unsigned char)s.p[i]))
			continue;
		*from = i;
		for (digits = 0; i < s.n; i++) {
			bool inner = (s.p[i] == ',' || s.p[i] == '.') &&
				     i + 1 < s.n &&
				     isdigit((unsigned char)s.p[i + 1]);

			if (!inner && !isdigit((unsigned char)s.p[i]))
				break;
			digits += !inner;
		}
		*to = i;
		if (digits > 1)
			return true;
	}
	return false;
}

static bool
is_plain(struct str s, size_t from, size_t to)
{
	unsigned char before = from > 0 ? (unsigned char)s.p[from - 1] : ' ';
	unsigned char after = to < s.n ? (unsigned char)s.p[to] : ' ';
	long n = strtol(str_slice(s, from, to).p, NULL, 10);
	bool year = to - from == 4 && n >= 1800 && n <= 2100;

	return !year && !isalpha(before) && !isalpha(after) &&
	       !strchr("-/._", before) && after != '/' && after != '_';
}

struct value
numeral_text(struct tmpl *t, const struct value *of, struct str s)
{
	VEC(struct piece) all = {0};
	size_t done = 0, from = 0, to = 0;
	struct value v = {.kind = VALUE_TEXT}, *copy = NULL;
	int k = 0;

	while (next(s, &from, &to)) {
		k++;
		if (!is_plain(s, from, to))
			continue;
		if (!copy) {
			copy = ARENA_NEW(t->arena, struct value);
			*copy = *of;
		}
		if (from > done)
			VEC_PUSH(t->arena, &all,
			    (struct piece){.text = str_slice(s, done, from)});
		VEC_PUSH(t->arena, &all,
		    (struct piece){.text = str_slice(s, from, to),
			.of = copy,
			.format = arena_printf(t->arena, "numeral(%d)", k),
			.decimals = -1});
		done = to;
	}
	if (!copy)
		return value_text(t->arena, s);
	if (done < s.n)
		VEC_PUSH(t->arena, &all,
		    (struct piece){.text = str_slice(s, done, s.n)});
	v.pieces = all.v;
	v.n = all.n;
	return v;
}

struct str
numeral_at(struct str s, int k)
{
	size_t from = 0, to = 0;

	while (next(s, &from, &to))
		if (--k == 0)
			return str_slice(s, from, to);
	return (struct str){0};
}
