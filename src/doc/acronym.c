/* SPDX-License-Identifier: MIT */
/*
 * doc/acronym.c - acronyms: written out at first use, listed from use
 *
 * The first use in a paragraph of the body becomes "Long Form (ABBR)" unless
 * the author wrote it so.  `[ABBR]{.abbr}` asks for it at this place,
 * `[ABBR]{.short}` declines.  Printed values, headings, tables, captions,
 * notes and links are left as they are but count as use.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/work.h"

struct acronym_use {
	const char *name, *expansion;
	bool expanded;
	struct place at;
};

struct acronyms {
	struct doc *doc;
	struct map *uses;
	char first[32]; /* bits: bytes that an acronym begins with */
	size_t longest;
};

static bool
is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The next acronym of a text at or after *i; its length, 0 at the end.  The
 * plural "NGOs" is found as "NGO". */
static size_t
next_acronym(const struct acronyms *a, const char *s, size_t *i,
    const char **name, const char **expansion)
{
	const struct doc_env *e = a->doc->env;
	size_t from, n;

	while (s[*i]) {
		while (s[*i] && !is_word(s[*i]))
			++*i;
		from = *i;
		while (is_word(s[*i]) ||
		       (s[*i] == '-' && *i > from && is_word(s[*i + 1])))
			++*i;
		n = *i - from;
		if (n < 2 || n > a->longest + 1 ||
		    !(a->first[(unsigned char)s[from] / 8] >>
			    ((unsigned char)s[from] % 8) &
			1))
			continue;
		*expansion = e->acronym(e->ctx, (struct str){s + from, n});
		if (!*expansion && s[from + n - 1] == 's')
			*expansion =
			    e->acronym(e->ctx, (struct str){s + from, --n});
		if (!*expansion)
			continue;
		*name = arena_strndup(a->doc->arena, s + from, n);
		*i = from;
		return n;
	}
	return 0;
}

static struct acronym_use *
use_of(struct acronyms *a, const char *name, const char *expansion,
    struct place at)
{
	struct acronym_use *u = map_get(a->uses, name);

	if (u)
		return u;
	u = ARENA_NEW(a->doc->arena, struct acronym_use);
	u->name = name;
	u->expansion = expansion;
	u->at = at;
	map_put(a->uses, str_from(name), u);
	return u;
}

/* May acronyms be written out in this leaf? */
static bool
may_expand(const struct node *leaf)
{
	const struct node *n, *part = node_find_up(leaf, NODE_PART);

	if (leaf->kind != NODE_TEXT ||
	    (part && strcmp(node_attr(part, "acronyms"), "false") == 0))
		return false;
	for (n = leaf->parent; n; n = n->parent)
		switch (n->kind) {
		case NODE_HEADING:
		case NODE_TITLE:
		case NODE_CAPTION:
		case NODE_TABLE:
		case NODE_FIGURE:
		case NODE_NOTE:
		case NODE_LINK:
		case NODE_LABEL:
		case NODE_SOURCE:
		case NODE_PULL_QUOTE:
		case NODE_QUOTE:
			return false;
		case NODE_SPAN:
			if (node_has_class(n, "short") || n->lang)
				return false;
			break;
		case NODE_PARA:
			if (node_has_class(n, "code"))
				return false;
			break;
		default:
			break;
		}
	return true;
}

/* Did the author write "Long Form (ABBR)", or is it in brackets anyway? */
static bool
is_introduced(const char *s, size_t i, size_t n)
{
	return i > 0 && s[i - 1] == '(' &&
	       (s[i + n] == ')' || (s[i + n] == 's' && s[i + n + 1] == ')'));
}

/* Does a sentence begin at s[i]? */
static bool
begins_sentence(const struct node *leaf, const char *s, size_t i)
{
	if (i == 0)
		return !leaf->prev && node_is_block(leaf->parent);
	return i > 1 && s[i - 1] == ' ' && strchr(".?!", s[i - 2]);
}

static void
expand(struct buf *out, const struct node *leaf, size_t i, size_t n,
    const struct acronym_use *u)
{
	const char *s = leaf->text;
	bool plural = s[i + n] == 's' && !is_word(s[i + n + 1]);
	char first = u->expansion[0];

	if (first && begins_sentence(leaf, s, i))
		first = (char)toupper((unsigned char)first);
	buf_putc(out, first);
	buf_puts(out, u->expansion + 1);
	if (plural && u->expansion[0] &&
	    u->expansion[strlen(u->expansion) - 1] != 's')
		buf_putc(out, 's');
	buf_printf(out, " (%s%s)", u->name, plural ? "s" : "");
}

static void
visit(struct acronyms *a, struct node *leaf)
{
	bool may = may_expand(leaf), changed = false;
	const char *s = leaf->text, *name, *expansion;
	size_t i = 0, n, done = 0;
	struct buf out = {0};

	while ((n = next_acronym(a, s, &i, &name, &expansion)) != 0) {
		struct acronym_use *u = use_of(a, name, expansion, leaf->at);
		size_t end = i + n;

		if (is_introduced(s, i, n)) {
			u->expanded = true;
		} else if (may && !u->expanded) {
			buf_add(&out, s + done, i - done);
			expand(&out, leaf, i, n, u);
			done = end + (s[end] == 's' && !is_word(s[end + 1]));
			u->expanded = changed = true;
		}
		i = end;
		while (is_word(s[i]))
			i++;
	}
	if (changed) {
		buf_puts(&out, s + done);
		leaf->text = buf_take(&out, a->doc->arena).p;
	}
}

static void
fill(struct acronyms *a, struct node *list, struct acronym_use **v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct node *e = doc_block(a->doc, list, NODE_TERM_ENTRY, "");

		doc_label(a->doc, e, v[i]->name);
		node_text(a->doc, doc_block(a->doc, e, NODE_PARA, ""),
		    str_from(v[i]->expansion));
	}
}

/* Merge sort by the language's order (qsort has no context). */
static void
sort(const struct doc *d, struct acronym_use **v, struct acronym_use **tmp,
    size_t n)
{
	size_t half = n / 2, i = 0, k = half, m;

	if (n < 2)
		return;
	sort(d, v, tmp, half);
	sort(d, v + half, tmp, n - half);
	for (m = 0; m < n; m++)
		tmp[m] = k >= n || (i < half && doc_compare(d, v[i]->name,
						    v[k]->name) <= 0)
			     ? v[i++]
			     : v[k++];
	memcpy(v, tmp, n * sizeof *v);
}

static void
fill_lists(struct acronyms *a)
{
	struct arena *arena = a->doc->arena;
	size_t count = a->uses->n, i;
	struct acronym_use **v =
	    ARENA_ARRAY(arena, struct acronym_use *, count);
	struct node *n;

	for (i = 0; i < count; i++)
		v[i] = a->uses->entries[i].value;
	sort(a->doc, v, ARENA_ARRAY(arena, struct acronym_use *, count), count);
	for (n = a->doc->root; n; n = node_next(n, a->doc->root))
		if (n->kind == NODE_ACRONYMS)
			fill(a, n, v, count);
}

void
acronym_complete(struct doc *d)
{
	struct acronyms a = {.doc = d, .uses = work_of(d)->acronyms};
	const char *const *names = NULL;
	size_t count, i;
	struct node *n;

	if (!d->env->acronym || !d->env->acronyms)
		return;
	count = d->env->acronyms(d->env->ctx, &names);
	for (i = 0; i < count; i++) {
		unsigned char c = (unsigned char)names[i][0];

		a.first[c / 8] |= (char)(1 << c % 8);
		if (strlen(names[i]) > a.longest)
			a.longest = strlen(names[i]);
	}
	for (n = d->root; n; n = node_next(n, d->root))
		if (n->kind == NODE_TEXT || n->kind == NODE_NUMBER)
			visit(&a, n);
	fill_lists(&a);
}
