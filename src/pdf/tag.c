/* SPDX-License-Identifier: MIT */
/*
 * pdf/tag.c - the structure tree as objects (ISO 32000-1 14.7)
 *
 * Number trees and name trees have leaves of 64 entries with Limits, for
 * arrays are limited and viewers search by halves.
 */
#include "pdf/tag.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "doc/doc.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"

enum { LEAF = 64 };

/* What all writers need. */
struct tree {
	struct tags *tags;
	struct pdf *pdf;
	struct obj *const *pages;
};

void
tag_fill(struct tags *t, struct mark *marks, size_t n)
{
	while (n-- > 0) {
		struct mark *m = &marks[n];

		m->next = t->marks[m->leaf->index];
		t->marks[m->leaf->index] = m;
	}
}

int
tag_annotation(
    struct tags *t, const struct node *n, struct obj *annot, int page)
{
	struct elem *link = t->of_link[n->index];
	struct kid *kid;

	if (!link)
		return -1;
	kid = ARENA_NEW(t->arena, struct kid);
	kid->annot = annot;
	kid->page = page;
	if (link->last)
		link->last->next = kid;
	else
		link->first = kid;
	link->last = kid;
	VEC_PUSH(t->arena, &t->annotations, link);
	return (int)(t->in->pages->n + t->annotations.n) - 1;
}

/* Mark the elements that hold something. */
static bool
find_used(const struct tags *t, struct elem *e)
{
	for (struct kid *k = e->first; k; k = k->next) {
		if (k->elem)
			e->used |= find_used(t, k->elem);
		else if (k->leaf)
			e->used |= t->marks[k->leaf->index] != NULL;
		else
			e->used = true;
	}
	return e->used;
}

static bool
is_written(const struct elem *e)
{
	return e->used || e->keep;
}

/* --- attributes --- */

static struct obj *
attribute_dict(struct tree *w, struct elem *e, const char *owner)
{
	struct obj *a = obj_dict(w->pdf);

	obj_put_name(a, "O", owner);
	obj_put(e->obj, "A", a);
	return a;
}

static void
write_cell(struct tree *w, struct elem *e)
{
	const struct cell_tags *c = e->cell;
	struct obj *a, *headers;

	if (!c->scope && c->span <= 1 && c->rowspan <= 1 && !c->nheaders)
		return;
	a = attribute_dict(w, e, "Table");
	if (c->scope)
		obj_put_name(a, "Scope", c->scope);
	if (c->span > 1)
		obj_put_int(a, "ColSpan", c->span);
	if (c->rowspan > 1)
		obj_put_int(a, "RowSpan", c->rowspan);
	if (c->nheaders == 0)
		return;
	headers = obj_array(w->pdf);
	for (size_t i = 0; i < c->nheaders; i++)
		if (c->headers[i]->obj)
			obj_push_bytes(headers, str_from(c->headers[i]->id));
	obj_put(a, "Headers", headers);
}

static void
write_box(struct tree *w, struct elem *e)
{
	const struct mark *m = e->first && e->first->leaf
				   ? w->tags->marks[e->first->leaf->index]
				   : NULL;
	struct obj *a;
	mpt height;

	if (!m || m->box.w == 0)
		return;
	height = w->tags->in->pages->v[m->page]->height;
	a = attribute_dict(w, e, "Layout");
	obj_put(a, "BBox",
	    obj_box(w->pdf, m->box.x, height - m->box.y - m->box.h,
		m->box.x + m->box.w, height - m->box.y));
}

static void
write_attributes(struct tree *w, struct elem *e)
{
	static const char *const numbering[] = {"", "None", "Disc", "Decimal"};

	if (e->lang && (!e->parent || !streq(e->lang, e->parent->lang)))
		obj_put_text(e->obj, "Lang", e->lang);
	if (e->alt)
		obj_put_text(e->obj, "Alt", e->alt);
	if (e->id) {
		obj_put_bytes(e->obj, "ID", str_from(e->id));
		VEC_PUSH(w->tags->arena, &w->tags->ids, e);
	}
	if (e->cell)
		write_cell(w, e);
	else if (e->list)
		obj_put_name(attribute_dict(w, e, "List"), "ListNumbering",
		    numbering[e->list]);
	else if (strcmp(e->type, "Figure") == 0)
		write_box(w, e);
}

/* --- elements --- */

static void write_elem(struct tree *, struct elem *);

static void
write_marks(struct tree *w, struct obj *kids, const struct mark *m, int *page)
{
	for (; m; m = m->next) {
		struct obj *mcr;

		if (*page < 0)
			*page = m->page;
		if (m->page == *page) {
			obj_push_int(kids, m->mcid);
			continue;
		}
		mcr = obj_dict(w->pdf);
		obj_put_name(mcr, "Type", "MCR");
		obj_put(mcr, "Pg", w->pages[m->page]);
		obj_put_int(mcr, "MCID", m->mcid);
		obj_push(kids, mcr);
	}
}

static void
write_annotation(struct tree *w, struct obj *kids, const struct kid *k)
{
	struct obj *objr = obj_dict(w->pdf);

	obj_put_name(objr, "Type", "OBJR");
	obj_put(objr, "Pg", w->pages[k->page]);
	obj_put(objr, "Obj", k->annot);
	obj_push(kids, objr);
}

static void
write_kids(struct tree *w, struct elem *e)
{
	struct obj *kids = obj_array(w->pdf);
	int page = -1;

	for (struct kid *k = e->first; k; k = k->next) {
		if (k->leaf)
			write_marks(
			    w, kids, w->tags->marks[k->leaf->index], &page);
		else if (k->annot)
			write_annotation(w, kids, k);
		else if (is_written(k->elem)) {
			write_elem(w, k->elem);
			obj_push(kids, k->elem->obj);
		}
	}
	obj_put(e->obj, "K", kids);
	if (page >= 0)
		obj_put(e->obj, "Pg", w->pages[page]);
}

static void
write_elem(struct tree *w, struct elem *e)
{
	e->obj = obj_indirect(w->pdf, obj_dict(w->pdf));
	obj_put_name(e->obj, "S", e->type);
	if (e->parent)
		obj_put(e->obj, "P", e->parent->obj);
	write_attributes(w, e);
	write_kids(w, e);
}

/* --- trees by number and by name --- */

/* A leaf of a tree, with `items` and the Limits that its caller adds. */
static struct obj *
add_leaf(struct tree *w, struct obj *leaves, const char *key,
    struct obj **items, struct obj **limits)
{
	struct obj *leaf = obj_indirect(w->pdf, obj_dict(w->pdf));

	*items = obj_array(w->pdf);
	*limits = obj_array(w->pdf);
	obj_put(leaf, "Limits", *limits);
	obj_put(leaf, key, *items);
	obj_push(leaves, leaf);
	return leaf;
}

/* Pages lead to the elements of their sequences, annotations to their Link. */
static struct obj *
parent_tree(struct tree *w, const struct mark *marks, size_t n)
{
	struct obj *tree = obj_indirect(w->pdf, obj_dict(w->pdf));
	struct obj *leaves = obj_array(w->pdf), *items = NULL, *limits, *list;
	size_t npages = w->tags->in->pages->n, at = 0;
	size_t count = npages + w->tags->annotations.n;

	for (size_t i = 0; i < count; i++) {
		if (i % LEAF == 0) {
			size_t last = i + LEAF < count ? i + LEAF : count;

			add_leaf(w, leaves, "Nums", &items, &limits);
			obj_push_int(limits, (long)i);
			obj_push_int(limits, (long)last - 1);
		}
		obj_push_int(items, (long)i);
		if (i >= npages) {
			obj_push(
			    items, w->tags->annotations.v[i - npages]->obj);
			continue;
		}
		list = obj_array(w->pdf);
		for (; at < n && (size_t)marks[at].page == i; at++)
			obj_push(
			    list, w->tags->of_leaf[marks[at].leaf->index]->obj);
		obj_push(items, list);
	}
	obj_put(tree, "Kids", leaves);
	return tree;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(
	    (*(struct elem *const *)a)->id, (*(struct elem *const *)b)->id);
}

static struct obj *
id_tree(struct tree *w)
{
	struct obj *tree = obj_indirect(w->pdf, obj_dict(w->pdf));
	struct obj *leaves = obj_array(w->pdf), *items = NULL, *limits;
	struct elem **ids = w->tags->ids.v;
	size_t n = w->tags->ids.n;

	qsort(ids, n, sizeof *ids, by_id);
	for (size_t i = 0; i < n; i++) {
		if (i % LEAF == 0) {
			size_t last = i + LEAF < n ? i + LEAF : n;

			add_leaf(w, leaves, "Names", &items, &limits);
			obj_push_bytes(limits, str_from(ids[i]->id));
			obj_push_bytes(limits, str_from(ids[last - 1]->id));
		}
		obj_push_bytes(items, str_from(ids[i]->id));
		obj_push(items, ids[i]->obj);
	}
	obj_put(tree, "Kids", leaves);
	return tree;
}

void
tag_write(struct tags *t, struct pdf *pdf, struct obj *const *pages,
    const struct mark *marks, size_t n)
{
	struct tree w = {t, pdf, pages};
	struct obj *root = obj_indirect(pdf, obj_dict(pdf));
	struct obj *roles = obj_dict(pdf);

	find_used(t, t->root);
	write_elem(&w, t->root);
	obj_put(t->root->obj, "P", root);
	obj_put_name(root, "Type", "StructTreeRoot");
	obj_put(root, "K", t->root->obj);
	obj_put(root, "ParentTree", parent_tree(&w, marks, n));
	obj_put_int(root, "ParentTreeNextKey",
	    (long)(t->in->pages->n + t->annotations.n));
	/* Aside came with PDF 2.0 */
	obj_put_name(roles, "Aside", "Div");
	obj_put(root, "RoleMap", roles);
	if (t->ids.n)
		obj_put(root, "IDTree", id_tree(&w));
	obj_put(obj_catalog(pdf), "StructTreeRoot", root);
}

/* --- dump --- */

static void
dump_text(const struct tags *t, const struct node *leaf, FILE *out)
{
	fprintf(out, " \"%s\"", leaf->text ? leaf->text : "");
	for (const struct mark *m = t->marks[leaf->index]; m; m = m->next)
		fprintf(out, " %d/%u", m->page + 1, m->mcid);
}

static void
dump_attributes(const struct elem *e, FILE *out)
{
	if (e->lang && (!e->parent || !streq(e->lang, e->parent->lang)))
		fprintf(out, " lang=%s", e->lang);
	if (e->id)
		fprintf(out, " id=%s", e->id);
	if (e->alt)
		fprintf(out, " alt=\"%s\"", e->alt);
	if (!e->cell)
		return;
	if (e->cell->scope)
		fprintf(out, " scope=%s", e->cell->scope);
	if (e->cell->span > 1)
		fprintf(out, " span=%d", e->cell->span);
	if (e->cell->rowspan > 1)
		fprintf(out, " rowspan=%d", e->cell->rowspan);
	for (size_t i = 0; i < e->cell->nheaders; i++)
		fprintf(out, "%s%s",
		    i ? "," : " headers=", e->cell->headers[i]->id);
}

static void
dump_elem(const struct tags *t, const struct elem *e, int depth, FILE *out)
{
	fprintf(out, "%*s%s", 2 * depth, "", e->type);
	dump_attributes(e, out);
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->leaf && t->marks[k->leaf->index])
			dump_text(t, k->leaf, out);
		else if (k->annot)
			fprintf(out, " [link on %d]", k->page + 1);
	fputc('\n', out);
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && is_written(k->elem))
			dump_elem(t, k->elem, depth + 1, out);
}

void
tag_dump(const struct tags *t, FILE *out)
{
	find_used(t, t->root);
	dump_elem(t, t->root, 0, out);
}
