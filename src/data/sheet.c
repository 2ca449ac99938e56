/* SPDX-License-Identifier: MIT */
/*
 * data/sheet.c - a foreign CSV file as rows, streamed
 *
 * A row ends at the first line end with an even number of quotes before it.
 * Nearly all rows are one line; those that are not are split at once and
 * strictly (RFC 4180), because a forgotten quote looks just like a row that
 * goes on: if the split fails or gives another number of fields than the
 * header has, only the first line is left out and reading goes on behind it.
 * The search for a second quote ends at the next line with an odd number of
 * them, so each line is looked at twice at most.
 */
#include "data/sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "data/encoding.h"
#include "data/input.h"

#define FIRST_SIZE ((size_t)1 << 20)
#define MAX_ROW    ((size_t)8 << 20)
#define MAX_LINES  10000

enum split { SPLIT_GOOD, SPLIT_OPEN, SPLIT_INSIDE };

struct sheet {
	struct arena *arena;
	struct sink *sink;
	const char *path;
	struct input *input;
	char separator, line_mark;
	bool peeking;   /* read no further than what is there */
	size_t columns; /* that have a name */
	size_t width;   /* with those at the end that have none */

	char *text; /* a window of the file */
	size_t n, cap;
	bool ended;
	size_t at;      /* of the row at hand in the window */
	size_t size;    /* of the row with its line end */
	unsigned line;  /* its first line */
	unsigned lines; /* that it has */

	VEC(struct str) fields;
	VEC(size_t) starts; /* of each field in the row */
	size_t split_at;    /* next byte of the row to split */
	bool split_done;
	enum split split;
	bool undefined;  /* a byte that is no Windows-1252 either */
	struct buf made; /* fields that had to be changed */
	size_t windows;
	unsigned windows_line;
};

/* --- the window --- */

/* Read on behind the window; false at the end of the file. */
static bool
fill(struct sheet *s)
{
	size_t got;

	if (s->ended || s->peeking)
		return false;
	if (s->at > 0) {
		memmove(s->text, s->text + s->at, s->n - s->at);
		s->n -= s->at;
		s->at = 0;
	}
	if (s->n == s->cap) {
		s->cap *= 2;
		s->text = xrealloc(s->text, s->cap);
	}
	got = input_read(s->input, s->text + s->n, s->cap - s->n);
	s->n += got;
	s->ended = got == 0;
	return got > 0;
}

/*
 * Size of the line that begins `from` bytes behind the row's start, with its
 * end; 0 at the end of the file.  The window may move.
 */
static size_t
line_size(struct sheet *s, size_t from)
{
	size_t seen = 0;

	for (;;) {
		const char *p = s->text + s->at + from;
		size_t n = s->n - s->at - from;
		const char *end =
		    n > seen ? memchr(p + seen, s->line_mark, n - seen) : NULL;

		if (end)
			return (size_t)(end - p) + 1;
		seen = n;
		if (n >= MAX_ROW)
			return n;
		if (!fill(s))
			return s->peeking && !s->ended ? 0 : n;
	}
}

/* Eight bytes at a time: the high bit of each byte that is a quote. */
static size_t
count_quotes(const char *p, size_t n)
{
	const uint64_t low = 0x7F7F7F7F7F7F7F7Fu;
	size_t i, count = 0;
	uint64_t w;

	for (i = 0; i + 8 <= n; i += 8) {
		memcpy(&w, p + i, 8);
		w ^= 0x2222222222222222u;
		w = ~(((w & low) + low) | w | low);
		count += (size_t)__builtin_popcountll(w);
	}
	for (; i < n; i++)
		count += p[i] == '"';
	return count;
}

static bool
is_blank(const char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!memchr(" \t\r\n", p[i], 4))
			return false;
	return true;
}

/* --- fields --- */

static void
begin_split(struct sheet *s)
{
	s->fields.n = 0;
	s->starts.n = 0;
	s->split_at = 0;
	s->split_done = false;
	s->split = SPLIT_GOOD;
	s->undefined = false;
	s->made.n = 0;
}

/* Room for changed fields of the row, so that earlier ones never move: one
 * byte less for each quote, then three for each byte at most. */
static void
make_room(struct sheet *s)
{
	size_t need = 4 * s->size + 64;

	if (s->made.n == 0 && s->made.cap < need) {
		s->made.p = xrealloc(s->made.p, need);
		s->made.cap = need;
	}
}

static struct str
decode(struct sheet *s, struct str f)
{
	size_t from;

	if (!encoding_has_high(f) || utf8_check(f) == f.n)
		return f;
	make_room(s);
	from = s->made.n;
	if (!encoding_windows(f, &s->made))
		s->undefined = true;
	if (s->windows++ == 0)
		s->windows_line = s->line;
	return (struct str){s->made.p + from, s->made.n - from};
}

static void
add_field(struct sheet *s, size_t start, struct str f)
{
	VEC_PUSH(s->arena, &s->starts, start);
	VEC_PUSH(s->arena, &s->fields, decode(s, str_trim(f)));
}

/* Where the row's text ends, without its line end. */
static size_t
text_end(const struct sheet *s)
{
	const char *p = s->text + s->at;
	size_t n = s->size;

	while (n > 0 && (p[n - 1] == '\n' || p[n - 1] == '\r'))
		n--;
	return n;
}

/* Behind the closing quote of the field that opens at p[i]; 0 if none. */
static size_t
close_quote(const char *p, size_t i, size_t n, bool *doubled)
{
	*doubled = false;
	for (i++; i < n; i++) {
		const char *q = memchr(p + i, '"', n - i);

		if (!q)
			return 0;
		i = (size_t)(q - p);
		if (i + 1 < n && p[i + 1] == '"') {
			*doubled = true;
			i++;
		} else {
			return i + 1;
		}
	}
	return 0;
}

/* The text between quotes, inner ones once. */
static struct str
unquote(struct sheet *s, struct str f)
{
	size_t from, i;

	make_room(s);
	from = s->made.n;
	for (i = 0; i < f.n; i++) {
		buf_putc(&s->made, f.p[i]);
		i += f.p[i] == '"';
	}
	return (struct str){s->made.p + from, s->made.n - from};
}

/* Split the next field of the row. */
static void
split_field(struct sheet *s)
{
	const char *p = s->text + s->at, *q;
	size_t n = text_end(s), start = s->split_at, i = start, end;
	bool doubled;

	while (i < n && (p[i] == ' ' || p[i] == '\t') && p[i] != s->separator)
		i++;
	if (i < n && p[i] == '"') {
		end = close_quote(p, i, n, &doubled);
		if (end == 0) {
			s->split = SPLIT_OPEN;
		} else {
			struct str f = {p + i + 1, end - i - 2};

			while (end < n && p[end] == ' ')
				end++;
			if (end < n && p[end] != s->separator)
				s->split = SPLIT_OPEN;
			else
				add_field(
				    s, start, doubled ? unquote(s, f) : f);
		}
	} else {
		q = i < n ? memchr(p + i, s->separator, n - i) : NULL;
		end = q ? (size_t)(q - p) : n;
		if (memchr(p + i, '"', end - i))
			s->split = SPLIT_INSIDE;
		else
			add_field(s, start, (struct str){p + i, end - i});
	}
	s->split_done = s->split != SPLIT_GOOD || end >= n;
	s->split_at = end + 1;
}

static bool
split_all(struct sheet *s)
{
	while (!s->split_done)
		split_field(s);
	return s->split == SPLIT_GOOD;
}

bool
sheet_field(struct sheet *s, size_t k, struct str *f)
{
	while (s->fields.n <= k && !s->split_done)
		split_field(s);
	if (k >= s->fields.n)
		return false;
	*f = s->fields.v[k];
	return true;
}

/* Fields of the row without empty ones behind the last column. */
static size_t
count_fields(const struct sheet *s)
{
	size_t n = s->fields.n;

	while (n > s->columns && s->fields.v[n - 1].n == 0)
		n--;
	return n;
}

/* Whether the row has as many fields as the header, after split_all. */
static bool
is_full(const struct sheet *s)
{
	return count_fields(s) == s->columns ||
	       (s->fields.n == s->width && s->width > s->columns);
}

size_t
sheet_fields(struct sheet *s)
{
	split_all(s);
	return count_fields(s);
}

/* --- messages --- */

struct place
sheet_place(const struct sheet *s, size_t column)
{
	struct place at = {s->path, s->line, 1};
	size_t i, to = column < s->starts.n ? s->starts.v[column] : 0;

	if (column == s->starts.n)
		to = s->split_at > s->size ? 0 : s->split_at;
	for (i = 0; i < to; i++) {
		if (s->text[s->at + i] == s->line_mark) {
			at.line++;
			at.col = 1;
		} else if (((unsigned char)s->text[s->at + i] & 0xC0) != 0x80) {
			at.col++;
		}
	}
	return at;
}

static void
report_quote(struct sheet *s)
{
	struct place at = {s->path, s->line, 1};
	size_t field = s->fields.n, k;
	bool open = s->split == SPLIT_OPEN;

	/* where the field that is wrong begins */
	begin_split(s);
	for (k = 0; k < field; k++)
		split_field(s);
	at = sheet_place(s, field);
	diag(s->sink, open ? DIAG_CSV_QUOTE_OPEN : DIAG_CSV_QUOTE_INSIDE, at);
}

bool
sheet_check(struct sheet *s)
{
	struct place at = {s->path, s->line, 1};
	size_t n;

	if (!split_all(s)) {
		report_quote(s);
		return false;
	}
	if (memchr(s->text + s->at, 0, s->size)) {
		diag(s->sink, DIAG_CSV_NUL, at);
		return false;
	}
	if (s->undefined) {
		diag(s->sink, DIAG_READ_BYTE, at);
		return false;
	}
	if (is_full(s))
		return true;
	n = count_fields(s);
	diag(s->sink, DIAG_CSV_FIELDS, at, n, s->columns,
	    n < s->columns ? "add the separators that are missing"
			   : "put fields that hold the separator in quotes");
	return false;
}

bool
sheet_sound(const struct sheet *s)
{
	return s->split == SPLIT_GOOD;
}

unsigned
sheet_line(const struct sheet *s)
{
	return s->line;
}

size_t
sheet_windows(const struct sheet *s, unsigned *line)
{
	*line = s->windows_line;
	return s->windows;
}

/* --- rows --- */

/* Lines up to the next one with an odd number of quotes belong to the row if
 * it is then sound. */
static enum sheet_state
long_row(struct sheet *s)
{
	size_t first = s->size, size = s->size, n;
	unsigned lines = 1;
	bool odd = true, good = false;

	while (odd && lines < MAX_LINES && size < MAX_ROW) {
		n = line_size(s, size);
		if (n == 0)
			break;
		odd = (count_quotes(s->text + s->at + size, n) & 1) == 0;
		size += n;
		lines++;
	}
	if (!odd) {
		s->size = size;
		begin_split(s);
		good = split_all(s) && (s->columns == 0 || is_full(s));
		if (good) {
			s->lines = lines;
			return SHEET_ROW;
		}
	}
	s->size = first;
	begin_split(s);
	if (s->peeking)
		return SHEET_BAD;
	if (split_all(s))
		s->split = SPLIT_OPEN;
	report_quote(s);
	return SHEET_BAD;
}

/* A line longer than any row: report it and go behind it. */
static enum sheet_state
long_line(struct sheet *s)
{
	char *end;

	if (!s->peeking)
		diag(s->sink, DIAG_READ_LONG,
		    (struct place){s->path, s->line, 1},
		    (unsigned)(MAX_ROW >> 20));
	do {
		end = memchr(s->text + s->at, s->line_mark, s->n - s->at);
		s->at = end ? (size_t)(end - s->text) + 1 : s->n;
	} while (!end && fill(s));
	s->size = 0;
	return SHEET_BAD;
}

enum sheet_state
sheet_next(struct sheet *s)
{
	for (;;) {
		s->at += s->size;
		s->line += s->lines;
		s->size = 0;
		s->lines = 1;
		begin_split(s);
		s->size = line_size(s, 0);
		if (s->size == 0)
			return SHEET_END;
		if (s->size >= MAX_ROW)
			return long_line(s);
		if (is_blank(s->text + s->at, s->size))
			continue;
		if (count_quotes(s->text + s->at, s->size) & 1)
			return long_row(s);
		return SHEET_ROW;
	}
}

size_t
sheet_peek(struct sheet *s, char separator, size_t max, struct sheet_row *rows)
{
	size_t n = 0, k;
	enum sheet_state state;

	s->separator = separator;
	s->columns = 0;
	s->peeking = true;
	s->at = s->size = 0;
	s->line = 1;
	s->lines = 0;
	while (n < max && (state = sheet_next(s)) != SHEET_END) {
		struct sheet_row *r = &rows[n];

		if (state == SHEET_BAD || !split_all(s))
			continue;
		*r = (struct sheet_row){s->line, s->at + s->size, s->fields.n,
		    ARENA_ARRAY(s->arena, struct str, s->fields.n)};
		for (k = 0; k < r->n; k++)
			r->fields[k] =
			    (struct str){str_dup(s->arena, s->fields.v[k]),
				s->fields.v[k].n};
		r->end = s->at + s->size;
		n++;
	}
	s->windows = 0;
	return n;
}

void
sheet_start(struct sheet *s, char separator, const struct sheet_row *after,
    size_t columns, size_t width)
{
	size_t i;

	s->separator = separator;
	s->columns = columns;
	s->width = width;
	s->peeking = false;
	s->at = after->end;
	s->line = 1;
	for (i = 0; i < after->end; i++)
		s->line += s->text[i] == s->line_mark;
	s->size = 0;
	s->lines = 0;
	begin_split(s);
}

struct sheet *
sheet_open(struct arena *a, struct sink *sink, const char *path)
{
	struct sheet *s = ARENA_NEW(a, struct sheet);
	size_t got;

	s->arena = a;
	s->sink = sink;
	s->path = arena_strdup(a, path);
	s->input = input_open(a, sink, path);
	if (!s->input)
		return NULL;
	s->cap = FIRST_SIZE;
	s->text = xmalloc(s->cap);
	while (s->n < s->cap) {
		got = input_read(s->input, s->text + s->n, s->cap - s->n);
		if (got == 0) {
			s->ended = true;
			break;
		}
		s->n += got;
	}
	s->line_mark = '\n';
	if (s->n > 0 && !memchr(s->text, '\n', s->n) &&
	    memchr(s->text, '\r', s->n))
		s->line_mark = '\r';
	return s;
}

void
sheet_close(struct sheet *s)
{
	input_close(s->input);
	buf_free(&s->made);
	free(s->text);
}

const struct input *
sheet_input(const struct sheet *s)
{
	return s->input;
}
