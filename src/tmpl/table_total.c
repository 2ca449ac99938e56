/* SPDX-License-Identifier: MIT */
/*
 * tmpl/table_total.c - the last row of a data table: sums and the like
 *
 * A column's `total` is an expression in which `cells` is the list of the
 * values that its cells print, as in `cells | sum | number(0)`; rows without a
 * value are left out of the list.
 */
#include "base/arena.h"
#include "tmpl/table.h"

/* What a cell prints: the value under its form. */
static struct value
under_form(const struct value *v)
{
	if (v->kind == VALUE_TEXT && v->n == 1 && v->pieces[0].of)
		return *v->pieces[0].of;
	return *v;
}

static struct value
cells_of(const struct table *b, size_t k)
{
	struct value *items = ARENA_ARRAY(b->t->arena, struct value, b->nlines);
	size_t i, n = 0;

	for (i = 0; i < b->nlines; i++) {
		items[n] = under_form(&b->lines[i].cells[k].value);
		n += items[n].kind != VALUE_MISSING &&
		     items[n].kind != VALUE_ERROR;
	}
	return value_list(items, n);
}

static void
total_cell(struct table *b, struct cell_text *cell, size_t k)
{
	const struct column *col = &b->columns[k];
	struct value cells = cells_of(b, k), v;
	struct var *mark = run_enter(b->t);
	struct buf out = {0};

	run_set(b->t, "cells", &cells);
	v = eval_expr(b->t, col->total);
	print_markdown(b->t, &v, col->total->at, SPOT_CELL, false, &out);
	cell->text = buf_take(&out, b->t->arena);
	run_leave(b->t, mark);
}

void
table_total(struct table *b)
{
	struct line *line = &b->total;
	bool any = false;
	size_t k;

	for (k = 0; k < b->ncolumns; k++)
		any |= b->columns[k].total != NULL;
	if (!any || b->nlines == 0)
		return;
	line->cells = ARENA_ARRAY(b->t->arena, struct cell_text, b->ncolumns);
	for (k = 0; k < b->ncolumns; k++)
		if (b->columns[k].total)
			total_cell(b, &line->cells[k], k);
}
