/* SPDX-License-Identifier: MIT */
/*
 * layout/terms.c - acronyms: terms and meanings in two balanced columns
 *
 * Each entry is one box, so that it never breaks (HOUSE-STYLE section 7).
 */
#include "layout/front.h"

static void
add_entry(
    struct setter *s, struct flow *flow, const struct node *entry, mpt width)
{
	mpt left = front_measure(s, "acronyms.term", 58);
	struct para_options term = {.width = left};
	struct para_options meaning = {.width = width - left};
	struct vlist a = {.arena = s->arena}, b = {.arena = s->arena};
	struct vbox box = {.width = width, .at = entry->at}, part;
	const struct node *n = entry->first;

	if (n && n->kind == NODE_LABEL) {
		para_set(s->env, &a, n, ROLE_TERM, &term);
		n = n->next;
	}
	for (; n; n = n->next)
		if (n->kind == NODE_PARA)
			para_set(s->env, &b, n, ROLE_MEANING, &meaning);
	vbox_item(s->arena, &box, dest_item(entry, 0, 0));
	part = vlist_pack(s->arena, &a, left);
	front_add(s->arena, &box, &part, s->rtl ? width - left : 0, 0);
	box.height = part.height;
	part = vlist_pack(s->arena, &b, width - left);
	front_add(s->arena, &box, &part, s->rtl ? 0 : left, 0);
	if (part.height > box.height)
		box.height = part.height;
	box.space = front_measure(s, "acronyms.between", 2);
	vlist_add(&flow->body, box);
}

static void
add_entries(
    struct setter *s, struct flow *flow, const struct node *list, mpt width)
{
	const struct node *n;

	for (n = list->first; n; n = n->next)
		if (n->kind == NODE_TERM_ENTRY)
			add_entry(s, flow, n, width);
}

void
set_terms(struct setter *s)
{
	const struct style *st = s->style;
	struct page *page = page_new(s, FURNITURE_ALL);
	struct fill fill = {
	    .columns = 2, .left = st->left, .page = page, .balance = true};
	struct block_style style = {.body = ROLE_BODY};
	struct flow flow = {.body.arena = s->arena};
	const struct node *n;
	mpt y;

	fill.column_width = (front_width(s) - st->gutter) / 2;
	style.width = style.float_width = fill.column_width;
	n = front_title(s, page, &y);
	fill.top = y + st->roles[ROLE_H1].after;
	for (; n; n = front_next(n, s->part)) {
		if (n->kind == NODE_ACRONYMS)
			add_entries(s, &flow, n, style.width);
		else
			front_block(s, &flow, n, &style);
	}
	fill_pages(s, &flow, &fill);
}
