/* SPDX-License-Identifier: MIT */
/*
 * layout/statistics.c - the key-statistics page
 *
 * Cells in three columns, each with its lines at fixed distances from its rule
 * (HOUSE-STYLE section 10), then a strip of pictograms, the key of the signs
 * and the sources: exactly one page, or less with fewer cells.
 */
#include "base/arena.h"
#include "layout/front.h"
#include "layout/hatch.h"
#include "layout/key.h"
#include "layout/note.h"

#define CELL_RULE    PT(0.75)
#define HAIRLINE     PT(0.5)
#define SPARK_W      PT(144)
#define RANK_W       PT(70) /* rank in figures and dots */
#define DOTS_W       PT(46) /* dots alone */
#define RANK_GAP     PT(4)
#define HATCH_W      PT(36)
#define HATCH_H      PT(18)
#define HATCH_GAP    PT(6)
#define GRID_SPACE   PT(13) /* under the introduction */
#define STRIP_TOP    PT(13)
#define STRIP_PAD    PT(12)
#define STRIP_FOOT   PT(6.5) /* under the text of a strip that grows */
#define STRIP_RIGHT  PT(20)  /* from the middle to the right half's text */
#define TEXT_SPACE   PT(4)
#define KEY_SPACE    PT(8)
#define SOURCE_SPACE PT(3.25)

struct statistics {
	struct setter *s;
	struct page *page;
	struct note_list notes;
	mpt y;
	int columns;
	mpt width, height; /* of a cell */
};

static mpt
measure(const struct statistics *t, const char *key, double fallback)
{
	return front_measure(
	    t->s, arena_printf(t->s->arena, "statistics.%s", key), fallback);
}

static struct arena *
arena_of(const struct statistics *t)
{
	return t->s->arena;
}

static const struct node *
find_class(const struct node *parent, const char *class_name)
{
	const struct node *n = parent->first;

	while (n && !node_has_class(n, class_name))
		n = n->next;
	return n;
}

static const struct node *
find_plot(const struct node *root)
{
	return node_find_kind(root, NODE_PLOT);
}

static void
place(struct statistics *t, const struct vbox *b, mpt x, mpt y)
{
	size_t i;

	vbox_place(b, t->s->pages, t->page, front_x(t->s, x, b->width), y);
	for (i = 0; i < b->nnotes; i++)
		note_add(t->s, t->s->arena, &t->notes, b->notes[i]);
}

static void
add_rule(
    struct statistics *t, struct vbox *b, mpt y, mpt thick, uint32_t colour)
{
	vbox_item(arena_of(t), b, rule_item(0, y, b->width, thick, colour));
}

/* --- a cell --- */

/* Paragraphs with their first baseline at y. */
static void
add_text(struct statistics *t, struct vbox *b, const struct node *n, mpt y,
    enum role role, const struct para_options *o, mpt x)
{
	struct vlist l = {.arena = arena_of(t)};
	struct vbox part;

	front_paras(t->s, &l, n, role, o);
	part = vlist_pack(arena_of(t), &l, o->width);
	if (t->s->rtl)
		x = b->width - x - o->width;
	front_add(
	    arena_of(t), b, &part, x, y - t->s->style->roles[role].ascent);
}

static void
add_class(struct statistics *t, struct vbox *b, const struct node *stat,
    const char *class_name, mpt y, enum role role, mpt width,
    enum para_align align)
{
	const struct node *n = find_class(stat, class_name);
	struct para_options o = {.width = width, .align = align};

	if (n)
		add_text(t, b, n, y, role, &o, 0);
}

/* A small chart, its upper edge at y; w from the far or the near edge. */
static void
add_plot(struct statistics *t, struct vbox *b, const struct node *plot, mpt x,
    mpt y, mpt w, mpt h)
{
	vbox_item(arena_of(t), b,
	    (struct item){.kind = ITEM_FORM,
		.leaf = plot,
		.box = {t->s->rtl ? b->width - x - w : x, y, w, h}});
}

/* The number, or a hatch and the words that say why there is none. */
static void
add_number(struct statistics *t, struct vbox *b, const struct node *stat, mpt y)
{
	const struct node *n = find_class(stat, "stat-number");
	bool none = !n || node_has_class(stat, "no-data") ||
		    node_has_class(n, "no-data");
	struct para_options o = {.width = b->width};
	mpt x = HATCH_W + HATCH_GAP;

	if (!n)
		n = find_class(stat, "stat-missing");
	if (!none) {
		add_text(t, b, n, y, ROLE_STAT_NUMBER, &o, 0);
		return;
	}
	hatch_add(arena_of(t), b, t->s->style,
	    (struct rect){t->s->rtl ? b->width - HATCH_W : 0, y - HATCH_H,
		HATCH_W, HATCH_H});
	o.width -= x;
	if (n)
		add_text(t, b, n, y, ROLE_STAT_UNIT, &o, x);
}

/* The plot of the cell's figure after `skip` others: spark line, then rank. */
static const struct node *
figure_plot(const struct node *stat, int skip)
{
	const struct node *n;

	for (n = stat->first; n; n = n->next)
		if (n->kind == NODE_FIGURE && skip-- == 0)
			return find_plot(n);
	return NULL;
}

/* Dots at the far edge, the rank in figures before them. */
static void
add_rank(struct statistics *t, struct vbox *b, const struct node *stat, mpt y)
{
	const struct node *rank = find_class(stat, "stat-rank");
	const struct node *plot = rank ? find_plot(rank) : NULL;
	const struct role_style *r = &t->s->style->roles[ROLE_STAT_CHANGE];
	struct para_options o = {.width = b->width, .align = PARA_END};
	mpt h, w = RANK_W, middle = y - r->face.size / 3;

	if (!plot)
		plot = figure_plot(stat, 1);
	if (rank && node_find_kind(rank, NODE_PARA))
		w = DOTS_W;
	if (plot) {
		h = t->s->env->plot_height(t->s->env->ctx, plot, w);
		add_plot(t, b, plot, b->width - w, middle - h / 2, w, h);
		o.width -= w + RANK_GAP;
	}
	if (rank)
		add_text(t, b, rank, y, ROLE_TABLE_HEAD, &o, 0);
}

/* The change since the first year, in one line if its role can be smaller. */
static void
add_change(struct statistics *t, struct vbox *b, const struct node *stat, mpt y)
{
	const struct node *n = find_class(stat, "stat-change");
	const struct node *rank = find_class(stat, "stat-rank");
	const struct node *p = n ? node_find_kind(n, NODE_PARA) : NULL;
	struct para_options o = {
	    .has_colour = true, .colour = t->s->style->ink};
	enum role role = ROLE_STAT_CHANGE;

	if (!n)
		return;
	o.width = b->width - RANK_W;
	if (rank && node_find_kind(rank, NODE_PARA))
		o.width = b->width - DOTS_W - 2 * RANK_GAP -
			  para_measure(t->s->env,
			      node_find_kind(rank, NODE_PARA), ROLE_TABLE_HEAD)
			      .max;
	if (p && para_measure(t->s->env, p, role).max > o.width)
		role = ROLE_STAT_UNIT;
	add_text(t, b, n, y, role, &o, 0);
}

static struct vbox
cell_box(struct statistics *t, const struct node *stat)
{
	const struct style *st = t->s->style;
	struct vbox b = {
	    .width = t->width, .height = t->height, .at = stat->at};
	const struct node *spark = figure_plot(stat, 0);
	mpt change = measure(t, "change", 102);

	add_rule(t, &b, 0, CELL_RULE, st->petrol900);
	vbox_item(arena_of(t), &b, dest_item(stat, 0, 0));
	add_class(t, &b, stat, "stat-name", measure(t, "name", 13),
	    ROLE_STAT_NAME, t->width, PARA_RAGGED);
	add_class(t, &b, stat, "stat-unit", measure(t, "unit", 23.5),
	    ROLE_STAT_UNIT, t->width, PARA_RAGGED);
	add_number(t, &b, stat, measure(t, "number", 53));
	if (spark)
		add_plot(t, &b, spark, 0, measure(t, "spark", 63), SPARK_W,
		    measure(t, "spark_height", 24));
	add_rule(t, &b, measure(t, "hairline", 91), HAIRLINE, st->grey200);
	add_change(t, &b, stat, change);
	add_rank(t, &b, stat, change);
	return b;
}

static void
place_cells(struct statistics *t, const struct node *stats)
{
	const struct node *n;
	mpt left = t->s->style->left, x;
	int i = 0;

	for (n = stats->first; n; n = n->next) {
		struct vbox b;

		if (n->kind != NODE_DIV || !node_has_class(n, "stat"))
			continue;
		b = cell_box(t, n);
		x = left + i % t->columns * (t->width + t->s->style->gutter);
		place(t, &b, x, t->y + i / t->columns * t->height);
		i++;
	}
	t->y += (i + t->columns - 1) / t->columns * t->height;
}

/* --- pictograms --- */

/* Chart, sentence and small line below each other. */
static struct vbox
half_box(struct statistics *t, const struct node *half, mpt width)
{
	struct setter *s = t->s;
	struct vbox b = {.width = width, .at = half->at};
	const struct node *plot = find_plot(half), *p;
	struct para_options o = {.width = width};
	struct vlist l = {.arena = s->arena};
	enum role role = ROLE_IMPRINT_TEXT;
	struct vbox text;

	if (plot) {
		b.height = s->env->plot_height(s->env->ctx, plot, width);
		add_plot(t, &b, plot, 0, 0, width, b.height);
	}
	for (p = half->first; p; p = p->next) {
		if (p->kind != NODE_PARA)
			continue;
		para_set(s->env, &l, p, role, &o);
		role = ROLE_STAT_UNIT;
	}
	if (l.n == 0)
		return b;
	text = vlist_pack(s->arena, &l, width);
	b.height += b.height > 0 ? TEXT_SPACE : 0;
	front_add(s->arena, &b, &text, 0, b.height);
	b.height += text.height;
	return b;
}

static void
place_pictograms(struct statistics *t, const struct node *div)
{
	struct setter *s = t->s;
	const struct style *st = s->style;
	mpt all = front_width(s), half = all / 2, x = st->left + STRIP_PAD;
	mpt width[] = {all - 2 * STRIP_PAD, half - STRIP_PAD - STRIP_RIGHT};
	mpt height = measure(t, "strip", 84);
	struct vbox b[2] = {{0}, {0}};
	const struct node *n;
	const struct node *halves[2];
	size_t i, count = 0;

	for (n = div->first; n && count < 2; n = n->next)
		if (n->kind == NODE_DIV || n->kind == NODE_FIGURE)
			halves[count++] = n;
	for (i = 0; i < count; i++)
		b[i] = half_box(t, halves[i], width[count - 1]);
	for (i = 0; i < count; i++)
		if (b[i].height + STRIP_TOP + STRIP_FOOT > height)
			height = b[i].height + STRIP_TOP + STRIP_FOOT;
	if (count == 0)
		return;
	front_rule(s, t->page, st->left, t->y, all, height, st->sand50);
	if (count == 2)
		front_rule(s, t->page, st->left + half, t->y + STRIP_PAD,
		    HAIRLINE, height - 2 * STRIP_PAD, st->sand200);
	for (i = 0; i < count; i++) {
		place(t, &b[i], x, t->y + STRIP_TOP);
		x = st->left + half + STRIP_RIGHT;
	}
	t->y += height;
}

/* --- key and sources --- */

static void
place_key(struct statistics *t, const struct node *n)
{
	struct vbox b = key_box(t->s, n, front_width(t->s));

	t->y += KEY_SPACE;
	place(t, &b, t->s->style->left, t->y);
	t->y += b.height;
}

static void
place_sources(struct statistics *t, const struct node *n)
{
	struct vlist l = {.arena = arena_of(t)};
	struct para_options o = {.width = front_width(t->s)};
	struct vbox b;

	if (n->kind == NODE_SOURCE)
		para_set(t->s->env, &l, n, ROLE_SOURCE, &o);
	else
		front_paras(t->s, &l, n, ROLE_SOURCE, &o);
	b = vlist_pack(arena_of(t), &l, o.width);
	t->y += SOURCE_SPACE;
	place(t, &b, t->s->style->left, t->y);
	t->y += b.height;
}

/* --- the page --- */

static void
place_other(struct statistics *t, const struct node *n)
{
	struct block_style style = {
	    .width = front_width(t->s), .body = ROLE_BODY};
	struct flow flow = {.body.arena = arena_of(t)};
	struct vbox b;

	front_block(t->s, &flow, n, &style);
	if (flow.body.n == 0)
		return;
	b = vlist_pack(arena_of(t), &flow.body, style.width);
	t->y += t->s->style->grid;
	place(t, &b, t->s->style->left, t->y);
	t->y += b.height;
}

static void
place_block(struct statistics *t, const struct node *n)
{
	if (node_has_class(n, "stats"))
		place_cells(t, n);
	else if (node_has_class(n, "pictograms"))
		place_pictograms(t, n);
	else if (node_has_class(n, "stat-key"))
		place_key(t, n);
	else if (node_has_class(n, "stat-sources"))
		place_sources(t, n);
	else
		place_other(t, n);
}

void
set_statistics(struct setter *s)
{
	const struct style *st = s->style;
	struct statistics t = {.s = s, .page = page_new(s, FURNITURE_ALL)};
	const struct node *n;
	mpt limit, off;

	t.columns = (int)(measure(&t, "columns", 3) / 1000);
	t.columns = t.columns > 0 ? t.columns : 1;
	t.width = measure(&t, "width", 149.29);
	t.height = measure(&t, "height", 117);
	n = front_intro(s, t.page, &t.y);
	t.y += GRID_SPACE;
	off = (t.y - st->top) % st->grid;
	t.y += off ? st->grid - off : 0;
	for (; n; n = front_next(n, s->part))
		place_block(&t, n);
	note_sort(&t.notes);
	limit = front_foot(s) - note_lines(s, &t.notes) * st->grid;
	if (t.y > limit) {
		int tenths = (t.y - limit + 99) / 100;

		diag(s->env->sink, DIAG_STATISTICS_LONG, s->part->at,
		    arena_printf(s->arena, "%d.%d", tenths / 10, tenths % 10));
	}
	note_place(s, t.page, &t.notes, st->left, front_foot(s));
}
