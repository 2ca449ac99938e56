/* SPDX-License-Identifier: MIT */
/*
 * pdf/tag_table.c - structure of tables: heads, scopes, spans, headers
 *
 * Scope suffices where each head stands over one column and each row has one
 * head (ISO 14289-1 7.5).  Where heads span or stand in two rows, or rows are
 * grouped, every cell names its heads by ID instead: those above it, the head
 * of its group, the head of its row.
 *
 * Key statistics are a table, too: a row for each, headed by its name
 * (HOUSE-STYLE section 10).
 */
#include "pdf/tag_table.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "pdf/tag.h"

/* The grid: who covers which square. */
struct grid {
	struct tags *tags;
	const struct node *table;
	size_t nrows, ncols, nheads;
	const struct node **rows;
	struct elem **cells; /* [row * ncols + column], NULL: nobody */
	struct elem *group;  /* head of the running group, NULL: none */
	bool by_id;          /* cells name their heads */
};

static size_t
cell_span(const struct node *cell)
{
	return cell->span > 1 ? (size_t)cell->span : 1;
}

static size_t
cell_rowspan(const struct node *cell)
{
	return cell->rowspan > 1 ? (size_t)cell->rowspan : 1;
}

static void
measure_grid(struct grid *g)
{
	bool in_head = true;

	for (const struct node *r = g->table->first; r; r = r->next) {
		if (r->kind != NODE_ROW)
			continue;
		in_head = in_head && r->level == 1;
		g->nheads += in_head;
		g->by_id |= r->level == 2;
		g->nrows++;
		for (const struct node *c = r->first; c; c = c->next) {
			size_t end = (size_t)c->column + cell_span(c);

			if (end > g->ncols)
				g->ncols = end;
			g->by_id |= r->level != 0 &&
				    (cell_span(c) > 1 || cell_rowspan(c) > 1);
		}
	}
	g->by_id |= g->nheads > 1;
}

static bool
has_text(const struct node *cell)
{
	for (const struct node *n = node_next(cell, cell); n;
	     n = node_next(n, cell))
		if (node_is_leaf(n))
			return true;
	return false;
}

static const char *
scope_of(const struct grid *g, size_t row, const struct node *cell)
{
	if (row < g->nheads || g->rows[row]->level == 1)
		return "Column";
	if (g->rows[row]->level == 2 || (cell->column == 0 && has_text(cell)))
		return "Row";
	return NULL;
}

static struct elem *
new_cell(
    struct grid *g, struct elem *tr, const char *scope, const struct node *cell)
{
	struct tags *t = g->tags;
	struct elem *e = tag_new(t, tr, scope ? "TH" : "TD", cell);

	e->keep = true;
	e->cell = ARENA_NEW(t->arena, struct cell_tags);
	e->cell->scope = scope;
	return e;
}

/* Enter the cell into the squares that it covers. */
static void
cover(struct grid *g, struct elem *e, size_t row, const struct node *cell)
{
	size_t to_row = row + cell_rowspan(cell);
	size_t to_col = (size_t)cell->column + cell_span(cell);

	if (to_row > g->nrows)
		to_row = g->nrows;
	e->cell->span = (int)cell_span(cell);
	e->cell->rowspan = (int)(to_row - row);
	for (size_t r = row; r < to_row; r++)
		for (size_t c = (size_t)cell->column; c < to_col; c++) {
			assert(!g->cells[r * g->ncols + c]);
			g->cells[r * g->ncols + c] = e;
		}
}

/* Heads of square (row, column): each once, from the outermost. */
static void
find_headers(struct grid *g, struct elem *e, size_t row, size_t column)
{
	const struct elem **found =
	    ARENA_ARRAY(g->tags->arena, const struct elem *, g->nheads + 2);
	size_t n = 0, heads = row < g->nheads ? row : g->nheads;

	for (size_t i = 0; i < heads; i++) {
		struct elem *h = g->cells[i * g->ncols + column];

		if (h && h != e && (n == 0 || found[n - 1] != h))
			found[n++] = h;
	}
	if (row >= g->nheads) {
		struct elem *first = g->cells[row * g->ncols];

		if (g->group && g->group != e)
			found[n++] = g->group;
		if (first && first != e && first->cell->scope)
			found[n++] = first;
	}
	e->cell->headers = found;
	e->cell->nheaders = n;
}

/* The row's elements; squares that nobody covers become empty cells. */
static void
plan_row(struct grid *g, size_t row, struct elem *parent)
{
	const struct node *r = g->rows[row], *c = r->first;
	struct elem *tr = tag_new(g->tags, parent, "TR", r), *e;

	tr->keep = true;
	for (size_t column = 0; column < g->ncols; column++) {
		if (g->cells[row * g->ncols + column])
			continue;
		while (c && (size_t)c->column < column)
			c = c->next;
		if (c && (size_t)c->column == column) {
			e = new_cell(g, tr, scope_of(g, row, c), c);
			cover(g, e, row, c);
			if (r->level == 2)
				g->group = e;
			tag_body(g->tags, c->first, e);
		} else {
			e = new_cell(g, tr, NULL, NULL);
			g->cells[row * g->ncols + column] = e;
		}
		if (!g->by_id)
			continue;
		find_headers(g, e, row, column);
		if (e->cell->scope)
			e->id = arena_printf(
			    g->tags->arena, "h%u", g->tags->nheads++);
	}
}

void
tag_table(struct tags *t, const struct node *table, struct elem *parent)
{
	struct grid g = {.tags = t, .table = table};
	struct elem *e = tag_new(t, parent, "Table", table), *part = NULL;
	size_t row = 0;

	t->of_node[table->index] = e;
	measure_grid(&g);
	g.rows = ARENA_ARRAY(t->arena, const struct node *, g.nrows);
	g.cells = ARENA_ARRAY(t->arena, struct elem *, g.nrows * g.ncols);
	for (const struct node *k = table->first; k; k = k->next)
		if (k->kind == NODE_ROW)
			g.rows[row++] = k;
		else
			tag_node(t, k, k->kind == NODE_CAPTION ? e : parent);
	/* a head without a body is no THead (ISO 14289-1 7.2) */
	if (g.nheads == g.nrows)
		part = e;
	for (row = 0; row < g.nrows; row++) {
		if (g.nheads < g.nrows && (row == 0 || row == g.nheads))
			part = tag_new(
			    t, e, row < g.nheads ? "THead" : "TBody", NULL);
		plan_row(&g, row, part);
	}
}

/* --- key statistics --- */

/* The column of a piece of a statistic; COLUMNS: it has none. */
enum { NAME, UNIT, NUMBER, CHANGE, RANK, COLUMNS };

static int
stat_column(const struct node *piece)
{
	static const struct {
		const char *class_name;
		int column;
	} pieces[] = {{"stat-name", NAME}, {"stat-unit", UNIT},
	    {"stat-number", NUMBER}, {"stat-missing", NUMBER},
	    {"stat-change", CHANGE}, {"stat-rank", RANK}};

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		if (node_has_class(piece, pieces[i].class_name))
			return pieces[i].column;
	return COLUMNS;
}

static void
plan_statistic(struct tags *t, const struct node *stat, struct elem *table)
{
	struct elem *tr = tag_new(t, table, "TR", stat);

	tr->keep = true;
	for (int column = 0; column < COLUMNS; column++) {
		const char *scope = column == NAME ? "Row" : NULL;
		struct elem *e = tag_new(t, tr, scope ? "TH" : "TD", NULL);

		e->keep = true;
		e->cell = ARENA_NEW(t->arena, struct cell_tags);
		*e->cell =
		    (struct cell_tags){.scope = scope, .span = 1, .rowspan = 1};
		for (const struct node *k = stat->first; k; k = k->next)
			if (stat_column(k) == column)
				tag_body(t, k->first, e);
	}
}

void
tag_statistics(struct tags *t, const struct node *stats, struct elem *parent)
{
	struct elem *table = tag_new(t, parent, "Table", stats);

	for (const struct node *k = stats->first; k; k = k->next)
		if (node_has_class(k, "stat"))
			plan_statistic(t, k, table);
		else
			tag_node(t, k, parent);
}
