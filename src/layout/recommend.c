/* SPDX-License-Identifier: MIT */
/*
 * layout/recommend.c - recommendations grouped by addressee
 *
 * The addressee stands at the near side, its items beside it; an item never
 * breaks (HOUSE-STYLE section 8).  Pages are filled here and not by fill.c,
 * because the addressee is repeated where a group goes on.
 */
#include "base/arena.h"
#include "base/locale.h"
#include "layout/front.h"
#include "layout/note.h"

#define GROUP_RULE    PT(0.75)
#define ITEM_RULE     PT(0.5)
#define TOP_SPACE     PT(26) /* below the introduction */
#define HEADING_LINES 3      /* of text, at least, below a heading */
#define META_SPACE    PT(1.5)
#define STANDARD_X    PT(164) /* in the column of the items' text */
#define STATUS_W      PT(80)
#define META_GAP      PT(6)
#define KEY_SPACE     PT(13)

struct recommending {
	struct setter *s;
	struct page *page;
	mpt y;
	struct note_list notes; /* of the page */
	mpt group_width;        /* of the addressee */
	mpt item_left, item_width, number, above, below, after_group;
};

/* --- one item --- */

static mpt
text_left(const struct recommending *r)
{
	return r->item_left + r->number;
}

static mpt
text_width(const struct recommending *r)
{
	return r->item_width - r->number;
}

/* Add a part of width w at x from the starting edge. */
static void
add_at(const struct recommending *r, struct vbox *b, const struct vlist *l,
    mpt x, mpt y, mpt w)
{
	struct vbox part = vlist_pack(r->s->arena, l, w);

	if (r->s->rtl)
		x = front_width(r->s) - x - w;
	front_add(r->s->arena, b, &part, x, y);
}

/* Evidence, standard and state: the height of the line. */
static mpt
add_meta(const struct recommending *r, struct vbox *b, const struct node *meta,
    mpt y)
{
	mpt x = text_left(r), w = text_width(r), most = 0, h;
	mpt status = w - STATUS_W;
	const struct {
		const char *class_name;
		mpt x, w;
		enum para_align align;
	} parts[] = {
	    {"evidence", x, STANDARD_X - META_GAP, PARA_RAGGED},
	    {"standard", x + STANDARD_X, status - STANDARD_X - META_GAP,
		PARA_RAGGED},
	    {"status", x + status, STATUS_W, PARA_END},
	};
	const struct node *n;
	size_t i;

	for (n = meta->first; n; n = n->next)
		for (i = 0; i < sizeof parts / sizeof *parts; i++) {
			struct vlist l = {.arena = r->s->arena};
			struct para_options o = {
			    .width = parts[i].w, .align = parts[i].align};

			if (n->kind != NODE_PARA ||
			    !node_has_class(n, parts[i].class_name))
				continue;
			para_set(r->s->env, &l, n, ROLE_REC_META, &o);
			add_at(r, b, &l, parts[i].x, y, parts[i].w);
			h = vlist_height(&l);
			most = h > most ? h : most;
		}
	return most;
}

/* Number, text, measures and meta line, without rule and padding. */
static struct vbox
item_box(const struct recommending *r, const struct node *item)
{
	struct setter *s = r->s;
	struct vbox b = {.width = front_width(s), .at = item->at};
	struct block_style style = {.width = text_width(r), .body = ROLE_BODY};
	struct para_options o = {.width = r->number};
	struct vlist number = {.arena = s->arena};
	struct flow text = {.body.arena = s->arena};
	const struct node *n, *meta = NULL;

	vbox_item(s->arena, &b, dest_item(item, 0, 0));
	for (n = item->first; n; n = n->next) {
		if (n->kind == NODE_LABEL)
			para_set(s->env, &number, n, ROLE_REC_NUMBER, &o);
		else if (n->kind == NODE_DIV && node_has_class(n, "meta"))
			meta = n;
		else
			front_block(s, &text, n, &style);
	}
	add_at(r, &b, &number, r->item_left, 0, r->number);
	add_at(r, &b, &text.body, text_left(r), 0, text_width(r));
	b.height = vlist_height(&text.body);
	if (meta) {
		b.height += META_SPACE;
		b.height += add_meta(r, &b, meta, b.height);
	}
	return b;
}

/* --- pages --- */

static void
end_page(struct recommending *r)
{
	note_place(
	    r->s, r->page, &r->notes, r->s->style->left, front_foot(r->s));
	r->notes = (struct note_list){0};
}

static void
new_page(struct recommending *r)
{
	end_page(r);
	r->page = page_new(r->s, FURNITURE_ALL);
	r->y = r->s->style->top;
}

/* The y that text may reach when the notes of the box stand on the page. */
static mpt
limit_with(struct recommending *r, const struct vbox *b)
{
	struct note_list all = {0};
	size_t i;

	for (i = 0; i < r->notes.pieces.n; i++)
		VEC_PUSH(r->s->arena, &all.pieces, r->notes.pieces.v[i]);
	for (i = 0; i < b->nnotes; i++)
		note_add(r->s, r->s->arena, &all, b->notes[i]);
	note_sort(&all);
	return front_foot(r->s) - note_lines(r->s, &all) * r->s->style->grid;
}

static void
place(struct recommending *r, const struct vbox *b)
{
	size_t i;

	vbox_place(b, r->s->pages, r->page, r->s->style->left, r->y);
	for (i = 0; i < b->nnotes; i++)
		note_add(r->s, r->s->arena, &r->notes, b->notes[i]);
	note_sort(&r->notes);
	r->y += b->height;
}

/* --- groups --- */

/* The addressee: of a group that goes on, repeated as an artifact. */
static struct vbox
name_box(struct recommending *r, const struct node *name, bool again)
{
	struct setter *s = r->s;
	struct para_options o = {.width = r->group_width, .balanced = true};
	struct vlist l = {.arena = s->arena};
	struct vbox b = {.width = front_width(s)};
	const char *word = NULL;

	if (!name)
		return b;
	if (again) {
		struct str text = node_plain_text(s->arena, name);

		if (s->env->locale)
			word = locale_word(s->env->locale, "label.continued");
		o.artifact = ARTIFACT_REPEAT;
		para_text(s->env, &l,
		    arena_printf(s->arena, STR_FMT " (%s)", STR_ARG(text),
			word ? word : "continued"),
		    NULL, ROLE_REC_GROUP, &o);
	} else {
		vbox_item(s->arena, &b, dest_item(name, 0, 0));
		para_set(s->env, &l, name, ROLE_REC_GROUP, &o);
	}
	add_at(r, &b, &l, 0, 0, r->group_width);
	b.height = vlist_height(&l);
	return b;
}

static void
add_item(struct recommending *r, const struct node *name,
    const struct node *item, bool first, bool last)
{
	struct setter *s = r->s;
	const struct style *st = s->style;
	mpt width = front_width(s), pad = last ? r->after_group : r->above;
	struct vbox inner = item_box(r, item), group = {0};
	struct vbox b = {.width = width, .at = item->at};
	bool top = false;

	b.height = r->below + inner.height + pad;
	if (first) {
		group = name_box(r, name, false);
		if (b.height < r->below + group.height + pad)
			b.height = r->below + group.height + pad;
	}
	if (r->y + b.height - pad > limit_with(r, &inner) && r->y > st->top) {
		new_page(r);
		top = !first;
	}
	if (top)
		group = name_box(r, name, true);
	if (first || top) {
		vbox_item(s->arena, &b,
		    rule_item(0, 0, width, GROUP_RULE, st->petrol900));
		front_add(s->arena, &b, &group, 0, r->below);
	} else {
		vbox_item(s->arena, &b,
		    rule_item(s->rtl ? 0 : r->item_left, 0, r->item_width,
			ITEM_RULE, st->grey200));
	}
	front_add(s->arena, &b, &inner, 0, r->below);
	place(r, &b);
}

static const struct node *
next_item(const struct node *n)
{
	while (n && n->kind != NODE_RECOMMENDATION)
		n = n->next;
	return n;
}

/* The items from the first on; text between them is set by the caller. */
static void
add_group(
    struct recommending *r, const struct node *name, const struct node *item)
{
	bool first = true;
	const struct node *next;

	for (; item; item = next) {
		next = next_item(item->next);
		add_item(r, name, item, first, !next);
		first = false;
	}
}

/* --- the part --- */

/* What must stand below a heading: the first item, or lines of text. */
static mpt
introduced(const struct recommending *r, const struct node *heading)
{
	const struct node *n = front_next(heading, r->s->part);

	if (n && n->kind != NODE_RECOMMENDATION)
		n = next_item(n->first);
	if (!n)
		return HEADING_LINES * r->s->style->grid;
	return r->s->style->grid + r->below + item_box(r, n).height;
}

static void
add_text(struct recommending *r, const struct node *n)
{
	struct setter *s = r->s;
	struct block_style style = {.width = front_width(s), .body = ROLE_BODY};
	struct flow flow = {.body.arena = s->arena};
	mpt below = n->kind == NODE_HEADING ? introduced(r, n) : 0;
	size_t i;

	front_block(s, &flow, n, &style);
	for (i = 0; i < flow.body.n; i++) {
		struct vbox *b = &flow.body.v[i];

		r->y += r->y > s->style->top ? b->space : 0;
		if (r->y + b->height + below > limit_with(r, b))
			new_page(r);
		place(r, b);
	}
	r->y += s->style->grid;
}

/* The key of marks ends at the foot of the last page's type area. */
static void
add_key(struct recommending *r, const struct node *key)
{
	struct setter *s = r->s;
	struct vlist l = {.arena = s->arena};
	struct para_options o = {.width = front_width(s)};
	struct vbox b;
	mpt limit;

	front_paras(s, &l, key, ROLE_SOURCE, &o);
	b = vlist_pack(s->arena, &l, o.width);
	limit = limit_with(r, &b);
	if (r->y + KEY_SPACE + b.height > limit && r->y > s->style->top) {
		new_page(r);
		limit = r->y + b.height;
	}
	r->y = limit - b.height;
	place(r, &b);
}

/* The name that stands before the items of a div or section. */
static const struct node *
name_of(const struct node *first)
{
	const struct node *n = first->parent->first;

	if (n &&
	    (n->kind == NODE_HEADING || node_has_class(n, "addressee-name")))
		return n;
	return NULL;
}

static void
add_block(struct recommending *r, const struct node *n, const struct node **key)
{
	const struct node *next =
	    n->kind == NODE_SECTION || n->kind == NODE_HEADING ? n->next : NULL;

	if (node_has_class(n, "key")) {
		*key = n;
	} else if (n->kind == NODE_RECOMMENDATION) {
		if (next_item(n->parent->first) == n)
			add_group(r, name_of(n), n);
	} else if (next_item(n->first) && n->kind == NODE_DIV) {
		n = next_item(n->first);
		add_group(r, name_of(n), n);
	} else if (!next_item(next)) {
		add_text(r, n);
	}
}

void
set_recommendations(struct setter *s)
{
	const struct style *st = s->style;
	struct recommending r = {.s = s, .page = page_new(s, FURNITURE_ALL)};
	const struct node *n, *key = NULL;
	mpt off;

	r.group_width = style_span(st,
	    (int)(front_measure(s, "recommendations.group_span", 3) / 1000));
	r.item_width = style_span(
	    st, (int)(front_measure(s, "recommendations.item_span", 9) / 1000));
	r.item_left = front_width(s) - r.item_width;
	r.number = front_measure(s, "recommendations.number", 25);
	r.above = front_measure(s, "recommendations.above", 8.5);
	r.below = front_measure(s, "recommendations.below", 7.5);
	r.after_group = front_measure(s, "recommendations.after_group", 15);
	n = front_intro(s, r.page, &r.y);
	r.y += TOP_SPACE;
	off = (r.y - st->top) % st->grid;
	r.y += off ? st->grid - off : 0;
	for (; n; n = front_next(n, s->part))
		add_block(&r, n, &key);
	if (key)
		add_key(&r, key);
	end_page(&r);
}
