/* SPDX-License-Identifier: MIT */
/* data/cell.c - what the text of one field may be */
#include "data/cell.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/num.h"
#include "base/vec.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_lower(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c);
}

static bool
is_letter(char c)
{
	return is_lower(c) || (c >= 'A' && c <= 'Z');
}

/* One or more runs that `is` accepts, joined by single "-" or "_". */
static bool
is_joined(struct str s, bool (*is)(char))
{
	bool after = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (is(s.p[i]))
			after = true;
		else if (after && (s.p[i] == '-' || s.p[i] == '_'))
			after = false;
		else
			return false;
	}
	return after;
}

bool
cell_is_word(struct str s)
{
	return is_joined(s, is_lower);
}

static size_t
count_digits(struct str s, size_t from)
{
	size_t i = from;

	while (i < s.n && is_digit(s.p[i]))
		i++;
	return i - from;
}

static int
age_number(struct str s)
{
	int v = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		v = v * 10 + (s.p[i] - '0');
	return v;
}

bool
cell_is_age(struct str s)
{
	size_t n, m;

	if (s.n > 1 && s.p[0] == '<')
		return s.n <= 4 && count_digits(s, 1) == s.n - 1;
	n = count_digits(s, 0);
	if (n == 0 || n > 3 || n == s.n)
		return false;
	if (s.p[n] == '+')
		return s.n == n + 1;
	m = count_digits(s, n + 1);
	return s.p[n] == '-' && m > 0 && m <= 3 && n + 1 + m == s.n &&
	       age_number(str_slice(s, 0, n)) <=
		   age_number(str_slice(s, n + 1, s.n));
}

bool
cell_is_group(struct str s)
{
	size_t from = 0;

	while (from <= s.n) {
		size_t to = str_find(s, ';', from), colon;
		struct str part = str_slice(s, from, to);

		colon = str_find(part, ':', 0);
		if (colon == part.n ||
		    !cell_is_word(str_slice(part, 0, colon)) ||
		    !is_joined(str_slice(part, colon + 1, part.n), is_letter))
			return false;
		from = to + 1;
	}
	return true;
}

/*
 * A whole number below 2^53 divided by an exact power of ten is rounded once,
 * so it is the nearest double (Clinger, PLDI 1990).
 */
bool
cell_number(struct str s, double *value)
{
	static const double tens[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8,
	    1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	uint64_t whole = 0;
	size_t i, from = s.n > 0 && s.p[0] == '-', places = 0;
	bool point = false;

	if (s.n > 16 || s.n == from)
		return num_parse(s, value);
	for (i = from; i < s.n; i++) {
		if (is_digit(s.p[i])) {
			whole = whole * 10 + (uint64_t)(s.p[i] - '0');
			places += point;
		} else if (s.p[i] == '.' && !point) {
			point = true;
		} else {
			return num_parse(s, value);
		}
	}
	/* 16 digits, or a point alone */
	if (whole > 999999999999999 || s.n - from == (size_t)point)
		return num_parse(s, value);
	*value = (double)whole / tens[places];
	if (from)
		*value = -*value;
	return true;
}

static struct str
next_choice(struct str *rest)
{
	size_t end = str_find(*rest, ' ', 0);
	struct str word = str_slice(*rest, 0, end);

	*rest = str_slice(*rest, end < rest->n ? end + 1 : end, rest->n);
	return word;
}

int
cell_choice(struct str s, const char *choices)
{
	struct str rest = str_from(choices);
	int i;

	for (i = 0; rest.n > 0; i++)
		if (str_eq(next_choice(&rest), s))
			return i;
	return -1;
}

const char *
cell_choices(struct arena *a, const char *choices)
{
	struct str rest = str_from(choices);
	struct buf out = {0};

	while (rest.n > 0) {
		buf_str(&out, next_choice(&rest));
		if (rest.n > 0)
			buf_puts(&out, ", ");
	}
	return buf_take(&out, a).p;
}

static const char *
hint(struct arena *a, const char *text, const char *const *names, size_t n)
{
	const char *near = str_nearest(text, names, n);

	return arena_strdup(a, str_hint(near).text);
}

const char *
cell_hint(
    struct map *memo, const char *text, const char *const *names, size_t n)
{
	char *known = map_get(memo, text);

	if (!known) {
		known = arena_strdup(
		    memo->arena, hint(memo->arena, text, names, n));
		map_put(memo, str_from(text), known);
	}
	return known;
}

const char *
cell_choice_hint(struct arena *a, const char *text, const char *choices)
{
	struct str rest = str_from(choices);
	VEC(const char *) names = {0};

	while (rest.n > 0)
		VEC_PUSH(a, &names, str_dup(a, next_choice(&rest)));
	return hint(a, text, names.v, names.n);
}
