/* SPDX-License-Identifier: MIT */
/*
 * layout/line.c - one broken line to the items of a box
 *
 * The line is a row of pieces (parts of words in one font).  Neighbours of the
 * same leaf, look and direction make a group, a group becomes one run, and the
 * groups are put into visual order.  Items stay in logical order.
 */
#include "layout/line.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "layout/mark.h"
#include "text/bidi.h"

/* Ink may come this near to the height of a line (HOUSE-STYLE 13: 12.5 of 13
 * points); otherwise the line gets half as much again. */
#define INK_SPARE PT(0.5)

struct piece {
	struct run_piece glyphs;
	const struct unit *unit;
	const struct font *font; /* NULL: status mark */
	unsigned chain;
	uint8_t level;
	int16_t top, bottom; /* ink of fallback fonts, font units */
	mpt lead;            /* room before it */
};

struct group {
	size_t first, n; /* pieces */
	uint8_t level;
	struct run *run; /* NULL: status mark */
	mpt lead, width; /* with the lead */
	mpt x;           /* left edge, from the line's */
};

struct setting {
	const struct items *items;
	const struct line *line;
	struct arena *arena, *scratch;
	VEC(struct piece) pieces;
	VEC(struct group) groups;
	struct line_fit fit;
	mpt tail; /* width of the space past the margin */
	enum artifact artifact;
};

void
line_measure(const struct items *it, struct line *l)
{
	size_t i;

	l->natural = l->blank = 0;
	l->spaces = 0;
	for (i = items_find(it, l->from);
	     i < it->nunits && it->units[i].from < l->to; i++) {
		const struct unit *u = &it->units[i];
		uint32_t a = u->from > l->from ? u->from : l->from;
		uint32_t b = u->to < l->to ? u->to : l->to;
		bool hyphen = l->hyphen && b == l->to;
		const struct shaped *w;
		size_t at;

		if (!u->shaped || (a == u->from && b == u->to && !hyphen)) {
			l->natural += u->width;
			l->spaces += u->space;
			l->blank += u->space ? u->width : 0;
			continue;
		}
		w = items_fragment(it, u, a, b, hyphen, &at);
		l->natural += shaped_width(w, u->span->face, at,
				  at + b - a + (hyphen ? 2 : 0)) +
			      (a == u->from ? u->lead : 0);
	}
}

struct line_fit
line_fit(const struct items *it, const struct line *l)
{
	struct line_fit f = {0};
	int64_t most = it->env->style->expand, letters = l->natural - l->blank;
	int64_t slack =
	    l->width - l->indent + l->hang_start + l->hang_end - l->natural;
	mpt n = (mpt)l->spaces;

	if ((l->last && slack >= 0) || letters <= 0)
		return f;
	f.expand =
	    (int)(slack * 1000 > letters * most    ? most
		  : slack * 1000 < -letters * most ? -most
						   : slack * 1000 / letters);
	slack -= letters * f.expand / 1000;
	if (n)
		f.word_space = ((mpt)slack - l->blank * f.expand / 1000) / n;
	if (slack < -l->blank / 3)
		f.over = (mpt)(-slack - l->blank / 3);
	return f;
}

/* --- pieces --- */

static void
add_pieces(struct setting *s, const struct unit *u, const struct shaped *w,
    size_t from, size_t to, mpt lead)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct shaped_part *part = &w->parts[i];
		struct piece p = {.unit = u,
		    .font = part->font,
		    .chain = part->chain,
		    .level = u->level,
		    .top = part->top,
		    .bottom = part->bottom,
		    .lead = lead};
		size_t a = part->from > from ? part->from : from;
		size_t b = part->to < to ? part->to : to;

		if (a >= b)
			continue;
		p.glyphs.n = shaped_slice(part, w->rtl, a, b, &p.glyphs.glyphs);
		p.glyphs.base = (uint32_t)a;
		p.glyphs.text = str_slice(w->text, a, b);
		VEC_PUSH(s->scratch, &s->pieces, p);
		lead = 0;
	}
}

static void
cut_pieces(struct setting *s)
{
	const struct items *it = s->items;
	const struct line *l = s->line;
	size_t i, at;

	for (i = items_find(it, l->from);
	     i < it->nunits && it->units[i].from < l->to; i++) {
		const struct unit *u = &it->units[i];
		uint32_t a = u->from > l->from ? u->from : l->from;
		uint32_t b = u->to < l->to ? u->to : l->to;
		bool hyphen = l->hyphen && b == l->to;

		if (u->span->kind == SPAN_STATUS) {
			VEC_PUSH(s->scratch, &s->pieces,
			    (struct piece){
				.unit = u, .level = u->level, .lead = u->lead});
		} else if (u->shaped) {
			const struct shaped *w =
			    items_fragment(it, u, a, b, hyphen, &at);

			add_pieces(s, u, w, at, at + b - a + (hyphen ? 2 : 0),
			    a == u->from ? u->lead : 0);
		}
	}
}

/* The space at the end of a broken line, past the margin: of the text where it
 * was broken at one, else (forced break) of the word before. */
static void
add_last_space(struct setting *s)
{
	const struct items *it = s->items;
	const struct line *l = s->line;
	const struct unit *u;
	size_t i = items_find(it, l->to);

	if (!l->spaced || !s->pieces.n)
		return;
	u = i < it->nunits && it->units[i].space ? &it->units[i] : NULL;
	if (!u) {
		const struct unit *before = s->pieces.v[s->pieces.n - 1].unit;
		struct unit *made;

		if (!before->shaped)
			return;
		made = ARENA_NEW(s->scratch, struct unit);
		*made = *before;
		made->space = true;
		made->lead = 0;
		made->shaped = shape_word(it->env->shaper, STR(" "),
		    before->span->face, before->span->lang, before->level & 1,
		    (struct place){0});
		u = made;
	}
	add_pieces(s, u, u->shaped, 0, u->shaped->text.n, 0);
	/* UAX #9, rule L1: it has the level of the paragraph */
	s->pieces.v[s->pieces.n - 1].level = it->text.rtl;
	s->tail = shaped_width(u->shaped, u->span->face, 0, u->shaped->text.n) +
		  s->fit.word_space;
}

/* --- groups --- */

static bool
same_group(const struct piece *a, const struct piece *b)
{
	const struct span *s = a->unit->span, *t = b->unit->span;

	return a->font && a->font == b->font && a->chain == b->chain &&
	       !b->lead && s->leaf == t->leaf && a->level == b->level &&
	       s->face == t->face &&
	       (s->lang == t->lang || streq(s->lang, t->lang));
}

static void
make_run(struct setting *s, struct group *g)
{
	const struct piece *p = &s->pieces.v[g->first];
	const struct span *span = p->unit->span;
	struct run look = {.font = p->font,
	    .size = face_size(span->face, p->chain),
	    .colour = span->face->colour,
	    .lang = span->lang,
	    .rtl = p->level & 1,
	    .leaf = span->leaf,
	    .raise = span->face->raise,
	    .letter_space = span->face->letter_space,
	    .word_space = s->fit.word_space,
	    .expand = (int16_t)s->fit.expand};
	struct run_piece *pieces =
	    ARENA_ARRAY(s->scratch, struct run_piece, g->n);
	size_t i;

	for (i = 0; i < g->n; i++)
		pieces[i] = s->pieces.v[g->first + i].glyphs;
	if (s->line->hyphen && g->first + g->n == s->pieces.n)
		look.end = RUN_SOFT_HYPHEN;
	g->run = run_join(s->arena, pieces, g->n, &look);
	g->width = g->lead + g->run->width;
}

static void
make_groups(struct setting *s)
{
	const struct style *st = s->items->env->style;
	size_t i, k;

	for (i = 0; i < s->pieces.n; i = k) {
		const struct piece *p = &s->pieces.v[i];
		struct group g = {
		    .first = i, .level = p->level, .lead = p->lead};

		for (k = i + 1;
		     k < s->pieces.n && same_group(p, &s->pieces.v[k]); k++)
			;
		g.n = k - i;
		if (p->font)
			make_run(s, &g);
		else
			g.width = g.lead + mark_width(st, p->unit->span->leaf) +
				  st->mark_gap;
		VEC_PUSH(s->scratch, &s->groups, g);
	}
}

/* Left edges of the groups, counted from the left edge of the line. */
static void
order_groups(struct setting *s)
{
	size_t n = s->groups.n, i, *order;
	uint8_t *levels;
	mpt x = 0;

	if (!s->items->text.levels) {
		for (i = 0; i < n; i++) {
			s->groups.v[i].x = x;
			x += s->groups.v[i].width;
		}
		return;
	}
	order = ARENA_ARRAY(s->scratch, size_t, n);
	levels = ARENA_ARRAY(s->scratch, uint8_t, n);
	for (i = 0; i < n; i++)
		levels[i] = s->groups.v[i].level;
	bidi_reorder(levels, n, order);
	for (i = 0; i < n; i++) {
		s->groups.v[order[i]].x = x;
		x += s->groups.v[order[i]].width;
	}
}

/* --- the box --- */

/* Height above and depth below the baseline of fallback fonts' ink. */
static void
find_ink(const struct setting *s, mpt *top, mpt *bottom)
{
	size_t i;

	*top = *bottom = 0;
	for (i = 0; i < s->pieces.n; i++) {
		const struct piece *p = &s->pieces.v[i];
		mpt size, up, down;

		if (!p->font || (p->top == 0 && p->bottom == 0))
			continue;
		size = face_size(p->unit->span->face, p->chain);
		up = font_scale(p->font, p->top, size) +
		     p->unit->span->face->raise;
		down = font_scale(p->font, -p->bottom, size) -
		       p->unit->span->face->raise;
		*top = up > *top ? up : *top;
		*bottom = down > *bottom ? down : *bottom;
	}
}

/* Height of the line and place of its baseline: what the role says unless tall
 * stacks of another script need half a line more. */
static mpt
line_height(const struct setting *s, const struct role_style *r, mpt *baseline)
{
	mpt top, bottom, below = r->leading - r->ascent;

	*baseline = r->ascent;
	find_ink(s, &top, &bottom);
	if (top + bottom <= r->leading - INK_SPARE)
		return r->leading;
	if (top - r->ascent > bottom - below)
		*baseline += r->leading / 2;
	return r->leading + r->leading / 2;
}

static mpt
line_x(const struct setting *s, enum para_align align)
{
	const struct line *l = s->line;
	bool rtl = s->items->text.rtl;
	mpt room = l->width - l->indent - l->natural;

	if (align == PARA_CENTRED)
		return (rtl ? 0 : l->indent) + room / 2;
	if (align == PARA_END)
		return rtl ? 0 : l->indent + room;
	if (align == PARA_JUSTIFIED && (!l->last || room < 0))
		return rtl ? -l->hang_end : l->indent - l->hang_start;
	if (align == PARA_JUSTIFIED)
		return rtl ? room + l->hang_start : l->indent - l->hang_start;
	return rtl ? room : l->indent;
}

static void
add_dest(struct vbox *b, struct arena *a, const struct node *n, mpt x)
{
	vbox_item(
	    a, b, (struct item){.kind = ITEM_DEST, .leaf = n, .box = {.x = x}});
}

/* Was the target of a reference not found? */
static bool
leads_nowhere(const struct node *n)
{
	return (n->kind == NODE_LINK || n->kind == NODE_PAGE_REF) &&
	       !n->target && (!n->href || !n->href[0]);
}

/* Active areas: one for each stretch of groups of the same link. */
static void
add_links(struct setting *s, struct vbox *b, mpt x)
{
	size_t i, k;

	for (i = 0; i < s->groups.n; i = k) {
		const struct group *g = &s->groups.v[i];
		const struct node *link =
		    s->pieces.v[g->first].unit->span->link;
		mpt left = g->x + g->lead, right = g->x + g->width;

		for (k = i + 1; k < s->groups.n; k++) {
			const struct group *h = &s->groups.v[k];

			if (s->pieces.v[h->first].unit->span->link != link)
				break;
			left = h->x < left ? h->x : left;
			right =
			    h->x + h->width > right ? h->x + h->width : right;
		}
		if (!link || s->artifact != ARTIFACT_NONE)
			continue;
		/* without the space past the margin */
		left = x + left < 0 ? -x : left;
		right = x + right > b->width ? b->width - x : right;
		vbox_item(s->arena, b,
		    (struct item){
			.kind = leads_nowhere(link) ? ITEM_REMARK : ITEM_LINK,
			.leaf = link,
			.remark = REMARK_NOWHERE,
			.box = {x + left, 0, right - left, b->height}});
	}
}

static void
add_node(struct arena *a, const struct node ***v, uint32_t *n,
    const struct node *node)
{
	*v = arena_grow(a, *v, *n * sizeof **v, (*n + 1) * sizeof **v);
	(*v)[(*n)++] = node;
}

/* Notes and floats that the line calls. */
static void
add_calls(struct setting *s, struct vbox *b)
{
	const struct node *before = NULL;
	size_t i;

	if (s->artifact != ARTIFACT_NONE)
		return;
	for (i = 0; i < s->pieces.n; i++) {
		const struct node *link = s->pieces.v[i].unit->span->link;
		const struct node *to = link ? link->target : NULL;

		if (!to || link == before)
			continue;
		before = link;
		if (link->kind == NODE_NOTE_MARK)
			add_node(s->arena, &b->notes, &b->nnotes, to);
		else if (link->kind == NODE_LINK &&
			 (to->kind == NODE_FIGURE || to->kind == NODE_TABLE ||
			     to->kind == NODE_BOX))
			add_node(s->arena, &b->floats, &b->nfloats, to);
	}
}

static void
add_groups(struct setting *s, struct vbox *b, mpt x, mpt baseline)
{
	const struct layout_env *env = s->items->env;
	const struct node *dest = NULL;
	size_t i;

	for (i = 0; i < s->groups.n; i++) {
		const struct group *g = &s->groups.v[i];
		const struct unit *u = s->pieces.v[g->first].unit;
		mpt left = x + g->x + (g->level & 1 ? 0 : g->lead);

		if (u->span->dest && u->span->dest != dest &&
		    u->from == u->span->from && s->artifact == ARTIFACT_NONE) {
			dest = u->span->dest;
			add_dest(b, s->arena, dest, left);
		}
		if (!g->run) {
			/* the word stands on the side of the gap */
			mark_add(s->arena, b, env->style, u->span->leaf,
			    g->level & 1,
			    g->level & 1 ? left + env->style->mark_gap : left,
			    baseline - mark_middle(u->span->face));
			continue;
		}
		vbox_item(s->arena, b,
		    (struct item){.kind = ITEM_RUN,
			.artifact = s->artifact,
			.leaf = g->run->leaf,
			.run = g->run,
			.box = {left, baseline, g->run->width, 0}});
	}
}

void
line_set(const struct items *it, const struct line *l, struct vlist *out,
    enum role role, enum para_align align, enum artifact artifact)
{
	const struct role_style *r = &it->env->style->roles[role];
	struct setting s = {.items = it,
	    .line = l,
	    .arena = out->arena,
	    .scratch = it->arena,
	    .artifact = artifact};
	struct vbox b = {.width = l->width};
	mpt x, baseline;

	if (align == PARA_JUSTIFIED)
		s.fit = line_fit(it, l);
	cut_pieces(&s);
	add_last_space(&s);
	make_groups(&s);
	order_groups(&s);
	x = line_x(&s, align);
	if (it->text.rtl)
		x -= s.tail;
	b.height = line_height(&s, r, &baseline);
	if (s.pieces.n && s.pieces.v[0].unit->span->leaf)
		b.at = s.pieces.v[0].unit->span->leaf->at;
	add_groups(&s, &b, x, baseline);
	add_links(&s, &b, x);
	add_calls(&s, &b);
	vlist_add(out, b);
}
