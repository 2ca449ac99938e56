/* SPDX-License-Identifier: MIT */
/* layout/table_cell.c - how one cell of a table looks, and its lines */
#include "layout/table_grid.h"

#include "base/arena.h"
#include "base/colour.h"
#include "base/str.h"
#include "doc/doc.h"
#include "layout/para.h"
#include "layout/set.h"

#define HEAD_ONE_LINE PT(60) /* wider heads may take two lines */
#define ITEM_HANG     PT(8)  /* of an item of a list in a cell */

enum role
table_cell_role(const struct table_grid *g, const struct table_cell *c)
{
	switch (g->rows.v[c->row].kind) {
	case TABLE_HEAD:
		return ROLE_TABLE_HEAD;
	case TABLE_GROUP:
		return g->group;
	case TABLE_BODY:
		break;
	}
	return g->body;
}

/* The only inline of a cell, if it has just one. */
static const struct node *
only_inline(const struct table_cell *c)
{
	const struct node *p = c->node->first;

	if (!p || p->next || !p->first || p->first->next)
		return NULL;
	return p->first;
}

bool
table_cell_is(const struct table_cell *c, const char *class_name)
{
	const struct node *only = only_inline(c);

	return node_has_class(c->node, class_name) ||
	       (only && !node_is_leaf(only) &&
		   node_has_class(only, class_name));
}

int
table_cell_step(const struct table_cell *c)
{
	const char *s = node_attr(c->node, "step");

	return s[0] >= '1' && s[0] <= '5' && !s[1] ? s[0] - '0' : 0;
}

static enum para_align
align_of(const struct table_grid *g, const struct table_cell *c)
{
	bool head = g->rows.v[c->row].kind == TABLE_HEAD;

	if (g->rows.v[c->row].kind == TABLE_GROUP)
		return PARA_RAGGED;
	if (head && c->span > 1 && c->column > 0)
		return PARA_END;
	if (g->heat && c->column > 0)
		return PARA_CENTRED;
	switch (c->node->align) {
	case ALIGN_CENTRE:
		return PARA_CENTRED;
	case ALIGN_RIGHT:
	case ALIGN_DECIMAL:
		return PARA_END;
	case ALIGN_LEFT:
		break;
	}
	return PARA_RAGGED;
}

static bool
is_muted(const struct table_grid *g, const struct table_cell *c)
{
	const char *list = node_attr(g->table, "muted"), *p = list;

	while (*p) {
		size_t column = 0;

		for (; *p >= '0' && *p <= '9'; p++)
			column = column * 10 + (size_t)(*p - '0');
		if (column == c->column + 1)
			return true;
		p += *p != '\0';
	}
	return false;
}

bool
table_cell_is_empty(const struct table_cell *c)
{
	const struct node *only = only_inline(c);

	return !c->node->first ||
	       (only && node_is_leaf(only) && streq(only->text, "–"));
}

static bool
own_colour(
    const struct table_grid *g, const struct table_cell *c, uint32_t *colour)
{
	const struct table_row *r = &g->rows.v[c->row];
	const struct style *st = g->env->style;
	int step = table_cell_step(c);

	if (r->kind != TABLE_BODY)
		return false;
	if (step > 0) {
		uint32_t field =
		    (g->diverging ? st->diverging : st->sequential)[step - 1];

		*colour = colour_is_clearer(st->white, st->ink, field)
			      ? st->white
			      : st->ink;
	} else if (r->subject && c->column == 0) {
		*colour = st->country;
	} else if (is_muted(g, c) || table_cell_is_empty(c)) {
		*colour = st->grey700;
	} else {
		return false;
	}
	return true;
}

struct para_options
table_cell_options(
    const struct table_grid *g, const struct table_cell *c, mpt width)
{
	const struct table_row *r = &g->rows.v[c->row];
	struct para_options o = {.width = width, .align = align_of(g, c)};

	o.has_colour = own_colour(g, c, &o.colour);
	o.bold = r->kind == TABLE_BODY && (r->subject || r->total);
	return o;
}

/* --- paragraphs, alone or as items of lists --- */

static const struct node *
para_after(const struct table_cell *c, const struct node *p)
{
	do
		p = node_next(p, c->node);
	while (p && p->kind != NODE_PARA);
	return p;
}

static const struct node *
first_para(const struct table_cell *c)
{
	return c->node->first ? para_after(c, c->node) : NULL;
}

static bool
is_item(const struct node *p)
{
	return p->parent->kind == NODE_ITEM;
}

/* The dash of lists before the first line of an item. */
static void
add_dash(
    const struct table_grid *g, struct vbox *line, enum role role, mpt width)
{
	const struct role_style *r = &g->env->style->roles[role];
	mpt y = r->ascent - r->face.size / 4 - PT(0.5);

	vbox_item(g->env->arena, line,
	    rule_item(g->rtl ? width - PT(4) : 0, y, PT(4), PT(1),
		g->env->style->petrol700));
}

void
table_cell_set(const struct table_grid *g, struct table_cell *c,
    const struct para_options *o)
{
	enum role role = table_cell_role(g, c);
	const struct node *p;
	size_t i = 0, from;

	c->lines.n = 0;
	for (p = first_para(c); p; p = para_after(c, p), i++) {
		struct para_options own = *o;

		own.hang = is_item(p) ? ITEM_HANG : o->hang;
		from = c->lines.n;
		if (c->ndrafts > 0)
			para_draft_set(c->drafts[i], &c->lines, &own);
		else
			para_set(g->env, &c->lines, p, role, &own);
		if (is_item(p) && c->lines.n > from)
			add_dash(g, &c->lines.v[from], role, o->width);
	}
	c->height = vlist_height(&c->lines);
}

/* Shape its paragraphs, to be measured and set. */
static void
make_drafts(const struct table_grid *g, struct table_cell *c)
{
	struct para_options o = table_cell_options(g, c, 0);
	enum role role = table_cell_role(g, c);
	const struct node *p;
	size_t n = 0;

	for (p = first_para(c); p; p = para_after(c, p))
		n++;
	c->drafts = ARENA_ARRAY(g->scratch, struct para_draft *, n);
	c->ndrafts = 0;
	for (p = first_para(c); p; p = para_after(c, p))
		c->drafts[c->ndrafts++] =
		    para_draft(g->env, g->scratch, p, role, &o);
}

struct para_widths
table_cell_widths(const struct table_grid *g, struct table_cell *c)
{
	enum role role = table_cell_role(g, c);
	struct para_widths w = {0};
	const struct node *p = NULL;
	size_t i;

	make_drafts(g, c);
	for (i = 0; i < c->ndrafts; i++) {
		struct para_widths one = para_draft_widths(c->drafts[i]);
		mpt hang;

		p = i ? para_after(c, p) : first_para(c);
		hang = is_item(p) ? ITEM_HANG : 0;
		w.min = one.min + hang > w.min ? one.min + hang : w.min;
		w.max = one.max + hang > w.max ? one.max + hang : w.max;
	}
	if (role == ROLE_TABLE_HEAD && w.max > HEAD_ONE_LINE) {
		w.max = w.max / 2 > HEAD_ONE_LINE ? w.max / 2 : HEAD_ONE_LINE;
		w.max = w.max > w.min ? w.max : w.min;
	}
	return w;
}
