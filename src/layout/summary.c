/* SPDX-License-Identifier: MIT */
/*
 * layout/summary.c - executive summary: one column with margin figures
 *
 * Text stands in eight of the twelve columns; a div of class "margin" stands
 * at the far side, level with the first line of the paragraph behind it
 * (HOUSE-STYLE section 8).  Paragraph and margin figure are one box, at least
 * as tall as the figure needs, so that figures never meet and never leave
 * their paragraph.
 */
#include "layout/front.h"

#define MARGIN_RULE PT(0.75)
#define MARGIN_DOWN PT(3.25) /* its rule under the line's upper edge */
#define NUMBER_DOWN PT(2)

struct summing {
	struct setter *s;
	struct flow flow;
	mpt width, text, margin; /* type area, text, margin figure */
	mpt between;
	const struct node *figure; /* margin div waiting for its paragraph */
	const struct node *run_in;
	bool tight; /* the next block follows a heading */
};

/* Rule, number, text and reference. */
static struct vbox
margin_box(const struct summing *m, const struct node *div)
{
	static const enum role roles[] = {
	    ROLE_MARGIN_NUMBER, ROLE_MARGIN_TEXT, ROLE_REC_META};
	struct setter *s = m->s;
	struct vbox b = {.width = m->margin, .at = div->at}, text;
	struct vlist l = {.arena = s->arena};
	const struct node *p;
	size_t i = 0;

	for (p = div->first; p; p = p->next) {
		struct para_options o = {.width = m->margin,
		    .has_colour = i == 1,
		    .colour = s->style->ink};

		if (p->kind != NODE_PARA)
			continue;
		para_set(s->env, &l, p, roles[i], &o);
		i += i + 1 < sizeof roles / sizeof *roles;
	}
	text = vlist_pack(s->arena, &l, m->margin);
	vbox_item(s->arena, &b,
	    rule_item(0, 0, m->margin, MARGIN_RULE, s->style->petrol900));
	front_add(s->arena, &b, &text, 0, NUMBER_DOWN);
	b.height = NUMBER_DOWN + text.height;
	return b;
}

/* Boxes of the text's width at their place in the type area. */
static void
add_boxes(struct summing *m, struct vlist *l, mpt space, bool grid)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		struct vbox *b = &l->v[i];

		if (m->s->rtl)
			front_shift(b, m->width - m->text, 0);
		b->width = m->width;
		b->flags |= i == 0 && grid ? VBOX_ON_GRID : 0;
		if (i == 0 && b->space < space)
			b->space = space;
		if (i == 0 && m->tight)
			b->penalty = BREAK_NEVER;
		vlist_add(&m->flow.body, *b);
	}
	if (l->n > 0)
		m->tight = false;
}

static mpt
space_before(const struct summing *m)
{
	return m->tight || m->flow.body.n == 0 ? 0 : m->between;
}

static void
add_para(struct summing *m, const struct node *n)
{
	struct setter *s = m->s;
	struct para_options o = {
	    .width = m->text, .run_in = m->run_in, .run_in_role = ROLE_H4};
	struct vlist l = {.arena = s->arena}, one = {.arena = s->arena};
	struct vbox text, figure;
	mpt least;

	para_set(s->env, &l, n, ROLE_BODY, &o);
	if (l.n > 0 && m->run_in)
		vbox_item(s->arena, &l.v[0], dest_item(m->run_in, 0, 0));
	m->run_in = NULL;
	if (!m->figure) {
		add_boxes(m, &l, space_before(m), true);
		return;
	}
	text = vlist_pack(s->arena, &l, m->text);
	figure = margin_box(m, m->figure);
	front_add(s->arena, &text, &figure,
	    s->rtl ? m->text - m->width : m->width - m->margin, MARGIN_DOWN);
	least = MARGIN_DOWN + figure.height + s->style->grid - m->between;
	if (text.height < least)
		text.height = least;
	m->figure = NULL;
	vlist_add(&one, text);
	add_boxes(m, &one, space_before(m), true);
}

static void
add_heading(struct summing *m, const struct node *n)
{
	struct setter *s = m->s;
	enum role role = n->level <= 2 ? ROLE_H2 : ROLE_H3;
	struct para_options o = {.width = m->text, .balanced = true};
	struct vlist l = {.arena = s->arena};
	size_t i;

	if (n->level >= 4) {
		m->run_in = n;
		return;
	}
	para_set(s->env, &l, n, role, &o);
	for (i = 1; i < l.n; i++)
		l.v[i].penalty = BREAK_NEVER;
	if (l.n > 0)
		vbox_item(s->arena, &l.v[0], dest_item(n, 0, 0));
	add_boxes(m, &l, space_before(m), true);
	m->tight = true;
}

static void
add_other(struct summing *m, const struct node *n)
{
	struct block_style style = {
	    .width = m->text, .body = ROLE_BODY, .float_width = m->text};
	struct flow own = {.body.arena = m->s->arena};
	bool list = n->kind == NODE_LIST;

	front_block(m->s, &own, n, &style);
	if (list && own.body.n > 0 && m->flow.body.n > 0)
		own.body.v[0].penalty = BREAK_NEVER;
	add_boxes(m, &own.body, list ? 0 : space_before(m), !list);
}

/* A figure without a paragraph of its own stands beside nothing. */
static void
flush_figure(struct summing *m)
{
	struct vlist one = {.arena = m->s->arena};
	struct vbox figure, b = {.width = m->text};

	if (!m->figure)
		return;
	figure = margin_box(m, m->figure);
	b.height = figure.height;
	b.at = m->figure->at;
	front_add(m->s->arena, &b, &figure,
	    m->s->rtl ? m->text - m->width : m->width - m->margin, 0);
	m->figure = NULL;
	vlist_add(&one, b);
	add_boxes(m, &one, space_before(m), true);
}

static void
add_figure(struct summing *m, const struct node *n)
{
	flush_figure(m);
	m->figure = n;
}

static void
add_block(struct summing *m, const struct node *n)
{
	if (n->kind == NODE_HEADING)
		add_heading(m, n);
	else if (n->kind == NODE_DIV && node_has_class(n, "margin"))
		add_figure(m, n);
	else if (n->kind == NODE_PARA)
		add_para(m, n);
	else
		add_other(m, n);
}

/* h1 and lead; the y where the text begins. */
static mpt
place_head(struct setter *s, struct page *page, const struct node **rest)
{
	const struct style *st = s->style;
	struct para_options o = {
	    .width = front_measure(s, "summary.lead_width", 332)};
	struct vlist lead = {.arena = s->arena};
	mpt y, off;

	*rest = front_title(s, page, &y);
	y += st->roles[ROLE_H1].after;
	if (front_is_lead(*rest)) {
		front_paras(s, &lead, *rest, ROLE_LEAD, &o);
		front_lines(s, page, &lead, st->left, &y);
		y += st->roles[ROLE_LEAD].after;
		*rest = front_next(*rest, s->part);
	}
	off = (y - st->top) % st->grid;
	return off ? y + st->grid - off : y;
}

void
set_summary(struct setter *s)
{
	const struct style *st = s->style;
	struct summing m = {
	    .s = s, .width = front_width(s), .flow.body.arena = s->arena};
	struct fill fill = {
	    .columns = 1, .column_width = m.width, .left = st->left};
	const struct node *n;

	m.text =
	    style_span(st, (int)(front_measure(s, "summary.span", 8) / 1000));
	m.margin = style_span(
	    st, (int)(front_measure(s, "summary.margin_span", 3) / 1000));
	m.between = front_measure(s, "summary.between", 26);
	fill.page = page_new(s, FURNITURE_ALL);
	fill.top = place_head(s, fill.page, &n);
	for (; n; n = front_next(n, s->part))
		add_block(&m, n);
	flush_figure(&m);
	fill_pages(s, &m.flow, &fill);
}
