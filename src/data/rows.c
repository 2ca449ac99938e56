/* SPDX-License-Identifier: MIT */
/*
 * data/rows.c - a CSV file as rows under a header, each field with its place
 *
 * libcsv tells neither lines nor columns.  It is fed one line at a time, so
 * that the line and offset where a row begins are known; a field's column is
 * wanted only for messages and found by parsing that row again, byte by byte,
 * until libcsv has given back the fields before it.  A line without quotes
 * holds one whole row and is split at its separators right here, which takes a
 * fifth of libcsv's time; data files are mostly such lines.
 *
 * In strict mode libcsv stops at a quote that does not stand where one may.
 * The row is then left out and reading goes on with the line after the one
 * where the field in question begins, so that one forgotten quote costs one
 * row and not the rest of the file.  A line is read again at most once for
 * each forgotten quote that swallowed it; lines that hold an even number of
 * quotes cannot open another, so the work stays linear.
 */
#include "data/rows.h"

#include <assert.h>
#include <ctype.h>
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/vec.h"

struct rows {
	struct arena *arena;
	struct sink *sink;
	const char *path;
	struct str text;
	char separator;
	bool has_nul;
	const struct str *head;
	size_t ncolumns;
	unsigned head_line;
	size_t head_offset;

	struct csv_parser csv;
	size_t at;      /* next byte to read */
	unsigned line;  /* of that byte */
	size_t start;   /* of the row at hand */
	unsigned first; /* its line */
	bool open;      /* the row goes on in the next line */
	bool complete;
	struct buf texts; /* of its fields, one behind the other */
	VEC(size_t) ends; /* of each field in texts */
	VEC(struct str) fields;
};

/* --- encoding --- */

static struct place
place_of_offset(const char *path, struct str text, size_t offset)
{
	struct place at = {path, 1, 1};
	size_t i;

	for (i = 0; i < offset; i++) {
		if (text.p[i] == '\n') {
			at.line++;
			at.col = 1;
		} else if (((unsigned char)text.p[i] & 0xC0) != 0x80) {
			at.col++;
		}
	}
	return at;
}

/* Text of two bytes a character has a mark, or NUL as every other byte. */
static bool
is_utf16(struct str s)
{
	size_t i, zero[2] = {0, 0}, n = s.n < 64 ? s.n & ~(size_t)1 : 64;

	if (str_starts(s, "\xFF\xFE") || str_starts(s, "\xFE\xFF"))
		return true;
	for (i = 0; i < n; i++)
		zero[i & 1] += s.p[i] == '\0';
	return n >= 4 && (zero[0] == n / 2 || zero[1] == n / 2);
}

static bool
check_encoding(struct rows *r)
{
	size_t bad;

	if (is_utf16(r->text)) {
		diag(r->sink, DIAG_CSV_UTF16, (struct place){r->path, 1, 1});
		return false;
	}
	if (str_starts(r->text, "\xEF\xBB\xBF"))
		r->text = str_slice(r->text, 3, r->text.n);
	bad = utf8_check(r->text);
	if (bad < r->text.n) {
		diag(r->sink, DIAG_CSV_ENCODING,
		    place_of_offset(r->path, r->text, bad),
		    (unsigned)(unsigned char)r->text.p[bad]);
		return false;
	}
	r->has_nul = r->text.n > 0 && memchr(r->text.p, 0, r->text.n);
	return true;
}

/* --- libcsv --- */

static void
on_field(void *field, size_t n, void *ctx)
{
	struct rows *r = ctx;

	buf_add(&r->texts, field, n);
	VEC_PUSH(r->arena, &r->ends, r->texts.n);
}

static void
on_row(int c, void *ctx)
{
	struct rows *r = ctx;

	(void)c;
	r->complete = true;
}

static void
parser_open(struct csv_parser *p, char separator)
{
	if (csv_init(p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	csv_set_delim(p, (unsigned char)separator);
}

static void
parser_reset(struct rows *r)
{
	csv_free(&r->csv);
	parser_open(&r->csv, r->separator);
	r->open = false;
}

static void
count_field(void *field, size_t n, void *ctx)
{
	size_t *count = ctx;

	(void)field, (void)n;
	++*count;
}

static void
ignore_row(int c, void *ctx)
{
	(void)c, (void)ctx;
}

/* Offset at which a field of the row that begins at `start` begins. */
static size_t
field_offset(const struct rows *r, size_t start, size_t column)
{
	struct csv_parser p;
	size_t count = 0, i = start;

	parser_open(&p, r->separator);
	while (count < column && i < r->text.n) {
		if (csv_parse(&p, r->text.p + i, 1, count_field, ignore_row,
			&count) != 1)
			break;
		i++;
	}
	csv_free(&p);
	return i;
}

struct place
rows_place(const struct rows *r, unsigned line, size_t offset, size_t column)
{
	size_t to = field_offset(r, offset, column);
	struct place at = place_of_offset(
	    r->path, str_slice(r->text, offset, r->text.n), to - offset);

	at.line += line - 1;
	return at;
}

struct place
spot_place(struct spot s)
{
	return rows_place(s.rows, s.line, s.offset, s.column);
}

struct place
rows_head_place(const struct rows *r, size_t column)
{
	return rows_place(r, r->head_line, r->head_offset, column);
}

/* --- rows --- */

/* Offset behind the line that holds `from`: ends are LF, CR LF, lone CR. */
static size_t
line_end(const struct rows *r, size_t from)
{
	size_t lf = str_find(r->text, '\n', from);
	const char *cr = memchr(r->text.p + from, '\r', lf - from);

	if (cr && (size_t)(cr - r->text.p) + 1 < lf)
		return (size_t)(cr - r->text.p) + 1;
	if (lf == r->text.n && cr)
		return (size_t)(cr - r->text.p) + 1;
	return lf < r->text.n ? lf + 1 : lf;
}

static bool
is_blank(struct str s)
{
	return str_trim(s).n == 0;
}

static size_t
count_lines(const struct rows *r, size_t from, size_t to)
{
	size_t n = 0;

	while (from < to) {
		from = line_end(r, from);
		n++;
	}
	return n;
}

/* Report the quote in the field at hand and go on behind its line. */
static void
bad_quote(struct rows *r)
{
	size_t column = r->ends.n;
	size_t offset = field_offset(r, r->start, column), next;
	bool opens;

	while (offset < r->text.n &&
	       (r->text.p[offset] == ' ' || r->text.p[offset] == '\t') &&
	       r->text.p[offset] != r->separator)
		offset++;
	opens = offset < r->text.n && r->text.p[offset] == '"';
	diag(r->sink, opens ? DIAG_CSV_QUOTE_OPEN : DIAG_CSV_QUOTE_INSIDE,
	    rows_place(r, r->first, r->start, column));
	next = line_end(r, offset < r->text.n ? offset : r->text.n - 1);
	r->line = r->first + (unsigned)count_lines(r, r->start, next);
	r->at = next;
	parser_reset(r);
}

static void
begin_row(struct rows *r)
{
	r->start = r->at;
	r->first = r->line;
	r->texts.n = 0;
	r->ends.n = 0;
	r->complete = false;
	r->open = true;
}

/* A field without the blanks around it, which libcsv drops too. */
static struct str
trim_blanks(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	while (end > p && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	return (struct str){p, (size_t)(end - p)};
}

/* Split a line without quotes and line end. */
static void
split_line(struct rows *r, struct str line)
{
	const char *p, *end = line.p + line.n, *field = line.p;
	char separator = r->separator;

	r->fields.n = 0;
	for (p = line.p; p < end; p++) {
		if (*p != separator)
			continue;
		VEC_PUSH(r->arena, &r->fields, trim_blanks(field, p));
		field = p + 1;
	}
	VEC_PUSH(r->arena, &r->fields, trim_blanks(field, end));
}

/* The fields that libcsv gave, as views into `texts`. */
static void
take_fields(struct rows *r)
{
	size_t i, from = 0;

	r->fields.n = 0;
	for (i = 0; i < r->ends.n; i++) {
		struct str s = {r->texts.p + from, r->ends.v[i] - from};

		from = r->ends.v[i];
		VEC_PUSH(r->arena, &r->fields, s);
	}
}

/* Whether the row at hand, which begins at this line, is complete in it and
 * needs no libcsv. */
static bool
read_plain(struct rows *r, size_t end)
{
	struct str line = str_slice(r->text, r->at, end);

	if (memchr(line.p, '"', line.n))
		return false;
	while (line.n > 0 &&
	       (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r'))
		line.n--;
	split_line(r, line);
	r->at = end;
	r->line++;
	r->open = false;
	return true;
}

/* Feed lines until a row is complete. */
static bool
read_row(struct rows *r)
{
	for (;;) {
		size_t end, n;

		if (r->at == r->text.n) {
			if (!r->open)
				return false;
			if (csv_fini(&r->csv, on_field, on_row, r) != 0) {
				bad_quote(r);
				continue;
			}
			r->open = false;
			take_fields(r);
			return true;
		}
		end = line_end(r, r->at);
		n = end - r->at;
		if (!r->open) {
			if (is_blank(str_slice(r->text, r->at, end))) {
				r->at = end;
				r->line++;
				continue;
			}
			begin_row(r);
			if (read_plain(r, end))
				return true;
		}
		if (csv_parse(&r->csv, r->text.p + r->at, n, on_field, on_row,
			r) != n) {
			bad_quote(r);
			continue;
		}
		r->at = end;
		r->line++;
		if (r->complete) {
			r->open = false;
			take_fields(r);
			return true;
		}
	}
}

static bool
has_nul(const struct rows *r)
{
	size_t end = r->open ? r->text.n : r->at;

	return memchr(r->text.p + r->start, 0, end - r->start) != NULL;
}

static bool
check_row(struct rows *r)
{
	size_t n = r->fields.n;

	if (r->has_nul && has_nul(r)) {
		diag(r->sink, DIAG_CSV_NUL,
		    (struct place){r->path, r->first, 1});
		return false;
	}
	/* spreadsheets add separators at the end of lines */
	while (n > r->ncolumns && r->fields.v[n - 1].n == 0)
		n--;
	if (n != r->ncolumns) {
		diag(r->sink, DIAG_CSV_FIELDS,
		    (struct place){r->path, r->first, 1}, n, r->ncolumns,
		    n < r->ncolumns
			? "add the separators that are missing"
			: "put fields that hold the separator in quotes");
		return false;
	}
	return true;
}

bool
rows_next(struct rows *r, struct row *row)
{
	while (read_row(r)) {
		if (!check_row(r))
			continue;
		*row =
		    (struct row){r->first, r->start, r->ncolumns, r->fields.v};
		return true;
	}
	return false;
}

/* --- header --- */

/* Of the three separators the one that the first line holds most often
 * outside quotes; the comma if there is none. */
static char
find_separator(struct str text)
{
	static const char marks[] = ",;\t";
	size_t counts[3] = {0, 0, 0}, i, best = 0;
	bool quoted = false;

	for (i = 0; i < text.n; i++) {
		const char *m;

		if (text.p[i] == '"')
			quoted = !quoted;
		if (!quoted && (text.p[i] == '\n' || text.p[i] == '\r'))
			break;
		m = quoted || !text.p[i] ? NULL : strchr(marks, text.p[i]);
		if (m)
			counts[m - marks]++;
	}
	for (i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return marks[best];
}

static void
take_head(struct rows *r)
{
	struct str *head = ARENA_ARRAY(r->arena, struct str, r->fields.n);
	size_t i, k;

	for (i = 0; i < r->fields.n; i++) {
		struct str s = str_trim(r->fields.v[i]);
		char *p = arena_strndup(r->arena, s.p, s.n);

		for (k = 0; k < s.n; k++)
			p[k] = (char)tolower((unsigned char)p[k]);
		head[i] = (struct str){p, s.n};
	}
	r->head = head;
	r->ncolumns = r->fields.n;
	while (r->ncolumns > 1 && head[r->ncolumns - 1].n == 0)
		r->ncolumns--;
	r->head_line = r->first;
	r->head_offset = r->start;
}

struct rows *
rows_open(struct arena *a, struct sink *sink, const char *path)
{
	struct place none = {0};
	struct str text;

	if (!file_read(a, sink, path, none, &text))
		return NULL;
	return rows_open_text(a, sink, path, text);
}

struct rows *
rows_open_text(
    struct arena *a, struct sink *sink, const char *path, struct str text)
{
	struct rows *r = ARENA_NEW(a, struct rows);

	r->arena = a;
	r->sink = sink;
	r->path = arena_strdup(a, path);
	r->line = 1;
	r->text = text;
	if (!check_encoding(r))
		return NULL;
	r->separator = find_separator(r->text);
	parser_open(&r->csv, r->separator);
	if (!read_row(r)) {
		diag(sink, DIAG_CSV_EMPTY, (struct place){r->path, 1, 1});
		rows_close(r);
		return NULL;
	}
	take_head(r);
	return r;
}

void
rows_close(struct rows *r)
{
	csv_free(&r->csv);
	buf_free(&r->texts);
}

size_t
rows_columns(const struct rows *r)
{
	return r->ncolumns;
}

struct str
rows_head(const struct rows *r, size_t column)
{
	assert(column < r->ncolumns);
	return r->head[column];
}
