/* SPDX-License-Identifier: MIT */
/*
 * doc/cite_text.c - notes get their numbers and texts
 *
 * First every citation, in the order in which a reader meets its note, is
 * given its form: full at first, then Ibid. where the note before holds this
 * source alone, else short.  Only then texts are written, for the full form
 * says "hereinafter" exactly if a short one follows.  Ibid. alone means the
 * same place in the source; with another pinpoint it carries that; where the
 * pinpoint ends, the short form stands instead.
 *
 * Tables that float are read elsewhere than they are written.  When the pages
 * tell in what order marks are met, the notes are numbered anew in that order,
 * and those texts are written again whose form it changes.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/cite_work.h"

/* --- what is cited --- */

static struct cited *
cited_of(struct citing *c, const struct source *s, struct place at)
{
	struct cited *k = map_get(c->work->cited_by_key, s->key);

	if (k)
		return k;
	k = ARENA_NEW(c->doc->arena, struct cited);
	k->source = s;
	k->at = at;
	map_put(c->work->cited_by_key, str_from(s->key), k);
	VEC_PUSH(c->doc->arena, &c->work->cited, k);
	return k;
}

static const struct source *
via_of(const struct doc *d, const struct source *s)
{
	if (!s->via[0] || !d->env->source || !cite_option(d, "cited_in"))
		return NULL;
	return d->env->source(d->env->ctx, str_from(s->via));
}

/* --- numbers --- */

/* The table whose notes have letters of their own (notes="own") and whose
 * note a mark calls, or NULL: a note of the report. */
static const struct node *
own_table(const struct node *mark)
{
	const struct node *table = node_find_up(mark, NODE_TABLE);

	return table && streq(node_attr(table, "notes"), "own") ? table : NULL;
}

/* Notes are called by the next number, or letter, which begins at a in each
 * table; marks as their notes. */
static void
number_notes(struct citing *c)
{
	const struct node *table = NULL;
	struct arena *a = c->doc->arena;
	int number = 0, letter = 0;
	size_t i;

	for (i = 0; i < c->drafts.n; i++) {
		struct draft *t = &c->drafts.v[i];
		const struct node *own = own_table(t->mark);

		t->note->number = (int)i + 1;
		t->note->id = arena_printf(a, "note-%zu", i + 1);
		t->mark->id = arena_printf(a, "mark-%zu", i + 1);
		if (own) {
			letter = own == table ? letter + 1 : 1;
			table = own;
		}
		t->label = own ? doc_letters(a, letter)
			       : arena_printf(a, "%d", ++number);
	}
	for (i = 0; i < c->marks.n; i++) {
		struct node *n = c->marks.v[i];

		n->number = n->target->number;
		n->text = c->drafts.v[n->number - 1].label;
	}
}

/* --- forms --- */

static void
form_via(struct citing *c, struct cite_item *it)
{
	const struct source *s = via_of(c->doc, it->source);
	struct cited *k;

	if (!s)
		return;
	k = cited_of(c, s, it->at);
	it->via = k->full ? CITE_SHORT : CITE_PLACE;
	k->shorts += k->full;
	k->full = true;
}

static void
form_item(struct citing *c, struct cite_item *it,
    const struct cite_item *before, bool ibid)
{
	struct cited *k = cited_of(c, it->source, it->at);

	if (!k->full) {
		it->form = CITE_FULL;
		k->full = true;
		form_via(c, it);
	} else if (ibid && before && before->source == it->source &&
		   (strcmp(before->pin, it->pin) == 0 || it->pin[0])) {
		it->form = CITE_IBID;
		it->same_pin = strcmp(before->pin, it->pin) == 0;
	} else {
		it->form = CITE_SHORT;
		k->shorts++;
	}
}

/* Each table with notes of its own is a sequence of its own. */
static void
choose_forms(struct citing *c)
{
	const struct cite_item *main = NULL, *own = NULL;
	const struct node *table = NULL;
	bool ibid = cite_option(c->doc, "ibid");
	size_t i, k;

	for (i = 0; i < c->drafts.n; i++) {
		struct draft *t = &c->drafts.v[i];
		const struct node *of = own_table(t->mark);
		const struct cite_item **before = of ? &own : &main;

		if (of && of != table) {
			own = NULL;
			table = of;
		}
		for (k = 0; k < t->items.n; k++)
			form_item(c, t->items.v[k], k == 0 ? *before : NULL,
			    ibid && t->citation);
		*before = t->items.n == 1 ? t->items.v[0] : NULL;
	}
}

static void
choose_places(struct citing *c)
{
	size_t i, k;

	for (i = 0; i < c->in_place.n; i++) {
		struct note_ref *r = c->in_place.v[i]->data;

		for (k = 0; k < r->group->n; k++)
			if (r->group->v[k].source) {
				r->group->v[k].form = CITE_PLACE;
				cited_of(c, r->group->v[k].source,
				    r->group->v[k].at);
			}
	}
}

/* Sources that would be cited alike need their titles. */
static void
find_twins(struct citing *c)
{
	struct map *names = map_new(c->doc->arena);
	size_t i;

	for (i = 0; i < c->work->cited.n; i++) {
		struct cited *k = c->work->cited.v[i], *other;
		const char *name = cite_short_name(c->doc, k->source);

		other = map_get(names, name);
		if (other)
			other->twin = k->twin = true;
		else
			map_put(names, str_from(name), k);
	}
}

/* --- texts --- */

static bool
ends_sentence(const struct node *p)
{
	const struct node *n = p->last;
	size_t len;

	while (n && n->last)
		n = n->last;
	len = n && n->text ? strlen(n->text) : 0;
	return len && strchr(".?!", n->text[len - 1]);
}

static void
capital(struct doc *d, struct node *p)
{
	struct node *n = p->first;
	char *s;

	while (n && n->first)
		n = n->first;
	if (!n || n->kind != NODE_TEXT || !islower((unsigned char)n->text[0]))
		return;
	s = arena_strdup(d->arena, n->text);
	s[0] = (char)toupper((unsigned char)s[0]);
	n->text = s;
}

/* Does the full form say what the source is called from then on? */
static bool
is_hereinafter(const struct cite_item *it, const struct cited *k)
{
	return k && it->form == CITE_FULL && k->shorts > 0 &&
	       k->source->short_title[0] &&
	       strcmp(k->source->short_title, k->source->title) != 0;
}

/* What the text of a citation depends on, as a number. */
static unsigned
form_of(const struct citing *c, const struct cite_item *it)
{
	const struct cited *k =
	    it->source ? map_get(c->work->cited_by_key, it->source->key) : NULL;

	return 1u + it->form * 4u +
	       2u * (it->form == CITE_IBID && it->same_pin) +
	       is_hereinafter(it, k) +
	       64u * (it->form == CITE_FULL ? it->via : 0);
}

static void
write_group(struct citing *c, struct node *p, struct cite_group *g)
{
	bool begun = false;
	size_t i;

	for (i = 0; i < g->n; i++) {
		struct cite_item *it = &g->v[i];
		struct cited *k =
		    it->source ? map_get(c->work->cited_by_key, it->source->key)
			       : NULL;

		if (!k && !it->before)
			continue;
		if (begun)
			node_text(c->doc, p,
			    i && g->v[i - 1].sentence ? STR(" ") : STR("; "));
		it->twin = k && k->twin;
		it->hereinafter =
		    is_hereinafter(it, k) && cite_option(c->doc, "hereinafter");
		it->written = form_of(c, it);
		cite_write(c->doc, p, it);
		begun = true;
	}
}

static void
write_citation(struct citing *c, struct draft *t, struct node *p)
{
	write_group(c, p, t->ref->group);
	capital(c->doc, p);
	if (!ends_sentence(p))
		node_text(c->doc, p, STR("."));
}

/* Citations in the words of a note; one that closes them ends a sentence. */
static void
write_spans(struct citing *c, struct draft *t)
{
	struct node *p = t->note->last;
	size_t i;

	for (i = 0; i < t->spans.n; i++) {
		t->spans.v[i].span->data = NULL;
		write_group(c, t->spans.v[i].span, t->spans.v[i].group);
	}
	if (p && p->last && p->last->kind == NODE_SPAN &&
	    node_has_class(p->last, "cite") && !ends_sentence(p))
		t->stop = node_text(c->doc, p, STR("."));
}

static void
write_note(struct citing *c, struct draft *t)
{
	struct doc *d = c->doc;
	struct node *note = t->note, *p;

	doc_label(d, note, t->label);
	if (t->ref->text) {
		doc_move_children(t->ref->text->body, note);
	} else {
		p = doc_block(d, note, NODE_PARA, "");
		if (t->ref->inlines) {
			p->at = t->ref->inlines->at;
			doc_move_children(t->ref->inlines, p);
		} else {
			p->classes = "citation";
			write_citation(c, t, p);
		}
	}
	if (!t->citation)
		write_spans(c, t);
	t->mark->data = note->data = NULL;
}

void
cite_settle(struct citing *c)
{
	struct doc *d = c->doc;
	size_t i;

	number_notes(c);
	choose_forms(c);
	d->nnotes = c->drafts.n;
	d->notes = ARENA_ARRAY(d->arena, struct node *, d->nnotes);
	for (i = 0; i < c->drafts.n; i++)
		d->notes[i] = c->drafts.v[i].note;
}

void
cite_write_all(struct citing *c)
{
	size_t i;

	choose_places(c);
	find_twins(c);
	for (i = 0; i < c->drafts.n; i++)
		write_note(c, &c->drafts.v[i]);
	for (i = 0; i < c->in_place.n; i++) {
		struct node *n = c->in_place.v[i];
		struct note_ref *r = n->data;

		n->data = NULL;
		write_group(c, n, r->group);
	}
	for (i = 0; i < c->sources.n; i++)
		if (!ends_sentence(c->sources.v[i]))
			node_text(c->doc, c->sources.v[i], STR("."));
}

/* --- the order of the pages --- */

static void
empty(struct node *n)
{
	while (n->first)
		node_remove(n->first);
}

/* Write the text of a note again if a citation in it has another form. */
static bool
rewrite(struct citing *c, struct draft *t)
{
	bool same = true;
	size_t i;

	for (i = 0; i < t->items.n; i++)
		same &= t->items.v[i]->written == form_of(c, t->items.v[i]);
	if (same)
		return false;
	if (t->citation) {
		empty(t->note->last);
		write_citation(c, t, t->note->last);
		return true;
	}
	if (t->stop)
		node_remove(t->stop);
	t->stop = NULL;
	for (i = 0; i < t->spans.n; i++)
		empty(t->spans.v[i].span);
	write_spans(c, t);
	return true;
}

void
doc_order_notes(struct doc *d, struct node *const *order, bool *changed)
{
	struct citing *c = work_of(d)->citing;
	struct draft *before = c->drafts.v;
	size_t n = c->drafts.n, i;

	c->drafts.v = ARENA_ARRAY(d->arena, struct draft, n);
	for (i = 0; i < n; i++)
		c->drafts.v[i] = before[order[i]->number - 1];
	for (i = 0; i < c->work->cited.n; i++) {
		c->work->cited.v[i]->full = false;
		c->work->cited.v[i]->shorts = 0;
	}
	for (i = 0; i < n; i++)
		changed[i] = order[i]->number != (int)i + 1;
	cite_settle(c);
	for (i = 0; i < n; i++) {
		struct draft *t = &c->drafts.v[i];

		t->note->first->first->text = t->label;
		changed[i] |= rewrite(c, t);
	}
}
