/* SPDX-License-Identifier: MIT */
/*
 * layout/contents.c - contents, lists of figures, tables and boxes
 *
 * The contents stand in seven of the twelve columns, so that the eye crosses
 * a short gap to the page number; the lists stand at the far side.  Each side
 * goes on by itself on the next page.  Page numbers have a field of fixed
 * width, so that another number changes no line (DESIGN section 9).
 */
#include "layout/front.h"

#define NUMBER_HANG  PT(20)
#define NUMBER_FIELD PT(24) /* for page numbers of up to four digits */
#define LIST_HANG    PT(17)
#define ABOVE        PT(3.25) /* of a level-1 entry, below its rule */
#define BELOW        PT(6.5)
#define AFTER_GROUP  PT(8)
#define RULE         PT(0.5)
#define LIST_RULE    PT(0.75)
#define LIST_ABOVE   PT(6.5)
#define LIST_PITCH   PT(3)
#define LIST_BELOW   PT(19.5)

/* One side of the pages. */
struct side {
	struct setter *s;
	mpt left, width;
	mpt top, y;
	size_t page; /* index of the page at hand */
	mpt first_top;
};

static struct page *
page_of(struct side *d)
{
	while (d->page >= d->s->pages->n)
		page_new(d->s, FURNITURE_ALL);
	return d->s->pages->v[d->page];
}

static void
next_page(struct side *d)
{
	d->page++;
	d->y = d->s->style->top;
}

/* Place a box, on the next page if it does not fit. */
static void
place(struct side *d, const struct vbox *b)
{
	if (d->y + b->height > front_foot(d->s))
		next_page(d);
	vbox_place(
	    b, d->s->pages, page_of(d), front_x(d->s, d->left, d->width), d->y);
	d->y += b->height;
}

static mpt
mirrored(const struct side *d, mpt x, mpt w)
{
	return d->s->rtl ? d->width - x - w : x;
}

static void
add_lines(struct side *d, struct vbox *b, const struct vlist *l, mpt x, mpt y)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		front_add(
		    d->s->arena, b, &l->v[i], mirrored(d, x, l->v[i].width), y);
		y += l->v[i].height;
	}
}

/* Number, title and page of an entry as one box without padding. */
static struct vbox
entry_box(struct side *d, const struct node *entry, enum role role, mpt hang)
{
	struct setter *s = d->s;
	struct para_options o = {
	    .width = d->width - hang - NUMBER_FIELD, .align = PARA_RAGGED};
	struct para_options number = {.width = hang, .align = PARA_RAGGED};
	struct para_options page = {.width = NUMBER_FIELD, .align = PARA_END};
	struct vlist title = {.arena = s->arena}, a = {.arena = s->arena},
		     z = {.arena = s->arena};
	const struct node *n;
	struct vbox b = {.width = d->width, .at = entry->at};
	mpt last, top = 0;

	number.has_colour = page.has_colour = true;
	number.colour = s->style->petrol700;
	page.colour = s->style->roles[role].face.colour;
	for (n = entry->first; n; n = n->next) {
		if (n->kind == NODE_LABEL && front_label_is_line(n)) {
			number.width = d->width;
			para_set(s->env, &a, n, ROLE_TERM, &number);
			top = vlist_height(&a);
		} else if (n->kind == NODE_LABEL)
			para_set(s->env, &a, n, role, &number);
		else if (n->kind == NODE_PAGE_REF)
			para_set(s->env, &z, n, role, &page);
	}
	para_set(s->env, &title, entry, role, &o);
	add_lines(d, &b, &a, top ? hang : 0, 0);
	add_lines(d, &b, &title, hang, top);
	b.height = top + vlist_height(title.n ? &title : &z);
	last = z.n > 0 ? b.height - z.v[0].height : 0;
	add_lines(d, &b, &z, d->width - NUMBER_FIELD, last);
	return b;
}

static struct vbox
padded(struct side *d, const struct vbox *inner, mpt above, mpt below)
{
	struct vbox b = {.width = d->width,
	    .at = inner->at,
	    .height = above + inner->height + below};

	front_add(d->s->arena, &b, inner, 0, above);
	return b;
}

static const struct node *
next_entry(const struct node *n)
{
	while (n && n->kind != NODE_TOC_ENTRY)
		n = n->next;
	return n;
}

/* Does an entry of the second level stand behind this one? */
static bool
follows_level2(const struct node *entry)
{
	const struct node *next = next_entry(entry->next);

	return next && next->level > 1;
}

/* The last page's rows end with a rule. */
static void
place_end(struct side *d)
{
	front_rule(d->s, page_of(d), d->left, d->y, d->width, RULE,
	    d->s->style->grey300);
}

/* A chapter does not stand alone at the foot, nor a section at the head. */
static void
place_contents(struct side *d, const struct node *contents)
{
	const struct style *st = d->s->style;
	const struct node *n = next_entry(contents->first), *next;

	for (; n; n = next) {
		bool top = n->level <= 1, follows, more;
		struct vbox inner, b;
		mpt need;

		next = next_entry(n->next);
		follows = follows_level2(n);
		more = follows && !top;
		inner =
		    entry_box(d, n, top ? ROLE_TOC1 : ROLE_TOC2, NUMBER_HANG);
		if (top)
			b = padded(d, &inner, ABOVE, follows ? 0 : BELOW);
		else
			b = padded(d, &inner, 0, more ? 0 : AFTER_GROUP);
		if (top)
			vbox_item(d->s->arena, &b,
			    rule_item(0, 0, d->width, RULE, st->grey300));
		need = b.height;
		if (follows && (top || !follows_level2(next)))
			need += st->roles[ROLE_TOC2].leading;
		if (d->y + need > front_foot(d->s))
			next_page(d);
		place(d, &b);
	}
	place_end(d);
}

static void
place_list_title(struct side *d, const struct node *list)
{
	struct setter *s = d->s;
	const struct node *n = list->first;
	struct vlist l = {.arena = s->arena};
	struct para_options o = {.width = d->width};
	struct vbox b = {.width = d->width, .at = list->at}, text;
	mpt room = 4 * s->style->grid;

	if (d->y + room > front_foot(s))
		next_page(d);
	if (n && n->kind == NODE_TITLE)
		para_set(s->env, &l, n, ROLE_LABEL, &o);
	text = vlist_pack(s->arena, &l, d->width);
	vbox_item(s->arena, &b,
	    rule_item(0, 0, d->width, LIST_RULE, s->style->petrol900));
	front_add(s->arena, &b, &text, 0, LIST_ABOVE);
	b.height = LIST_ABOVE + text.height;
	place(d, &b);
}

static void
place_list(struct side *d, const struct node *list)
{
	const struct node *n;

	if (!next_entry(list->first))
		return;
	place_list_title(d, list);
	for (n = next_entry(list->first); n; n = next_entry(n->next)) {
		struct vbox inner = entry_box(d, n, ROLE_TABLE_CELL, LIST_HANG);
		struct vbox b = padded(d, &inner, LIST_PITCH, 0);

		place(d, &b);
	}
	d->y += LIST_BELOW;
}

void
set_contents(struct setter *s)
{
	const struct style *st = s->style;
	struct page *page = page_new(s, FURNITURE_ALL);
	struct side main = {.s = s, .left = st->left}, far = main;
	const struct node *n;
	mpt y;

	n = front_title(s, page, &y);
	main.y = far.y = y + st->roles[ROLE_H1].after;
	main.width =
	    style_span(st, (int)(front_measure(s, "contents.span", 7) / 1000));
	far.width = style_span(
	    st, (int)(front_measure(s, "contents.lists_span", 4) / 1000));
	far.left = st->left + front_width(s) - far.width;
	for (; n; n = front_next(n, s->part)) {
		if (n->kind != NODE_CONTENTS)
			continue;
		if (node_has_class(n, "contents"))
			place_contents(&main, n);
		else
			place_list(&far, n);
	}
}
