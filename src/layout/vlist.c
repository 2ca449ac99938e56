/* SPDX-License-Identifier: MIT */
/* layout/vlist.c - vertical lists */
#include "layout/vlist.h"

#include "base/arena.h"

/* Most lists, of cells and notes, have one box or two, and most boxes one item:
 * both begin with room for few. */
struct vbox *
vlist_add(struct vlist *l, struct vbox box)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 2;
		l->v = arena_grow(
		    l->arena, l->v, l->n * sizeof *l->v, l->cap * sizeof *l->v);
	}
	l->v[l->n] = box;
	return &l->v[l->n++];
}

void
vlist_append(struct vlist *l, const struct vlist *from, mpt space)
{
	size_t i;

	for (i = 0; i < from->n; i++) {
		struct vbox *b = vlist_add(l, from->v[i]);

		if (i == 0)
			b->space = space;
	}
}

void
vbox_item(struct arena *a, struct vbox *b, struct item it)
{
	if (b->nitems >= b->item_cap) {
		b->item_cap = b->nitems ? b->nitems * 2 : 1;
		b->items = arena_grow(a, b->items, b->nitems * sizeof *b->items,
		    b->item_cap * sizeof *b->items);
	}
	b->items[b->nitems++] = it;
}

mpt
vlist_height(const struct vlist *l)
{
	mpt h = 0;
	size_t i;

	for (i = 0; i < l->n; i++)
		h += l->v[i].height + (i ? l->v[i].space : 0);
	return h;
}

void
vbox_place(
    const struct vbox *b, struct pages *pages, struct page *page, mpt x, mpt y)
{
	size_t i;

	for (i = 0; i < b->nitems; i++) {
		struct item it = b->items[i];

		it.box.x += x;
		it.box.y += y;
		page_add(pages, page, it);
	}
}
