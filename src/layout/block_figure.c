/* SPDX-License-Identifier: MIT */
/* layout/block_figure.c - figures and tables, in the column or leaving it */
#include <stdio.h>

#include "layout/block_work.h"
#include "layout/front.h"
#include "layout/note.h"
#include "layout/para.h"
#include "layout/table.h"

#define NOTES_SPACE PT(6.5) /* between a table and its notes */
#define SCALE_LEAST 250     /* thousandths of a picture that is too tall */

void
caption_set(const struct layout_env *env, struct vlist *l,
    const struct node *caption, mpt width)
{
	static const struct {
		enum node_kind kind;
		enum role role;
	} parts[] = {{NODE_LABEL, ROLE_LABEL}, {NODE_TITLE, ROLE_TITLE},
	    {NODE_SUBTITLE, ROLE_SUBTITLE}};
	const struct node *p;
	size_t i;

	for (p = caption ? caption->first : NULL; p; p = p->next)
		for (i = 0; i < sizeof parts / sizeof *parts; i++) {
			struct para_options o = {
			    .width = width, .balanced = p->kind == NODE_TITLE};

			if (p->kind == parts[i].kind)
				para_set(env, l, p, parts[i].role, &o);
		}
}

/* A plot or picture as one box. */
static struct vbox
picture_box(struct setter *set, const struct node *n, mpt width)
{
	struct vbox b = {.width = width};
	mpt w, h;

	if (n->kind == NODE_PLOT) {
		b.height = set->env->plot_height(set->env->ctx, n, width);
		vbox_item(set->arena, &b,
		    (struct item){.kind = ITEM_FORM,
			.leaf = n,
			.box = {0, 0, width, b.height}});
	} else if (set->env->image_size(set->env->ctx, n->href, &w, &h)) {
		if (w > width) {
			h = (mpt)((int64_t)h * width / w);
			w = width;
		}
		b.height = h;
		vbox_item(set->arena, &b,
		    (struct item){.kind = ITEM_IMAGE,
			.leaf = n,
			.box = {set->rtl ? width - w : 0, 0, w, h}});
	}
	return b;
}

/* "How to read" and "Source" with their space before. */
static void
set_foot_text(
    struct setter *set, struct vlist *l, const struct node *n, mpt width)
{
	bool reading = n->kind == NODE_READING;
	enum role role = reading ? ROLE_READING : ROLE_SOURCE;
	struct para_options o = {.width = width};
	size_t at = l->n;

	if (reading && width > PT(390))
		o.width = PT(390);
	para_set(set->env, l, n, role, &o);
	if (at < l->n)
		l->v[at].space = set->style->roles[role].before;
	for (; at < l->n && set->rtl; at++)
		front_shift(&l->v[at], width - o.width, 0);
}

/* A figure never breaks: where no page holds it, its picture gives. */
static void
shrink(struct setter *set, struct vbox *picture, mpt over, struct place at)
{
	int64_t scale =
	    (int64_t)(picture->height - over) * 1000 / picture->height;
	struct item *it = picture->items;
	char points[32];

	if (picture->nitems == 0 || scale < SCALE_LEAST)
		return;
	snprintf(points, sizeof points, "%.0f", over / 1000.0);
	diag(set->env->sink, DIAG_FIGURE_TALL, at, points);
	if (it->kind == ITEM_IMAGE) {
		it->box.w = (mpt)(it->box.w * scale / 1000);
		it->box.h -= over;
	} else {
		it->scale = (uint32_t)scale;
	}
	if (set->rtl && it->kind == ITEM_IMAGE)
		it->box.x = picture->width - it->box.w;
	else if (set->rtl)
		it->box.x = (mpt)(picture->width * (1000 - scale) / 1000);
	picture->height -= over;
}

struct vbox
figure_box(struct setter *set, const struct node *figure, mpt width)
{
	struct vlist l = {.arena = set->arena};
	mpt room = set->style->lines * set->style->grid;
	size_t picture = SIZE_MAX, at;
	const struct node *p;
	struct vbox b;

	for (p = figure->first; p; p = p->next) {
		at = l.n;
		if (p->kind == NODE_CAPTION) {
			caption_set(set->env, &l, p, width);
		} else if (p->kind == NODE_PLOT || p->kind == NODE_IMAGE) {
			picture = at;
			vlist_add(&l, picture_box(set, p, width));
			if (at > 0)
				l.v[at].space = PT(7);
		} else if (p->kind == NODE_READING || p->kind == NODE_SOURCE) {
			set_foot_text(set, &l, p, width);
		}
	}
	if (picture < l.n && vlist_height(&l) > room)
		shrink(set, &l.v[picture], vlist_height(&l) - room, figure->at);
	b = vlist_pack(set->arena, &l, width);
	b.at = figure->at;
	vbox_item(set->arena, &b, dest_item(figure, 0, 0));
	return b;
}

bool
block_spans(const struct setting *s, const struct node *n)
{
	return s->style.floats && s->style.float_width > s->style.width &&
	       node_has_class(n, "span-page");
}

struct vfloat *
block_float(struct setting *s, const struct node *n)
{
	struct vfloat *f = ARENA_NEW(s->set->arena, struct vfloat);
	struct arena *a = s->set->arena;
	struct flow *w = s->flow;

	f->node = n;
	f->boxes.arena = a;
	f->stands = w->body.n;
	if (w->nfloats == w->floats_cap) {
		size_t old = w->floats_cap * sizeof *w->floats;

		w->floats_cap = w->floats_cap ? w->floats_cap * 2 : 8;
		w->floats = arena_grow(
		    a, w->floats, old, w->floats_cap * sizeof *w->floats);
	}
	w->floats[w->nfloats++] = f;
	VEC_PUSH(a, &s->calls, n);
	return f;
}

/* A figure or short table that stays in its column: one box that may move to
 * the top of the next. */
void
block_insert(struct setting *s, struct vbox b)
{
	size_t from = s->flow->body.n;
	mpt before = s->space;
	int keep = s->keep;
	bool under_heading = s->under_heading;

	b.flags |= VBOX_INSERT | VBOX_ROUND_UP;
	block_space(s, SPACE_FLOAT, 0);
	vlist_add(&s->flow->body, b);
	block_finish(s, from);
	/* if it moves, what follows stands as if it were not there */
	s->keep = keep;
	s->under_heading = under_heading;
	block_space(s, SPACE_FLOAT, 0);
	s->space_skip = before;
	s->after_insert = true;
	s->fresh = true;
}

void
block_figure(struct setting *s, const struct node *n)
{
	struct vbox b;

	if (block_spans(s, n)) {
		struct vfloat *f = block_float(s, n);

		vlist_add(
		    &f->boxes, figure_box(s->set, n, s->style.float_width));
		return;
	}
	b = figure_box(s->set, n, s->style.width - s->left);
	if (node_has_class(n, "bare")) {
		/* without words it belongs to the text around it */
		int keep = s->keep;

		b.flags |= VBOX_ROUND_UP;
		block_stand(s, b, SPACE_STAND, SPACE_STAND);
		s->keep = keep;
	} else {
		b.flags |= VBOX_FIGURE;
		block_insert(s, b);
	}
}

/* The notes that a table calls, set below it instead of at the page's foot.
 * The first line stays with the table. */
static void
add_table_notes(const struct setter *set, struct vtable *t)
{
	struct vlist below = {.arena = set->arena};
	size_t i, k;

	for (i = 0; i < t->rows.n; i++) {
		struct vbox *b = &t->rows.v[i];

		for (k = 0; k < b->nnotes; k++) {
			struct vlist lines = {0};

			note_set(set, b->notes[k], t->width, &lines);
			vlist_append(&below, &lines, 0);
		}
		b->flags |= VBOX_NOTED;
	}
	if (below.n > 0)
		below.v[0].penalty = BREAK_NEVER;
	vlist_append(&t->rows, &below, NOTES_SPACE);
}

void
block_table(struct setting *s, const struct node *n)
{
	const struct style *st = s->set->style;
	mpt across = st->page_height - st->left - st->right;
	mpt widths[] = {s->style.width, 0, 0, 0}, *wider = widths;
	struct vtable *t;
	struct vlist *l = &s->flow->body;
	size_t from = l->n, i;
	bool turned, page;

	/* a table that its place does not hold takes the next larger one */
	if (s->style.floats && node_has_class(n, "landscape")) {
		*wider = across;
	} else if (s->style.floats) {
		if (s->style.float_width > *wider)
			*(block_spans(s, n) ? wider : ++wider) =
			    s->style.float_width;
		*++wider = across;
	}
	t = table_set(s->set->env, n, widths);
	turned = s->style.floats && t->width == across;
	page = turned || t->width > s->style.width;

	if (st->notes_below_tables)
		add_table_notes(s->set, t);
	if (page) {
		struct vfloat *f = block_float(s, n);

		f->table = t;
		f->landscape = turned;
		f->boxes = t->rows;
		if (t->breakable)
			return;
		f->boxes = (struct vlist){.arena = s->set->arena};
		vlist_add(
		    &f->boxes, vlist_pack(s->set->arena, &t->rows, t->width));
		return;
	}
	if (!t->breakable) {
		struct vbox b = vlist_pack(s->set->arena, &t->rows, t->width);

		b.flags |= VBOX_TABLE;
		block_insert(s, b);
		return;
	}
	block_space(s, SPACE_FLOAT, 0);
	for (i = 0; i < t->rows.n; i++) {
		t->rows.v[i].flags |= VBOX_TABLE;
		vlist_add(l, t->rows.v[i]);
	}
	block_finish(s, from);
	block_space(s, SPACE_FLOAT, 0);
	s->fresh = true;
}
