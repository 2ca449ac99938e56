/* SPDX-License-Identifier: MIT */
/* doc/arrange.c - what is empty vanishes, what belongs together is joined */
#include <string.h>

#include "doc/work.h"

static bool
is_generated(const struct node *n)
{
	return n->kind == NODE_ACRONYMS || n->kind == NODE_BIBLIOGRAPHY ||
	       n->kind == NODE_CONTENTS;
}

/* Lists of figures, tables and boxes are filled after numbering: here it
 * counts whether there is something to list. */
static bool
has_listed(const struct doc *d, enum node_kind kind)
{
	const struct node *n;

	for (n = d->root; n; n = node_next(n, d->root))
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

/* Only a heading and what hangs on it? */
static bool
is_bare(const struct node *section)
{
	const struct node *n;

	for (n = section->first; n; n = n->next)
		if (n->kind != NODE_HEADING)
			return false;
	return true;
}

/* The node behind n and all that it holds, in the order of reading. */
static struct node *
remove_node(struct node *n, const struct node *root)
{
	struct node *next = node_skip(n, root);

	node_remove(n);
	return next;
}

void
arrange_prune(struct doc *d)
{
	struct node *n = d->root, *up;

	while (n) {
		if (is_generated(n) && list_is_empty(d, n)) {
			n = remove_node(n, d->root);
			continue;
		}
		n = node_next(n, d->root);
	}
	n = d->root;
	while (n) {
		if (n->kind != NODE_SECTION || !is_bare(n) ||
		    (n->first && node_has_class(n->first, "keep"))) {
			n = node_next(n, d->root);
			continue;
		}
		/* an outer section that held nothing else goes with it */
		while ((up = n->parent) && up->kind == NODE_SECTION &&
		       up->last == n && up->first->next == n)
			n = up;
		n = remove_node(n, d->root);
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
	struct node *n = d->root, *next, *g;
	const char *to;

	while (n) {
		to = n->kind == NODE_RECOMMENDATION ? node_attr(n, "to") : "";
		if (!to[0]) {
			n = node_next(n, d->root);
			continue;
		}
		g = group_of(d, n, to);
		while (n && n->kind == NODE_RECOMMENDATION &&
		       strcmp(node_attr(n, "to"), to) == 0) {
			next = n->next;
			node_remove(n);
			node_append(g, n);
			n = next;
		}
		n = node_skip(g, d->root);
	}
}
