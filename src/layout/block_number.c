/* SPDX-License-Identifier: MIT */
/*
 * layout/block_number.c - a number set large over its caption, or several
 * side by side
 *
 * A div "number" is a rule, its first paragraph as the number, or a picture
 * without words in its place, the others as caption.  A div "numbers" holds
 * such divs, which share the width of the column, and in front of them a
 * paragraph that is their heading.
 */
#include "layout/block_work.h"
#include "layout/table_box.h"

#define RULE          PT(1.5)
#define UNDER_RULE    PT(5)
#define GAP           PT(11) /* between numbers that stand side by side */
#define HEAD_GAP      PT(6.5)
#define UNDER_PICTURE PT(4)

static bool
is_number(const struct node *n)
{
	return n->kind == NODE_DIV && node_has_class(n, "number");
}

static struct vbox
cell(struct setting *s, const struct node *n, mpt width, enum role number)
{
	struct setter *set = s->set;
	struct para_options o = {.width = width};
	struct vlist lines = {.arena = set->arena};
	struct vbox b = {.width = width, .at = n->at}, text;
	const struct node *p;
	bool first = true;

	for (p = n->first; p; p = p->next) {
		size_t at = lines.n;

		if (first && node_has_class(p, "bare")) {
			vlist_add(&lines, figure_box(set, p, width));
			first = false;
		}
		if (p->kind != NODE_PARA)
			continue;
		para_set(
		    set->env, &lines, p, first ? number : ROLE_MARGIN_TEXT, &o);
		if (at == 1 && node_has_class(n->first, "bare"))
			lines.v[at].space = UNDER_PICTURE;
		first = false;
	}
	text = vlist_pack(set->arena, &lines, width);
	vbox_item(set->arena, &b,
	    rule_item(0, 0, width, RULE, set->style->petrol900));
	table_box_line(set->arena, &b, &text, 0, RULE + UNDER_RULE);
	b.height = RULE + UNDER_RULE + text.height;
	return b;
}

/* Heading and row in one box: they stay together. */
static void
row(struct setting *s, const struct node *n)
{
	struct setter *set = s->set;
	struct para_options o = {.width = s->style.width, .balanced = true};
	struct vlist head = {.arena = set->arena};
	struct vbox b = {.width = s->style.width, .at = n->at}, part;
	const struct node *k;
	mpt count = 0, width, x = 0, top, most = 0;

	for (k = n->first; k; k = k->next)
		count += is_number(k);
	for (k = n->first; k && !is_number(k); k = k->next)
		if (k->kind == NODE_PARA)
			para_set(set->env, &head, k, ROLE_TITLE, &o);
	part = vlist_pack(set->arena, &head, s->style.width);
	table_box_line(set->arena, &b, &part, 0, 0);
	top = part.height ? part.height + HEAD_GAP : 0;
	width = count ? (s->style.width - (count - 1) * GAP) / count : 0;
	for (k = n->first; k; k = k->next) {
		if (!is_number(k))
			continue;
		part = cell(s, k, width, ROLE_MARGIN_NUMBER);
		table_box_line(set->arena, &b, &part,
		    set->rtl ? s->style.width - x - width : x, top);
		most = part.height > most ? part.height : most;
		x += width + GAP;
	}
	b.height = top + most;
	block_stand(s, b, SPACE_NUMBER, SPACE_NUMBER);
}

bool
block_number(struct setting *s, const struct node *n)
{
	if (is_number(n))
		block_stand(s, cell(s, n, s->style.width, ROLE_STAT_NUMBER),
		    SPACE_NUMBER, SPACE_NUMBER);
	else if (node_has_class(n, "numbers"))
		row(s, n);
	else
		return false;
	return true;
}
