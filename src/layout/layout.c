/* SPDX-License-Identifier: MIT */
/*
 * layout/layout.c - document tree and style to pages
 *
 * Parts begin on new pages and are set one by one.  When all are set, page
 * numbers are known and written into the leaves that print them; a part is set
 * again only if one of its own numbers changed.  Contents are set in fields of
 * fixed width, so this settles in the second pass; a third is the last.
 */
#include "layout/layout.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/str.h"
#include "layout/lost.h"
#include "layout/master.h"
#include "layout/set.h"
#include "text/bidi.h"

#define PASSES_MAX 3

static const struct {
	const char *name;
	void (*set)(struct setter *);
} kinds[] = {
    {"cover", set_cover},
    {"imprint", set_imprint},
    {"contents", set_contents},
    {"acronyms", set_terms},
    {"plain", set_plain},
    {"summary", set_summary},
    {"statistics", set_statistics},
    {"chapter", set_chapter},
    {"divider", set_divider},
    {"recommendations", set_recommendations},
};

#define NKINDS (sizeof kinds / sizeof *kinds)

/* One part and the pages that it came to. */
struct part {
	struct node *node;
	struct pages pages;
	int first_page;
	bool dirty, uses_page_numbers;
	struct page_ends ends;
	bool blank; /* an empty page before, so that it begins on an odd one */
};

struct work {
	const struct layout_env *env;
	struct doc *doc;
	struct note_box **notes;
	struct float_memory *float_of; /* by node index */
	struct part *parts;
	size_t n;
	int *page_of;  /* by node index: page of its destination */
	size_t nnodes; /* that page_of and float_of have room for */
};

/* References and notes that are written anew bring nodes along. */
static void
make_room(struct work *w)
{
	struct arena *a = w->env->arena;
	size_t old = w->nnodes, now = w->doc->count + 1;

	if (now <= old)
		return;
	w->page_of =
	    arena_grow(a, w->page_of, old * sizeof(int), now * sizeof(int));
	memset(w->page_of + old, 0, (now - old) * sizeof(int));
	w->float_of = arena_grow(a, w->float_of, old * sizeof *w->float_of,
	    now * sizeof *w->float_of);
	memset(w->float_of + old, 0, (now - old) * sizeof *w->float_of);
	w->nnodes = now;
}

static void (*setter_of(const struct layout_env *env, const struct node *part))(
    struct setter *)
{
	const char *name = node_attr(part, "layout"), *names[NKINDS], *near;
	const struct conf *where = conf_find(part->data, "layout");
	struct buf all = {0};
	size_t i;

	if (!name[0])
		return set_plain;
	for (i = 0; i < NKINDS; i++) {
		if (strcmp(kinds[i].name, name) == 0) {
			buf_free(&all);
			return kinds[i].set;
		}
		names[i] = kinds[i].name;
		buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
	}
	near = str_nearest(name, names, NKINDS);
	diag(env->sink, DIAG_LAYOUT_KIND, where ? where->at : part->at, name,
	    str_hint(near).text, all.p);
	buf_free(&all);
	return set_plain;
}

/* A part without any content makes no page. */
static bool
is_empty(const struct node *part)
{
	return !part->first;
}

static void
set_part(struct work *w, struct part *p)
{
	struct setter s = {.env = w->env,
	    .style = w->env->style,
	    .arena = w->env->arena,
	    .doc = w->doc,
	    .pages = &p->pages,
	    .part = p->node,
	    .first_page = p->first_page,
	    .notes = w->notes,
	    .float_of = w->float_of,
	    .ends = &p->ends,
	    .rtl = bidi_is_rtl(w->env->lang)};

	p->pages = (struct pages){.arena = w->env->arena};
	if (!is_empty(p->node))
		setter_of(w->env, p->node)(&s);
	p->uses_page_numbers = s.uses_page_numbers;
	p->dirty = false;
}

/* Set what is new or has changed, each after the pages before it. */
static void
set_parts(struct work *w)
{
	int number = 1;
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct part *p = &w->parts[i];

		if (p->dirty) {
			p->first_page = number;
			set_part(w, p);
		}
		number += (int)p->pages.n;
	}
}

/* Number the pages and note where each destination stands. */
static bool
number_pages(struct work *w)
{
	int number = 1;
	bool moved = false;
	size_t i, k, j;

	for (i = 0; i < w->n; i++) {
		struct part *p = &w->parts[i];

		p->blank = w->env->style->open_right && number % 2 == 0 &&
			   p->pages.n > 0 &&
			   streq(node_attr(p->node, "layout"), "chapter");
		number += p->blank;
		if (p->first_page != number) {
			p->first_page = number;
			p->dirty = p->dirty || p->uses_page_numbers;
			moved = moved || p->uses_page_numbers;
		}
		for (k = 0; k < p->pages.n; k++, number++) {
			struct page *page = p->pages.v[k];

			page->number = number;
			for (j = 0; j < page->n; j++)
				if (page->items[j].kind == ITEM_DEST &&
				    page->items[j].leaf)
					w->page_of[page->items[j].leaf->index] =
					    number;
		}
	}
	return moved;
}

/* The page of a node, or of what stands first inside it. */
static int
page_of(const struct work *w, const struct node *n)
{
	const struct node *k;

	if (w->page_of[n->index])
		return w->page_of[n->index];
	for (k = n->first; k; k = node_next(k, n))
		if (w->page_of[k->index])
			return w->page_of[k->index];
	return n->parent && n->kind != NODE_PART ? page_of(w, n->parent) : 0;
}

/* Write page numbers into their leaves; parts whose numbers changed are to be
 * set again. */
static bool
refer(struct work *w)
{
	bool changed = false;
	size_t i;
	struct node *n;

	for (i = 0; i < w->n; i++) {
		struct node *part = w->parts[i].node;

		for (n = part->first; n; n = node_next(n, part)) {
			char text[16];

			if (n->kind != NODE_PAGE_REF || !n->target)
				continue;
			snprintf(
			    text, sizeof text, "%d", page_of(w, n->target));
			if (streq(text, n->text))
				continue;
			n->text = arena_strdup(w->env->arena, text);
			w->parts[i].dirty = true;
			changed = true;
		}
	}
	return changed;
}

/* The notes of a part, as their marks are read, share its numbers among them;
 * `done` is set for those that have their place. */
static void
order_part(const struct pages *p, const struct doc *d, struct node **order,
    bool *own, bool *done)
{
	size_t i, slot = d->nnotes;

	for (i = 0; i < p->calls.n; i++) {
		size_t at = (size_t)p->calls.v[i]->number - 1;

		own[at] = !done[at];
		slot = own[at] && at < slot ? at : slot;
	}
	for (i = 0; i < p->calls.n; i++) {
		size_t at = (size_t)p->calls.v[i]->number - 1;

		if (done[at])
			continue;
		done[at] = true;
		while (!own[slot])
			slot++;
		order[slot++] = d->notes[at];
	}
}

/* Parts with marks of notes that have changed are set again. */
static void
touch_notes(struct work *w, const bool *changed)
{
	size_t i;
	const struct node *n;

	for (i = 0; i < w->n; i++) {
		struct part *p = &w->parts[i];

		for (n = p->node; n && !p->dirty; n = node_next(n, p->node))
			p->dirty =
			    n->kind == NODE_NOTE_MARK && changed[n->number - 1];
	}
}

/* The notes in the order in which their marks are read: those of a table that
 * floats come where it stands.  Returns the first that differs from their
 * numbers, nnotes for none. */
static size_t
find_order(const struct work *w, struct node **order)
{
	const struct doc *d = w->doc;
	bool *own = ARENA_ARRAY(w->env->arena, bool, d->nnotes);
	bool *done = ARENA_ARRAY(w->env->arena, bool, d->nnotes);
	size_t i;

	for (i = 0; i < d->nnotes; i++)
		order[i] = d->notes[i];
	for (i = 0; i < w->n; i++)
		order_part(&w->parts[i].pages, d, order, own, done);
	for (i = 0; i < d->nnotes && order[i] == d->notes[i];)
		i++;
	return i;
}

/* Number the notes as they are read, if passes are left to set them so; true
 * if any changes. */
static bool
order_notes(struct work *w, int pass)
{
	struct doc *d = w->doc;
	struct arena *a = w->env->arena;
	struct node **order = ARENA_ARRAY(a, struct node *, d->nnotes);
	bool *changed = ARENA_ARRAY(a, bool, d->nnotes);
	size_t first = find_order(w, order);

	if (first == d->nnotes)
		return false;
	if (pass == PASSES_MAX) {
		diag(w->env->sink, DIAG_LAYOUT_NOTE_ORDER, order[first]->at,
		    order[first]->number, pass);
		return false;
	}
	doc_order_notes(d, order, changed);
	touch_notes(w, changed);
	memset(w->notes, 0, (d->nnotes + 1) * sizeof(struct note_box *));
	make_room(w);
	return true;
}

/* "Figure 3", or "the figure" of a node without number. */
static const char *
name_of(const struct work *w, const struct node *n)
{
	const struct node *c = n->first;

	if (c && c->kind == NODE_CAPTION)
		c = c->first;
	if (!c || c->kind != NODE_LABEL)
		return n->kind == NODE_TABLE ? "the table" : "the figure";
	return arena_printf(w->env->arena, STR_FMT,
	    STR_ARG(str_trim(node_plain_text(w->env->arena, c))));
}

/* Count what the pages were set with, and report what only the last pass
 * tells. */
static void
count_remarks(const struct work *w, struct pages *all, const struct page *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		const struct item *it = &p->items[i];

		if (it->kind != ITEM_REMARK)
			continue;
		all->overfull += it->remark == REMARK_OVERFULL;
		all->loose += it->remark == REMARK_LOOSE;
		if (it->remark == REMARK_MOVED) {
			all->moved_floats++;
			diag(w->env->sink, DIAG_FLOAT_MOVED, it->leaf->at,
			    name_of(w, it->leaf), p->number,
			    (int)(it->box.w / PT(1)));
		} else if (it->remark == REMARK_SPLIT) {
			all->split_notes++;
			diag(w->env->sink, DIAG_NOTE_SPLIT, it->leaf->at,
			    it->leaf->number, p->number);
		}
	}
}

/* A page without anything on it, not even furniture. */
static struct page *
blank_page(const struct work *w, const struct part *part)
{
	struct page *p = ARENA_NEW(w->env->arena, struct page);

	p->width = w->env->style->page_width;
	p->height = w->env->style->page_height;
	p->number = part->first_page - 1;
	p->label = arena_printf(w->env->arena, "%d", p->number);
	p->part = part->node;
	p->furniture = FURNITURE_NONE;
	return p;
}

static struct pages *
gather(struct work *w, int passes)
{
	struct arena *a = w->env->arena;
	struct pages *all = ARENA_NEW(a, struct pages);
	size_t i, k;

	all->arena = a;
	all->passes = passes;
	for (i = 0; i < w->n; i++)
		all->cap += w->parts[i].pages.n + w->parts[i].blank;
	all->v = ARENA_ARRAY(a, struct page *, all->cap);
	for (i = 0; i < w->n; i++) {
		const struct pages *p = &w->parts[i].pages;

		if (w->parts[i].blank)
			all->v[all->n++] = blank_page(w, &w->parts[i]);
		for (k = 0; k < p->n; k++) {
			p->v[k]->label = arena_printf(a, "%d", p->v[k]->number);
			all->v[all->n++] = p->v[k];
		}
	}
	for (i = 0; i < all->n; i++)
		count_remarks(w, all, all->v[i]);
	return all;
}

static void
find_parts(struct work *w)
{
	struct node *n;

	for (n = w->doc->root->first; n; n = n->next)
		w->n += n->kind == NODE_PART;
	w->parts = ARENA_ARRAY(w->env->arena, struct part, w->n);
	w->n = 0;
	for (n = w->doc->root->first; n; n = n->next)
		if (n->kind == NODE_PART)
			w->parts[w->n++] =
			    (struct part){.node = n, .dirty = true};
}

/* Until known, a page number is two digits wide. */
static void
prepare_references(struct doc *d)
{
	struct node *n;

	for (n = d->root; n; n = node_next(n, d->root))
		if (n->kind == NODE_PAGE_REF && (!n->text || !n->text[0]))
			n->text = "00";
}

bool
layout_check(const struct layout_env *env, const struct doc *doc)
{
	const struct node *n;
	bool any = false;

	for (n = doc->root->first; n; n = n->next)
		if (n->kind == NODE_PART && !is_empty(n))
			any = setter_of(env, n) != NULL;
	return any;
}

struct pages *
layout_run(const struct layout_env *env, struct doc *doc)
{
	struct work w = {.env = env, .doc = doc};
	struct pages *all;
	int pass = 0;
	bool more = true;
	size_t i;

	w.notes = ARENA_ARRAY(env->arena, struct note_box *, doc->nnotes + 1);
	make_room(&w);
	find_parts(&w);
	prepare_references(doc);
	while (more && pass < PASSES_MAX) {
		pass++;
		for (i = 0; i < w.n; i++)
			w.parts[i].ends.hold = pass > 2;
		set_parts(&w);
		make_room(&w);
		more = number_pages(&w);
		more = refer(&w) || more;
		more = order_notes(&w, pass) || more;
	}
	for (i = 0; i < w.n && more; i++)
		if (w.parts[i].dirty)
			diag(env->sink, DIAG_LAYOUT_PASSES, w.parts[i].node->at,
			    pass, node_attr(w.parts[i].node, "layout"));
	all = gather(&w, pass);
	lost_report(env, doc, all);
	master_furnish(env, all);
	return all;
}
