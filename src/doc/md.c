/* SPDX-License-Identifier: MIT */
/*
 * doc/md.c - one Markdown text as a part of the document
 *
 * Front matter, lines, marks, cmark, nodes: in that order.  Positions are
 * offsets into the text as written; md_place makes them lines and columns and
 * asks the origin who wrote them.
 */
#include <string.h>

#define CMARK_NO_SHORT_NAMES 1
#include <cmark.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "doc/md.h"
#include "doc/work.h"

static size_t
line_of(const struct md *m, size_t source)
{
	size_t low = 0, high = m->nlines;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (m->lines[mid] <= source)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* Columns count characters; the last place asked for is where the next one is
 * counted from, which keeps long lines linear. */
struct place
md_place(struct md *m, size_t source)
{
	size_t line, byte, col;

	if (!m->origin)
		return m->fixed;
	if (source > m->source.n)
		source = m->source.n;
	line = line_of(m, source);
	byte = m->lines[line];
	col = 1;
	if (m->seen_col && line == m->seen_line && m->seen_byte <= source &&
	    m->seen_byte >= byte) {
		byte = m->seen_byte;
		col = m->seen_col;
	}
	for (; byte < source; byte++)
		col += ((unsigned char)m->source.p[byte] & 0xC0) != 0x80;
	m->seen_line = line;
	m->seen_byte = byte;
	m->seen_col = col;
	return origin_place(m->origin, (unsigned)line + 1, (unsigned)col);
}

size_t
md_source(const struct frag *f, size_t pos)
{
	size_t low = 0, high = f->npieces;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (f->pieces[mid].pos <= pos)
			low = mid;
		else
			high = mid;
	}
	if (pos < f->pieces[low].pos)
		return f->pieces[low].source;
	return f->pieces[low].source + (pos - f->pieces[low].pos);
}

/* --- inline texts of their own --- */

/* Keeps cmark from seeing a block in the text: filler and a comma, behind
 * which emphasis may open. */
#define GUARD  "\x1f,"
#define NGUARD 2

static void
inline_frag(struct frag *f, struct node *parent)
{
	static const size_t line_start = 0;
	struct md *m = f->md;
	struct str text = f->text;
	cmark_node *tree, *block;
	char *work;

	if (m->depth >= MD_DEPTH_MAX) {
		diag(m->doc->sink, DIAG_DOC_NESTING,
		    md_place(m, md_source(f, 0)), MD_DEPTH_MAX);
		return;
	}
	if (md_is_plain(text)) {
		md_plain_inlines(f, parent);
		return;
	}
	work = arena_alloc(m->doc->arena, NGUARD + text.n + 1);
	memcpy(work, GUARD, NGUARD);
	memcpy(work + NGUARD, text.p, text.n);
	f->work = work + NGUARD;
	md_scan(f, 0, text.n);
	f->work = work;
	f->lines = &line_start;
	f->nlines = 1;
	f->shift = NGUARD;
	m->depth++;
	tree = cmark_parse_document(work, NGUARD + text.n, CMARK_OPT_DEFAULT);
	block = cmark_node_first_child(tree);
	if (block)
		md_inlines(f, parent, block);
	cmark_node_free(tree);
	m->depth--;
}

void
md_inline_text(
    struct md *m, struct node *parent, struct str text, size_t source)
{
	struct str s = str_trim(text);
	struct piece piece = {0, source + (size_t)(s.p - text.p)};
	struct frag f = {.md = m, .text = s, .pieces = &piece, .npieces = 1};

	inline_frag(&f, parent);
}

void
md_inline_slice(
    const struct frag *f, struct node *parent, size_t from, size_t to)
{
	struct str s = str_slice(f->text, from, to), line;
	struct arena *a = f->md->doc->arena;
	VEC(struct piece) pieces = {0};
	struct frag inner = {.md = f->md};
	struct buf text = {0};
	size_t at = 0, end;

	if (str_find(s, '\n', 0) == s.n) {
		line = str_trim(s);
		md_inline_text(f->md, parent, line,
		    md_source(f, from + (size_t)(line.p - s.p)));
		return;
	}
	for (; at < s.n; at = end + 1) {
		end = str_find(s, '\n', at);
		line = str_trim(str_slice(s, at, end));
		while (at > 0 && line.n && line.p[0] == '>')
			line = str_trim(str_slice(line, 1, line.n));
		if (text.n)
			buf_putc(&text, ' ');
		VEC_PUSH(a, &pieces,
		    (struct piece){
			text.n, md_source(f, from + (size_t)(line.p - s.p))});
		buf_str(&text, line);
	}
	inner.text = buf_take(&text, a);
	inner.pieces = pieces.v;
	inner.npieces = pieces.n;
	inline_frag(&inner, parent);
}

void
md_inline_foreign(struct doc *d, struct node *part, struct node *parent,
    struct str text, struct place at)
{
	struct md m = {.doc = d, .fixed = at, .source = text, .part = part};

	m.notes = map_new(d->arena);
	md_inline_text(&m, parent, text, 0);
}

/* --- front matter --- */

struct yaml_origin {
	struct md *md;
	size_t line, indent;
};

/* Lines in the front matter count from the one behind "---". */
static struct place
front_place(const void *ctx, unsigned line, unsigned col)
{
	const struct origin *o = ctx;

	return origin_place(o, line + 1, col);
}

/* Lines of the front matter with its two rules, 0 if there is none. */
static size_t
front_length(struct md *m)
{
	size_t i;

	if (m->nlines == 0 || !str_is(str_trim(md_line(m, 0)), "---"))
		return 0;
	for (i = 1; i < m->nlines; i++) {
		struct str s = str_trim(md_line(m, i));

		if (str_is(s, "---") || str_is(s, "..."))
			return i + 1;
	}
	diag(m->doc->sink, DIAG_DOC_FRONT_MATTER, md_place(m, 0));
	return 0;
}

static size_t
front_matter(struct md *m)
{
	struct origin o = {
	    .file = m->origin->file, .find = front_place, .ctx = m->origin};
	size_t n = front_length(m), i;
	struct conf *c;

	if (n == 0)
		return 0;
	c = conf_parse(m->doc->arena, m->doc->sink, &o,
	    str_slice(m->source, m->lines[1], m->lines[n - 1]));
	m->part->data = c;
	for (i = 0; c && c->kind == CONF_MAP && i < c->n; i++) {
		const struct conf *kid = c->kids[i];

		if (kid->kind == CONF_SCALAR)
			node_set_attr(m->doc, m->part, c->keys[i],
			    attrs_plain(m->doc->arena, str_from(kid->text)));
	}
	return n;
}

/* --- a part --- */

static void
split_lines(struct md *m)
{
	size_t n = 1, i;
	struct arena *a = m->doc->arena;

	for (i = 0; i < m->source.n; i++)
		n += m->source.p[i] == '\n';
	m->lines = ARENA_ARRAY(a, size_t, n);
	m->kinds = ARENA_ARRAY(a, enum line_kind, n);
	m->marks = ARENA_ARRAY(a, struct line_mark *, n);
	m->nlines = 1;
	for (i = 0; i + 1 < m->source.n; i++)
		if (m->source.p[i] == '\n')
			m->lines[m->nlines++] = i + 1;
}

/* Control characters become blanks; private-use ones are reported. */
static void
clean(struct md *m, char *work)
{
	const char *p = m->source.p, *end = p + m->source.n, *from;

	while (p < end) {
		unsigned char c = (unsigned char)*p;
		uint32_t code;

		if (c >= ' ' && c < 0x7F) {
			p++;
			continue;
		}
		from = p;
		code = utf8_decode(&p, end);
		if (c == '\n' || c == '\t' || c == '\r')
			continue;
		if (c < ' ' || c == 0x7F)
			work[from - m->source.p] = ' ';
		if (c < ' ' || c == 0x7F || (code >= 0xE000 && code <= 0xF8FF))
			diag(m->doc->sink, DIAG_DOC_CHARACTER,
			    md_place(m, (size_t)(from - m->source.p)), code,
			    c < ' ' || c == 0x7F ? "control" : "private-use");
	}
}

/* Marks in every stretch of lines with text. */
static void
scan_text(struct md *m, struct frag *f)
{
	size_t i = 0, from;

	while (i < m->nlines) {
		from = i;
		while (i < m->nlines && m->kinds[i] == LINE_TEXT)
			i++;
		if (i > from)
			md_scan(f, m->lines[from],
			    i < m->nlines ? m->lines[i] : m->source.n);
		else
			i++;
	}
}

struct node *
doc_add_part(struct doc *d, const char *name, struct str text,
    const struct origin *origin)
{
	static const struct piece whole = {0, 0};
	struct md m = {.doc = d, .origin = origin, .source = text};
	struct frag f = {
	    .md = &m, .text = text, .pieces = &whole, .npieces = 1};

	m.notes = map_new(d->arena);
	m.part = node_new(d, NODE_PART, origin_place(origin, 1, 1));
	node_set_attr(d, m.part, "name", name);
	node_append(d->root, m.part);
	split_lines(&m);
	f.work = arena_strndup(d->arena, text.p, text.n);
	f.lines = m.lines;
	f.nlines = m.nlines;
	clean(&m, f.work);
	md_take_lines(&m, f.work, front_matter(&m));
	scan_text(&m, &f);
	md_blocks(&f, m.part);
	return m.part;
}
