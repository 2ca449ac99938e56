/* SPDX-License-Identifier: MIT */
/* app/table_csv.c - a table of the document as CSV (RFC 4180) */
#include "app/table_csv.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "base/csv_out.h"

enum { BODY, HEAD, GROUP }; /* ROW.level */

struct sheet {
	struct arena *arena;
	size_t n;          /* columns */
	const char **row;  /* texts of the row at hand */
	const char **head; /* texts of all head rows, joined */
	int *left;         /* rows that a cell from above still covers */
	const char *group; /* NULL: no group so far */
	bool grouped;      /* there are groups */
	bool head_written;
	struct buf out;
};

static size_t
span_of(const struct node *cell)
{
	return cell->span > 1 ? (size_t)cell->span : 1;
}

static size_t
count_columns(const struct node *table, bool *grouped)
{
	const struct node *row, *cell;
	size_t n = 1;

	*grouped = false;
	for (row = table->first; row; row = row->next) {
		if (row->kind != NODE_ROW)
			continue;
		*grouped |= row->level == GROUP;
		for (cell = row->first; cell; cell = cell->next)
			if (cell->kind == NODE_CELL &&
			    (size_t)cell->column + span_of(cell) > n)
				n = (size_t)cell->column + span_of(cell);
	}
	return n;
}

static void
read_row(struct sheet *s, const struct node *row)
{
	const struct node *cell;
	size_t i;

	for (i = 0; i < s->n; i++) {
		if (s->left[i] > 0)
			s->left[i]--;
		else
			s->row[i] = "";
	}
	for (cell = row->first; cell; cell = cell->next) {
		const char *text;

		if (cell->kind != NODE_CELL)
			continue;
		text = str_dup(
		    s->arena, str_trim(node_plain_text(s->arena, cell)));
		for (i = 0; i < span_of(cell); i++) {
			s->row[(size_t)cell->column + i] = text;
			s->left[(size_t)cell->column + i] = cell->rowspan - 1;
		}
	}
}

static void
add_head(struct sheet *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		if (!*s->row[i] || streq(s->head[i], s->row[i]))
			continue;
		s->head[i] = *s->head[i] ? arena_printf(s->arena, "%s: %s",
					       s->head[i], s->row[i])
					 : s->row[i];
	}
}

static void
put_row(struct sheet *s, const char *group, const char *const *texts)
{
	size_t i;

	if (s->grouped)
		csv_text(&s->out, group ? group : "", false);
	for (i = 0; i < s->n; i++)
		csv_text(&s->out, texts[i], i + 1 == s->n);
}

struct str
table_csv(struct arena *a, const struct node *table)
{
	struct sheet s = {.arena = a};
	const struct node *row;
	size_t i;

	s.n = count_columns(table, &s.grouped);
	s.row = ARENA_ARRAY(a, const char *, s.n);
	s.head = ARENA_ARRAY(a, const char *, s.n);
	s.left = ARENA_ARRAY(a, int, s.n);
	for (i = 0; i < s.n; i++)
		s.row[i] = s.head[i] = "";
	for (row = table->first; row; row = row->next) {
		if (row->kind != NODE_ROW)
			continue;
		read_row(&s, row);
		if (row->level == HEAD) {
			add_head(&s);
			continue;
		}
		if (!s.head_written)
			put_row(&s, "group", s.head);
		s.head_written = true;
		if (row->level == GROUP)
			s.group = s.row[0];
		else
			put_row(&s, s.group, s.row);
	}
	return buf_take(&s.out, a);
}
