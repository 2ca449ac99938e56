/* SPDX-License-Identifier: MIT */
/*
 * layout/table.c - tables as vertical material
 *
 * A table becomes a list of boxes: caption and head, then rows, then closing
 * rule, key and source.  Penalties say where it may break (HOUSE-STYLE section
 * 9); the page builder needs to know nothing else of it.
 */
#include "layout/table.h"

#include "base/arena.h"
#include "base/str.h"
#include "doc/doc.h"
#include "layout/front.h"
#include "layout/table_box.h"
#include "layout/table_work.h"

#define BREAKABLE_ROWS 18
#define KEEP_ROWS      2
#define CLOSING_RULE   PT(0.75)
#define KEY_SPACE      PT(6)
#define READING_MOST   PT(390)
#define PAGE_REST      PT(60) /* caption, head and "continues" on a page */
#define PIECE_LEAST    PT(100)
#define SWATCH_W       PT(18)
#define SWATCH_H       PT(7)
#define SWATCH_GAP     PT(6)

/* --- what stands above the rows --- */

static const struct node *
find_kid(const struct node *n, enum node_kind kind)
{
	for (n = n ? n->first : NULL; n; n = n->next)
		if (n->kind == kind)
			return n;
	return NULL;
}

static void
set_caption(struct vtable *t, struct table_work *w, struct vlist *top)
{
	const struct layout_env *env = w->grid->env;
	const struct node *caption = find_kid(t->table, NODE_CAPTION);
	const struct node *title = find_kid(caption, NODE_TITLE);
	struct para_options o = {.width = t->width, .balanced = true};

	if (caption)
		caption_set(env, top, caption, t->width);
	if (title)
		para_set(env, &w->title, title, ROLE_TITLE, &o);
	if (w->grid->heat && find_kid(caption, NODE_SUBTITLE))
		para_set(env, &w->subtitle, find_kid(caption, NODE_SUBTITLE),
		    ROLE_SUBTITLE, &(struct para_options){.width = t->width});
}

static size_t
set_head(struct vtable *t, struct table_work *w, struct vlist *top)
{
	const struct table_grid *g = w->grid;
	size_t n = 0;

	while (n < g->rows.n && g->rows.v[n].kind == TABLE_HEAD)
		n++;
	if (n > 0)
		table_box(g, &w->head, 0, n, INT32_MAX / 2, false);
	else if (g->rows.n > 0)
		vlist_add(&w->head, (struct vbox){.width = t->width});
	if (n == 0 && g->rows.n > 0 && !g->heat) {
		w->head.v[0].height = CLOSING_RULE;
		vbox_item(g->env->arena, &w->head.v[0],
		    rule_item(0, 0, t->width, CLOSING_RULE,
			g->env->style->petrol900));
	}
	if (w->head.n > 0) {
		struct vbox head = w->head.v[0];

		if (top->n > 0)
			head.space = g->env->style->roles[ROLE_SUBTITLE].after;
		vlist_add(top, head);
	}
	return n;
}

/* --- what stands below the rows --- */

/* The five steps before the words of a heat table's key. */
static void
add_swatches(const struct table_grid *g, struct vlist *key)
{
	const struct style *st = g->env->style;
	const uint32_t *scale = g->diverging ? st->diverging : st->sequential;
	mpt y = (key->v[0].height - SWATCH_H) / 2;
	int i;

	for (i = 0; i < 5; i++) {
		mpt x = i * SWATCH_W;

		if (g->rtl)
			x = g->width - x - SWATCH_W;
		vbox_item(g->env->arena, &key->v[0],
		    rule_item(x, y, SWATCH_W, SWATCH_H, scale[i]));
	}
}

static void
set_key(struct table_work *w)
{
	const struct table_grid *g = w->grid;
	const struct node *key = find_kid(g->table, NODE_KEY);
	struct para_options o = {.width = g->width};

	if (!key)
		return;
	if (g->heat)
		o.hang = 5 * SWATCH_W + SWATCH_GAP;
	para_set(g->env, &w->key, key, ROLE_SOURCE, &o);
	if (g->heat && w->key.n > 0)
		add_swatches(g, &w->key);
}

/* Closing rule, key, reading sentence and source as one box. */
static struct vbox
tail_box(struct vtable *t, struct table_work *w)
{
	const struct layout_env *env = w->grid->env;
	struct vlist l = {.arena = env->arena};
	struct vbox *rule = vlist_add(&l,
	    (struct vbox){
		.width = t->width, .height = CLOSING_RULE, .at = t->table->at});
	const struct node *n;
	size_t i;

	vbox_item(env->arena, rule,
	    rule_item(0, 0, t->width, CLOSING_RULE, env->style->petrol900));
	set_key(w);
	vlist_append(&l, &w->key, KEY_SPACE);
	for (n = t->table->first; n; n = n->next) {
		enum role role =
		    n->kind == NODE_READING ? ROLE_READING : ROLE_SOURCE;
		struct para_options o = {.width = t->width};
		struct vlist text = {.arena = env->arena};

		if (n->kind != NODE_READING && n->kind != NODE_SOURCE)
			continue;
		if (n->kind == NODE_READING && o.width > READING_MOST)
			o.width = READING_MOST;
		para_set(env, &text, n, role, &o);
		for (i = 0; i < text.n && w->grid->rtl; i++)
			front_shift(&text.v[i], t->width - o.width, 0);
		if (w->grid->heat)
			vlist_append(&w->source, &text, KEY_SPACE);
		vlist_append(&l, &text,
		    l.n == 1 ? KEY_SPACE : env->style->roles[role].before);
	}
	return vlist_pack(env->arena, &l, t->width);
}

/* --- rows --- */

static size_t
end_of_tied(const struct table_grid *g, size_t row)
{
	while (row + 1 < g->rows.n && g->rows.v[row].tied)
		row++;
	return row + 1;
}

/* The tallest piece of a row that a page holds below caption and head. */
static mpt
piece_limit(const struct table_grid *g, mpt head)
{
	const struct style *st = g->env->style;
	mpt limit = st->lines * st->grid - head - PAGE_REST;

	if (g->heat)
		return INT32_MAX / 2;
	return limit > PIECE_LEAST ? limit : PIECE_LEAST;
}

static void
add_rows(struct vtable *t, struct table_work *w, size_t row)
{
	const struct table_grid *g = w->grid;
	mpt limit = piece_limit(g, vlist_height(&t->rows));

	while (row < g->rows.n) {
		size_t end = end_of_tied(g, row), n;

		for (n = table_box(
			 g, &t->rows, row, end, limit, end == g->rows.n);
		     n > 0; n--)
			VEC_PUSH(g->env->arena, &w->first_row, row);
		row = end;
	}
}

/* Is box i the first piece of its rows? */
static bool
begins_row(const struct table_work *w, size_t i)
{
	return w->first_row.v[i] != w->first_row.v[i - 1];
}

static size_t
rows_in(const struct vtable *t, const struct table_work *w, size_t i)
{
	size_t to =
	    i + 1 < t->end_body ? w->first_row.v[i + 1] : w->grid->rows.n;

	return to - w->first_row.v[i];
}

/* At least two rows under the head, under a group row and on the last page;
 * this country's frame reaches into the next row. */
static void
set_penalties(struct vtable *t, const struct table_work *w)
{
	const struct table_grid *g = w->grid;
	size_t i, above = 0, below = 0;

	for (i = t->first_body; i < t->end_body; i++) {
		const struct table_row *r = &g->rows.v[w->first_row.v[i]];
		bool group = r->kind == TABLE_GROUP;
		bool framed = g->heat && w->first_row.v[i] > 0 && r[-1].subject;

		if ((above < KEEP_ROWS && (!group || i < t->first_body + 2)) ||
		    framed)
			t->rows.v[i].penalty = BREAK_NEVER;
		if (i > t->first_body && !begins_row(w, i))
			t->rows.v[i].penalty = BREAK_FREE;
		above = group ? 0 : above + rows_in(t, w, i);
	}
	for (i = t->end_body; i-- > t->first_body;) {
		below += rows_in(t, w, i);
		if (below >= KEEP_ROWS)
			break;
		if (i == t->first_body || begins_row(w, i))
			t->rows.v[i].penalty = BREAK_NEVER;
	}
}

static void
resume(const struct layout_env *env, const struct vsplit *s, size_t row,
    int page, struct vlist *out)
{
	table_continuation(env, s->work, row, page, out);
}

static void
stop(const struct layout_env *env, const struct vsplit *s, int page,
    struct vlist *out)
{
	table_continues(env, s->work, page, out);
}

/* What stands under the rows where the table goes on. */
static mpt
continues_room(const struct layout_env *env, const struct vtable *t)
{
	struct vlist l = {.arena = env->arena};

	table_continues(env, t, 1, &l);
	return vlist_height(&l);
}

static void
number_boxes(const struct layout_env *env, struct vtable *t)
{
	size_t i;

	t->split = (struct vsplit){.first = t->first_body,
	    .end = t->end_body,
	    .resume = resume,
	    .stop = stop,
	    .work = t};

	if (t->breakable)
		t->split.room = continues_room(env, t);
	for (i = 0; i < t->rows.n; i++) {
		t->rows.v[i].split = &t->split;
		t->rows.v[i].split_box = i;
	}
}

struct vtable *
table_set(
    const struct layout_env *env, const struct node *table, const mpt *widths)
{
	struct arena *a = env->arena;
	struct vtable *t = ARENA_NEW(a, struct vtable);
	struct table_work *w = ARENA_NEW(a, struct table_work);
	struct vlist top = {.arena = a};
	struct vbox tail;
	size_t head;

	*t = (struct vtable){.table = table, .work = w};
	t->rows.arena = w->title.arena = w->head.arena = w->key.arena = a;
	w->subtitle.arena = w->source.arena = a;
	w->grid = table_grid(env, table, widths);
	t->width = w->grid->width;
	set_caption(t, w, &top);
	head = set_head(t, w, &top);
	vlist_add(&t->rows, vlist_pack(a, &top, t->width));
	t->rows.v[0].at = table->at;
	vbox_item(a, &t->rows.v[0], dest_item(table, 0, 0));
	VEC_PUSH(a, &w->first_row, 0);
	t->first_body = 1;
	add_rows(t, w, head);
	t->end_body = t->rows.n;
	set_penalties(t, w);
	tail = tail_box(t, w);
	tail.penalty = BREAK_NEVER;
	tail.at = table->at;
	vlist_add(&t->rows, tail);
	/* few rows stay together, shades in any number, unless no page could
	 * hold them */
	t->breakable =
	    (w->grid->rows.n - head > BREAKABLE_ROWS && !w->grid->heat) ||
	    vlist_height(&t->rows) > env->style->lines * env->style->grid;
	number_boxes(env, t);
	return t;
}
