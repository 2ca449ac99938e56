/* SPDX-License-Identifier: MIT */
/*
 * layout/recommend.c - recommendations grouped by addressee
 *
 * The addressee stands at the near side, its items beside it; an item never
 * breaks (HOUSE-STYLE section 8).  Pages are filled here and not by fill.c,
 * because the addressee is repeated where a group goes on.  All is set first;
 * then a page is tried before it is drawn, and the one before the last ends
 * earlier if the last would have hardly an item.
 */
#include "base/arena.h"
#include "base/locale.h"
#include "layout/front.h"
#include "layout/note.h"

#define GROUP_RULE PT(0.75)
#define ITEM_RULE  PT(0.5)
#define TOP_SPACE  PT(26) /* below the introduction */
#define LAST_LEAST 3      /* items on the last page */
#define META_SPACE PT(1.5)
#define STANDARD_X PT(164) /* in the column of the items' text */
#define STATUS_W   PT(80)
#define META_GAP   PT(6)
#define KEY_SPACE  PT(13)

/* What is set below each other: an item of a group, or a line of what stands
 * between groups. */
struct entry {
	struct vbox box;         /* an item is without rule and padding */
	const struct node *name; /* of the item's group */
	struct vbox group;       /* that name, beside the group's first item */
	bool item, first, last;  /* in its group */
	bool keeps;              /* does not end a page */
	mpt after;               /* space below */
};

struct recommending {
	struct setter *s;
	VEC(struct entry) entries;
	const struct node *key;
	struct vbox key_box;
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

/* The addressee: of a group that goes on, repeated as an artifact. */
static struct vbox
name_box(const struct recommending *r, const struct node *name, bool again)
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

/* --- what is to be set --- */

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

	for (; item; item = next_item(item->next)) {
		struct entry e = {.box = item_box(r, item),
		    .name = name,
		    .item = true,
		    .first = first,
		    .last = !next_item(item->next)};

		if (first)
			e.group = name_box(r, name, false);
		e.after = e.last ? r->after_group : r->above;
		VEC_PUSH(r->s->arena, &r->entries, e);
		first = false;
	}
}

static void
add_text(struct recommending *r, const struct node *n)
{
	struct setter *s = r->s;
	struct block_style style = {.width = front_width(s), .body = ROLE_BODY};
	struct flow flow = {.body.arena = s->arena};
	size_t i;

	front_block(s, &flow, n, &style);
	for (i = 0; i < flow.body.n; i++) {
		struct entry e = {.box = flow.body.v[i]};

		if (i + 1 == flow.body.n) {
			e.keeps = n->kind == NODE_HEADING;
			e.after = s->style->grid;
		} else {
			e.keeps = flow.body.v[i + 1].penalty >= BREAK_WIDOW;
		}
		VEC_PUSH(s->arena, &r->entries, e);
	}
}

/* The key of marks, which ends at the foot of the last page's type area. */
static void
add_key(struct recommending *r, const struct node *key)
{
	struct vlist l = {.arena = r->s->arena};
	struct para_options o = {.width = front_width(r->s)};

	front_paras(r->s, &l, key, ROLE_SOURCE, &o);
	r->key_box = vlist_pack(r->s->arena, &l, o.width);
	r->key = key;
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
add_block(struct recommending *r, const struct node *n)
{
	const struct node *next =
	    n->kind == NODE_SECTION || n->kind == NODE_HEADING ? n->next : NULL;

	if (node_has_class(n, "key")) {
		add_key(r, n);
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

/* --- pages --- */

/* The y that text may reach when the notes of the box stand on the page. */
static mpt
limit_with(const struct recommending *r, const struct vbox *b)
{
	struct note_list all = note_copy(r->s->arena, &r->notes);
	size_t i;

	for (i = 0; i < b->nnotes; i++)
		note_add(r->s, r->s->arena, &all, b->notes[i]);
	note_sort(&all);
	return front_foot(r->s) - note_lines(r->s, &all) * r->s->style->grid;
}

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

/* An entry with rule, addressee and padding; at the top of a page the
 * addressee stands again. */
static struct vbox
outer_box(const struct recommending *r, const struct entry *e, bool top)
{
	struct setter *s = r->s;
	const struct style *st = s->style;
	mpt width = front_width(s);
	struct vbox b = {.width = width, .at = e->box.at}, group = e->group;

	if (!e->item)
		return e->box;
	if (top && !e->first)
		group = name_box(r, e->name, true);
	b.height = e->box.height > group.height ? e->box.height : group.height;
	b.height += r->below;
	if (e->first || top) {
		vbox_item(s->arena, &b,
		    rule_item(0, 0, width, GROUP_RULE, st->petrol900));
		front_add(s->arena, &b, &group, 0, r->below);
	} else {
		vbox_item(s->arena, &b,
		    rule_item(s->rtl ? 0 : r->item_left, 0, r->item_width,
			ITEM_RULE, st->grey200));
	}
	front_add(s->arena, &b, &e->box, 0, r->below);
	return b;
}

/* What must stand on the page below entry i. */
static mpt
kept_below(const struct recommending *r, size_t i)
{
	mpt h = 0;

	for (; r->entries.v[i].keeps && i + 1 < r->entries.n; i++) {
		const struct entry *e = &r->entries.v[i + 1];

		h += r->entries.v[i].after + e->box.space + e->box.height +
		     (e->item ? r->below : 0);
	}
	return h;
}

/* Set entries [from, to) on the page as far as they fit: the first that is not
 * set.  With `try` nothing is drawn. */
static size_t
fill_page(struct recommending *r, size_t from, size_t to, bool try)
{
	mpt top = r->s->style->top;
	size_t i, k;

	for (i = from; i < to; i++) {
		const struct entry *e = &r->entries.v[i];
		struct vbox b = outer_box(r, e, r->y == top);
		mpt y = r->y + (r->y > top ? e->box.space : 0);

		if (y + b.height + kept_below(r, i) > limit_with(r, &b) &&
		    r->y > top)
			break;
		if (!try)
			vbox_place(
			    &b, r->s->pages, r->page, r->s->style->left, y);
		for (k = 0; k < b.nnotes; k++)
			note_add(r->s, r->s->arena, &r->notes, b.notes[k]);
		note_sort(&r->notes);
		r->y = y + b.height + e->after;
	}
	return i;
}

/* Has the page room for the key of marks? */
static bool
has_room(const struct recommending *r)
{
	return !r->key || r->y == r->s->style->top ||
	       r->y + KEY_SPACE + r->key_box.height <=
		   limit_with(r, &r->key_box);
}

/* Are the entries from i on a last page that looks like one? */
static bool
makes_last(const struct recommending *r, size_t i)
{
	struct recommending last = *r;
	size_t items = 0, k;

	for (k = i; k < r->entries.n; k++)
		items += r->entries.v[k].item;
	last.y = r->s->style->top;
	last.notes = (struct note_list){0};
	return items >= LAST_LEAST && !r->entries.v[i - 1].keeps &&
	       fill_page(&last, i, r->entries.n, true) == r->entries.n &&
	       has_room(&last);
}

/* Where the page ends that begins with entry i: where it is full, or earlier,
 * so that the last page has some items; best where a group begins. */
static size_t
page_end(const struct recommending *r, size_t i)
{
	struct recommending page = *r;
	size_t n = r->entries.n, full = fill_page(&page, i, n, true), end;

	if (full == n && has_room(&page))
		return n;
	page.y = r->s->style->top;
	page.notes = (struct note_list){0};
	if (fill_page(&page, full, n, true) < n)
		return full; /* the page behind it is not the last */
	for (end = full; end > i + 1 && n - end < 2 * LAST_LEAST; end--)
		if ((end == n || r->entries.v[end].first) && makes_last(r, end))
			return end;
	for (end = full; end > i + 1; end--)
		if (makes_last(r, end))
			return end;
	return full;
}

static void
fill_all(struct recommending *r)
{
	size_t i = 0;

	for (;;) {
		i = fill_page(r, i, page_end(r, i), false);
		if (i == r->entries.n)
			break;
		new_page(r);
	}
	if (!has_room(r))
		new_page(r);
	if (r->key) {
		mpt foot = limit_with(r, &r->key_box);
		mpt y =
		    r->y > r->s->style->top ? foot - r->key_box.height : r->y;

		vbox_place(
		    &r->key_box, r->s->pages, r->page, r->s->style->left, y);
	}
	end_page(r);
}

/* --- the part --- */

void
set_recommendations(struct setter *s)
{
	const struct style *st = s->style;
	struct recommending r = {.s = s, .page = page_new(s, FURNITURE_ALL)};
	const struct node *n;
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
		add_block(&r, n);
	fill_all(&r);
}
