/* SPDX-License-Identifier: MIT */
/* doc/attrs.c - attributes in braces */
#include "doc/attrs.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "doc/md.h"

struct parser {
	struct arena *arena;
	struct str s;
	size_t i;
	struct buf classes;
	VEC(struct attrs_pair) pairs;
};

size_t
attrs_end(struct str s, size_t from)
{
	char quote = '\0';
	size_t i;

	for (i = from + 1; i < s.n && s.p[i] != '\n'; i++) {
		char c = s.p[i];

		if (c == '\\' && quote) {
			i++;
		} else if (quote) {
			quote = c == quote ? '\0' : quote;
		} else if ((c == '"' || c == '\'') && s.p[i - 1] == '=') {
			quote = c;
		} else if (c == '{') {
			return 0;
		} else if (c == '}') {
			return i + 1;
		}
	}
	return 0;
}

static bool
is_name(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '_' || c == ':' ||
	       c == '.' || (unsigned char)c >= 0x80;
}

static struct str
name(struct parser *p)
{
	size_t from = p->i;

	while (p->i < p->s.n && is_name(p->s.p[p->i]))
		p->i++;
	return str_slice(p->s, from, p->i);
}

/* The text between quotes, without the escapes. */
static bool
quoted(struct parser *p, char quote, struct str *out)
{
	struct buf b = {0};

	for (p->i++; p->i < p->s.n && p->s.p[p->i] != quote; p->i++) {
		if (p->s.p[p->i] == '\\' && p->i + 1 < p->s.n &&
		    (p->s.p[p->i + 1] == quote || p->s.p[p->i + 1] == '\\'))
			p->i++;
		buf_putc(&b, p->s.p[p->i]);
	}
	*out = buf_take(&b, p->arena);
	return p->i++ < p->s.n;
}

static bool
value(struct parser *p, struct attrs_pair *pair)
{
	char c = p->i < p->s.n ? p->s.p[p->i] : ' ';
	size_t from = p->i;

	if (c == '"' || c == '\'') {
		pair->at = from + 1;
		return quoted(p, c, &pair->value);
	}
	while (p->i < p->s.n && !isspace((unsigned char)p->s.p[p->i]))
		p->i++;
	pair->at = from;
	pair->value = str_slice(p->s, from, p->i);
	return p->i > from;
}

static bool
key_value(struct parser *p, bool words)
{
	struct str key = name(p);
	struct attrs_pair pair;

	if (key.n == 0)
		return false;
	if (p->i >= p->s.n || p->s.p[p->i] != '=') {
		if (!words)
			return false;
		buf_puts(&p->classes, p->classes.n ? " " : "");
		buf_str(&p->classes, key);
		return true;
	}
	p->i++;
	pair.name = str_dup(p->arena, key);
	if (!value(p, &pair))
		return false;
	VEC_PUSH(p->arena, &p->pairs, pair);
	return true;
}

static bool
one(struct parser *p, bool words, struct attrs *out)
{
	char c = p->s.p[p->i];
	struct str word;

	if (c != '#' && c != '.' && c != '@')
		return key_value(p, words);
	p->i++;
	word = name(p);
	if (word.n == 0)
		return false;
	if (c == '#') {
		out->id = str_dup(p->arena, word);
	} else if (c == '@') {
		out->target = str_dup(p->arena, word);
	} else {
		buf_puts(&p->classes, p->classes.n ? " " : "");
		buf_str(&p->classes, word);
	}
	return true;
}

bool
attrs_parse(struct arena *a, struct str s, bool words, struct attrs *out)
{
	struct parser p = {.arena = a, .s = s};
	bool ok = true;

	*out = (struct attrs){0};
	while (ok) {
		while (p.i < s.n && isspace((unsigned char)s.p[p.i]))
			p.i++;
		if (p.i >= s.n)
			break;
		ok = one(&p, words, out);
	}
	out->classes = buf_take(&p.classes, a).p;
	out->pairs = p.pairs.v;
	out->n = p.pairs.n;
	return ok;
}

const struct attrs_pair *
attrs_find(const struct attrs *at, const char *key)
{
	size_t i;

	for (i = 0; i < at->n; i++)
		if (strcmp(at->pairs[i].name, key) == 0)
			return &at->pairs[i];
	return NULL;
}

char *
attrs_plain(struct arena *a, struct str s)
{
	const char *p = s.p, *end = s.p + s.n, *from;
	struct buf b = {0};

	while (p < end) {
		from = p;
		if (!md_is_value_mark(utf8_decode(&p, end)))
			buf_add(&b, from, (size_t)(p - from));
	}
	return (char *)buf_take(&b, a).p;
}

void
attrs_apply(struct doc *d, struct node *n, const struct attrs *at)
{
	size_t i;

	if (at->id)
		n->id = at->id;
	if (at->classes[0])
		n->classes = n->classes[0] ? arena_printf(d->arena, "%s %s",
						 n->classes, at->classes)
					   : at->classes;
	for (i = 0; i < at->n; i++) {
		char *text = attrs_plain(d->arena, at->pairs[i].value);

		if (strcmp(at->pairs[i].name, "lang") == 0)
			n->lang = text;
		else if (strcmp(at->pairs[i].name, "id") == 0)
			n->id = text;
		else
			node_set_attr(d, n, at->pairs[i].name, text);
	}
}
