/* SPDX-License-Identifier: MIT */
/*
 * doc/md_lines.c - what stands on lines of its own: divs, tables, note texts
 *
 * One walk over the lines.  What is found is known by its line number; in the
 * working copy its first line becomes a thematic break and the others blank,
 * so that cmark sees as many lines as the author wrote.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "doc/md.h"
#include "doc/work.h"

#define HEAD_ROWS_MAX 6 /* head rows above the delimiter row */
#define CAPTION_MAX   6 /* lines of a caption */

struct lines {
	struct md *md;
	char *work;
	size_t i;   /* the line at hand */
	char fence; /* of an open code fence, or 0 */
	size_t fence_len;
};

struct str
md_line(const struct md *m, size_t line)
{
	size_t from = m->lines[line];
	size_t to = line + 1 < m->nlines ? m->lines[line + 1] : m->source.n;

	while (to > from &&
	       (m->source.p[to - 1] == '\n' || m->source.p[to - 1] == '\r'))
		to--;
	return str_slice(m->source, from, to);
}

static size_t
indent_of(struct str s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
		n++;
	return n;
}

static struct str
trimmed(const struct lines *l, size_t line)
{
	return line < l->md->nlines ? str_trim(md_line(l->md, line))
				    : (struct str){"", 0};
}

/* Blank the line in the working copy; with `keep`, leave a break in it. */
static void
take(struct lines *l, size_t line, bool keep)
{
	struct str s = md_line(l->md, line);
	char *w = l->work + l->md->lines[line];
	size_t indent = indent_of(s);

	memset(w, ' ', s.n);
	if (keep)
		memcpy(w + indent, "***", 3);
	l->md->kinds[line] = LINE_TAKEN;
}

static struct line_mark *
mark_line(struct lines *l, size_t line, int kind)
{
	struct line_mark *m = ARENA_NEW(l->md->doc->arena, struct line_mark);

	m->kind = kind;
	m->attrs.classes = "";
	l->md->marks[line] = m;
	return m;
}

static void
attrs_of(struct lines *l, struct line_mark *m, struct str s, size_t offset,
    bool words)
{
	struct md *md = l->md;

	m->attrs_at = offset;
	if (!attrs_parse(md->doc->arena, s, words, &m->attrs))
		diag(md->doc->sink, DIAG_DOC_ATTRIBUTES, md_place(md, offset),
		    STR_ARG(s));
}

/* --- code --- */

static size_t
run_of(struct str s, char c)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == c)
		n++;
	return n;
}

static bool
fence_opens(struct lines *l, struct str line)
{
	struct str s = str_trim(line);
	char c = s.n ? s.p[0] : '\0';
	size_t n = run_of(s, c);

	if ((c != '`' && c != '~') || n < 3 ||
	    (c == '`' && str_find(s, '`', n) < s.n))
		return false;
	l->fence = c;
	l->fence_len = n;
	return true;
}

static bool
fence_closes(const struct lines *l, struct str s)
{
	return run_of(s, l->fence) == s.n && s.n >= l->fence_len;
}

/* --- divs --- */

static bool
div_line(struct lines *l, struct str line)
{
	struct str s = str_trim(line);
	size_t n = run_of(s, ':'), at;
	struct line_mark *m;

	if (n < 3)
		return false;
	s = str_trim(str_slice(s, n, s.n));
	while (s.n && s.p[s.n - 1] == ':')
		s = str_trim(str_slice(s, 0, s.n - 1));
	m = mark_line(l, l->i, s.n ? LINE_DIV_OPEN : LINE_DIV_CLOSE);
	take(l, l->i, true);
	if (s.n == 0)
		return true;
	at = (size_t)(s.p - l->md->source.p);
	if (s.n > 1 && s.p[0] == '{' && s.p[s.n - 1] == '}')
		attrs_of(l, m, str_slice(s, 1, s.n - 1), at + 1, false);
	else
		attrs_of(l, m, s, at, true);
	return true;
}

/* --- headings --- */

/* Take "{…}" off the end of a heading line. */
static void
heading_line(struct lines *l, struct str line)
{
	size_t indent = indent_of(line), from, end;
	struct str s = str_slice(line, indent, line.n);
	size_t n = run_of(s, '#'), at = l->md->lines[l->i] + indent;
	struct line_mark *m;

	if (indent > 3 || n < 1 || n > 6)
		return;
	while (s.n && isspace((unsigned char)s.p[s.n - 1]))
		s.n--;
	if (!s.n || s.p[s.n - 1] != '}')
		return;
	for (from = s.n - 1; from > 0 && s.p[from] != '{'; from--)
		;
	end = attrs_end(s, from);
	if (s.p[from] != '{' || end != s.n || s.p[from - 1] == ']')
		return;
	m = mark_line(l, l->i, LINE_HEADING);
	attrs_of(l, m, str_slice(s, from + 1, end - 1), at + from + 1, false);
	memset(l->work + at + from, ' ', end - from);
}

/* --- texts of notes --- */

/* Length of "[^id]:" at the start, 0 if there is none. */
static size_t
note_head(struct str s, struct str *id)
{
	size_t end = str_find(s, ']', 0);

	if (!str_starts(s, "[^") || end + 1 >= s.n || s.p[end + 1] != ':' ||
	    end == 2)
		return 0;
	*id = str_slice(s, 2, end);
	return end + 2;
}

/* Does line i go on with the note text that began above? */
static bool
note_goes_on(struct lines *l, size_t i)
{
	size_t k = i;
	struct str s, id;

	if (i >= l->md->nlines)
		return false;
	s = md_line(l->md, i);
	if (str_trim(s).n)
		return (l->md->kinds[i - 1] != LINE_BLANK ||
			   indent_of(s) >= 2) &&
		       !note_head(str_trim(s), &id) &&
		       !str_starts(str_trim(s), ":::");
	while (k < l->md->nlines && str_trim(md_line(l->md, k)).n == 0)
		k++;
	return k < l->md->nlines && indent_of(md_line(l->md, k)) >= 4;
}

static bool
note_lines(struct lines *l, struct str line)
{
	struct md *md = l->md;
	size_t indent = indent_of(line), at = md->lines[l->i] + indent, n;
	struct str id, s = str_slice(line, indent, line.n);
	struct buf text = {0};
	VEC(struct piece) pieces = {0};

	if (indent > 3 || (n = note_head(s, &id)) == 0)
		return false;
	s = str_slice(s, n, s.n);
	n = indent_of(s);
	VEC_PUSH(md->doc->arena, &pieces,
	    (struct piece){0, (size_t)(s.p - md->source.p) + n});
	buf_str(&text, str_slice(s, n, s.n));
	take(l, l->i, false);
	while (note_goes_on(l, l->i + 1)) {
		s = md_line(md, ++l->i);
		n = indent_of(s) < 4 ? indent_of(s) : 4;
		buf_putc(&text, '\n');
		VEC_PUSH(md->doc->arena, &pieces,
		    (struct piece){text.n, md->lines[l->i] + n});
		buf_str(&text, str_slice(s, n, s.n));
		take(l, l->i, false);
		if (str_trim(s).n == 0)
			md->kinds[l->i] = LINE_BLANK;
	}
	note_text_add(md, id, md_place(md, at), buf_take(&text, md->doc->arena),
	    pieces.v, pieces.n);
	return true;
}

/* --- tables --- */

static bool
is_delimiter(struct str s)
{
	size_t i, dashes = 0;
	bool pipe = false;

	s = str_trim(s);
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '-')
			dashes++;
		else if (s.p[i] == '|')
			pipe = true;
		else if (!strchr(":. \t", s.p[i]))
			return false;
	}
	return pipe && dashes > 0;
}

/* Does a table begin at line i?  Then `row` is its delimiter row. */
static bool
table_at(const struct lines *l, size_t i, size_t *row)
{
	for (*row = i; *row < l->md->nlines && *row <= i + HEAD_ROWS_MAX;
	     ++*row) {
		struct str s = trimmed(l, *row);

		if (str_find(s, '|', 0) == s.n)
			return false;
		if (is_delimiter(s))
			return true;
	}
	return false;
}

/* Lines of a caption that begins at line i; 0 when there is none. */
static size_t
caption_length(const struct lines *l, size_t i)
{
	struct str s = trimmed(l, i);
	size_t n;

	if (s.n < 2 || s.p[0] != ':' || (s.p[1] != ' ' && s.p[1] != '\t'))
		return 0;
	for (n = 1; n < CAPTION_MAX; n++) {
		s = trimmed(l, i + n);
		if (s.n == 0 || s.p[0] == '|' || s.p[0] == ':')
			break;
	}
	return n;
}

/* A caption behind the table, perhaps after one blank line, unless it is that
 * of a table below it. */
static void
caption_below(const struct lines *l, struct md_table *t)
{
	size_t at = t->end, n, row;

	if (trimmed(l, at).n == 0)
		at++;
	n = caption_length(l, at);
	if (n == 0 || (at > t->end && table_at(l, at + n, &row)))
		return;
	t->caption = at;
	t->ncaption = n;
}

static bool
table_lines(struct lines *l)
{
	struct md_table t = {0};
	size_t i = l->i, n = caption_length(l, i), from = i, to;

	if (n) {
		t.caption = i;
		t.ncaption = n;
		i += n;
		if (trimmed(l, i).n == 0)
			i++;
	}
	t.head = i;
	if (i >= l->md->nlines || trimmed(l, i).n < 3 ||
	    !table_at(l, i, &t.delimiter))
		return false;
	for (t.end = t.delimiter + 1; t.end < l->md->nlines; t.end++) {
		struct str s = trimmed(l, t.end);

		if (str_find(s, '|', 0) == s.n)
			break;
	}
	if (!t.ncaption)
		caption_below(l, &t);
	to = t.ncaption && t.caption >= t.end ? t.caption + t.ncaption : t.end;
	mark_line(l, from, LINE_TABLE)->table =
	    ARENA_NEW(l->md->doc->arena, struct md_table);
	*l->md->marks[from]->table = t;
	take(l, from, true);
	for (l->i = from; l->i + 1 < to; l->i++)
		take(l, l->i + 1, false);
	return true;
}

static void
one_line(struct lines *l)
{
	struct md *md = l->md;
	struct str s = md_line(md, l->i), t = str_trim(s);

	if (l->fence) {
		md->kinds[l->i] = LINE_CODE;
		if (fence_closes(l, t))
			l->fence = '\0';
		return;
	}
	if (fence_opens(l, s)) {
		md->kinds[l->i] = LINE_CODE;
		return;
	}
	if (t.n == 0) {
		md->kinds[l->i] = LINE_BLANK;
		return;
	}
	if (t.p[0] == ':' && div_line(l, s))
		return;
	if (t.p[0] == '[' && note_lines(l, s))
		return;
	if ((t.p[0] == ':' || str_find(t, '|', 0) < t.n) && table_lines(l))
		return;
	if (t.p[0] == '#')
		heading_line(l, s);
}

void
md_take_lines(struct md *md, char *work, size_t from)
{
	struct lines l = {.md = md, .work = work};

	for (l.i = 0; l.i < from; l.i++)
		take(&l, l.i, false);
	for (l.i = from; l.i < md->nlines; l.i++)
		one_line(&l);
}
