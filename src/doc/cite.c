/* SPDX-License-Identifier: MIT */
/*
 * doc/cite.c - citations become notes
 *
 * Marks are collected in the order of the document; cite_text.c gives notes
 * their numbers and texts.
 */
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/cite_work.h"

/* --- from spans to marks --- */

/* A citation straight behind another joins it. */
static void
merge(struct doc *d, struct node *n)
{
	struct note_ref *r = n->data, *next;

	while (n->next && n->next->kind == NODE_SPAN &&
	       node_has_class(n->next, "cite")) {
		struct cite_group *g = r->group;
		struct cite_item *v;
		size_t old = g->n * sizeof *v, more;

		next = n->next->data;
		more = next->group->n * sizeof *v;
		v = arena_grow(d->arena, g->v, old, old + more);
		if (more)
			memcpy(v + g->n, next->group->v, more);
		g->v = v;
		g->n += next->group->n;
		node_remove(n->next);
	}
}

/* The mark stands behind punctuation and not behind a blank. */
static void
behind_punctuation(struct doc *d, struct node *mark)
{
	struct node *before = mark->prev, *after = mark->next, *t;
	size_t n =
	    before && before->kind == NODE_TEXT ? strlen(before->text) : 0;
	char stop[2] = "";

	if (n && before->text[n - 1] == ' ')
		before->text = arena_strndup(d->arena, before->text, n - 1);
	if (!after || after->kind != NODE_TEXT || !after->text[0] ||
	    !strchr(".,;:", after->text[0]))
		return;
	stop[0] = after->text[0];
	after->text++;
	if (before && before->kind == NODE_TEXT) {
		before->text =
		    arena_printf(d->arena, "%s%s", before->text, stop);
	} else {
		t = node_new(d, NODE_TEXT, after->at);
		t->text = arena_strdup(d->arena, stop);
		node_insert_before(mark, t);
	}
	if (!after->text[0])
		node_remove(after);
}

/* The block behind which the note of a mark stands. */
static struct node *
anchor(struct node *mark)
{
	struct node *n, *block = NULL;

	for (n = mark->parent; n; n = n->parent) {
		if (!block && node_is_block(n))
			block = n;
		if (n->kind == NODE_FIGURE || n->kind == NODE_TABLE)
			block = n;
	}
	while (block->next && block->next->kind == NODE_NOTE)
		block = block->next;
	return block;
}

/* --- collecting --- */

static void
collect_items(struct draft *t, struct doc *d, struct cite_group *g)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		if (g->v[i].source)
			VEC_PUSH(d->arena, &t->items, &g->v[i]);
}

/* Citations inside a note's text belong to the note; notes in it cannot be. */
static void
collect_body(struct citing *c, struct draft *t, struct node *body)
{
	struct node *n, *next;

	for (n = body->first; n; n = next) {
		next = node_next(n, body);
		if (n->kind == NODE_NOTE_MARK) {
			next = node_skip(n, body);
			diag(c->doc->sink, DIAG_DOC_NOTE_IN_NOTE, n->at);
			node_remove(n);
		} else if (n->kind == NODE_SPAN && node_has_class(n, "cite")) {
			struct note_ref *r = n->data;

			merge(c->doc, n);
			next = node_next(n, body);
			collect_items(t, c->doc, r->group);
			VEC_PUSH(c->doc->arena, &t->spans,
			    (struct cite_span){n, r->group});
		}
	}
}

/* --- one place for one work --- */

/* Does the list "27, 25" have the pinpoint? */
static bool
has_pin(const char *list, const char *pin)
{
	size_t n = strlen(pin);
	const char *p = list;

	while ((p = strstr(p, pin)) != NULL) {
		if ((p == list || p[-1] == ' ') && (!p[n] || p[n] == ','))
			return true;
		p += n;
	}
	return false;
}

/* May the second follow the first as another pinpoint of it? */
static bool
same_work(const struct cite_item *a, const struct cite_item *b)
{
	return a->source && a->source == b->source && !a->after && !b->before &&
	       !b->after;
}

/* A work cited twice in a note stands there once, with both pinpoints. */
static void
join_works(struct doc *d, struct cite_group *g)
{
	size_t i, k, n = 0;

	for (i = 0; i < g->n; i++) {
		struct cite_item *it = &g->v[i], *to = NULL;

		for (k = 0; k < n && !to; k++)
			to = same_work(&g->v[k], it) ? &g->v[k] : NULL;
		if (!to) {
			g->v[n++] = *it;
			continue;
		}
		if (!it->pin[0] || has_pin(to->pin, it->pin))
			continue;
		to->locator = to->locator[0] ? arena_printf(d->arena, "%s, %s",
						   to->locator, it->locator)
					     : it->locator;
		to->pin = to->pin[0] ? arena_printf(
					   d->arena, "%s, %s", to->pin, it->pin)
				     : it->pin;
	}
	g->n = n;
}

/* --- notes --- */

static void
new_note(struct citing *c, struct node *mark)
{
	struct note_ref *r = mark->data;
	struct doc *d = c->doc;
	struct draft t = {.mark = mark, .ref = r};

	t.note = node_new(d, NODE_NOTE, mark->at);
	t.note->target = mark;
	if (r->group) {
		t.citation = true;
		join_works(d, r->group);
		collect_items(&t, d, r->group);
	} else {
		collect_body(c, &t, r->text ? r->text->body : r->inlines);
	}
	if (r->text)
		r->text->note = t.note;
	node_insert_after(anchor(mark), t.note);
	VEC_PUSH(d->arena, &c->drafts, t);
}

/* Does a cell cite what the note before it, of the same table, does? */
static bool
repeats(
    const struct citing *c, const struct node *mark, const struct cite_group *g)
{
	const struct node *table = node_find_up(mark, NODE_TABLE);
	const struct draft *t;
	size_t i;

	if (!table || !g || c->drafts.n == 0)
		return false;
	t = &c->drafts.v[c->drafts.n - 1];
	if (!t->citation || node_find_up(t->mark, NODE_TABLE) != table ||
	    t->items.n != g->n)
		return false;
	for (i = 0; i < g->n; i++)
		if (!same_work(t->items.v[i], &g->v[i]) || g->v[i].before ||
		    strcmp(t->items.v[i]->pin, g->v[i].pin) != 0)
			return false;
	return true;
}

static void
visit_mark(struct citing *c, struct node *n)
{
	struct note_ref *r = n->data;

	behind_punctuation(c->doc, n);
	if ((!r->text || !r->text->note) && !repeats(c, n, r->group))
		new_note(c, n);
	n->target = r->text ? r->text->note : c->drafts.v[c->drafts.n - 1].note;
	VEC_PUSH(c->doc->arena, &c->marks, n);
}

static void
visit_cite(struct citing *c, struct node *n)
{
	struct note_ref *r = n->data;
	size_t i;

	merge(c->doc, n);
	if (node_find_up(n, NODE_SOURCE)) {
		VEC_PUSH(c->doc->arena, &c->in_place, n);
		return;
	}
	for (i = 0; i < r->group->n; i++)
		if (r->group->v[i].source || r->group->v[i].before)
			break;
	if (i == r->group->n) {
		/* nothing but unknown keys, which were reported */
		n->classes = "";
		return;
	}
	n->kind = NODE_NOTE_MARK;
	n->classes = "";
	n->text = "";
	visit_mark(c, n);
}

static void
collect(struct citing *c)
{
	struct node *root = c->doc->root, *n = root;

	while (n) {
		if (n->kind == NODE_NOTE) {
			n = node_skip(n, root);
			continue;
		}
		if (n->kind == NODE_SOURCE)
			VEC_PUSH(c->doc->arena, &c->sources, n);
		else if (n->kind == NODE_NOTE_MARK)
			visit_mark(c, n);
		else if (n->kind == NODE_SPAN && node_has_class(n, "cite"))
			visit_cite(c, n);
		n = node_next(n, root);
	}
}

void
cite_complete(struct doc *d)
{
	struct citing *c = ARENA_NEW(d->arena, struct citing);
	struct work *w = work_of(d);
	size_t i;

	c->doc = d;
	c->work = w;
	w->citing = c;
	collect(c);
	cite_settle(c);
	cite_write_all(c);
	for (i = 0; i < w->note_texts.n; i++)
		if (!w->note_texts.v[i]->note)
			diag(d->sink, DIAG_DOC_NOTE_UNUSED,
			    w->note_texts.v[i]->at, w->note_texts.v[i]->id);
}
