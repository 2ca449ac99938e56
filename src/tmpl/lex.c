/* SPDX-License-Identifier: MIT */
/*
 * tmpl/lex.c - template text to parts, expression text to tokens
 *
 * "{#" begins a comment, but "{#sec-id .class}" is the attribute block of
 * Markdown.  The two are told apart by the first "}" behind it: a comment's
 * has a "#" before it.  Only "{#" followed by a letter is looked at in this
 * way, so a comment that begins with a blank may hold any braces.
 */
#include "tmpl/lex.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "base/vec.h"

static const char *const open_mark[] = {"", "{{", "{%", "{#"};
static const char *const close_mark[] = {"", "}}", "%}", "#}"};

struct lexer {
	struct arena *arena;
	struct sink *sink;
	struct str text;
	bool open_comment; /* one is never closed, so none behind it is */
	VEC(struct lex_part) parts;
};

struct place
lex_advance(struct place at, struct str s)
{
	size_t i = 0, end;

	while ((end = str_find(s, '\n', i)) < s.n) {
		at.line++;
		at.col = 1;
		i = end + 1;
	}
	for (; i < s.n; i++)
		at.col += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return at;
}

/* "{#id ...}" rather than a comment? */
static bool
is_attribute(struct str s, size_t i)
{
	size_t close = str_find(s, '}', i);

	return i + 2 < s.n && isalpha((unsigned char)s.p[i + 2]) &&
	       close < s.n && s.p[close - 1] != '#';
}

static bool
mark_at(struct str s, size_t i, enum lex_kind *kind)
{
	if (i + 1 >= s.n)
		return false;
	switch (s.p[i + 1]) {
	case '{':
		*kind = LEX_OUTPUT;
		return true;
	case '%':
		*kind = LEX_STATEMENT;
		return true;
	case '#':
		*kind = LEX_COMMENT;
		return !is_attribute(s, i);
	default:
		return false;
	}
}

/* The end of the string that opens at i, on the same line; i when there is
 * none. */
static size_t
string_end(struct str s, size_t i)
{
	size_t k;

	for (k = i + 1; k < s.n && s.p[k] != '\n'; k++) {
		if (s.p[k] == '\\')
			k++;
		else if (s.p[k] == '"')
			return k;
	}
	return i;
}

/* Index of the closing mark of a part whose inside begins at i; s.n when there
 * is none before the next part opens or the text ends. */
static size_t
close_of(struct str s, size_t i, enum lex_kind kind)
{
	const char *end = close_mark[kind];

	for (; i + 1 < s.n; i++) {
		if (s.p[i] == end[0] && s.p[i + 1] == end[1])
			return i;
		if (kind == LEX_COMMENT)
			continue;
		if (s.p[i] == '"')
			i = string_end(s, i);
		else if (s.p[i] == '{' &&
			 (s.p[i + 1] == '{' || s.p[i + 1] == '%'))
			return s.n;
	}
	return s.n;
}

static void
push(struct lexer *l, enum lex_kind kind, struct str text, struct place at,
    struct place mark)
{
	struct lex_part p = {
	    .kind = kind, .text = text, .at = at, .mark = mark};

	if (kind != LEX_TEXT && text.n && text.p[0] == '-') {
		p.trim_before = true;
		p.text = str_slice(p.text, 1, p.text.n);
		p.at.col++;
	}
	if (kind != LEX_TEXT && p.text.n && p.text.p[p.text.n - 1] == '-') {
		p.trim_after = true;
		p.text.n--;
	}
	if (kind != LEX_TEXT || text.n)
		VEC_PUSH(l->arena, &l->parts, p);
}

static void
split(struct lexer *l, struct place at)
{
	struct str s = l->text;
	size_t i = 0, from = 0;
	struct place here = at; /* of `from` */

	while (i < s.n) {
		enum lex_kind kind;
		size_t end;
		struct place mark, inside;
		bool closed;

		i = str_find(s, '{', i);
		if (i == s.n)
			break;
		if (!mark_at(s, i, &kind) ||
		    (kind == LEX_COMMENT && l->open_comment)) {
			i++;
			continue;
		}
		mark = lex_advance(here, str_slice(s, from, i));
		end = close_of(s, i + 2, kind);
		closed = end < s.n;
		if (!closed) {
			diag(l->sink, DIAG_TMPL_UNCLOSED_MARK, mark,
			    open_mark[kind], close_mark[kind]);
			/* a statement is read to the end of its line, for
			 * its block is closed somewhere */
			l->open_comment |= kind == LEX_COMMENT;
			if (kind != LEX_STATEMENT) {
				i += 2;
				continue;
			}
			end = str_find(s, '\n', i);
		}
		push(l, LEX_TEXT, str_slice(s, from, i), here, mark);
		inside = mark;
		inside.col += 2;
		push(l, kind, str_slice(s, i + 2, end), inside, mark);
		end += closed ? 2 : 0;
		here = lex_advance(inside, str_slice(s, i + 2, end));
		from = i = end;
	}
	push(l, LEX_TEXT, str_slice(s, from, s.n), here, here);
}

/* Cut white space off the end, or the beginning, of a text. */
static void
cut_end(struct lex_part *p)
{
	while (p->text.n && isspace((unsigned char)p->text.p[p->text.n - 1]))
		p->text.n--;
}

static void
cut_start(struct lex_part *p, size_t n)
{
	p->at = lex_advance(p->at, str_slice(p->text, 0, n));
	p->text = str_slice(p->text, n, p->text.n);
}

static void
trim(struct lexer *l)
{
	size_t i, n;

	for (i = 0; i < l->parts.n; i++) {
		struct lex_part *p = &l->parts.v[i];

		if (p->kind != LEX_TEXT)
			continue;
		if (i + 1 < l->parts.n && p[1].trim_before)
			cut_end(p);
		if (i > 0 && p[-1].trim_after) {
			for (n = 0; n < p->text.n; n++)
				if (!isspace((unsigned char)p->text.p[n]))
					break;
			cut_start(p, n);
		}
	}
}

/* Blanks and tabs at the beginning of s. */
static size_t
leading(struct str s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
		n++;
	return n;
}

/* Does nothing but blanks stand before a mark on its line? */
static bool
begins_line(const struct lexer *l, const struct lex_part *p, size_t *blanks)
{
	const char *mark = p->text.p - 2 - p->trim_before;

	*blanks = 0;
	while (mark > l->text.p && (mark[-1] == ' ' || mark[-1] == '\t')) {
		mark--;
		++*blanks;
	}
	return mark == l->text.p || mark[-1] == '\n';
}

/* The part after statements, comments and blanks from i on. */
static size_t
quiet_end(const struct lexer *l, size_t i)
{
	for (; i < l->parts.n; i++) {
		const struct lex_part *p = &l->parts.v[i];

		if (p->kind == LEX_OUTPUT ||
		    (p->kind == LEX_TEXT && leading(p->text) < p->text.n))
			break;
	}
	return i;
}

/* Lines of nothing but statements and comments vanish. */
static void
drop_lines(struct lexer *l)
{
	size_t i, k, end, blanks;

	for (i = 0; i < l->parts.n; i++) {
		struct lex_part *p = &l->parts.v[i], *q;

		if ((p->kind != LEX_STATEMENT && p->kind != LEX_COMMENT) ||
		    !begins_line(l, p, &blanks))
			continue;
		end = quiet_end(l, i);
		q = end < l->parts.n ? &l->parts.v[end] : NULL;
		if (q && (q->kind != LEX_TEXT ||
			     q->text.p[leading(q->text)] != '\n'))
			continue;
		if (i > 0 && blanks > 0)
			p[-1].text.n -= blanks;
		for (k = i; k < end; k++)
			if (l->parts.v[k].kind == LEX_TEXT)
				l->parts.v[k].text.n = 0;
		if (q)
			cut_start(q, leading(q->text) + 1);
	}
}

size_t
lex_parts(struct arena *a, struct sink *sink, struct place at, struct str text,
    struct lex_part **out)
{
	struct lexer l = {.arena = a, .sink = sink, .text = text};

	split(&l, at);
	drop_lines(&l);
	trim(&l);
	*out = l.parts.v;
	return l.parts.n;
}

static bool
is_name_start(char c)
{
	return isalpha((unsigned char)c) || c == '_';
}

static bool
is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static const char *const operators[] = {"==", "!=", "<=", ">=", "..", "<", ">",
    "+", "-", "*", "/", "|", "(", ")", "[", "]", ",", ":", ".", "="};

/* The operator at i, or NULL. */
static const char *
operator_at(struct str s, size_t i)
{
	char next = i + 1 < s.n ? s.p[i + 1] : '\0';
	size_t k;

	for (k = 0; k < sizeof operators / sizeof *operators; k++)
		if (operators[k][0] == s.p[i] &&
		    (!operators[k][1] || operators[k][1] == next))
			return operators[k];
	return NULL;
}

/* Digits, with decimals unless the dot begins "..". */
static size_t
number_end(struct str s, size_t i)
{
	while (i < s.n && isdigit((unsigned char)s.p[i]))
		i++;
	if (i + 1 < s.n && s.p[i] == '.' &&
	    isdigit((unsigned char)s.p[i + 1])) {
		i++;
		while (i < s.n && isdigit((unsigned char)s.p[i]))
			i++;
	}
	return i;
}

/* The string at i, which is a quote; its end, behind the closing quote. */
static size_t
read_string(
    struct arena *a, struct sink *sink, struct str s, size_t i, struct token *t)
{
	struct buf b = {0};
	size_t end = string_end(s, i), k;

	if (end == i) {
		if (sink)
			diag(sink, DIAG_TMPL_UNCLOSED_STRING, t->at);
		end = s.n;
	}
	for (k = i + 1; k < end; k++) {
		if (s.p[k] == '\\' && k + 1 < end)
			k++;
		buf_putc(&b, s.p[k]);
	}
	t->kind = TOKEN_STRING;
	t->text = b.n ? buf_take(&b, a).p : "";
	return end < s.n ? end + 1 : end;
}

/* The token at i; where it ends. */
static size_t
read_token(
    struct arena *a, struct sink *sink, struct str s, size_t i, struct token *t)
{
	const char *op;
	size_t end = i;

	if (s.p[i] == '"')
		return read_string(a, sink, s, i, t);
	if (isdigit((unsigned char)s.p[i])) {
		end = number_end(s, i);
		t->kind = TOKEN_NUMBER;
		num_parse(str_slice(s, i, end), &t->number);
	} else if (is_name_start(s.p[i])) {
		while (end < s.n && is_name(s.p[end]))
			end++;
		t->kind = TOKEN_NAME;
	} else if ((op = operator_at(s, i)) != NULL) {
		t->kind = TOKEN_OP;
		t->text = op;
		return i + strlen(op);
	} else {
		end = i + 1;
		while (end < s.n && ((unsigned char)s.p[end] & 0xC0) == 0x80)
			end++;
		t->kind = TOKEN_END;
	}
	t->text = str_dup(a, str_slice(s, i, end));
	if (t->kind == TOKEN_END && sink)
		diag(sink, DIAG_TMPL_BAD_CHARACTER, t->at, t->text);
	return end;
}

void
lex_tokens(struct arena *a, struct sink *sink, struct place at, struct str s,
    struct tokens *tokens)
{
	size_t i = 0, end;
	bool bad = false; /* one message is enough */

	tokens->n = 0;
	for (;;) {
		struct token t = {.at = at};

		for (; i < s.n && isspace((unsigned char)s.p[i]); i++) {
			at.line += s.p[i] == '\n';
			at.col = s.p[i] == '\n' ? 1 : at.col + 1;
		}
		t.at = at;
		if (i >= s.n) {
			t.src = str_slice(s, s.n, s.n);
			t.text = "";
			VEC_PUSH(tokens->arena, tokens, t);
			break;
		}
		end = read_token(a, bad ? NULL : sink, s, i, &t);
		bad |= t.kind == TOKEN_END;
		t.src = str_slice(s, i, end);
		if (t.kind != TOKEN_END)
			VEC_PUSH(tokens->arena, tokens, t);
		at = lex_advance(at, t.src);
		i = end;
	}
}
