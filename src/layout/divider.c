/* SPDX-License-Identifier: MIT */
/*
 * layout/divider.c - the page that opens a group of parts
 *
 * A page in the tint of chapter openers, with number, title and lead where an
 * opener has them; what follows stands below the lead in the same measure,
 * under a rule.
 */
#include "layout/front.h"

#define LEAD_GAP PT(17)
#define RULE_GAP PT(39)
#define TEXT_GAP PT(13)

static void
put_title(struct setter *s, struct page *page, const struct node *h, mpt *y)
{
	struct vlist title = {.arena = s->arena}, number = {.arena = s->arena};
	struct para_options o = {
	    .width = front_measure(s, "opener.title.width", 398.7),
	    .balanced = true};
	mpt at = *y - PT(2);

	page_add(s->pages, page, dest_item(h, s->style->left, *y));
	if (h->first && h->first->kind == NODE_LABEL) {
		para_set(s->env, &number, h->first, ROLE_CHAPTER_NUMBER,
		    &(struct para_options){.width = PT(80)});
		front_lines(s, page, &number,
		    front_measure(s, "opener.number.x", 56.69), &at);
	}
	para_set(s->env, &title, h, ROLE_H1, &o);
	front_lines(
	    s, page, &title, front_measure(s, "opener.title.x", 139.84), y);
}

void
set_divider(struct setter *s)
{
	const struct style *st = s->style;
	const struct node *n = front_first(s->part);
	mpt left = front_measure(s, "opener.title.x", 139.84);
	mpt wide = front_measure(s, "opener.lead.width", 374);
	struct para_options o = {.width = wide};
	struct block_style block = {.width = wide, .body = ROLE_BODY};
	struct page *page = page_new(s, FURNITURE_NONE);
	struct vlist lead = {.arena = s->arena};
	struct flow text = {.body.arena = s->arena};
	mpt y = front_measure(s, "divider.title.y", 288);

	page_add(s->pages, page,
	    (struct item){.kind = ITEM_FILL,
		.artifact = ARTIFACT_BACKGROUND,
		.box = {0, 0, st->page_width, st->page_height},
		.colour = st->opener});
	if (n && n->kind == NODE_HEADING && n->level == 1) {
		put_title(s, page, n, &y);
		n = front_next(n, s->part);
	}
	if (front_is_lead(n)) {
		y += LEAD_GAP;
		front_paras(s, &lead, n, ROLE_LEAD, &o);
		front_lines(s, page, &lead, left, &y);
		n = front_next(n, s->part);
	}
	if (!n)
		return;
	y += RULE_GAP;
	front_rule(s, page, left, y, wide, PT(0.75), st->petrol900);
	y += TEXT_GAP;
	for (; n; n = front_next(n, s->part))
		front_block(s, &text, n, &block);
	front_lines(s, page, &text.body, left, &y);
}
