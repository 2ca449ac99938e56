/* SPDX-License-Identifier: MIT */
/*
 * layout/block.c - blocks of the document to vertical lists
 *
 * Each kind of block has one setter, found in a table by kind.  A setter
 * appends boxes to the flow's body and ties them with penalties, so that the
 * page builder needs no knowledge of headings, lists or boxes (HOUSE-STYLE
 * section 14 says what may break where).  Space before a block is kept until
 * its first box is there: of two demands the larger holds.
 */
#include <assert.h>

#include "base/locale.h"
#include "base/vec.h"
#include "layout/para.h"
#include "layout/set.h"
#include "layout/table.h"

#define SPACE_FLOAT    PT(26)
#define SPACE_LIST     PT(6.5)
#define HANG_BULLET    PT(12)
#define HANG_NUMBER    PT(16)
#define ITEM_KEEP_LINES 4
#define BOX_KEEP_LINES 12

struct setting {
	struct setter *set;
	struct flow *flow;
	struct block_style style;
	mpt space;	    /* wanted before the next box */
	mpt space_at_top;   /* the same at a column's top */
	int penalty;	    /* of breaking before the next box */
	int keep;	    /* so many next boxes stay with the one before */
	mpt left;	    /* of lists in lists */
	int depth;	    /* of lists */
	bool fresh;	    /* after a heading, list, figure: no indent */
	const struct node *run_in; /* h4 waiting for its paragraph */
	VEC(const struct node *) dests; /* waiting for a box */
	VEC(const struct node *) calls; /* floats that stand here */
};

static void set_blocks(struct setting *, const struct node *first);

struct item
rule_item(mpt x, mpt y, mpt w, mpt thick, uint32_t colour)
{
	return (struct item){.kind = ITEM_FILL,
	    .artifact = ARTIFACT_LAYOUT,
	    .box = {x, y, w, thick},
	    .colour = colour};
}

struct item
dest_item(const struct node *n, mpt x, mpt y)
{
	return (struct item){
	    .kind = ITEM_DEST, .leaf = n, .box = {x, y, 0, 0}};
}

struct vbox
vlist_pack(struct arena *a, const struct vlist *l, mpt width)
{
	struct vbox out = {.width = width};
	VEC(const struct node *) notes = {0}, floats = {0};
	mpt y = 0;
	size_t i, k;

	for (i = 0; i < l->n; i++) {
		const struct vbox *b = &l->v[i];

		y += i ? b->space : 0;
		for (k = 0; k < b->nitems; k++) {
			struct item it = b->items[k];

			it.box.y += y;
			vbox_item(a, &out, it);
		}
		for (k = 0; k < b->nnotes; k++)
			VEC_PUSH(a, &notes, b->notes[k]);
		for (k = 0; k < b->nfloats; k++)
			VEC_PUSH(a, &floats, b->floats[k]);
		y += b->height;
	}
	out.height = y;
	out.notes = notes.v;
	out.nnotes = notes.n;
	out.floats = floats.v;
	out.nfloats = floats.n;
	if (l->n)
		out.at = l->v[0].at;
	return out;
}

/* --- what waits for the next box --- */

static void
want_space(struct setting *s, mpt space, mpt at_top)
{
	if (space > s->space)
		s->space = space;
	if (at_top > s->space_at_top)
		s->space_at_top = at_top;
}

static void
append_refs(struct setting *s, struct vbox *b)
{
	struct arena *a = s->set->arena;
	VEC(const struct node *) all = {0};
	size_t i;

	for (i = 0; i < s->dests.n; i++)
		vbox_item(a, b, dest_item(s->dests.v[i], 0, 0));
	s->dests.n = 0;
	if (s->calls.n == 0)
		return;
	for (i = 0; i < b->nfloats; i++)
		VEC_PUSH(a, &all, b->floats[i]);
	for (i = 0; i < s->calls.n; i++)
		VEC_PUSH(a, &all, s->calls.v[i]);
	b->floats = all.v;
	b->nfloats = all.n;
	s->calls.n = 0;
}

/* Give the boxes from `from` on what waited: space, penalties, places. */
static void
finish(struct setting *s, size_t from)
{
	struct vlist *l = &s->flow->body;
	size_t i;

	if (from == l->n)
		return;
	l->v[from].space = s->space;
	l->v[from].space_at_top = s->space_at_top;
	if (s->penalty > l->v[from].penalty)
		l->v[from].penalty = s->penalty;
	for (i = from; i < l->n && s->keep > 0; i++, s->keep--)
		l->v[i].penalty = BREAK_NEVER;
	append_refs(s, &l->v[from]);
	s->space = s->space_at_top = 0;
	s->penalty = 0;
}

static void
flag_lines(struct setting *s, size_t from, unsigned flags)
{
	struct vlist *l = &s->flow->body;
	size_t i;

	for (i = from; i < l->n; i++)
		l->v[i].flags |= flags;
}

/* --- text --- */

static void
set_para(struct setting *s, const struct node *n)
{
	struct vlist *l = &s->flow->body;
	size_t from = l->n;
	bool lead = node_has_class(n, "lead");
	enum role role = lead ? ROLE_LEAD : s->style.body;
	const struct role_style *r = &s->set->style->roles[role];
	struct para_options o = {.width = s->style.width,
	    .hang = s->left,
	    .run_in = s->run_in,
	    .run_in_role = ROLE_H4};

	if (!s->fresh && s->depth == 0 && !s->run_in && !lead)
		o.first_indent = s->set->style->indent;
	want_space(s, r->before, 0);
	para_set(s->set->env, l, n, role, &o);
	if (s->style.grid && !lead)
		flag_lines(s, from, VBOX_ON_GRID);
	finish(s, from);
	if (lead)
		want_space(s, r->after, 0);
	s->run_in = NULL;
	s->fresh = lead;
}

/* Space before an h2 makes heading and space whole grid lines. */
static mpt
heading_space(const struct style *st, mpt height, mpt after, mpt least)
{
	mpt all = height + after + least;

	all = (all + st->grid - 1) / st->grid * st->grid;
	return all - height - after;
}

static void
set_heading(struct setting *s, const struct node *n)
{
	const struct style *st = s->set->style;
	struct vlist *l = &s->flow->body;
	enum role role = n->level <= 1	 ? ROLE_H1
			 : n->level == 2 ? ROLE_H2
					 : ROLE_H3;
	const struct role_style *r = &st->roles[role];
	struct para_options o = {.width = s->style.width, .balanced = true};
	bool under_heading = s->keep > 0;
	size_t from = l->n, i;

	if (n->level >= 4) {
		s->run_in = n;
		VEC_PUSH(s->set->arena, &s->dests, n);
		want_space(s, r->before, 0);
		return;
	}
	para_set(s->set->env, l, n, role, &o);
	if (from == l->n)
		return;
	for (i = from + 1; i < l->n; i++)
		l->v[i].penalty = BREAK_NEVER;
	if (role == ROLE_H3 && s->style.grid)
		flag_lines(s, from, VBOX_ON_GRID);
	VEC_PUSH(s->set->arena, &s->dests, n);
	if (under_heading)
		s->keep = 1;
	else if (role == ROLE_H3)
		want_space(s, r->before, 0);
	else
		want_space(s,
		    heading_space(st, (mpt)(l->n - from) * r->leading,
			r->after, PT(10)),
		    0);
	finish(s, from);
	want_space(s, r->after, 0);
	s->keep = 2;
	s->fresh = true;
}

static void
set_section(struct setting *s, const struct node *n)
{
	if (n->id)
		VEC_PUSH(s->set->arena, &s->dests, n);
	set_blocks(s, n->first);
}

/* --- lists --- */

/* The dash of HOUSE-STYLE section 8: 4 x 1 pt, at x-height's middle. */
static void
add_dash(struct setting *s, struct vbox *line, mpt x)
{
	const struct style *st = s->set->style;
	const struct role_style *r = &st->roles[s->style.body];
	mpt y = r->ascent - r->face.size / 4 - PT(0.5);

	vbox_item(s->set->arena, line,
	    rule_item(s->set->rtl ? s->style.width - x - PT(4) : x, y, PT(4),
		PT(1), st->petrol700));
}

/* The number of an item, set left of its first line. */
static void
add_label(struct setting *s, struct vbox *line, const struct node *label,
    mpt x)
{
	struct vlist one = {.arena = s->set->arena};
	struct para_options o = {.width = HANG_NUMBER * 2};
	const struct role_style *body = &s->set->style->roles[s->style.body];
	const struct role_style *num = &s->set->style->roles[ROLE_LIST_NUMBER];
	size_t i;

	para_set(s->set->env, &one, label, ROLE_LIST_NUMBER, &o);
	for (i = 0; one.n > 0 && i < one.v[0].nitems; i++) {
		struct item it = one.v[0].items[i];

		it.box.x += s->set->rtl
				? s->style.width - x - one.v[0].width
				: x;
		it.box.y += body->ascent - num->ascent;
		vbox_item(s->set->arena, line, it);
	}
}

static void
set_item(struct setting *s, const struct node *item, bool ordered)
{
	struct vlist *l = &s->flow->body;
	const struct node *label =
	    item->first && item->first->kind == NODE_LABEL ? item->first : NULL;
	mpt x = s->left, hang = ordered ? HANG_NUMBER : HANG_BULLET;
	size_t from = l->n, i;

	s->left += hang;
	s->fresh = true;
	set_blocks(s, label ? label->next : item->first);
	s->left = x;
	if (l->n == from)
		return;
	if (label && ordered)
		add_label(s, &l->v[from], label, x);
	else
		add_dash(s, &l->v[from], x);
	if (l->n - from <= ITEM_KEEP_LINES)
		for (i = from + 1; i < l->n; i++)
			l->v[i].penalty = BREAK_NEVER;
}

static void
set_list(struct setting *s, const struct node *n)
{
	struct block_style outer = s->style;
	const struct node *item;

	if (s->depth++ == 0) {
		want_space(s, SPACE_LIST, 0);
		if (s->flow->body.n > 0 && s->keep < 1)
			s->keep = 1; /* with the line that announces it */
	}
	s->style.grid = false;
	for (item = n->first; item; item = item->next)
		if (item->kind == NODE_ITEM)
			set_item(s, item, n->level > 0);
	s->style = outer;
	if (--s->depth == 0)
		want_space(s, SPACE_LIST, 0);
	s->fresh = true;
}

/* --- set-off text --- */

static void
set_quote(struct setting *s, const struct node *n)
{
	struct block_style outer = s->style;

	want_space(s, SPACE_LIST, 0);
	s->left += HANG_BULLET;
	s->style.width -= HANG_BULLET;
	s->fresh = true;
	set_blocks(s, n->first);
	s->left -= HANG_BULLET;
	s->style = outer;
	s->fresh = true;
	want_space(s, SPACE_LIST, 0);
}

static void
set_pull_quote(struct setting *s, const struct node *n)
{
	struct setter *set = s->set;
	const struct role_style *r = &set->style->roles[ROLE_PULL_QUOTE];
	struct para_options o = {.width = s->style.width,
	    .balanced = true,
	    .artifact = ARTIFACT_LAYOUT};
	struct vlist lines = {.arena = set->arena};
	const struct node *p;
	struct vbox b;
	size_t i, from = s->flow->body.n;

	for (p = n->first; p; p = p->next)
		if (p->kind == NODE_PARA)
			para_set(set->env, &lines, p, ROLE_PULL_QUOTE, &o);
	b = vlist_pack(set->arena, &lines, s->style.width);
	for (i = 0; i < b.nitems; i++)
		b.items[i].box.y += PT(1.5) + PT(9);
	b.height += PT(1.5) + PT(9);
	vbox_item(set->arena, &b,
	    rule_item(0, 0, s->style.width, PT(1.5), set->style->petrol900));
	b.at = n->at;
	want_space(s, r->before, 0);
	vlist_add(&s->flow->body, b);
	finish(s, from);
	want_space(s, r->after, 0);
}

/* Text of a box, without its padding. */
static void
set_box_text(struct setter *set, const struct node *n, mpt width,
    struct flow *inner, const struct node *end)
{
	struct para_options o = {.width = width};
	struct block_style style = {.width = width, .body = ROLE_BOX_TEXT};
	const struct node *p = n->first;
	struct vlist *l = &inner->body;

	inner->body.arena = set->arena;
	if (p && p->kind == NODE_LABEL) {
		para_set(set->env, l, p, ROLE_BOX_LABEL, &o);
		p = p->next;
	}
	if (p && (p->kind == NODE_HEADING || p->kind == NODE_TITLE)) {
		para_set(set->env, l, p, ROLE_BOX_TITLE, &o);
		p = p->next;
	}
	if (p && p != end)
		block_set(set, inner, p, &style);
}

static void
set_box(struct setting *s, const struct node *n)
{
	struct setter *set = s->set;
	const struct style *st = set->style;
	mpt pad = PT(12), top = PT(9.5), foot = PT(10);
	mpt width = s->style.width - 2 * pad;
	const struct node *last = n->last;
	struct flow inner = {0};
	struct para_options o = {.width = width};
	struct vbox b;
	size_t from = s->flow->body.n, i;

	while (last && last->kind == NODE_NOTE)
		last = last->prev;
	set_box_text(set, n, width, &inner,
	    last && last->kind == NODE_SOURCE ? last : NULL);
	if (last && last->kind == NODE_SOURCE) {
		size_t at = inner.body.n;

		para_set(set->env, &inner.body, last, ROLE_SOURCE, &o);
		if (at < inner.body.n)
			inner.body.v[at].space = PT(3);
	}
	b = vlist_pack(set->arena, &inner.body, s->style.width);
	for (i = 0; i < b.nitems; i++) {
		b.items[i].box.x += pad;
		b.items[i].box.y += top;
	}
	b.height += top + foot;
	b.at = n->at;
	b.flags = VBOX_INSERT | VBOX_ROUND_UP;
	/* the tint lies under the text: it comes first */
	vbox_item(set->arena, &b,
	    rule_item(0, 0, s->style.width, b.height, st->sand50));
	for (i = b.nitems - 1; i > 0; i--) {
		struct item it = b.items[i];

		b.items[i] = b.items[i - 1];
		b.items[i - 1] = it;
	}
	vbox_item(set->arena, &b, dest_item(n, 0, 0));
	want_space(s, SPACE_FLOAT, 0);
	vlist_add(&s->flow->body, b);
	finish(s, from);
	want_space(s, SPACE_FLOAT, 0);
	s->fresh = true;
}

/* --- figures and tables --- */

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
			struct para_options o = {.width = width,
			    .balanced = p->kind == NODE_TITLE};

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
			.box = {0, 0, w, h}});
	}
	return b;
}

/* "How to read" and "Source" with their space before. */
static void
set_foot_text(struct setter *set, struct vlist *l, const struct node *n,
    mpt width)
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
}

struct vbox
figure_box(struct setter *set, const struct node *figure, mpt width)
{
	struct vlist l = {.arena = set->arena};
	const struct node *p;
	struct vbox b;
	size_t at;

	for (p = figure->first; p; p = p->next) {
		at = l.n;
		if (p->kind == NODE_CAPTION) {
			caption_set(set->env, &l, p, width);
		} else if (p->kind == NODE_PLOT || p->kind == NODE_IMAGE) {
			vlist_add(&l, picture_box(set, p, width));
			if (at > 0)
				l.v[at].space = PT(7);
		} else if (p->kind == NODE_READING || p->kind == NODE_SOURCE) {
			set_foot_text(set, &l, p, width);
		}
	}
	b = vlist_pack(set->arena, &l, width);
	b.at = figure->at;
	vbox_item(set->arena, &b, dest_item(figure, 0, 0));
	return b;
}

static bool
spans_page(const struct setting *s, const struct node *n)
{
	return s->style.floats && s->style.float_width > s->style.width &&
	       node_has_class(n, "span-page");
}

static struct vfloat *
float_add(struct setting *s, const struct node *n)
{
	struct vfloat *f = ARENA_NEW(s->set->arena, struct vfloat);
	struct arena *a = s->set->arena;
	struct flow *w = s->flow;

	f->node = n;
	f->boxes.arena = a;
	if (w->nfloats == w->floats_cap) {
		size_t old = w->floats_cap * sizeof *w->floats;

		w->floats_cap = w->floats_cap ? w->floats_cap * 2 : 8;
		w->floats = arena_grow(a, w->floats, old,
		    w->floats_cap * sizeof *w->floats);
	}
	w->floats[w->nfloats++] = f;
	VEC_PUSH(a, &s->calls, n);
	return f;
}

/* A figure or short table that stays in its column: one box that may move to
 * the top of the next. */
static void
insert_add(struct setting *s, struct vbox b)
{
	size_t from = s->flow->body.n;

	b.flags = VBOX_INSERT | VBOX_ROUND_UP;
	want_space(s, SPACE_FLOAT, 0);
	vlist_add(&s->flow->body, b);
	finish(s, from);
	want_space(s, SPACE_FLOAT, 0);
	s->fresh = true;
}

static void
set_figure(struct setting *s, const struct node *n)
{
	if (spans_page(s, n)) {
		struct vfloat *f = float_add(s, n);

		vlist_add(&f->boxes,
		    figure_box(s->set, n, s->style.float_width));
		return;
	}
	insert_add(s, figure_box(s->set, n, s->style.width - s->left));
}

static void
set_table(struct setting *s, const struct node *n)
{
	bool page = spans_page(s, n);
	mpt width = page ? s->style.float_width : s->style.width;
	struct vtable *t = table_set(s->set->env, n, width);
	struct vlist *l = &s->flow->body;
	size_t from = l->n, i;

	if (page) {
		struct vfloat *f = float_add(s, n);

		f->table = t;
		f->boxes = t->rows;
		if (t->breakable)
			return;
		f->boxes = (struct vlist){.arena = s->set->arena};
		vlist_add(&f->boxes,
		    vlist_pack(s->set->arena, &t->rows, width));
		return;
	}
	if (!t->breakable) {
		insert_add(s, vlist_pack(s->set->arena, &t->rows, width));
		return;
	}
	want_space(s, SPACE_FLOAT, 0);
	for (i = 0; i < t->rows.n; i++)
		vlist_add(l, t->rows.v[i]);
	finish(s, from);
	want_space(s, SPACE_FLOAT, 0);
	s->fresh = true;
}

/* --- the rest --- */

static void
set_rule(struct setting *s, const struct node *n)
{
	struct vbox b = {.width = s->style.width, .height = PT(0.5)};
	size_t from = s->flow->body.n;

	b.at = n->at;
	vbox_item(s->set->arena, &b,
	    rule_item(0, 0, s->style.width, PT(0.5), s->set->style->grey500));
	want_space(s, SPACE_LIST, 0);
	vlist_add(&s->flow->body, b);
	finish(s, from);
	want_space(s, SPACE_LIST, 0);
}

/* Works cited: small, hanging. */
static void
set_bibliography(struct setting *s, const struct node *n)
{
	const struct node *p;
	struct vlist *l = &s->flow->body;

	for (p = n->first; p; p = p->next) {
		struct para_options o = {.width = s->style.width,
		    .first_indent = -HANG_BULLET,
		    .hang = HANG_BULLET};
		size_t from = l->n, i;

		if (p->kind != NODE_PARA) {
			if (p->kind == NODE_SECTION)
				set_bibliography(s, p);
			else if (p->kind == NODE_HEADING)
				set_heading(s, p);
			continue;
		}
		para_set(s->set->env, l, p, ROLE_NOTE, &o);
		for (i = from + 1; i < l->n && l->n - from <= 4; i++)
			l->v[i].penalty = BREAK_NEVER;
		finish(s, from);
		want_space(s, PT(3.25), 0);
	}
	s->fresh = true;
}

static void
set_children(struct setting *s, const struct node *n)
{
	if (n->id)
		VEC_PUSH(s->set->arena, &s->dests, n);
	set_blocks(s, n->first);
}

static void (*const setters[NODE_KIND_COUNT])(struct setting *,
    const struct node *) = {
    [NODE_SECTION] = set_section,
    [NODE_HEADING] = set_heading,
    [NODE_PARA] = set_para,
    [NODE_LIST] = set_list,
    [NODE_QUOTE] = set_quote,
    [NODE_BOX] = set_box,
    [NODE_DIV] = set_children,
    [NODE_PULL_QUOTE] = set_pull_quote,
    [NODE_FIGURE] = set_figure,
    [NODE_TABLE] = set_table,
    [NODE_BIBLIOGRAPHY] = set_bibliography,
    [NODE_RULE] = set_rule,
};

static void
set_blocks(struct setting *s, const struct node *first)
{
	const struct node *n;

	for (n = first; n; n = n->next)
		if (setters[n->kind])
			setters[n->kind](s, n);
}

void
block_set(struct setter *set, struct flow *flow, const struct node *first,
    const struct block_style *style)
{
	struct setting s = {.set = set, .flow = flow, .style = *style,
	    .fresh = true};

	flow->body.arena = set->arena;
	set_blocks(&s, first);
	/* what was called or named after the last text */
	if (flow->body.n > 0)
		append_refs(&s, &flow->body.v[flow->body.n - 1]);
}
