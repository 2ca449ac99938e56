/* SPDX-License-Identifier: MIT */
/* base/str.c - views of text and growing buffers */
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* Room made for a text to be printed; most need less. */
#define PRINTED 64

/* Room of a buffer at first: most texts never need more. */
#define FIRST 64

struct str
str_from(const char *s)
{
	return s ? (struct str){s, strlen(s)} : (struct str){"", 0};
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool
str_is(struct str a, const char *s)
{
	return str_eq(a, str_from(s));
}

bool
str_starts(struct str a, const char *prefix)
{
	size_t n = strlen(prefix);

	return a.n >= n && memcmp(a.p, prefix, n) == 0;
}

bool
str_ends(struct str a, const char *suffix)
{
	size_t n = strlen(suffix);

	return a.n >= n && memcmp(a.p + a.n - n, suffix, n) == 0;
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str
str_trim(struct str s)
{
	while (s.n && is_space(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){s.p + from, to - from};
}

size_t
str_find(struct str s, char c, size_t from)
{
	const char *p;

	if (from >= s.n)
		return s.n;
	p = memchr(s.p + from, c, s.n - from);
	return p ? (size_t)(p - s.p) : s.n;
}

char *
str_dup(struct arena *a, struct str s)
{
	return arena_strndup(a, s.p, s.n);
}

bool
streq(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}

static void
buf_reserve(struct buf *b, size_t n)
{
	if (b->n + n + 1 > b->cap) {
		b->cap = (b->cap + n + 1) * 2;
		if (b->cap < FIRST)
			b->cap = FIRST;
		b->p = xrealloc(b->p, b->cap);
	}
}

void
buf_add(struct buf *b, const char *p, size_t n)
{
	buf_reserve(b, n);
	if (n)
		memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

void
buf_putc(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void
buf_int(struct buf *b, long v)
{
	char s[24];
	size_t n = sizeof s;
	unsigned long u = v < 0 ? 0 - (unsigned long)v : (unsigned long)v;

	do
		s[--n] = (char)('0' + u % 10);
	while (u /= 10);
	if (v < 0)
		s[--n] = '-';
	buf_add(b, s + n, sizeof s - n);
}

void
buf_thousandths(struct buf *out, int64_t v)
{
	char s[24];
	size_t n = sizeof s;
	uint64_t u = v < 0 ? (uint64_t)-v : (uint64_t)v, part = u % 1000;
	int digits = 3;

	for (; digits && part % 10 == 0; digits--)
		part /= 10;
	if (digits) {
		for (; digits; digits--, part /= 10)
			s[--n] = (char)('0' + part % 10);
		s[--n] = '.';
	}
	u /= 1000;
	if (u || n == sizeof s)
		do
			s[--n] = (char)('0' + u % 10);
		while (u /= 10);
	if (v < 0)
		s[--n] = '-';
	buf_add(out, s + n, sizeof s - n);
}

void
buf_utf8(struct buf *b, uint32_t code)
{
	char s[4];

	buf_add(b, s, utf8_encode(code, s));
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	size_t room;
	int n;

	buf_reserve(b, PRINTED);
	room = b->cap - b->n;
	va_copy(again, ap);
	n = vsnprintf(b->p + b->n, room, fmt, again);
	va_end(again);
	if ((size_t)n >= room) {
		buf_reserve(b, (size_t)n);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	}
	b->n += (size_t)n;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

struct str
buf_view(const struct buf *b)
{
	return (struct str){b->p ? b->p : "", b->n};
}

struct str
buf_take(struct buf *b, struct arena *a)
{
	struct str s = {arena_strndup(a, b->p, b->n), b->n};

	buf_free(b);
	return s;
}

#define NEAREST_MAX 64

/*
 * Optimal string alignment distance (Damerau 1964; Wagner and Fischer 1974):
 * three rows of the table of edit distances of all prefixes.
 */
static size_t
distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), i, j;
	size_t rows[3][NEAREST_MAX + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2], *t;

	if (n > NEAREST_MAX || m > NEAREST_MAX)
		return NEAREST_MAX;
	memset(rows, 0, sizeof rows);
	for (j = 0; j <= m; j++)
		last[j] = j;
	for (i = 1; i <= n; i++) {
		now[0] = i;
		for (j = 1; j <= m; j++) {
			size_t d = last[j - 1] + (a[i - 1] != b[j - 1]);

			if (last[j] + 1 < d)
				d = last[j] + 1;
			if (now[j - 1] + 1 < d)
				d = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && before[j - 2] + 1 < d)
				d = before[j - 2] + 1;
			now[j] = d;
		}
		t = before;
		before = last;
		last = now;
		now = t;
	}
	return last[m];
}

const char *
str_nearest(const char *name, const char *const *names, size_t n)
{
	size_t limit = strlen(name) / 3, best, i;
	const char *found = NULL;

	limit = limit < 1 ? 1 : limit > 4 ? 4 : limit;
	best = limit + 1;
	for (i = 0; i < n; i++) {
		size_t d = distance(name, names[i]);

		if (d < best) {
			best = d;
			found = names[i];
		}
	}
	return found;
}

struct str_hint
str_hint(const char *near)
{
	struct str_hint h = {""};

	if (near)
		snprintf(h.text, sizeof h.text, " (did you mean '%s'?)", near);
	return h;
}
