/* SPDX-License-Identifier: MIT */
/*
 * pdf/tag_plan.c - which structure element each leaf belongs to
 *
 * A row per kind of node says what it becomes; kinds whose elements depend on
 * what stands around them have a function.  Content only follows what is
 * planned here: a leaf without an element is an artifact (pull quotes, which
 * repeat the text; status marks beside their word; decorative charts).
 */
#include "pdf/tag.h"

#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "pdf/link.h"
#include "pdf/pdf.h"
#include "pdf/tag_table.h"

typedef void planner(struct tags *, const struct node *, struct elem *);

static planner plan_elem, plan_pass, plan_leaf, plan_heading, plan_list,
    plan_item, plan_label, plan_box, plan_div, plan_recommendation, plan_figure,
    plan_picture, plan_note, plan_contents, plan_entry, plan_title, plan_inline,
    plan_link, plan_mark, plan_page_ref, plan_status;

static const struct {
	planner *plan; /* NULL: no part of the structure */
	const char *type;
} rows[NODE_KIND_COUNT] = {
    [NODE_DOCUMENT] = {plan_elem, "Document"},
    [NODE_PART] = {plan_elem, "Part"},
    [NODE_SECTION] = {plan_elem, "Sect"},
    [NODE_HEADING] = {plan_heading, NULL},
    [NODE_PARA] = {plan_elem, "P"},
    [NODE_LIST] = {plan_list, "L"},
    [NODE_ITEM] = {plan_item, "LI"},
    [NODE_LABEL] = {plan_label, "Lbl"},
    [NODE_QUOTE] = {plan_elem, "BlockQuote"},
    [NODE_BOX] = {plan_box, "Aside"},
    [NODE_DIV] = {plan_div, "Div"},
    [NODE_RECOMMENDATION] = {plan_recommendation, "LI"},
    [NODE_FIGURE] = {plan_figure, "Div"},
    [NODE_CAPTION] = {plan_elem, "Caption"},
    [NODE_TITLE] = {plan_title, "P"},
    [NODE_SUBTITLE] = {plan_elem, "P"},
    [NODE_PLOT] = {plan_picture, "Figure"},
    [NODE_READING] = {plan_elem, "P"},
    [NODE_SOURCE] = {plan_elem, "P"},
    [NODE_TABLE] = {tag_table, NULL},
    [NODE_ROW] = {plan_elem, "TR"},
    [NODE_CELL] = {plan_elem, "TD"},
    [NODE_KEY] = {plan_elem, "P"},
    [NODE_NOTE] = {plan_note, "Note"},
    [NODE_CONTENTS] = {plan_contents, "TOC"},
    [NODE_TOC_ENTRY] = {plan_entry, "TOCI"},
    [NODE_ACRONYMS] = {plan_list, "L"},
    [NODE_BIBLIOGRAPHY] = {plan_elem, "Div"},
    [NODE_TERM_ENTRY] = {plan_item, "LI"},
    [NODE_TEXT] = {plan_leaf, NULL},
    [NODE_NUMBER] = {plan_leaf, NULL},
    [NODE_EMPH] = {plan_inline, "Span"},
    [NODE_STRONG] = {plan_inline, "Span"},
    [NODE_SPAN] = {plan_inline, "Span"},
    [NODE_LINK] = {plan_link, "Link"},
    [NODE_CODE] = {plan_leaf, "Code"},
    [NODE_NOTE_MARK] = {plan_mark, "Reference"},
    [NODE_PAGE_REF] = {plan_page_ref, "Reference"},
    [NODE_STATUS] = {plan_status, "Figure"},
    [NODE_IMAGE] = {plan_picture, "Figure"},
};

static struct kid *
add_kid(struct tags *t, struct elem *parent)
{
	struct kid *kid = ARENA_NEW(t->arena, struct kid);

	if (parent->last)
		parent->last->next = kid;
	else
		parent->first = kid;
	parent->last = kid;
	return kid;
}

struct elem *
tag_new(struct tags *t, struct elem *parent, const char *type,
    const struct node *node)
{
	struct elem *e = ARENA_NEW(t->arena, struct elem);

	e->type = type;
	e->node = node;
	e->parent = parent;
	e->lang = node && node->lang ? node->lang
		  : parent           ? parent->lang
				     : t->in->meta->lang;
	if (parent)
		add_kid(t, parent)->elem = e;
	return e;
}

static void
add_leaf(struct tags *t, const struct node *leaf, struct elem *parent)
{
	add_kid(t, parent)->leaf = leaf;
	t->of_leaf[leaf->index] = parent;
}

void
tag_node(struct tags *t, const struct node *n, struct elem *parent)
{
	if (rows[n->kind].plan)
		rows[n->kind].plan(t, n, parent);
}

void
tag_kids(struct tags *t, const struct node *n, struct elem *parent)
{
	for (const struct node *k = n->first; k; k = k->next)
		tag_node(t, k, parent);
}

static struct elem *
new_by_row(struct tags *t, const struct node *n, struct elem *parent)
{
	return tag_new(t, parent, rows[n->kind].type, n);
}

static void
plan_elem(struct tags *t, const struct node *n, struct elem *parent)
{
	tag_kids(t, n, new_by_row(t, n, parent));
}

static void
plan_pass(struct tags *t, const struct node *n, struct elem *parent)
{
	tag_kids(t, n, parent);
}

static void
plan_leaf(struct tags *t, const struct node *n, struct elem *parent)
{
	if (rows[n->kind].type)
		parent = new_by_row(t, n, parent);
	add_leaf(t, n, parent);
}

static void
plan_heading(struct tags *t, const struct node *n, struct elem *parent)
{
	static const char *const types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
	int rank = node_rank(n), level = rank < 1 ? 1 : rank > 6 ? 6 : rank;

	tag_kids(t, n, tag_new(t, parent, types[level - 1], n));
}

static void
plan_list(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *l = new_by_row(t, n, parent);

	l->list = n->kind == NODE_ACRONYMS ? LIST_PLAIN
		  : n->level > 0           ? LIST_DECIMAL
					   : LIST_BULLET;
	for (const struct node *k = n->first; k; k = k->next)
		/* a note that was called in an item must not stand in L */
		tag_node(t, k,
		    k->kind == NODE_ITEM || k->kind == NODE_TERM_ENTRY
			? l
			: parent);
}

/* The only block of a cell or item needs no element of its own. */
void
tag_body(struct tags *t, const struct node *first, struct elem *body)
{
	if (first && !first->next && first->kind == NODE_PARA && !first->lang) {
		tag_kids(t, first, body);
		return;
	}
	for (const struct node *k = first; k; k = k->next)
		tag_node(t, k, body);
}

static void
plan_item(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *li = new_by_row(t, n, parent);
	const struct node *k = n->first;

	if (k && k->kind == NODE_LABEL) {
		tag_kids(t, k, tag_new(t, li, "Lbl", k));
		k = k->next;
	}
	tag_body(t, k, tag_new(t, li, "LBody", NULL));
}

/* Recommendations that follow each other are one list. */
static void
plan_recommendation(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *list = parent->last ? parent->last->elem : NULL;

	if (!list || strcmp(list->type, "L") != 0 || !list->node ||
	    list->node->kind != NODE_RECOMMENDATION)
		list = tag_new(t, parent, "L", n);
	list->list = LIST_PLAIN;
	plan_item(t, n, list);
}

/* Labels of items and notes are planned with them. */
static void
plan_label(struct tags *t, const struct node *n, struct elem *parent)
{
	const struct node *in = n->parent;

	if (in->kind == NODE_CAPTION)
		plan_elem(t, n, parent);
	else
		plan_pass(t, n, parent);
}

/* The label of a box stands alone and is a paragraph. */
static void
plan_box(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *aside = new_by_row(t, n, parent);

	for (const struct node *k = n->first; k; k = k->next)
		if (k->kind == NODE_LABEL)
			tag_kids(t, k, tag_new(t, aside, "P", k));
		else
			tag_node(t, k, aside);
}

static void
plan_div(struct tags *t, const struct node *n, struct elem *parent)
{
	if (node_has_class(n, "stats"))
		tag_statistics(t, n, parent);
	else
		plan_elem(t, n, parent);
}

static void
plan_title(struct tags *t, const struct node *n, struct elem *parent)
{
	bool toc = n->parent->kind == NODE_CONTENTS;

	tag_kids(t, n, tag_new(t, parent, toc ? "Caption" : "P", n));
}

/* A figure is Div [Caption, Figure, P, P]; the bare picture stands alone. */
static void
plan_figure(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *div = parent;

	if (node_has_class(n, "decorative"))
		return;
	if (n->first && n->first->next)
		div = new_by_row(t, n, parent);
	tag_kids(t, n, div);
}

static void
plan_picture(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *e = new_by_row(t, n, parent);
	const struct node *figure = n->parent;

	e->alt = n->alt;
	if (figure && figure->kind == NODE_FIGURE) {
		if (!e->alt)
			e->alt = figure->alt;
		t->of_node[figure->index] = e;
	}
	add_leaf(t, n, e);
}

/* A mark beside its word says nothing new. */
static void
plan_status(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *e;

	if (n->next && node_is_leaf(n->next) && n->next->text &&
	    n->next->text[0])
		return;
	e = new_by_row(t, n, parent);
	e->alt = n->alt ? n->alt : node_attr(n, "state");
	add_leaf(t, n, e);
}

/* An element around what has an active area; `parent` where it has none. */
static struct elem *
link_around(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *link;

	if (!t->linked[n->index])
		return parent;
	link = tag_new(t, parent, "Link", n);
	t->of_link[n->index] = link;
	return link;
}

static void
plan_note(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *note = new_by_row(t, n, parent);
	const struct node *k = n->first;

	note->id = n->id ? n->id : arena_printf(t->arena, "note-%d", n->number);
	if (k && k->kind == NODE_LABEL) {
		tag_kids(t, k, link_around(t, n, tag_new(t, note, "Lbl", k)));
		k = k->next;
	}
	tag_body(t, k, note);
}

/* Entries of a deeper level are a TOC inside the entry before them. */
static void
plan_contents(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *tocs[8], *toc = new_by_row(t, n, parent);
	int levels[8], depth = 0;

	tocs[0] = toc;
	levels[0] = 0;
	for (const struct node *k = n->first; k; k = k->next) {
		if (k->kind == NODE_TOC_ENTRY) {
			while (depth > 0 && k->level <= levels[depth - 1])
				depth--;
			if (k->level > levels[depth] && levels[depth] &&
			    depth < 7) {
				toc = tocs[depth]->last->elem;
				tocs[++depth] = tag_new(t, toc, "TOC", n);
			}
			levels[depth] = k->level;
		}
		tag_node(t, k, tocs[depth]);
	}
}

static void
plan_entry(struct tags *t, const struct node *n, struct elem *parent)
{
	struct elem *entry = new_by_row(t, n, parent);
	struct elem *reference = tag_new(t, entry, "Reference", n);

	tag_kids(t, n, link_around(t, n, reference));
}

/* Emphasis is no structure; another language is. */
static void
plan_inline(struct tags *t, const struct node *n, struct elem *parent)
{
	if (n->lang && !streq(n->lang, parent->lang))
		plan_elem(t, n, parent);
	else
		plan_pass(t, n, parent);
}

static void
plan_link(struct tags *t, const struct node *n, struct elem *parent)
{
	tag_kids(t, n, link_around(t, n, parent));
}

static void
plan_mark(struct tags *t, const struct node *n, struct elem *parent)
{
	add_leaf(t, n, link_around(t, n, new_by_row(t, n, parent)));
}

static void
plan_page_ref(struct tags *t, const struct node *n, struct elem *parent)
{
	if (t->linked[n->index])
		plan_mark(t, n, parent);
	else
		add_leaf(t, n, parent);
}

struct tags *
tag_plan(struct arena *a, const struct pdf_input *in)
{
	struct tags *t = ARENA_NEW(a, struct tags);
	size_t count = in->doc->count;

	t->arena = a;
	t->in = in;
	t->of_leaf = ARENA_ARRAY(a, struct elem *, count);
	t->of_link = ARENA_ARRAY(a, struct elem *, count);
	t->of_node = ARENA_ARRAY(a, struct elem *, count);
	t->linked = ARENA_ARRAY(a, bool, count);
	t->marks = ARENA_ARRAY(a, const struct mark *, count);
	for (size_t p = 0; p < in->pages->n; p++) {
		const struct page *page = in->pages->v[p];

		for (size_t i = 0; i < page->n; i++) {
			const struct node *n = link_node(&page->items[i]);

			if (n)
				t->linked[n->index] = true;
		}
	}
	t->root = tag_new(t, NULL, "Document", in->doc->root);
	tag_kids(t, in->doc->root, t->root);
	return t;
}

struct elem *
tag_of_leaf(const struct tags *t, const struct node *leaf)
{
	return leaf ? t->of_leaf[leaf->index] : NULL;
}
