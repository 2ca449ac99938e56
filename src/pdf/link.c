/* SPDX-License-Identifier: MIT */
/*
 * pdf/link.c - active areas and where they lead
 *
 * Destinations are pages with coordinates; destinations in the structure came
 * with PDF 2.0.  An area without a Link in the structure (in a pull quote) is
 * left out, for ISO 14289-1 7.18.5 wants each link inside one.
 */
#include "pdf/link.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "doc/doc.h"
#include "layout/page.h"
#include "pdf/obj.h"
#include "pdf/ops.h"
#include "pdf/pdf.h"
#include "pdf/string.h"
#include "pdf/tag.h"

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
			    it->kind == ITEM_LINK || it->kind == ITEM_DEST ||
			    it->kind == ITEM_REMARK)
				continue;
			if (it->kind == ITEM_RUN)
				at.y -= it->run->size;
			set_spot(spots, it->leaf, at);
		}
	return spots;
}

void
link_dest(struct buf *out, const struct pdf_input *in, struct obj *const *pages,
    const struct spot *at)
{
	mpt height = in->pages->v[at->page]->height;

	buf_puts(out, "/Dest[");
	buf_int(out, obj_number(pages[at->page]));
	buf_puts(out, " 0 R/XYZ ");
	buf_thousandths(out, at->x);
	buf_putc(out, ' ');
	buf_thousandths(out, height - at->y);
	buf_puts(out, " null]");
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

/* What a note is called: its number, or the letter of a table's own. */
static const char *
note_label(struct arena *a, const struct node *note)
{
	const struct node *label = note->first;

	if (label && label->kind == NODE_LABEL)
		return str_dup(a, node_plain_text(a, label));
	return arena_printf(a, "%d", note->number);
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
		return arena_printf(a, "%s %s",
		    word(in, "label.back_to_note", "Back to note"),
		    note_label(a, n));
	case NODE_LINK:
		if (!target && n->href && n->href[0])
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

/* An address in the characters of RFC 3986; what has others, as UTF-8 behind
 * "%" (RFC 3987 3.1), for a URI of PDF is ASCII (ISO 32000-1 12.6.4.7). */
static void
add_uri(struct buf *out, const char *uri)
{
	struct buf b = {0};

	for (const char *p = uri; *p; p++)
		if (*p <= ' ' || *p > '~' || strchr("\"<>\\^`{|}", *p))
			buf_printf(&b, "%%%02X", (unsigned char)*p);
		else
			buf_putc(&b, *p);
	string_bytes(out, buf_view(&b));
	buf_free(&b);
}

/* The address that the link leads to; NULL: none. */
static const char *
address(const struct node *n)
{
	if (n->kind != NODE_LINK || n->target || !n->href || !n->href[0] ||
	    n->href[0] == '#')
		return NULL;
	return n->href;
}

/* What all areas have alike, as text; F 4 is the flag "print" (12.5.3). */
static void
add_area(struct buf *out, const struct rect *r, mpt height)
{
	const mpt edges[4] = {
	    r->x, height - r->y - r->h, r->x + r->w, height - r->y};

	buf_puts(out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
	for (int i = 0; i < 4; i++) {
		if (i)
			buf_putc(out, ' ');
		buf_thousandths(out, edges[i]);
	}
	buf_putc(out, ']');
}

/* What writing the areas needs. */
struct linker {
	struct arena *arena;
	struct pdf *pdf;
	const struct pdf_input *in;
	struct obj *const *pages;
	const struct spot *spots;
	struct tags *tags;
	struct buf buf;
};

/* The annotation of an item; NULL: it leads nowhere. */
static struct obj *
new_annotation(struct linker *w, const struct item *item, int page)
{
	const struct node *n = link_node(item);
	const struct spot *to = NULL;
	const char *uri, *words;
	struct obj *annot;
	int key;

	if (!n || !w->tags->of_link[n->index])
		return NULL;
	if (n->target && w->spots[n->target->index].page >= 0)
		to = &w->spots[n->target->index];
	uri = address(n);
	if (!uri && !to)
		return NULL;
	annot = obj_indirect(w->pdf, obj_dict(w->pdf));
	add_area(&w->buf, &item->box, w->in->pages->v[page]->height);
	if (uri) {
		buf_puts(&w->buf, "/A<</S/URI/URI");
		add_uri(&w->buf, uri);
		buf_puts(&w->buf, ">>");
	} else
		link_dest(&w->buf, w->in, w->pages, to);
	words = contents(w->arena, w->in, n);
	key = tag_annotation(w->tags, n, annot, page);
	assert(words[0] && key >= 0); /* Matterhorn 28-011, 28-012 */
	buf_puts(&w->buf, "/Contents");
	string_text(&w->buf, str_from(words));
	buf_puts(&w->buf, "/StructParent ");
	buf_int(&w->buf, (unsigned)key);
	obj_put_raw(annot, obj_raw(w->arena, &w->buf));
	return annot;
}

void
link_write(struct arena *a, struct pdf *pdf, const struct pdf_input *in,
    struct obj *const *pages, const struct spot *spots, struct tags *tags)
{
	struct linker w = {a, pdf, in, pages, spots, tags, {0}};

	for (size_t p = 0; p < in->pages->n; p++) {
		const struct page *page = in->pages->v[p];
		struct obj *annots = NULL, *annot;

		for (size_t i = 0; i < page->n; i++) {
			annot = new_annotation(&w, &page->items[i], (int)p);
			if (!annot)
				continue;
			if (!annots)
				annots = obj_array(pdf);
			obj_push(annots, annot);
		}
		if (annots)
			obj_put(pages[p], "Annots", annots);
	}
	buf_free(&w.buf);
}
