/* SPDX-License-Identifier: MIT */
/*
 * layout/key.c - the key of signs under small charts
 *
 * Signs are drawn as the charts draw them (HOUSE-STYLE section 6), as
 * artifacts; their words are text of the document.
 */
#include "layout/key.h"

#include "base/arena.h"
#include "layout/front.h"
#include "layout/hatch.h"

#define BETWEEN  PT(12)
#define SIGN_GAP PT(4)
#define LINE_W   PT(18)
#define DOTS     7 /* of a rank strip */
#define PITCH    PT(4.1)
#define RADIUS   PT(1.05)
#define HATCH_W  PT(14)
#define HATCH_H  PT(7)

/* A disc as four curves (the usual 0.5523 of the radius). */
static void
add_disc(struct arena *a, struct vbox *b, mpt x, mpt y, mpt r, uint32_t colour)
{
	struct path_step *s = ARENA_ARRAY(a, struct path_step, 6);
	struct path *p = ARENA_NEW(a, struct path);
	mpt k = (mpt)((int64_t)r * 5523 / 10000);

	s[0] = (struct path_step){.op = PATH_MOVE, .x = r};
	s[1] = (struct path_step){PATH_CURVE, 0, r, r, k, k, r};
	s[2] = (struct path_step){PATH_CURVE, -r, 0, -k, r, -r, k};
	s[3] = (struct path_step){PATH_CURVE, 0, -r, -r, -k, -k, -r};
	s[4] = (struct path_step){PATH_CURVE, r, 0, k, -r, r, -k};
	s[5] = (struct path_step){.op = PATH_CLOSE};
	*p = (struct path){.steps = s, .n = 6, .filled = true, .fill = colour};
	vbox_item(a, b,
	    (struct item){.kind = ITEM_PATH,
		.artifact = ARTIFACT_LAYOUT,
		.box = {x, y, 0, 0},
		.path = p});
}

static void
add_line(struct arena *a, struct vbox *b, mpt y, mpt thick, uint32_t colour)
{
	vbox_item(a, b, rule_item(0, y - thick / 2, LINE_W, thick, colour));
}

/* The sign of a part, its middle at y; its width. */
static mpt
add_sign(struct setter *s, struct vbox *b, const struct node *part, mpt y)
{
	const struct style *st = s->style;
	int i;

	if (node_has_class(part, "key-country")) {
		add_line(s->arena, b, y, PT(1.5), st->country);
		add_disc(s->arena, b, LINE_W, y, PT(2.6), st->country);
		return LINE_W + PT(2.6);
	}
	if (node_has_class(part, "key-median")) {
		add_line(s->arena, b, y, PT(1), st->grey450);
		return LINE_W;
	}
	if (node_has_class(part, "key-rank")) {
		for (i = 0; i < DOTS; i++)
			add_disc(s->arena, b, RADIUS + i * PITCH, y,
			    i == DOTS / 2 ? PT(2.2) : RADIUS,
			    i == DOTS / 2 ? st->country : st->grey500);
		return 2 * RADIUS + (DOTS - 1) * PITCH;
	}
	if (node_has_class(part, "key-none")) {
		hatch_add(s->arena, b, st,
		    (struct rect){0, y - HATCH_H / 2, HATCH_W, HATCH_H});
		return HATCH_W;
	}
	return 0;
}

/* In right-to-left text the sign stands on the right of its words. */
static void
turn_sign(struct vbox *b)
{
	size_t i;

	for (i = 0; i < b->nitems; i++) {
		struct item *it = &b->items[i];

		if (it->artifact == ARTIFACT_LAYOUT)
			it->box.x = b->width - it->box.x - it->box.w;
	}
}

/* One part, as wide as its sign and words. */
static struct vbox
part_box(struct setter *s, const struct node *part, mpt most)
{
	struct vbox b = {.at = part->at}, text;
	struct vlist l = {.arena = s->arena};
	struct para_options o = {0};
	const struct node *p = part->kind == NODE_DIV ? part->first : part;

	b.height = s->style->roles[ROLE_SOURCE].leading;
	b.width = add_sign(s, &b, part, b.height / 2);
	b.width += b.width > 0 ? SIGN_GAP : 0;
	if (!p)
		return b;
	/* a little more than it needs, so that it stays in one line */
	o.width = para_measure(s->env, p, ROLE_SOURCE).max + PT(1);
	if (o.width > most - b.width)
		o.width = most - b.width;
	para_set(s->env, &l, p, ROLE_SOURCE, &o);
	text = vlist_pack(s->arena, &l, o.width);
	front_add(s->arena, &b, &text, s->rtl ? 0 : b.width, 0);
	if (text.height > b.height)
		b.height = text.height;
	b.width += o.width;
	if (s->rtl)
		turn_sign(&b);
	return b;
}

struct vbox
key_box(struct setter *s, const struct node *key, mpt width)
{
	struct vbox all = {.width = width, .at = key->at};
	const struct node *n;
	mpt x = 0, y = 0, row = 0;

	for (n = key->first; n; n = n->next) {
		struct vbox b;

		if (n->kind != NODE_DIV && n->kind != NODE_PARA)
			continue;
		b = part_box(s, n, width);
		if (x > 0 && x + b.width > width) {
			x = 0;
			y += row;
			row = 0;
		}
		front_add(
		    s->arena, &all, &b, s->rtl ? width - x - b.width : x, y);
		x += b.width + BETWEEN;
		row = b.height > row ? b.height : row;
	}
	all.height = y + row;
	return all;
}
