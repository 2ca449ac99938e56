/* SPDX-License-Identifier: MIT */
/* layout/block_box.c - set-off text: quotations, pull quotes, boxes */
#include "layout/block_work.h"
#include "layout/para.h"

void
block_quote(struct setting *s, const struct node *n)
{
	struct block_style outer = s->style;

	block_space(s, SPACE_LIST, 0);
	s->left += HANG_BULLET;
	s->style.width -= HANG_BULLET;
	s->fresh = true;
	block_siblings(s, n->first);
	s->left -= HANG_BULLET;
	s->style = outer;
	s->fresh = true;
	block_space(s, SPACE_LIST, 0);
}

void
block_pull_quote(struct setting *s, const struct node *n)
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
	block_space(s, r->before, 0);
	vlist_add(&s->flow->body, b);
	block_finish(s, from);
	block_space(s, r->after, 0);
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

void
block_box(struct setting *s, const struct node *n)
{
	struct setter *set = s->set;
	const struct style *st = set->style;
	mpt pad = PT(12), top = PT(9.5), foot = PT(10);
	mpt width = s->style.width - 2 * pad;
	const struct node *last = n->last;
	struct flow inner = {0};
	struct para_options o = {.width = width};
	struct vbox b;
	size_t i;

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
	/* the tint lies under the text: it comes first */
	vbox_item(set->arena, &b,
	    rule_item(0, 0, s->style.width, b.height, st->sand50));
	for (i = b.nitems - 1; i > 0; i--) {
		struct item it = b.items[i];

		b.items[i] = b.items[i - 1];
		b.items[i - 1] = it;
	}
	vbox_item(set->arena, &b, dest_item(n, 0, 0));
	block_insert(s, b);
}
