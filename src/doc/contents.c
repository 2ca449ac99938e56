/* SPDX-License-Identifier: MIT */
/* doc/contents.c - contents and lists of figures, tables and boxes */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "doc/work.h"

#define DEPTH_DEFAULT 2

/* The text of a LABEL without the word in front of its number. */
static const char *
bare_number(struct doc *d, const struct node *label)
{
	const char *s = label->first->text, *gap = strstr(s, "\u00A0");
	const char *end = strstr(s, "\u2002");

	s = gap ? gap + 2 : s;
	return arena_strndup(
	    d->arena, s, end && end > s ? (size_t)(end - s) : strlen(s));
}

/* An entry prints the target's short title if it has one. */
static void
add_entry(struct doc *d, struct node *list, struct node *target,
    const struct node *label, const struct node *title, int level)
{
	struct node *e = doc_block(d, list, NODE_TOC_ENTRY, ""), *page;
	const char *short_title = node_attr(target, "short");

	e->level = level;
	e->number = target->number;
	e->target = target;
	if (label && target->kind == NODE_HEADING)
		doc_label(d, e, label->first->text);
	else if (label)
		doc_label(d, e, bare_number(d, label));
	if (short_title[0])
		node_text(d, e, str_from(short_title));
	else
		doc_copy_inlines(d, title, e);
	page = doc_block(d, e, NODE_PAGE_REF, "");
	page->target = target;
}

static const struct node *
child(const struct node *n, enum node_kind kind)
{
	const struct node *k = n->first;

	while (k && k->kind != kind)
		k = k->next;
	return k;
}

/* Does the contents list this heading? */
static bool
is_listed(const struct node *h, const struct node *list, int depth)
{
	const struct node *part = node_find_up(h, NODE_PART), *up;

	if (h->level > depth || h->parent->kind != NODE_SECTION ||
	    node_has_class(h, "unlisted") ||
	    (part && strcmp(node_attr(part, "toc"), "false") == 0))
		return false;
	/* not the heading of the list itself */
	for (up = list->parent; up; up = up->parent)
		if (up == h->parent)
			return false;
	return true;
}

static void
list_headings(struct doc *d, struct node *list)
{
	int depth = atoi(node_attr(list, "depth"));
	const struct work *w = work_of(d);
	size_t i;

	if (depth <= 0)
		depth = DEPTH_DEFAULT;
	for (i = 0; i < w->entries.n; i++) {
		struct node *n = w->entries.v[i];

		if (n->kind == NODE_HEADING && is_listed(n, list, depth))
			add_entry(
			    d, list, n, child(n, NODE_LABEL), n, n->level);
	}
}

static void
list_numbered(struct doc *d, struct node *list, enum node_kind kind)
{
	const struct node *caption, *title;
	const struct work *w = work_of(d);
	size_t i;

	for (i = 0; i < w->entries.n; i++) {
		struct node *n = w->entries.v[i];

		if (n->kind != kind || n->number == 0)
			continue;
		caption = kind == NODE_BOX ? n : child(n, NODE_CAPTION);
		title = caption ? child(caption, NODE_TITLE) : NULL;
		if (title)
			add_entry(
			    d, list, n, child(caption, NODE_LABEL), title, 1);
	}
}

void
contents_fill(struct doc *d)
{
	const struct work *w = work_of(d);
	size_t i;

	for (i = 0; i < w->lists.n; i++) {
		struct node *n = w->lists.v[i];

		if (n->kind != NODE_CONTENTS)
			continue;
		if (node_has_class(n, "list-of-figures"))
			list_numbered(d, n, NODE_FIGURE);
		else if (node_has_class(n, "list-of-tables"))
			list_numbered(d, n, NODE_TABLE);
		else if (node_has_class(n, "list-of-boxes"))
			list_numbered(d, n, NODE_BOX);
		else
			list_headings(d, n);
	}
}
