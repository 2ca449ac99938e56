/* SPDX-License-Identifier: MIT */
/*
 * tmpl/table_quote.c - expressions of a table fence become YAML scalars
 *
 * `value: fine | money(also: "USD") | default("–")` is no plain YAML scalar,
 * least of all between braces.  Writers should not have to know: where a key
 * of a table holds an expression that they did not quote, quotes are put
 * around it before YAML is read.  An entry of {…} ends before ", key:" or the
 * closing brace; brackets and strings of the expression are respected.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "tmpl/table.h"

static const char *const keys[] = {
    "value", "note", "rows", "where", "by", "group", "subject", "for", "total"};

/* A quote that was put in: line and column in the new text. */
struct inserted {
	unsigned line, col;
};

struct quoter {
	struct arena *arena;
	struct origin outer;
	struct buf out;
	unsigned line, col; /* of the next character written */
	VEC(struct inserted) list;
};

static void
add(struct quoter *q, struct str s)
{
	size_t i;

	buf_str(&q->out, s);
	for (i = 0; i < s.n; i++)
		q->col += ((unsigned char)s.p[i] & 0xC0) != 0x80;
}

static void
insert(struct quoter *q)
{
	VEC_PUSH(q->arena, &q->list, (struct inserted){q->line, q->col});
	add(q, STR("'"));
}

static bool
is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Is there "key:" at i, for any key or for one that holds an expression?
 * Index behind the colon, or 0. */
static size_t
key_at(struct str s, size_t i, bool any)
{
	size_t end = i, k;

	while (end < s.n && is_word(s.p[end]))
		end++;
	if (end == i || end + 1 >= s.n || s.p[end] != ':' ||
	    s.p[end + 1] != ' ')
		return 0;
	for (k = 0; !any && k < sizeof keys / sizeof *keys; k++)
		if (str_is(str_slice(s, i, end), keys[k]))
			return end + 1;
	return any ? end + 1 : 0;
}

static size_t
skip_blanks(struct str s, size_t i)
{
	while (i < s.n && s.p[i] == ' ')
		i++;
	return i;
}

/* The end of the expression at i: in braces before the next entry. */
static size_t
expr_end(struct str s, size_t i, bool braces)
{
	int depth = 0;
	bool string = false;

	for (; i < s.n; i++) {
		char c = s.p[i];

		if (string)
			string = c != '"';
		else if (c == '"')
			string = true;
		else if (c == '(' || c == '[')
			depth++;
		else if (c == ')' || c == ']')
			depth--;
		else if (braces && depth <= 0 &&
			 (c == '}' ||
			     (c == ',' &&
				 key_at(s, skip_blanks(s, i + 1), true))))
			break;
	}
	while (i > 0 && s.p[i - 1] == ' ')
		i--;
	return i;
}

/* Did the author quote it as a whole? */
static bool
is_quoted(struct str s)
{
	return s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') &&
	       str_find(s, s.p[0], 1) == s.n - 1;
}

/* Block scalars, lists and maps of YAML, and what needs no quotes. */
static bool
is_plain(struct str s)
{
	return s.n == 0 || strchr("|>{", s.p[0]) ||
	       (s.p[0] == '[' && s.p[s.n - 1] != ']');
}

static void
quote(struct quoter *q, struct str s)
{
	size_t i;

	if (is_quoted(s) || is_plain(s)) {
		add(q, s);
		return;
	}
	insert(q);
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			insert(q);
		add(q, str_slice(s, i, i + 1));
	}
	insert(q);
}

static void
quote_line(struct quoter *q, struct str s)
{
	size_t i = skip_blanks(s, 0), from, end;
	bool braces;

	if (i < s.n && s.p[i] == '-')
		i = skip_blanks(s, i + 1);
	braces = i < s.n && s.p[i] == '{';
	if (braces)
		i = skip_blanks(s, i + 1);
	add(q, str_slice(s, 0, i));
	while (i < s.n) {
		from = key_at(s, i, false);
		if (from) {
			from = skip_blanks(s, from);
			end = expr_end(s, from, braces);
			add(q, str_slice(s, i, from));
			quote(q, str_slice(s, from, end));
		} else {
			end = braces ? expr_end(s, i, true) : s.n;
			add(q, str_slice(s, i, end));
		}
		i = end;
		/* to the next entry */
		while (i < s.n && !is_word(s.p[i]))
			i++;
		add(q, str_slice(s, end, i));
	}
}

static struct place
find(const void *ctx, unsigned line, unsigned col)
{
	const struct quoter *q = ctx;
	unsigned before = 0;
	size_t i;

	for (i = 0; i < q->list.n; i++)
		before += q->list.v[i].line == line && q->list.v[i].col <= col;
	return origin_place(&q->outer, line, col > before ? col - before : 1);
}

struct str
table_quote(struct arena *a, struct str text, struct origin *origin)
{
	struct quoter *q = ARENA_NEW(a, struct quoter);
	size_t i, end;

	q->arena = a;
	q->outer = *origin;
	q->line = 1;
	for (i = 0; i < text.n; i = end + 1) {
		end = str_find(text, '\n', i);
		q->col = 1;
		quote_line(q, str_slice(text, i, end));
		add(q, STR("\n"));
		q->line++;
	}
	*origin = (struct origin){origin->file, find, q, 0};
	return buf_take(&q->out, a);
}
