/* SPDX-License-Identifier: MIT */
/*
 * tmpl/table_join.c - rows of a data table that share cells
 *
 * `gather` makes one row of neighbours that agree in all other columns and
 * puts their values into one cell; `merge` lets a cell go on over the rows
 * below that say the same, as far as the merged columns left of it do.  Both
 * stay within a group.
 */
#include "base/arena.h"
#include "tmpl/table.h"

void
table_bullets(struct buf *out, const struct str *items, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_puts(out, "<br><br>");
		if (n > 1)
			buf_puts(out, "- ");
		buf_str(out, items[i]);
	}
}

/* Bytes of the mark of a printed value at s[i], 0 for none: nothing else is in
 * planes 15 and 16. */
static size_t
mark_at(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.p[i];
	unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;

	return c == 0xF4 || (c == 0xF3 && next >= 0xB0) ? 4 : 0;
}

/* Do two cells say the same?  Each printed value has a mark of its own. */
static bool
same_text(struct str a, struct str b)
{
	size_t i = 0, k = 0, n;

	for (;;) {
		while (i < a.n && (n = mark_at(a, i)) > 0)
			i += n;
		while (k < b.n && (n = mark_at(b, k)) > 0)
			k += n;
		if (i >= a.n || k >= b.n)
			return i >= a.n && k >= b.n;
		if (a.p[i++] != b.p[k++])
			return false;
	}
}

/* --- gather --- */

static bool
agree(const struct table *b, const struct line *x, const struct line *y)
{
	size_t k;

	if (b->group && !str_eq(x->group, y->group))
		return false;
	for (k = 0; k < b->ncolumns; k++)
		if (!b->columns[k].gather &&
		    !same_text(x->cells[k].text, y->cells[k].text))
			return false;
	return true;
}

/* The texts of a column in lines that agree, as one cell. */
static void
gather_column(struct table *b, struct line *lines, size_t n, size_t k)
{
	struct arena *a = b->t->arena;
	struct str *items = ARENA_ARRAY(a, struct str, n);
	struct buf out = {0};
	size_t i, m = 0;

	for (i = 0; i < n; i++)
		if (lines[i].cells[k].text.n > 0)
			items[m++] = lines[i].cells[k].text;
	if (b->columns[k].gather == GATHER_LIST)
		table_bullets(&out, items, m);
	for (i = 0; i < m && b->columns[k].gather == GATHER_LINE; i++) {
		if (i > 0)
			buf_puts(&out, "; ");
		buf_str(&out, items[i]);
	}
	lines[0].cells[k].text = buf_take(&out, a);
}

void
table_gather(struct table *b)
{
	size_t i, k, n, kept = 0;
	bool any = false;

	for (k = 0; k < b->ncolumns; k++)
		any |= b->columns[k].gather != GATHER_NONE;
	for (i = 0; any && i < b->nlines; i += n) {
		struct line *line = &b->lines[i];

		n = 1;
		while (i + n < b->nlines && agree(b, line, &b->lines[i + n]))
			n++;
		for (k = 0; n > 1 && k < b->ncolumns; k++)
			if (b->columns[k].gather)
				gather_column(b, line, n, k);
		b->lines[kept++] = *line;
	}
	if (any)
		b->nlines = kept;
}

/* --- merge --- */

bool
table_merges(const struct table *b, size_t line, size_t column)
{
	const struct line *row, *above;
	size_t k;

	if (line == 0 || !b->columns[column].merge)
		return false;
	row = &b->lines[line];
	above = row - 1;
	if (b->group && row->first != above->first)
		return false;
	for (k = 0; k <= column; k++)
		if (b->columns[k].merge &&
		    !same_text(row->cells[k].text, above->cells[k].text))
			return false;
	return row->cells[column].text.n > 0;
}
