/* SPDX-License-Identifier: MIT */
/*
 * doc/md_scan.c - notes, citations, references, spans: found and marked
 *
 * Two walks over each block of text.  The first matches brackets with a stack,
 * so that unclosed ones cost nothing; the second decides at each opening what
 * it is.  Both pass over escapes, code spans, tags, autolinks and URLs in one
 * step.  Linear but for code spans, whose closing run is searched once for
 * each length of run that has none.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "doc/md.h"

#define DIGITS   24 /* control characters that number a mark */
#define MARK_MIN 4  /* bytes: a comma and three digits */
#define RUN_MAX  80 /* longest run of backticks, as in cmark */

struct scan {
	struct frag *frag;
	struct str s; /* as written */
	size_t from, to;
	uint32_t *match; /* of '[' at from + i: distance to its ']', 0 none */
	bool no_run[RUN_MAX + 1]; /* no closing run of this length */
	struct arena *arena;
};

static const char digits[DIGITS] = {1, 2, 3, 4, 5, 6, 7, 8, 0x0e, 0x0f, 0x10,
    0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c,
    0x1d};

/* Characters at which something may begin or end. */
static const bool active[256] = {['\\'] = true,
    ['`'] = true,
    ['<'] = true,
    ['['] = true,
    [']'] = true,
    ['@'] = true,
    ['h'] = true};

static size_t
run_length(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && s.p[i + n] == '`')
		n++;
	return n;
}

/* Behind the code span at i, or behind its opening run. */
static size_t
skip_code(struct scan *c, size_t i)
{
	size_t n = run_length(c->s, i), at = i + n, m;

	if (n > RUN_MAX || c->no_run[n])
		return at;
	while (at < c->to) {
		at = str_find(c->s, '`', at);
		m = run_length(c->s, at);
		if (at >= c->to)
			break;
		if (m == n)
			return at + m;
		at += m;
	}
	c->no_run[n] = true;
	return i + n;
}

/* Behind the autolink or tag at i, or behind its "<". */
static size_t
skip_angle(struct scan *c, size_t i)
{
	size_t end = i + 1;

	if (end < c->to && !isalpha((unsigned char)c->s.p[end]) &&
	    c->s.p[end] != '/')
		return i + 1;
	while (end < c->to && c->s.p[end] != '>' && c->s.p[end] != '<')
		end++;
	return end < c->to && c->s.p[end] == '>' ? end + 1 : i + 1;
}

/* Length of the bare URL at i, 0 if there is none. */
static size_t
url_length(const struct scan *c, size_t i)
{
	struct str rest = str_slice(c->s, i, c->to);
	size_t n = 0;
	int open = 0;

	if (!str_starts(rest, "http://") && !str_starts(rest, "https://"))
		return 0;
	if (i > c->from && isalnum((unsigned char)c->s.p[i - 1]))
		return 0;
	for (; n < rest.n; n++) {
		unsigned char ch = (unsigned char)rest.p[n];

		if (ch <= ' ' || strchr("<>\"|`\\^{}[]", ch) || ch >= 0xE2)
			break;
		open += ch == '(';
		if (ch == ')' && open-- == 0)
			break;
	}
	while (n && strchr(".,;:!?'*_", rest.p[n - 1]))
		n--;
	return n > 8 ? n : 0;
}

/* Behind what is opaque at i; i itself when nothing is. */
static size_t
skip_opaque(struct scan *c, size_t i)
{
	switch (c->s.p[i]) {
	case '\\':
		return i + 2 < c->to ? i + 2 : c->to;
	case '`':
		return skip_code(c, i);
	case '<':
		return skip_angle(c, i);
	default:
		return i;
	}
}

static void
match_brackets(struct scan *c)
{
	VEC(size_t) open = {0};
	size_t i = c->from, next;

	while (i < c->to) {
		char ch = c->s.p[i];

		if (!active[(unsigned char)ch]) {
			i++;
			continue;
		}
		next = skip_opaque(c, i);
		if (next == i && ch == '[') {
			VEC_PUSH(c->arena, &open, i);
		} else if (next == i && ch == ']' && open.n) {
			size_t from = open.v[--open.n];

			c->match[from - c->from] = (uint32_t)(i - from);
		}
		i = next > i ? next : i + 1;
	}
}

/* Write the mark over the working text. */
static void
put_mark(struct scan *c, struct mark m)
{
	struct frag *f = c->frag;
	size_t n = f->marks.n, i;

	assert(m.to - m.from >= MARK_MIN);
	for (i = 0; i < MARK_MIN; i++)
		if (c->s.p[m.from + i] == '\n')
			return;
	f->work[m.from] = ',';
	f->work[m.from + 1] = digits[n / DIGITS / DIGITS % DIGITS];
	f->work[m.from + 2] = digits[n / DIGITS % DIGITS];
	f->work[m.from + 3] = digits[n % DIGITS];
	for (i = m.from + MARK_MIN; i < m.to; i++) {
		if (f->work[i] != '\n') {
			f->work[i] = MD_FILL;
			continue;
		}
		/* what stands before a further line stays */
		while (i + 1 < m.to && strchr(" \t>", f->work[i + 1]))
			i++;
	}
	VEC_PUSH(f->md->doc->arena, &f->marks, m);
}

static size_t
ref_length(const struct scan *c, size_t i)
{
	static const char *const prefixes[] = {
	    "fig-", "tbl-", "sec-", "box-", "rec-"};
	struct str rest = str_slice(c->s, i, c->to);
	size_t k, n = 0;

	for (k = 0; k < sizeof prefixes / sizeof *prefixes; k++)
		if (str_starts(rest, prefixes[k]))
			break;
	if (k == sizeof prefixes / sizeof *prefixes)
		return 0;
	while (n < rest.n &&
	       (isalnum((unsigned char)rest.p[n]) || strchr("-_.:", rest.p[n])))
		n++;
	while (n && strchr("-_.:", rest.p[n - 1]))
		n--;
	return n > 4 ? n : 0;
}

/* The "@" of the first key in the brackets, or 0. */
static size_t
key_at(const struct scan *c, size_t from, size_t to)
{
	size_t i;

	for (i = from; i + 1 < to; i++)
		if (c->s.p[i] == '@' && isalnum((unsigned char)c->s.p[i + 1]) &&
		    (i == from || !isalnum((unsigned char)c->s.p[i - 1])))
			return i;
	return 0;
}

/* Behind the destination "(…)" at i, or i. */
static size_t
skip_destination(const struct scan *c, size_t i)
{
	size_t k = i + 1;
	int depth = 1;
	char quote = '\0';

	for (; k < c->to && depth; k++) {
		char ch = c->s.p[k];

		if (ch == '\\')
			k++;
		else if (quote)
			quote = ch == quote ? '\0' : quote;
		else if (ch == '"')
			quote = ch;
		else
			depth += (ch == '(') - (ch == ')');
	}
	return depth ? i : k;
}

/* At the "[" at i: the position from which to go on. */
static size_t
open_bracket(struct scan *c, size_t i)
{
	size_t end = i + c->match[i - c->from], key, n;
	char after = end + 1 < c->s.n && end + 1 < c->to ? c->s.p[end + 1] : 0;
	struct mark m = {
	    .from = i, .to = end + 1, .inner = i + 1, .inner_end = end};

	if (end == i)
		return i + 1;
	if (i > c->from && c->s.p[i - 1] == '^' && end > i + 1) {
		m.kind = MARK_NOTE;
		m.from--;
	} else if (c->s.p[i + 1] == '^' && end > i + 2) {
		m.kind = MARK_NOTE_REF;
		m.inner++;
	} else if (after == '(') {
		return i + 1;
	} else if (after == '{' && (n = attrs_end(c->s, end + 1)) != 0) {
		m.kind = MARK_SPAN;
		m.to = n;
		m.attrs = end + 2;
		m.attrs_end = n - 1;
	} else if ((key = key_at(c, i + 1, end)) != 0) {
		m.kind = MARK_CITE;
		n = ref_length(c, key + 1);
		if (n && (key > i + 1 || key + 1 + n < end))
			return i + 1;
		if (n) {
			m.kind = MARK_REF;
			m.inner = key + 1;
		}
	} else {
		return i + 1;
	}
	if (m.to - m.from < MARK_MIN)
		return i + 1;
	put_mark(c, m);
	return m.to;
}

/* At the "]" at i, which closes a link or an image. */
static size_t
close_bracket(struct scan *c, size_t i)
{
	size_t end = i + 1 < c->to && c->s.p[i + 1] == '('
			 ? skip_destination(c, i + 1)
			 : i + 1;
	size_t n;

	if (end <= i + 2)
		return i + 1;
	if (end < c->to && c->s.p[end] == '{' &&
	    (n = attrs_end(c->s, end)) != 0 && n - end >= MARK_MIN) {
		put_mark(c, (struct mark){.kind = MARK_ATTRS,
				.from = end,
				.to = n,
				.attrs = end + 1,
				.attrs_end = n - 1});
		return n;
	}
	return end;
}

static size_t
step(struct scan *c, size_t i)
{
	char ch = c->s.p[i];
	size_t n = skip_opaque(c, i);

	if (n > i)
		return n;
	if (ch == '[')
		return open_bracket(c, i);
	if (ch == ']')
		return close_bracket(c, i);
	if (ch == '@' && (n = ref_length(c, i + 1)) != 0 &&
	    (i == c->from || !isalnum((unsigned char)c->s.p[i - 1]))) {
		put_mark(c, (struct mark){.kind = MARK_REF,
				.from = i,
				.to = i + 1 + n,
				.inner = i + 1,
				.inner_end = i + 1 + n});
		return i + 1 + n;
	}
	if (ch == 'h' && (n = url_length(c, i)) != 0) {
		put_mark(c, (struct mark){.kind = MARK_URL,
				.from = i,
				.to = i + n,
				.inner = i,
				.inner_end = i + n});
		return i + n;
	}
	return i + 1;
}

/* Zeroed room for n distances, the same for every scan. */
static uint32_t *
match_room(struct md *m, size_t n)
{
	if (n > m->match_cap) {
		m->match_cap = n * 2;
		m->match = ARENA_ARRAY(m->doc->arena, uint32_t, m->match_cap);
	} else {
		memset(m->match, 0, n * sizeof *m->match);
	}
	return m->match;
}

void
md_scan(struct frag *f, size_t from, size_t to)
{
	struct scan c = {.frag = f,
	    .s = f->text,
	    .from = from,
	    .to = to,
	    .arena = f->md->doc->arena};
	struct str s = str_slice(f->text, from, to);
	size_t i;

	if (str_find(s, '[', 0) == s.n && str_find(s, '@', 0) == s.n &&
	    str_find(s, ':', 0) == s.n)
		return;
	c.match = match_room(f->md, s.n);
	match_brackets(&c);
	for (i = from; i < to;)
		i = active[(unsigned char)c.s.p[i]] ? step(&c, i) : i + 1;
}

static long
digit(char ch)
{
	const char *p = memchr(digits, ch, DIGITS);

	return p ? p - digits : -1;
}

long
md_mark_at(struct frag *f, const char *p, const char *end)
{
	const long cycle = (long)DIGITS * DIGITS * DIGITS;
	long a, b, c, least = (long)f->next_mark, n;

	if (end - p < MARK_MIN || p[0] != ',' || (a = digit(p[1])) < 0 ||
	    (b = digit(p[2])) < 0 || (c = digit(p[3])) < 0)
		return -1;
	n = (a * DIGITS + b) * DIGITS + c;
	/* numbers begin again after a cycle; marks turn up in order */
	n += least / cycle * cycle;
	if (n < least)
		n += cycle;
	if ((size_t)n >= f->marks.n)
		return -1;
	f->next_mark = (size_t)n + 1;
	return n;
}

bool
md_is_plain(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '\\':
		case '`':
		case '*':
		case '_':
		case '[':
		case ']':
		case '<':
		case '&':
		case '@':
		case '!':
		case '\n':
		case ':':
			return false;
		default:
			if ((unsigned char)s.p[i] < ' ')
				return false;
		}
	return true;
}

char *
md_restore(struct frag *f, const char *text)
{
	const char *end = text + strlen(text), *p;
	struct buf b = {0};

	for (p = text; p < end; p++) {
		long n = *p == ',' ? md_mark_at(f, p, end) : -1;

		if (n >= 0) {
			buf_str(&b, str_slice(f->text, f->marks.v[n].from,
					f->marks.v[n].to));
			p += MARK_MIN - 1;
		} else if (*p != MD_FILL) {
			buf_putc(&b, *p);
		}
	}
	return (char *)buf_take(&b, f->md->doc->arena).p;
}
