/* SPDX-License-Identifier: MIT */
/*
 * layout/table_grid.c - the cells of a table in rows and columns, set
 *
 * Three passes, each linear in the cells: place them (a cell over several rows
 * keeps its columns busy below, as in HTML), measure them for the widths of
 * columns, set them at these widths.  Numbers of a decimal column are set
 * already when they are measured: where their decimal point stands decides how
 * wide the column must be before and after it.
 */
#include "layout/table_grid.h"

#include <assert.h>
#include <string.h>

#include "base/str.h"
#include "doc/doc.h"
#include "layout/para.h"
#include "layout/table_point.h"
#include "text/bidi.h"

#define GAP             PT(6)
#define GAP_NUMBER      PT(8) /* more between numbers and text */
#define HEAT_CELL       PT(44)
#define HEAT_HEIGHT     PT(22)
#define HEAT_HEAD       PT(46)
#define HEAT_FIRST_MOST 40 /* percent of the width */
#define GROUP_INSET     PT(4)
#define WIDE            PT(2000)

/* --- rows and cells --- */

static struct table_row
row_new(const struct table_grid *g, const struct node *n)
{
	struct table_row r = {.node = n, .first = g->cells.n};

	r.kind = n->level == 1   ? TABLE_HEAD
		 : n->level == 2 ? TABLE_GROUP
				 : TABLE_BODY;
	r.subject = node_has_class(n, "subject");
	r.total = node_has_class(n, "total");
	return r;
}

/* Columns kept busy by cells of rows above, as rows left. */
struct busy {
	VEC(size_t) left;
};

static size_t
next_free(const struct busy *b, size_t column)
{
	while (column < b->left.n && b->left.v[column] > 0)
		column++;
	return column;
}

static void
keep_busy(struct arena *a, struct busy *b, const struct table_cell *c)
{
	size_t i;

	while (b->left.n < c->column + c->span)
		VEC_PUSH(a, &b->left, 0);
	for (i = c->column; i < c->column + c->span; i++)
		b->left.v[i] = c->rowspan;
}

static void
add_row(struct table_grid *g, const struct node *n, struct busy *busy)
{
	struct table_row r = row_new(g, n);
	struct arena *a = g->env->arena;
	const struct node *k;
	size_t column = 0, i;

	for (k = n->first; k; k = k->next) {
		struct table_cell c = {.node = k,
		    .row = g->rows.n,
		    .span = k->span > 1 ? (size_t)k->span : 1,
		    .rowspan = k->rowspan > 1 ? (size_t)k->rowspan : 1,
		    .lines = {.arena = a}};

		if (k->kind != NODE_CELL)
			continue;
		if (k->column > 0 && (size_t)k->column > column)
			column = (size_t)k->column;
		c.column = next_free(busy, column);
		column = c.column + c.span;
		keep_busy(a, busy, &c);
		VEC_PUSH(a, &g->cells, c);
		r.n++;
	}
	if (r.n > 0) {
		const struct table_cell *c = &g->cells.v[r.first];

		r.subject = r.subject || table_cell_is(c, "subject");
		r.total = r.total || table_cell_is(c, "total");
	}
	for (i = 0; i < busy->left.n; i++) {
		busy->left.v[i] -= busy->left.v[i] > 0;
		r.tied = r.tied || busy->left.v[i] > 0;
	}
	if (busy->left.n > g->ncolumns)
		g->ncolumns = busy->left.n;
	VEC_PUSH(a, &g->rows, r);
}

/* Spans end with the table and with its head. */
static void
clip_spans(struct table_grid *g)
{
	size_t i, k;

	for (i = 0; i < g->rows.n; i++) {
		struct table_row *r = &g->rows.v[i];
		bool last = i + 1 == g->rows.n ||
			    (r->kind == TABLE_HEAD) !=
				(g->rows.v[i + 1].kind == TABLE_HEAD);

		r->tied = r->tied && !last;
		for (k = r->first; k < r->first + r->n; k++) {
			struct table_cell *c = &g->cells.v[k];
			size_t most = 1;

			while (most < c->rowspan && i + most < g->rows.n &&
			       g->rows.v[i + most].kind == r->kind)
				most++;
			c->rowspan = most;
			if (r->kind == TABLE_GROUP && r->n == 1)
				c->span = g->ncolumns;
		}
	}
}

/* --- widths --- */

/* A number is set once and for all, from the left edge. */
static bool
set_number(struct table_grid *g, struct table_cell *c)
{
	const struct table_row *r = &g->rows.v[c->row];
	struct para_options o = table_cell_options(g, c, WIDE);
	struct table_point *at = &g->points[c->column];

	if (r->kind != TABLE_BODY || c->node->align != ALIGN_DECIMAL ||
	    g->heat || c->span > 1 || !table_point_is_number(c->node))
		return false;
	o.align = PARA_RAGGED;
	table_cell_set(g, c, &o);
	if (c->lines.n != 1 || !table_point_find(&c->lines.v[0], g->point, c))
		return false;
	c->number = true;
	if (c->point - c->left > at->before)
		at->before = c->point - c->left;
	if (c->end - c->point > at->after)
		at->after = c->end - c->point;
	return true;
}

static void
want(struct column_width *c, mpt min, mpt max)
{
	c->min = min > c->min ? min : c->min;
	c->max = max > c->max ? max : c->max;
}

/* A cell over several columns widens them in proportion. */
static void
want_span(struct table_grid *g, struct table_cell *c)
{
	struct para_widths w = table_cell_widths(g, c);
	mpt gaps = g->gap * (mpt)(c->span - 1), min = 0, max = 0;
	struct column_width *at = &g->columns[c->column];
	size_t i;

	for (i = 0; i < c->span; i++) {
		min += at[i].min;
		max += at[i].max;
	}
	for (i = 0; i < c->span; i++) {
		int64_t n = (int64_t)c->span, all = max > 0 ? max : n;
		int64_t mine = max > 0 ? at[i].max : 1;

		if (w.min > min + gaps)
			at[i].min += (mpt)((w.min - min - gaps) * mine / all);
		if (w.max > max + gaps)
			at[i].max += (mpt)((w.max - max - gaps) * mine / all);
		want(&at[i], at[i].min, at[i].min);
	}
}

static void
measure_cells(struct table_grid *g)
{
	size_t i;

	for (i = 0; i < g->cells.n; i++) {
		struct table_cell *c = &g->cells.v[i];
		struct column_width *at = &g->columns[c->column];
		struct para_widths w;

		if (c->span > 1 || g->rows.v[c->row].kind == TABLE_GROUP)
			continue;
		if (set_number(g, c))
			continue;
		w = table_cell_widths(g, c);
		want(at, w.min, w.max);
	}
	for (i = 0; i < g->ncolumns; i++) {
		mpt all = g->points[i].before + g->points[i].after;

		want(&g->columns[i], all, all);
	}
	for (i = 0; i < g->cells.n; i++) {
		struct table_cell *c = &g->cells.v[i];

		if (c->span > 1 && g->rows.v[c->row].kind != TABLE_GROUP)
			want_span(g, c);
	}
}

/* Room for the first column of a heat table: as written, else what its names
 * need when the cells have their usual width. */
static mpt
first_width(const struct table_grid *g, mpt cells)
{
	const struct column_width *c = &g->columns[0];
	mpt most = (mpt)((int64_t)g->width * HEAT_FIRST_MOST / 100);
	mpt least = c->max + GAP < most ? c->max + GAP : most;
	mpt rest = g->width - cells;

	if (c->fixed > 0)
		return c->fixed;
	if (c->share > 0)
		return (mpt)((int64_t)g->width * c->share / 10000);
	return rest > most ? most : rest < least ? least : rest;
}

/* Cells of a heat table are equally wide unless the author says otherwise. */
static void
fix_heat(struct table_grid *g)
{
	mpt n = (mpt)g->ncolumns - 1, cell;
	size_t i;

	if (!g->heat || n < 1)
		return;
	for (i = 1; i < g->ncolumns; i++)
		if (g->columns[i].fixed > 0 || g->columns[i].share > 0)
			return;
	cell = (g->width - first_width(g, n * HEAT_CELL)) / n;
	for (i = 1; i < g->ncolumns && cell > 0; i++)
		g->columns[i].fixed = cell;
	if (cell > 0)
		g->columns[0].fixed = g->width - n * cell;
}

static bool
ends_flush(const struct table_cell *c)
{
	return c->node->align == ALIGN_RIGHT || c->node->align == ALIGN_DECIMAL;
}

/* Gaps behind columns and their sum: numbers do not touch the text behind
 * them. */
static mpt
choose_gaps(struct table_grid *g)
{
	mpt all = 0;
	size_t i, k;

	for (i = 0; i + 1 < g->ncolumns; i++)
		g->gaps[i] = g->gap;
	for (i = 0; i < g->rows.n && !g->heat; i++) {
		const struct table_row *r = &g->rows.v[i];

		for (k = r->first; k + 1 < r->first + r->n; k++) {
			const struct table_cell *c = &g->cells.v[k];

			if (r->kind == TABLE_BODY && c->span == 1 &&
			    ends_flush(c) && !ends_flush(c + 1))
				g->gaps[c->column] = g->gap + GAP_NUMBER;
		}
	}
	for (i = 0; i < g->ncolumns; i++)
		all += g->gaps[i];
	return all;
}

/* Divide a width among the columns; false if it is less than they need. */
static bool
divide(struct table_grid *g, mpt width, mpt gaps)
{
	size_t i;

	g->width = width;
	fix_heat(g);
	if (width <= gaps) {
		gaps = 0;
		for (i = 0; i < g->ncolumns; i++)
			g->gaps[i] = 0;
	}
	return table_widths(g->columns, g->ncolumns, width - gaps);
}

/* Take the first of the widths that holds the columns, else the last. */
static void
choose_widths(struct table_grid *g, const mpt *widths)
{
	struct sink *sink = g->env->sink;
	mpt x = 0, gaps = choose_gaps(g);
	const char *bad;
	bool fits;
	size_t i;

	bad = table_widths_read(
	    node_attr(g->table, "widths"), g->columns, g->ncolumns);
	if (bad)
		diag(sink, DIAG_TABLE_WIDTHS, g->table->at,
		    arena_strndup(g->env->arena, bad, strcspn(bad, " \t,")),
		    (unsigned)g->ncolumns);
	while (!(fits = divide(g, *widths, gaps)) && widths[1] && !g->heat)
		widths++;
	if (!fits)
		diag(
		    sink, DIAG_TABLE_WIDE, g->table->at, (unsigned)g->ncolumns);
	for (i = 0; i < g->ncolumns; i++) {
		g->x[i] = x;
		x += g->columns[i].width + g->gaps[i];
	}
}

static void
set_cells(struct table_grid *g)
{
	size_t i;

	for (i = 0; i < g->cells.n; i++) {
		struct table_cell *c = &g->cells.v[i];
		size_t last = c->column + c->span - 1;
		mpt inset =
		    g->rows.v[c->row].kind == TABLE_GROUP ? GROUP_INSET : 0;
		struct para_options o;

		c->width = g->x[last] + g->columns[last].width -
			   g->x[c->column] - inset;
		c->x = g->x[c->column] + inset;
		if (g->rtl)
			c->x = g->width - c->x - c->width;
		if (c->number)
			continue;
		o = table_cell_options(g, c, c->width);
		table_cell_set(g, c, &o);
		c->drafts = NULL;
		c->ndrafts = 0;
	}
}

/* --- heights --- */

static void
set_heights(struct table_grid *g)
{
	const struct role_style *roles = g->env->style->roles;
	mpt above = 0; /* rows of the head */
	size_t i, k;

	for (i = 0; i < g->rows.n; i++) {
		struct table_row *r = &g->rows.v[i];
		bool heat = g->heat && r->kind != TABLE_GROUP;
		mpt most = 0, least = 0;
		enum role role = r->n
				     ? table_cell_role(g, &g->cells.v[r->first])
				     : ROLE_TABLE_CELL;

		r->above = roles[role].before;
		r->below = roles[role].after;
		for (k = r->first; k < r->first + r->n; k++)
			if (g->cells.v[k].rowspan == 1 &&
			    g->cells.v[k].height > most)
				most = g->cells.v[k].height;
		if (heat && r->kind == TABLE_BODY)
			least = HEAT_HEIGHT;
		else if (heat && r[1].kind != TABLE_HEAD)
			least = HEAT_HEAD - above;
		r->height = r->above + most + r->below + TABLE_RULE;
		if (r->height < least)
			r->height = least;
		if (r->kind == TABLE_HEAD)
			above += r->height;
	}
}

/* A cell over several rows that is taller than they are stretches the last. */
static void
stretch_rows(struct table_grid *g)
{
	size_t i, k;

	for (i = 0; i < g->cells.n; i++) {
		const struct table_cell *c = &g->cells.v[i];
		struct table_row *r = &g->rows.v[c->row];
		mpt have = 0, need = r->above + c->height + r->below;

		if (c->rowspan == 1)
			continue;
		for (k = 0; k < c->rowspan; k++)
			have += r[k].height;
		if (need > have)
			r[c->rowspan - 1].height += need - have;
	}
}

/* A heat table says so, or has a cell with a step. */
static bool
is_heat(const struct table_grid *g)
{
	size_t i;

	for (i = 0; i < g->cells.n; i++)
		if (table_cell_step(&g->cells.v[i]) > 0)
			return true;
	return node_has_class(g->table, "heat");
}

/* Cells and group rows have one size. */
static void
choose_roles(struct table_grid *g)
{
	g->body = ROLE_TABLE_CELL;
	g->group = ROLE_TABLE_GROUP;
	if (node_has_class(g->table, "dense")) {
		g->body = ROLE_TABLE_DENSE;
		g->group = ROLE_TABLE_DENSE_GROUP;
	} else if (node_has_class(g->table, "small")) {
		g->body = ROLE_TABLE_SMALL;
		g->group = ROLE_TABLE_SMALL_GROUP;
	}
}

struct table_grid *
table_grid(
    const struct layout_env *env, const struct node *table, const mpt *widths)
{
	struct table_grid *g = ARENA_NEW(env->arena, struct table_grid);
	struct busy busy = {0};
	const struct node *k;

	*g = (struct table_grid){.env = env,
	    .table = table,
	    .width = widths[0],
	    .gap = GAP,
	    .rtl = bidi_is_rtl(env->lang)};
	g->diverging = node_has_class(table, "diverging");
	choose_roles(g);
	for (k = table->first; k; k = k->next)
		if (k->kind == NODE_ROW)
			add_row(g, k, &busy);
	clip_spans(g);
	g->heat = is_heat(g);
	if (g->heat)
		g->gap = 0;
	if (g->ncolumns == 0)
		return g;
	g->columns = ARENA_ARRAY(env->arena, struct column_width, g->ncolumns);
	g->points = ARENA_ARRAY(env->arena, struct table_point, g->ncolumns);
	g->x = ARENA_ARRAY(env->arena, mpt, g->ncolumns);
	g->gaps = ARENA_ARRAY(env->arena, mpt, g->ncolumns);
	g->point = table_point_text(env);
	g->scratch = arena_new();
	measure_cells(g);
	choose_widths(g, widths);
	set_cells(g);
	arena_free(g->scratch);
	g->scratch = NULL;
	set_heights(g);
	stretch_rows(g);
	return g;
}
