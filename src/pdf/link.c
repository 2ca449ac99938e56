/* SPDX-License-Identifier: MIT */
/*
 * pdf/link.c - active areas and where they lead
 *
 * Destinations are pages with coordinates; destinations in the structure came
 * with PDF 2.0.  An area without a Link in the structure (in a pull quote) is
 * left out, for ISO 14289-1 7.18.5 wants each link inside one.
 */
#include "pdf/link.h"

#include "base/arena.h"
#include "base/locale.h"
#include "doc/doc.h"
#include "layout/page.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"
#include "pdf/tag.h"

enum { PRINT = 1 << 2 }; /* annotation flag, ISO 32000-1 12.5.3 */

const struct node *
link_node(const struct item *item)
{
	const struct node *n = item->leaf, *found = NULL;

	if (item->kind != ITEM_LINK || item->artifact != ARTIFACT_NONE)
		return NULL;
	for (; n; n = n->parent)
		switch (n->kind) {
		case NODE_LINK:
		case NODE_TOC_ENTRY:
			return n;
		case NODE_NOTE_MARK:
		case NODE_PAGE_REF:
			found = n;
			break;
		case NODE_NOTE:
			return found ? found : n;
		default:
			break;
		}
	return found;
}

/* The node and those above it that stand nowhere yet. */
static void
set_spot(struct spot *spots, const struct node *n, struct spot at)
{
	for (; n && spots[n->index].page < 0; n = n->parent)
		spots[n->index] = at;
}

struct spot *
link_spots(struct arena *a, const struct pdf_input *in)
{
	struct spot *spots = ARENA_ARRAY(a, struct spot, in->doc->count);
	const struct pages *pages = in->pages;

	for (uint32_t i = 0; i < in->doc->count; i++)
		spots[i].page = -1;
	for (size_t p = 0; p < pages->n; p++)
		for (size_t i = 0; i < pages->v[p]->n; i++) {
			const struct item *it = &pages->v[p]->items[i];
			struct spot at = {(int)p, it->box.x, it->box.y};

			if (it->kind == ITEM_DEST && it->leaf &&
			    spots[it->leaf->index].page < 0)
				spots[it->leaf->index] = at;
		}
	for (size_t p = 0; p < pages->n; p++)
		for (size_t i = 0; i < pages->v[p]->n; i++) {
			const struct item *it = &pages->v[p]->items[i];
			struct spot at = {(int)p, it->box.x, it->box.y};

			if (it->artifact != ARTIFACT_NONE ||
			    it->kind == ITEM_LINK || it->kind == ITEM_DEST)
				continue;
			if (it->kind == ITEM_RUN)
				at.y -= it->run->size;
			set_spot(spots, it->leaf, at);
		}
	return spots;
}

struct obj *
link_dest(struct pdf *pdf, const struct pdf_input *in, struct obj *const *pages,
    const struct spot *at)
{
	struct obj *dest = obj_array(pdf);
	mpt height = in->pages->v[at->page]->height;

	obj_push(dest, pages[at->page]);
	obj_push_name(dest, "XYZ");
	obj_push_real(dest, at->x / 1000.0);
	obj_push_real(dest, (height - at->y) / 1000.0);
	obj_push(dest, obj_null(pdf));
	return dest;
}

/* A word of the report's language, or the English one. */
static const char *
word(const struct pdf_input *in, const char *path, const char *english)
{
	const struct doc_env *env = in->doc->env;
	const char *w =
	    env && env->locale ? locale_word(env->locale, path) : NULL;

	return w ? w : english;
}

/* What the link is for, for those who do not see where it stands. */
static const char *
contents(struct arena *a, const struct pdf_input *in, const struct node *n)
{
	const struct node *target = n->target;
	struct str text;

	switch (n->kind) {
	case NODE_NOTE_MARK:
		return arena_printf(a, "%s %s", word(in, "label.note", "Note"),
		    n->text ? n->text : "");
	case NODE_NOTE:
		return arena_printf(a, "%s %d",
		    word(in, "label.back_to_note", "Back to note"), n->number);
	case NODE_LINK:
		if (!target && n->href)
			return n->href;
		break;
	default:
		break;
	}
	if (target && target->kind == NODE_HEADING)
		text = node_plain_text(a, target);
	else
		text = node_plain_text(a, n);
	if (text.n == 0)
		text = str_from(n->text && n->text[0]
				    ? n->text
				    : word(in, "label.page", "Page"));
	return str_dup(a, text);
}

/* Where the link leads; NULL: nowhere. */
static struct obj *
action(struct pdf *pdf, const struct node *n)
{
	struct obj *uri;

	if (n->kind != NODE_LINK || n->target || !n->href || n->href[0] == '#')
		return NULL;
	uri = obj_dict(pdf);
	obj_put_name(uri, "S", "URI");
	obj_put_bytes(uri, "URI", str_from(n->href));
	return uri;
}

static struct obj *
new_annotation(struct arena *a, struct pdf *pdf, const struct pdf_input *in,
    const struct item *item, const struct node *n, mpt height)
{
	struct obj *annot = obj_indirect(pdf, obj_dict(pdf));
	struct obj *border = obj_array(pdf);
	const struct rect *r = &item->box;

	obj_put_name(annot, "Type", "Annot");
	obj_put_name(annot, "Subtype", "Link");
	obj_put(annot, "Rect",
	    obj_box(
		pdf, r->x, height - r->y - r->h, r->x + r->w, height - r->y));
	for (int i = 0; i < 3; i++)
		obj_push_int(border, 0);
	obj_put(annot, "Border", border);
	obj_put_int(annot, "F", PRINT);
	obj_put_text(annot, "Contents", contents(a, in, n));
	return annot;
}

void
link_write(struct arena *a, struct pdf *pdf, const struct pdf_input *in,
    struct obj *const *pages, const struct spot *spots, struct tags *tags)
{
	for (size_t p = 0; p < in->pages->n; p++) {
		const struct page *page = in->pages->v[p];
		struct obj *annots = NULL;

		for (size_t i = 0; i < page->n; i++) {
			const struct item *item = &page->items[i];
			const struct node *n = link_node(item);
			struct obj *uri, *annot;

			if (!n || !tags->of_link[n->index])
				continue;
			uri = action(pdf, n);
			if (!uri &&
			    (!n->target || spots[n->target->index].page < 0))
				continue;
			annot =
			    new_annotation(a, pdf, in, item, n, page->height);
			if (uri)
				obj_put(annot, "A", uri);
			else
				obj_put(annot, "Dest",
				    link_dest(pdf, in, pages,
					&spots[n->target->index]));
			obj_put_int(annot, "StructParent",
			    tag_annotation(tags, n, annot, (int)p));
			if (!annots)
				annots = obj_array(pdf);
			obj_push(annots, annot);
		}
		if (annots)
			obj_put(pages[p], "Annots", annots);
	}
}
