/* SPDX-License-Identifier: MIT */
/*
 * doc/cite.c - citations become notes, notes get numbers and texts
 *
 * First every citation, in the order in which a reader meets its note, is
 * given its form: full at first, then Ibid. where the note before holds this
 * source alone, else short.  Only then texts are written, for the full form
 * says "hereinafter" exactly if a short one follows.  Ibid. alone means the
 * same place in the source; with another pinpoint it carries that; where the
 * pinpoint ends, the short form stands instead.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/work.h"

/* A note on its way to its text. */
struct draft {
	struct node *note, *mark;
	const char *label; /* its number, or letter */
	struct note_ref *ref;
	VEC(struct cite_item *) items;
	bool citation; /* nothing but sources: Ibid. may stand */
};

/* How far a sequence of notes has come. */
struct sequence {
	const struct node
	    *table; /* whose notes these are; NULL: the report's */
	int n;
};

struct citing {
	struct doc *doc;
	struct work *work;
	struct sequence main, own; /* of the report, of the table at hand */
	VEC(struct draft) drafts;
	VEC(struct node *) in_place; /* citations in source lines */
	VEC(struct node *) sources;  /* source lines */
};

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
		}
	}
}

/*
 * What a new note is called: the next number, or in a table with notes of its
 * own (notes="own") the next letter, which begins at a in each.
 */
static const char *
next_label(struct citing *c, const struct node *mark)
{
	const struct node *table = node_find_up(mark, NODE_TABLE);

	if (!table || strcmp(node_attr(table, "notes"), "own") != 0)
		return arena_printf(c->doc->arena, "%d", ++c->main.n);
	if (c->own.table != table)
		c->own = (struct sequence){table, 0};
	return doc_letters(c->doc->arena, ++c->own.n);
}

static void
new_note(struct citing *c, struct node *mark)
{
	struct note_ref *r = mark->data;
	struct doc *d = c->doc;
	struct draft t = {.mark = mark, .ref = r};

	t.note = node_new(d, NODE_NOTE, mark->at);
	t.note->number = (int)++d->nnotes;
	t.note->id = arena_printf(d->arena, "note-%d", t.note->number);
	t.note->target = mark;
	t.label = next_label(c, mark);
	mark->id = arena_printf(d->arena, "mark-%d", t.note->number);
	if (r->group) {
		t.citation = true;
		collect_items(&t, d, r->group);
	} else {
		collect_body(c, &t, r->text ? r->text->body : r->inlines);
	}
	if (r->text) {
		r->text->note = t.note;
		r->text->label = t.label;
	}
	node_insert_after(anchor(mark), t.note);
	VEC_PUSH(d->arena, &c->drafts, t);
}

static void
visit_mark(struct citing *c, struct node *n)
{
	struct note_ref *r = n->data;

	behind_punctuation(c->doc, n);
	if (!r->text || !r->text->note)
		new_note(c, n);
	n->target = r->text ? r->text->note : c->drafts.v[c->drafts.n - 1].note;
	n->number = n->target->number;
	n->text = r->text ? r->text->label : c->drafts.v[c->drafts.n - 1].label;
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

static void
choose_forms(struct citing *c)
{
	const struct cite_item *before = NULL;
	bool ibid = cite_option(c->doc, "ibid");
	size_t i, k;

	for (i = 0; i < c->drafts.n; i++) {
		struct draft *t = &c->drafts.v[i];

		for (k = 0; k < t->items.n; k++)
			form_item(c, t->items.v[k], k == 0 ? before : NULL,
			    ibid && t->citation);
		before = t->items.n == 1 ? t->items.v[0] : NULL;
	}
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
		    k && it->form == CITE_FULL && k->shorts > 0 &&
		    k->source->short_title[0] &&
		    strcmp(k->source->short_title, k->source->title) != 0 &&
		    cite_option(c->doc, "hereinafter");
		cite_write(c->doc, p, it);
		begun = true;
	}
}

/* Citations inside a text, each in its form. */
static void
write_in_place(struct citing *c, struct node *root)
{
	struct node *n;

	for (n = root; n; n = node_next(n, root))
		if (n->kind == NODE_SPAN && node_has_class(n, "cite") &&
		    n->data) {
			struct note_ref *r = n->data;

			n->data = NULL;
			write_group(c, n, r->group);
		}
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
			write_group(c, p, t->ref->group);
			capital(d, p);
			if (!ends_sentence(p))
				node_text(d, p, STR("."));
		}
	}
	if (!t->citation)
		write_in_place(c, note);
	p = note->last;
	/* a note of words that closes with a citation is a sentence too */
	if (p && p->last && p->last->kind == NODE_SPAN &&
	    node_has_class(p->last, "cite") && !ends_sentence(p))
		node_text(d, p, STR("."));
	t->mark->data = note->data = NULL;
}

void
cite_complete(struct doc *d)
{
	struct citing c = {.doc = d, .work = work_of(d)};
	size_t i;

	collect(&c);
	choose_forms(&c);
	find_twins(&c);
	d->notes = ARENA_ARRAY(d->arena, struct node *, d->nnotes);
	for (i = 0; i < c.drafts.n; i++) {
		d->notes[i] = c.drafts.v[i].note;
		write_note(&c, &c.drafts.v[i]);
	}
	for (i = 0; i < c.in_place.n; i++)
		write_in_place(&c, c.in_place.v[i]);
	for (i = 0; i < c.sources.n; i++)
		if (!ends_sentence(c.sources.v[i]))
			node_text(d, c.sources.v[i], STR("."));
	for (i = 0; i < c.work->note_texts.n; i++)
		if (!c.work->note_texts.v[i]->note)
			diag(d->sink, DIAG_DOC_NOTE_UNUSED,
			    c.work->note_texts.v[i]->at,
			    c.work->note_texts.v[i]->id);
}
