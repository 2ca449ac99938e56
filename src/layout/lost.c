/* SPDX-License-Identifier: MIT */
/*
 * layout/lost.c - is every text of the document on a page?
 *
 * Page layouts such as cover or summary know the blocks that they have a place
 * for; what an author writes beside them would vanish.  So the leaves of all
 * runs are marked and the tree is walked once for leaves without a mark.
 */
#include "layout/lost.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "layout/page.h"

#define SHOWN 40 /* bytes of a lost text that the message quotes */

/* Words of an author; generated labels may be drawn as paths or left out. */
static bool
is_words(const struct node *n)
{
	return (n->kind == NODE_TEXT || n->kind == NODE_NUMBER ||
		   n->kind == NODE_CODE) &&
	       !node_find_up(n, NODE_LABEL) && str_trim(str_from(n->text)).n;
}

/* The nearest block above a leaf. */
static const struct node *
block_of(const struct node *n)
{
	while (n->parent && !node_is_block(n))
		n = n->parent;
	return n;
}

/* At most SHOWN bytes, without half a character. */
static struct str
shown(const char *text)
{
	struct str s = str_trim(str_from(text));

	if (s.n <= SHOWN)
		return s;
	s.n = SHOWN;
	while (s.n > 0 && ((unsigned char)s.p[s.n] & 0xC0) == 0x80)
		s.n--;
	return s;
}

void
lost_report(const struct layout_env *env, const struct doc *doc,
    const struct pages *pages)
{
	struct arena *a = arena_new();
	bool *set = ARENA_ARRAY(a, bool, doc->count + 1);
	const struct node *n, *block, *last = NULL;
	struct str s;
	size_t i, k;

	for (i = 0; i < pages->n; i++)
		for (k = 0; k < pages->v[i]->n; k++) {
			const struct item *it = &pages->v[i]->items[k];

			if (it->kind == ITEM_RUN && it->leaf)
				set[it->leaf->index] = true;
			if (it->kind == ITEM_RUN && it->run->leaf)
				set[it->run->leaf->index] = true;
		}
	for (n = doc->root; n; n = node_next(n, doc->root)) {
		if (!is_words(n) || set[n->index])
			continue;
		block = block_of(n);
		if (block == last)
			continue;
		last = block;
		s = shown(n->text);
		diag(env->sink, DIAG_LAYOUT_LOST, n->at, STR_ARG(s),
		    node_attr(node_find_up(n, NODE_PART), "layout"));
	}
	arena_free(a);
}
