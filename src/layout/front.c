/* SPDX-License-Identifier: MIT */
/* layout/front.c - what the setters share that place boxes themselves */
#include "layout/front.h"

#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "layout/table_box.h"

#define INTRO_WIDTH PT(374)
#define INTRO_SPACE PT(6.5)

mpt
front_measure(const struct setter *s, const char *path, double fallback)
{
	const struct conf *c = s->style->conf;
	const char *dot;
	double v;

	while ((dot = strchr(path, '.'))) {
		c = conf_find(
		    c, arena_strndup(s->arena, path, (size_t)(dot - path)));
		path = dot + 1;
	}
	v = conf_num(c, s->env->sink, path, fallback);
	return PT(v);
}

mpt
front_width(const struct setter *s)
{
	return s->style->page_width - s->style->left - s->style->right;
}

mpt
front_foot(const struct setter *s)
{
	return s->style->top + s->style->lines * s->style->grid;
}

mpt
front_x(const struct setter *s, mpt x, mpt w)
{
	return s->rtl ? s->style->page_width - x - w : x;
}

/* --- blocks --- */

static const struct node *
enter(const struct node *n, const struct node *part)
{
	while (n && (n->kind == NODE_SECTION || n->kind == NODE_NOTE))
		n = n->kind == NODE_SECTION ? node_next(n, part)
					    : node_skip(n, part);
	return n;
}

const struct node *
front_first(const struct node *part)
{
	return enter(part->first, part);
}

const struct node *
front_next(const struct node *block, const struct node *part)
{
	return enter(node_skip(block, part), part);
}

const struct node *
front_find(const struct node *part, const char *class_name)
{
	const struct node *n = front_first(part);

	while (n && !node_has_class(n, class_name))
		n = front_next(n, part);
	return n;
}

bool
front_is_lead(const struct node *n)
{
	return n && (n->kind == NODE_PARA || n->kind == NODE_DIV) &&
	       node_has_class(n, "lead");
}

bool
front_label_is_line(const struct node *label)
{
	return label->first && strstr(label->first->text, "\u00A0");
}

void
front_paras(const struct setter *s, struct vlist *l, const struct node *block,
    enum role role, const struct para_options *o)
{
	const struct node *p;

	if (block->kind == NODE_PARA || block->kind == NODE_HEADING) {
		para_set(s->env, l, block, role, o);
		return;
	}
	for (p = block->first; p; p = p->next)
		if (p->kind == NODE_PARA)
			para_set(s->env, l, p, role, o);
}

void
front_block(struct setter *s, struct flow *flow, const struct node *block,
    const struct block_style *style)
{
	struct node alone = *block;
	size_t from = flow->body.n, i, k;

	/* block_set goes on to the next siblings: give it none, and put the
	 * real node where it named the copy */
	alone.next = NULL;
	block_set(s, flow, &alone, style);
	for (i = from; i < flow->body.n; i++) {
		struct vbox *b = &flow->body.v[i];

		for (k = 0; k < b->nitems; k++)
			if (b->items[k].leaf == &alone)
				b->items[k].leaf = block;
		for (k = 0; k < b->nfloats; k++)
			if (b->floats[k] == &alone)
				b->floats[k] = block;
	}
}

/* --- placing --- */

void
front_lines(
    struct setter *s, struct page *page, const struct vlist *l, mpt x, mpt *y)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		*y += i ? l->v[i].space : 0;
		vbox_place(
		    &l->v[i], s->pages, page, front_x(s, x, l->v[i].width), *y);
		*y += l->v[i].height;
	}
}

void
front_rule(struct setter *s, struct page *page, mpt x, mpt y, mpt w, mpt thick,
    uint32_t colour)
{
	page_add(
	    s->pages, page, rule_item(front_x(s, x, w), y, w, thick, colour));
}

const struct node *
front_title(struct setter *s, struct page *page, mpt *y)
{
	const struct style *st = s->style;
	const struct node *n = front_first(s->part);
	struct para_options o = {.width = front_width(s), .balanced = true};
	struct vlist title = {.arena = s->arena};

	*y = st->top;
	if (!n || n->kind != NODE_HEADING || n->level != 1)
		return n;
	page_add(s->pages, page, dest_item(n, st->left, *y));
	para_set(s->env, &title, n, ROLE_H1, &o);
	front_lines(s, page, &title, st->left, y);
	return front_next(n, s->part);
}

const struct node *
front_intro(struct setter *s, struct page *page, mpt *y)
{
	const struct node *n = front_title(s, page, y);
	struct para_options o = {.width = INTRO_WIDTH};
	struct vlist intro = {.arena = s->arena};

	while (n && (n->kind == NODE_PARA || front_is_lead(n))) {
		front_paras(s, &intro, n, ROLE_BODY, &o);
		n = front_next(n, s->part);
	}
	if (intro.n > 0) {
		*y += INTRO_SPACE;
		front_lines(s, page, &intro, s->style->left, y);
	}
	return n;
}

/* --- boxes --- */

void
front_shift(struct vbox *b, mpt x, mpt y)
{
	size_t i;

	for (i = 0; i < b->nitems; i++) {
		b->items[i].box.x += x;
		b->items[i].box.y += y;
	}
}

void
front_add(
    struct arena *a, struct vbox *b, const struct vbox *part, mpt x, mpt y)
{
	table_box_line(a, b, part, x, y);
}

mpt
front_extent(const struct vbox *b)
{
	mpt w = 0;
	size_t i;

	for (i = 0; i < b->nitems; i++) {
		const struct item *it = &b->items[i];
		mpt end = it->box.x +
			  (it->kind == ITEM_RUN ? it->run->width : it->box.w);

		if (it->kind != ITEM_DEST && end > w)
			w = end;
	}
	return w;
}
