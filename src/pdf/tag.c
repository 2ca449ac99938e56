/* SPDX-License-Identifier: MIT */
/*
 * pdf/tag.c - the structure tree as objects (ISO 32000-1 14.7)
 *
 * Number trees and name trees have leaves of 64 entries with Limits, for
 * arrays are limited and viewers search by halves.
 */
#include "pdf/tag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "doc/doc.h"
#include "pdf/obj.h"
#include "pdf/ops.h"
#include "pdf/pdf.h"
#include "pdf/string.h"

enum { LEAF = 64 };

/* What all writers need. */
struct tree {
	struct tags *tags;
	struct pdf *pdf;
	struct obj *const *pages;
	struct obj *root; /* the StructTreeRoot */
	struct buf buf;   /* the element that is being written */
	VEC(struct elem *) elems;
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

static void
write_cell(struct buf *out, const struct cell_tags *c)
{
	if (!c->scope && c->span <= 1 && c->rowspan <= 1 && !c->nheaders)
		return;
	buf_puts(out, "/A<</O/Table");
	if (c->scope)
		buf_printf(out, "/Scope/%s", c->scope);
	if (c->span > 1)
		buf_printf(out, "/ColSpan %d", c->span);
	if (c->rowspan > 1)
		buf_printf(out, "/RowSpan %d", c->rowspan);
	if (c->nheaders) {
		buf_puts(out, "/Headers[");
		for (size_t i = 0; i < c->nheaders; i++)
			if (c->headers[i]->obj)
				string_bytes(out, str_from(c->headers[i]->id));
		buf_putc(out, ']');
	}
	buf_puts(out, ">>");
}

static void
write_box(struct tree *w, struct buf *out, const struct elem *e)
{
	const struct mark *m = e->first && e->first->leaf
				   ? w->tags->marks[e->first->leaf->index]
				   : NULL;
	mpt height, edges[4];

	if (!m || m->box.w == 0)
		return;
	height = w->tags->in->pages->v[m->page]->height;
	edges[0] = m->box.x;
	edges[1] = height - m->box.y - m->box.h;
	edges[2] = m->box.x + m->box.w;
	edges[3] = height - m->box.y;
	buf_puts(out, "/A<</O/Layout/BBox[");
	for (int i = 0; i < 4; i++) {
		if (i)
			buf_putc(out, ' ');
		buf_thousandths(out, edges[i]);
	}
	buf_puts(out, "]>>");
}

static void
write_attributes(struct tree *w, struct elem *e)
{
	static const char *const numbering[] = {"", "None", "Disc", "Decimal"};

	struct buf *out = &w->buf;

	if (e->lang && (!e->parent || !streq(e->lang, e->parent->lang)))
		buf_printf(out, "/Lang(%s)", e->lang);
	if (e->alt) {
		buf_puts(out, "/Alt");
		string_text(out, str_from(e->alt));
	}
	if (e->id) {
		buf_puts(out, "/ID");
		string_bytes(out, str_from(e->id));
		VEC_PUSH(w->tags->arena, &w->tags->ids, e);
	}
	if (e->cell)
		write_cell(out, e->cell);
	else if (e->list)
		buf_printf(
		    out, "/A<</O/List/ListNumbering/%s>>", numbering[e->list]);
	else if (strcmp(e->type, "Figure") == 0)
		write_box(w, out, e);
}

/* --- elements --- */

static void
add_reference(struct buf *out, const struct obj *obj)
{
	buf_int(out, obj_number(obj));
	buf_add(out, " 0 R", 4);
}

static void
separate(struct buf *out, size_t *count)
{
	if ((*count)++)
		buf_putc(out, ' ');
}

/* The page of the first sequence; -1: it has none. */
static int
page_of(const struct tags *t, const struct elem *e)
{
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->leaf && t->marks[k->leaf->index])
			return t->marks[k->leaf->index]->page;
	return -1;
}

/* The sequences of a leaf; with Pg where it is not the element's page. */
static size_t
add_marks(struct tree *w, struct buf *out, const struct mark *m, int page,
    size_t count)
{
	for (; m; m = m->next) {
		separate(out, &count);
		if (m->page == page) {
			buf_int(out, m->mcid);
			continue;
		}
		buf_puts(out, "<</Type/MCR/Pg ");
		add_reference(out, w->pages[m->page]);
		buf_puts(out, "/MCID ");
		buf_int(out, m->mcid);
		buf_puts(out, ">>");
	}
	return count;
}

/* An annotation; with Pg likewise. */
static void
add_annotation(struct tree *w, struct buf *out, const struct kid *k, int page)
{
	buf_puts(out, "<</Type/OBJR");
	if (k->page != page) {
		buf_puts(out, "/Pg ");
		add_reference(out, w->pages[k->page]);
	}
	buf_puts(out, "/Obj ");
	add_reference(out, k->annot);
	buf_puts(out, ">>");
}

/* Pg and the kids of an element, which are all made. */
static void
add_kids(struct tree *w, struct buf *out, const struct elem *e)
{
	int page = page_of(w->tags, e);
	size_t count = 0;

	if (page >= 0) {
		buf_puts(out, "/Pg ");
		add_reference(out, w->pages[page]);
	}
	buf_puts(out, "/K[");
	for (const struct kid *k = e->first; k; k = k->next) {
		if (k->leaf)
			count = add_marks(w, out,
			    w->tags->marks[k->leaf->index], page, count);
		else if (k->annot) {
			separate(out, &count);
			add_annotation(w, out, k, page);
		} else if (is_written(k->elem)) {
			separate(out, &count);
			add_reference(out, k->elem->obj);
		}
	}
	buf_putc(out, ']');
}

/* The elements that are written, each before its kids. */
static void
collect(struct tree *w, struct elem *e)
{
	VEC_PUSH(w->tags->arena, &w->elems, e);
	for (struct kid *k = e->first; k; k = k->next)
		if (k->elem && is_written(k->elem))
			collect(w, k->elem);
}

/* Give objects to the elements, those of a type one after the other. */
static void
number_elems(struct tree *w)
{
	for (size_t from = 0; from < w->elems.n; from++) {
		const char *type = w->elems.v[from]->type;

		if (w->elems.v[from]->obj)
			continue;
		for (size_t i = from; i < w->elems.n; i++) {
			struct elem *e = w->elems.v[i];

			if (!e->obj && streq(e->type, type))
				e->obj = obj_indirect(w->pdf, obj_dict(w->pdf));
		}
	}
}

/*
 * There are many elements, and all are alike: they are written as text.  What
 * siblings have alike comes first, their kids last, and elements of a type
 * stand together: deflate then takes most of an element from the one before.
 */
static void
write_elem(struct tree *w, struct elem *e)
{
	buf_puts(&w->buf, "/S/");
	buf_puts(&w->buf, e->type);
	write_attributes(w, e);
	buf_puts(&w->buf, "/P ");
	add_reference(&w->buf, e->parent ? e->parent->obj : w->root);
	add_kids(w, &w->buf, e);
	obj_put_raw(e->obj, obj_raw(w->tags->arena, &w->buf));
}

/* --- trees by number and by name --- */

/* Pages lead to the elements of their sequences, annotations to their Link. */
static struct obj *
parent_tree(struct tree *w, const struct mark *marks, size_t n)
{
	const struct tags *t = w->tags;
	struct obj *tree = obj_indirect(w->pdf, obj_dict(w->pdf));
	struct obj *leaves = obj_array(w->pdf), *leaf;
	size_t npages = t->in->pages->n, at = 0, i, to;
	size_t count = npages + t->annotations.n;

	for (i = 0; i < count; i = to) {
		to = i + LEAF < count ? i + LEAF : count;
		buf_printf(&w->buf, "/Limits[%zu %zu]/Nums[", i, to - 1);
		for (size_t k = i; k < to; k++) {
			buf_printf(&w->buf, "%zu ", k);
			if (k >= npages) {
				add_reference(
				    &w->buf, t->annotations.v[k - npages]->obj);
				buf_putc(&w->buf, ' ');
				continue;
			}
			buf_putc(&w->buf, '[');
			for (size_t first = at;
			     at < n && (size_t)marks[at].page == k; at++) {
				if (at > first)
					buf_putc(&w->buf, ' ');
				add_reference(&w->buf,
				    t->of_leaf[marks[at].leaf->index]->obj);
			}
			buf_putc(&w->buf, ']');
		}
		buf_putc(&w->buf, ']');
		leaf = obj_indirect(w->pdf, obj_dict(w->pdf));
		obj_put_raw(leaf, obj_raw(w->tags->arena, &w->buf));
		obj_push(leaves, leaf);
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
	struct obj *leaves = obj_array(w->pdf), *leaf, *names, *limits;
	struct elem **ids = w->tags->ids.v;
	size_t n = w->tags->ids.n, i, to;

	qsort(ids, n, sizeof *ids, by_id);
	for (i = 1; i < n; i++) /* Matterhorn 19-004 */
		assert(strcmp(ids[i - 1]->id, ids[i]->id) < 0);
	for (i = 0; i < n; i = to) {
		to = i + LEAF < n ? i + LEAF : n;
		leaf = obj_indirect(w->pdf, obj_dict(w->pdf));
		limits = obj_array(w->pdf);
		names = obj_array(w->pdf);
		obj_push_bytes(limits, str_from(ids[i]->id));
		obj_push_bytes(limits, str_from(ids[to - 1]->id));
		for (size_t k = i; k < to; k++) {
			obj_push_bytes(names, str_from(ids[k]->id));
			obj_push(names, ids[k]->obj);
		}
		obj_put(leaf, "Limits", limits);
		obj_put(leaf, "Names", names);
		obj_push(leaves, leaf);
	}
	obj_put(tree, "Kids", leaves);
	return tree;
}

void
tag_write(struct tags *t, struct pdf *pdf, struct obj *const *pages,
    const struct mark *marks, size_t n)
{
	struct obj *root = obj_indirect(pdf, obj_dict(pdf));
	struct tree w = {.tags = t, .pdf = pdf, .pages = pages, .root = root};
	struct obj *roles = obj_dict(pdf);

	find_used(t, t->root);
	collect(&w, t->root);
	number_elems(&w);
	for (size_t i = 0; i < w.elems.n; i++)
		write_elem(&w, w.elems.v[i]);
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
	buf_free(&w.buf);
}

/* --- dump --- */

/* Page and number of the sequences that begin with the leaf, its text. */
static void
dump_leaf(const struct tags *t, const struct node *leaf, FILE *out)
{
	for (const struct mark *m = t->marks[leaf->index]; m; m = m->next)
		fprintf(out, " %d/%u", m->page + 1, m->mcid);
	if (leaf->text && leaf->text[0])
		fprintf(out, " \"%s\"", leaf->text);
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
		if (k->leaf)
			dump_leaf(t, k->leaf, out);
		else if (k->annot)
			fprintf(out, " [link on %d]", k->page + 1);
	fputc('\n', out);
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && is_written(k->elem))
			dump_elem(t, k->elem, depth + 1, out);
}

void
tag_use(const struct tags *t)
{
	find_used(t, t->root);
}

void
tag_dump(const struct tags *t, FILE *out)
{
	tag_use(t);
	dump_elem(t, t->root, 0, out);
}
