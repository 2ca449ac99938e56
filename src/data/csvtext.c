/* SPDX-License-Identifier: MIT */
/* data/csvtext.c - a CSV file of data/ that is changed by a program */
#include "data/csvtext.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv_out.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/vec.h"
#include "data/rows.h"

struct line {
	struct str raw;     /* as it stands in the file, with what follows */
	size_t own;         /* of it, the row itself without its line end */
	unsigned line;      /* 0: added */
	const char **cells; /* one for each column */
	bool changed;
	size_t after; /* of an added row */
	size_t order;
};

struct csvtext {
	struct arena *arena;
	const char *path, *line_end;
	struct str head; /* the header with all before the first row */
	const char **names;
	size_t ncolumns, old;
	char separator;
	VEC(struct line) lines;
	bool changed;
};

/* --- reading --- */

/* Where the row at the beginning of a text ends, without its line end. */
static size_t
row_end(struct str s)
{
	bool quoted = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			quoted = !quoted;
		if (!quoted && (s.p[i] == '\n' || s.p[i] == '\r'))
			break;
	}
	return i;
}

static void
read_lines(struct csvtext *t, struct rows *rows, struct str text)
{
	struct row row;
	size_t i, offset = 0;

	while (rows_next(rows, &row)) {
		struct line l = {.line = row.line,
		    .cells = ARENA_ARRAY(t->arena, const char *, t->ncolumns)};

		for (i = 0; i < t->ncolumns; i++)
			l.cells[i] = str_dup(t->arena, row.fields[i]);
		l.raw = (struct str){text.p + row.offset, 0};
		VEC_PUSH(t->arena, &t->lines, l);
	}
	t->head = text;
	for (i = t->lines.n; i-- > 0;) {
		struct line *l = &t->lines.v[i];

		offset = (size_t)(l->raw.p - text.p);
		l->raw.n = t->head.n - offset;
		t->head.n = offset;
		l->own = row_end(l->raw);
	}
}

static char
find_separator(struct str head)
{
	size_t i;

	for (i = 0; i < head.n && head.p[i] != '\n'; i++)
		if (head.p[i] == ';' || head.p[i] == '\t' || head.p[i] == ',')
			return head.p[i];
	return ',';
}

static bool
read_file(struct csvtext *t, struct sink *sink)
{
	struct place none = {0};
	struct rows *rows = rows_open(t->arena, sink, t->path);
	struct str text;
	size_t i;

	if (!rows)
		return false;
	if (!file_read(t->arena, sink, t->path, none, &text)) {
		rows_close(rows);
		return false;
	}
	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_slice(text, 3, text.n);
	t->ncolumns = rows_columns(rows);
	t->names = ARENA_ARRAY(t->arena, const char *, t->ncolumns);
	for (i = 0; i < t->ncolumns; i++)
		t->names[i] = str_dup(t->arena, rows_head(rows, i));
	t->separator = find_separator(text);
	read_lines(t, rows, text);
	rows_close(rows);
	i = row_end(text);
	t->line_end = i + 1 < text.n && text.p[i] == '\r' ? "\r\n" : "\n";
	return true;
}

static void
begin_file(struct csvtext *t, const char *columns)
{
	struct str s = str_from(columns);
	VEC(const char *) names = {0};
	size_t from, to;

	for (from = 0; from < s.n; from = to + 1) {
		to = str_find(s, ',', from);
		VEC_PUSH(t->arena, &names,
		    str_dup(t->arena, str_slice(s, from, to)));
	}
	t->names = names.v;
	t->ncolumns = names.n;
	t->separator = ',';
	t->line_end = "\n";
	t->head = str_from(arena_printf(t->arena, "%s\n", columns));
}

struct csvtext *
csvtext_open(
    struct arena *a, struct sink *sink, const char *path, const char *columns)
{
	struct csvtext *t = ARENA_NEW(a, struct csvtext);

	t->arena = a;
	t->path = arena_strdup(a, path);
	if (!file_exists(path))
		begin_file(t, columns);
	else if (!read_file(t, sink))
		return NULL;
	t->old = t->lines.n;
	return t;
}

/* --- asking and changing --- */

size_t
csvtext_rows(const struct csvtext *t)
{
	return t->lines.n;
}

size_t
csvtext_old(const struct csvtext *t)
{
	return t->old;
}

size_t
csvtext_column(const struct csvtext *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->ncolumns; i++)
		if (streq(t->names[i], name))
			return i;
	return CSVTEXT_NONE;
}

unsigned
csvtext_line(const struct csvtext *t, size_t row)
{
	return t->lines.v[row].line;
}

const char *
csvtext_cell(const struct csvtext *t, size_t row, size_t column)
{
	const char *s =
	    column < t->ncolumns ? t->lines.v[row].cells[column] : NULL;

	return s ? s : "";
}

void
csvtext_set(struct csvtext *t, size_t row, size_t column, const char *text)
{
	if (column >= t->ncolumns || streq(csvtext_cell(t, row, column), text))
		return;
	t->lines.v[row].cells[column] = arena_strdup(t->arena, text);
	t->lines.v[row].changed = true;
	t->changed = true;
}

size_t
csvtext_add(struct csvtext *t, size_t after)
{
	struct line l = {.after = after + 1,
	    .order = t->lines.n,
	    .changed = true,
	    .cells = ARENA_ARRAY(t->arena, const char *, t->ncolumns)};

	VEC_PUSH(t->arena, &t->lines, l);
	t->changed = true;
	return t->lines.n - 1;
}

bool
csvtext_changed(const struct csvtext *t)
{
	return t->changed;
}

const char *
csvtext_path(const struct csvtext *t)
{
	return t->path;
}

/* --- writing --- */

static void
write_row(const struct csvtext *t, const struct line *l, struct buf *b)
{
	size_t i;

	for (i = 0; i < t->ncolumns; i++) {
		const char *s = l->cells[i] ? l->cells[i] : "";

		if (i > 0)
			buf_putc(b, t->separator);
		csv_field(b, s, t->separator);
	}
}

/* Begin a new line where the text before has no end. */
static void
end_line(const struct csvtext *t, struct buf *b)
{
	if (b->n > 0 && b->p[b->n - 1] != '\n' && b->p[b->n - 1] != '\r')
		buf_puts(b, t->line_end);
}

static int
compare_added(const void *pa, const void *pb)
{
	const struct line *a = *(const struct line *const *)pa;
	const struct line *b = *(const struct line *const *)pb;

	if (a->after != b->after)
		return a->after < b->after ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

bool
csvtext_write(struct csvtext *t)
{
	const struct line **added =
	    ARENA_ARRAY(t->arena, const struct line *, t->lines.n + 1);
	size_t n = 0, next = 0, i;
	struct buf b = {0};
	bool good;

	for (i = t->old; i < t->lines.n; i++)
		added[n++] = &t->lines.v[i];
	if (n > 1)
		qsort(added, n, sizeof *added, compare_added);
	buf_str(&b, t->head);
	for (i = 0; i <= t->old; i++) {
		for (; next < n && added[next]->after == i; next++) {
			end_line(t, &b);
			write_row(t, added[next], &b);
			buf_puts(&b, t->line_end);
		}
		if (i == t->old)
			break;
		if (t->lines.v[i].changed) {
			write_row(t, &t->lines.v[i], &b);
			buf_str(
			    &b, str_slice(t->lines.v[i].raw, t->lines.v[i].own,
				    t->lines.v[i].raw.n));
		} else {
			buf_str(&b, t->lines.v[i].raw);
		}
	}
	good = file_write(t->path, buf_view(&b));
	buf_free(&b);
	return good;
}
