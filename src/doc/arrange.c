/* SPDX-License-Identifier: MIT */
/* doc/arrange.c - what is empty vanishes, what belongs together is joined */
#include <string.h>

#include "doc/work.h"

/* Lists of figures, tables and boxes are filled after numbering: here it
 * counts whether there is something to list. */
static bool
has_listed(const struct doc *d, enum node_kind kind)
{
	const struct node *n;

	for (n = d->root; n; n = doc_next_block(n, d->root))
		if (n->kind == kind &&
		    (kind == NODE_BOX ||
			(n->first && n->first->kind == NODE_CAPTION)))
			return true;
	return false;
}

static bool
list_is_empty(const struct doc *d, const struct node *n)
{
	if (n->kind != NODE_CONTENTS)
		return !n->first;
	if (node_has_class(n, "list-of-figures"))
		return !has_listed(d, NODE_FIGURE);
	if (node_has_class(n, "list-of-tables"))
		return !has_listed(d, NODE_TABLE);
	if (node_has_class(n, "list-of-boxes"))
		return !has_listed(d, NODE_BOX);
	return false;
}

/* Only a heading? */
static bool
is_bare(const struct node *section)
{
	const struct node *n;

	for (n = section->first; n; n = n->next)
		if (n->kind != NODE_HEADING)
			return false;
	return !section->first || !node_has_class(section->first, "keep");
}

/* The next node in which a section may stand. */
static struct node *
next_outer(const struct node *n, const struct node *root)
{
	return n->kind == NODE_DOCUMENT || n->kind == NODE_PART ||
		       n->kind == NODE_SECTION || n->kind == NODE_DIV
		   ? node_next(n, root)
		   : node_skip(n, root);
}

void
arrange_prune(struct doc *d)
{
	const struct work *w = work_of(d);
	struct node *n = d->root, *next, *up;
	size_t i;

	for (i = 0; i < w->lists.n; i++)
		if (list_is_empty(d, w->lists.v[i]))
			node_remove(w->lists.v[i]);
	while (n) {
		next = next_outer(n, d->root);
		if (n->kind == NODE_SECTION && is_bare(n)) {
			/* an outer section that held nothing else goes too */
			while ((up = n->parent) && up->kind == NODE_SECTION &&
			       up->last == n && up->first->next == n)
				n = up;
			next = node_skip(n, d->root);
			node_remove(n);
		}
		n = next;
	}
}

static struct node *
group_of(struct doc *d, struct node *first, const char *to)
{
	struct node *g = node_new(d, NODE_DIV, first->at), *name;

	g->classes = "addressee";
	node_insert_before(first, g);
	name = doc_block(d, g, NODE_PARA, "addressee-name");
	node_text(d, name, str_from(to));
	return g;
}

void
arrange_recommendations(struct doc *d)
{
	const struct work *w = work_of(d);
	struct node *n, *next, *g;
	const char *to;
	size_t i;

	for (i = 0; i < w->entries.n; i++) {
		n = w->entries.v[i];
		to = n->kind == NODE_RECOMMENDATION ? node_attr(n, "to") : "";
		if (!to[0] || node_has_class(n->parent, "addressee"))
			continue;
		g = group_of(d, n, to);
		while (n && n->kind == NODE_RECOMMENDATION &&
		       strcmp(node_attr(n, "to"), to) == 0) {
			next = n->next;
			node_remove(n);
			node_append(g, n);
			n = next;
		}
	}
}
