/* SPDX-License-Identifier: MIT */
/*
 * doc/md_table.c - pipe tables with spans, groups and captions
 *
 *	: Title {#tbl-id subtitle="…" source="…"}
 *	| Instrument | Year | Status ||
 *	|:-----------|-----:|:-------|:--|
 *	|= International instruments |
 *	| CRC        | 1989 | [Ratified]{.mark state=yes} | 1992 |
 *	| ^^         | 2000 | –      ||
 *
 * "||" (nothing between) widens the cell before it, "^^" lengthens the cell
 * above, "|=" is a row of its own over all columns, "--." aligns on the
 * decimal point.  "<br><br>" parts the paragraphs of a cell; those that begin
 * with "- " are items of a list.
 */
#include <string.h>

#include "base/arena.h"
#include "doc/md.h"
#include "doc/work.h"

struct table {
	struct md *md;
	struct doc *doc;
	struct node *node;
	size_t columns;
	enum cell_align *align;
	struct node **above; /* cell over each column in the row before */
};

/* One cell of a line; offsets into the source. */
struct slot {
	size_t from, to;
	bool widens; /* "||" */
};

struct slots {
	struct slot *v;
	size_t n, cap;
};

static void
split(struct table *t, struct str line, struct slots *out)
{
	struct str s = str_trim(line);
	size_t base = (size_t)(s.p - t->md->source.p), i = 0, from;

	out->n = 0;
	if (s.n && s.p[0] == '|')
		i++;
	while (i < s.n) {
		from = i;
		while (i < s.n && s.p[i] != '|')
			i += s.p[i] == '\\' && i + 1 < s.n ? 2 : 1;
		VEC_PUSH(t->doc->arena, out,
		    (struct slot){
			base + from, base + i, i == from && out->n > 0});
		i++;
	}
}

static void
alignments(struct table *t, struct str line)
{
	struct slots slots = {0};
	size_t i;

	split(t, line, &slots);
	t->columns = slots.n;
	t->align = ARENA_ARRAY(t->doc->arena, enum cell_align, slots.n);
	t->above = ARENA_ARRAY(t->doc->arena, struct node *, slots.n);
	for (i = 0; i < slots.n; i++) {
		struct str s = str_trim(
		    str_slice(t->md->source, slots.v[i].from, slots.v[i].to));
		bool left = str_starts(s, ":"), right = str_ends(s, ":");

		t->align[i] = left && right      ? ALIGN_CENTRE
			      : right            ? ALIGN_RIGHT
			      : str_ends(s, ".") ? ALIGN_DECIMAL
						 : ALIGN_LEFT;
	}
}

/* --- cells --- */

/* Length of "<br>" at i in any of its spellings, 0 if it is none. */
static size_t
break_length(struct str s, size_t i)
{
	size_t end;

	if (!str_starts(str_slice(s, i, s.n), "<br"))
		return 0;
	end = str_find(s, '>', i);
	return end < s.n && end - i < 6 ? end + 1 - i : 0;
}

/* An item of the list that the cell ends with, else of a new one. */
static struct node *
cell_item(struct table *t, struct node *cell, size_t from)
{
	struct place at = md_place(t->md, from);
	struct node *list = cell->last, *item;

	if (!list || list->kind != NODE_LIST) {
		list = node_new(t->doc, NODE_LIST, at);
		list->classes = "tight";
		node_append(cell, list);
	}
	item = node_new(t->doc, NODE_ITEM, at);
	node_append(list, item);
	return item;
}

/* Inlines of a paragraph of a cell; "\ " breaks the line. */
static void
cell_para(struct table *t, struct node *cell, size_t from, size_t to)
{
	struct str s = str_slice(t->md->source, from, to);
	struct node *p;
	size_t i, start = 0;

	if (str_trim(s).n == 0)
		return;
	from += (size_t)(str_trim(s).p - s.p);
	s = str_trim(s);
	if (str_starts(s, "- ")) {
		cell = cell_item(t, cell, from);
		s = str_slice(s, 2, s.n);
		from += 2;
	}
	p = node_new(t->doc, NODE_PARA, md_place(t->md, from));
	node_append(cell, p);
	t->md->before = 0;
	for (i = 0; i + 1 < s.n; i++) {
		if (s.p[i] != '\\')
			continue;
		if (s.p[i + 1] == ' ') {
			md_inline_text(
			    t->md, p, str_slice(s, start, i), from + start);
			node_append(p, node_new(t->doc, NODE_BREAK,
					   md_place(t->md, from + i)));
			start = i + 2;
		}
		i++;
	}
	md_inline_text(t->md, p, str_slice(s, start, s.n), from + start);
}

/* Paragraphs are parted by two breaks. */
static void
cell_text(struct table *t, struct node *cell, const struct slot *slot)
{
	struct str s = str_slice(t->md->source, slot->from, slot->to);
	size_t i = 0, from = 0, n, m, gap;

	while ((i = str_find(s, '<', i)) < s.n) {
		n = break_length(s, i);
		for (gap = i + n; n && gap < s.n && s.p[gap] == ' '; gap++)
			;
		m = n ? break_length(s, gap) : 0;
		if (m) {
			cell_para(t, cell, slot->from + from, slot->from + i);
			from = i = gap + m;
		} else {
			i += n ? n : 1;
		}
	}
	cell_para(t, cell, slot->from + from, slot->to);
}

/* A cell that is one shaded value is shaded itself. */
static void
shade(struct table *t, struct node *cell)
{
	const struct node *p = cell->first, *s = p ? p->first : NULL;

	if (!s || cell->last != p || p->last != s || s->kind != NODE_SPAN ||
	    !node_has_class(s, "heat"))
		return;
	cell->classes = "heat";
	node_set_attr(t->doc, cell, "step", node_attr(s, "step"));
}

static struct node *
cell_new(struct table *t, struct node *row, size_t column, size_t source)
{
	struct node *c = node_new(t->doc, NODE_CELL, md_place(t->md, source));

	c->column = (short)column;
	c->span = c->rowspan = 1;
	c->align = t->align[column];
	node_append(row, c);
	return c;
}

/* "^^": the cell above grows; the number of columns that it covers. */
static size_t
lengthen(struct table *t, size_t column, const struct slot *slot)
{
	struct node *above = t->above[column];

	if (!above || above->column != (short)column) {
		diag(t->doc->sink, DIAG_DOC_TABLE_SPAN,
		    md_place(t->md, slot->from));
		return 1;
	}
	above->rowspan++;
	return (size_t)above->span;
}

static void
fill_row(struct table *t, struct node *row, const struct slots *slots)
{
	struct node *cell = NULL;
	size_t column = 0, i, k, n;

	for (i = 0; i < slots->n; i++) {
		const struct slot *slot = &slots->v[i];
		struct str s =
		    str_trim(str_slice(t->md->source, slot->from, slot->to));

		if (column >= t->columns) {
			diag(t->doc->sink, DIAG_DOC_TABLE_CELLS,
			    md_place(t->md, slot->from), (int)slots->n,
			    (int)t->columns);
			break;
		}
		n = 1;
		if (slot->widens && cell) {
			cell->span++;
			t->above[column] = cell;
		} else if (str_is(s, "^^")) {
			n = lengthen(t, column, slot);
			cell = NULL;
		} else {
			cell = cell_new(t, row, column, slot->from);
			cell_text(t, cell, slot);
			shade(t, cell);
			t->above[column] = cell;
		}
		/* the cells that "||" adds to "^^" are counted with it */
		for (k = 1; k < n && i + 1 < slots->n && slots->v[i + 1].widens;
		     k++)
			i++;
		column += n;
	}
	for (; column < t->columns; column++)
		t->above[column] = cell_new(
		    t, row, column, slots->n ? slots->v[slots->n - 1].to : 0);
}

static void
group_row(struct table *t, struct node *row, const struct slots *slots)
{
	struct slot slot = slots->v[0];
	struct node *cell = cell_new(t, row, 0, slot.from);

	slot.from++; /* "=" */
	cell->span = (short)t->columns;
	cell->align = ALIGN_LEFT;
	cell_text(t, cell, &slot);
	memset(t->above, 0, t->columns * sizeof *t->above);
}

static void
add_row(struct table *t, size_t line, bool head)
{
	struct slots slots = {0};
	struct node *row;

	split(t, md_line(t->md, line), &slots);
	if (slots.n == 0)
		return;
	row = node_new(t->doc, NODE_ROW,
	    md_place(t->md, slots.v[0].from - (slots.v[0].from > 0)));
	node_append(t->node, row);
	row->level = head ? 1 : 0;
	if (!head && slots.v[0].to > slots.v[0].from &&
	    t->md->source.p[slots.v[0].from] == '=') {
		row->level = 2;
		group_row(t, row, &slots);
	} else {
		fill_row(t, row, &slots);
	}
}

/* --- caption and legend --- */

static void
attr_inlines(struct md *md, struct node *parent, const struct attrs_pair *p,
    size_t attrs_at)
{
	md->before = 0;
	md_inline_text(md, parent, p->value, attrs_at + p->at);
}

void
md_caption(struct md *md, struct node *owner, struct str title, size_t title_at,
    const struct attrs *at, size_t attrs_at)
{
	static const struct piece whole = {0, 0};
	struct frag f = {
	    .md = md, .text = md->source, .pieces = &whole, .npieces = 1};
	const struct attrs_pair *sub = attrs_find(at, "subtitle");
	const struct attrs_pair *attr = attrs_find(at, "title");
	struct node *c, *n;

	if (str_trim(title).n == 0 && !attr)
		return;
	c = doc_block(md->doc, owner, NODE_CAPTION, "");
	n = doc_block(md->doc, c, NODE_TITLE, "");
	md->before = 0;
	if (str_trim(title).n) {
		c->at = n->at = md_place(md, title_at);
		md_inline_slice(&f, n, title_at, title_at + title.n);
	} else {
		attr_inlines(md, n, attr, attrs_at);
	}
	if (sub)
		attr_inlines(md, doc_block(md->doc, c, NODE_SUBTITLE, ""), sub,
		    attrs_at);
}

void
md_legend(
    struct md *md, struct node *owner, const struct attrs *at, size_t attrs_at)
{
	static const struct {
		const char *name;
		enum node_kind kind;
	} parts[] = {{"reading", NODE_READING}, {"key", NODE_KEY},
	    {"source", NODE_SOURCE}};
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct attrs_pair *p = attrs_find(at, parts[i].name);
		struct node *n;

		if (!p || str_trim(p->value).n == 0)
			continue;
		n = doc_block(md->doc, owner, parts[i].kind, "");
		n->at = md_place(md, attrs_at + p->at);
		if (parts[i].kind == NODE_READING)
			doc_label(md->doc, n,
			    doc_word(
				md->doc, "label.how_to_read", "How to read"));
		else if (parts[i].kind == NODE_SOURCE)
			doc_label(md->doc, n,
			    doc_word(md->doc, "label.source", "Source"));
		attr_inlines(md, n, p, attrs_at);
	}
}

/* Attributes that have become nodes or classes are dropped. */
static void
table_attrs(struct table *t, struct attrs *at)
{
	struct attrs rest = *at;
	struct arena *a = t->doc->arena;
	const struct attrs_pair *span = attrs_find(at, "span");
	size_t i;

	rest.pairs = ARENA_ARRAY(a, struct attrs_pair, at->n);
	rest.n = 0;
	for (i = 0; i < at->n; i++) {
		static const char *const taken[] = {"title", "subtitle",
		    "source", "reading", "key", "span", "class", NULL};
		const char *const *name = taken;

		while (*name && strcmp(*name, at->pairs[i].name) != 0)
			name++;
		if (!*name)
			rest.pairs[rest.n++] = at->pairs[i];
	}
	t->node->classes =
	    span ? str_is(span->value, "page") ? "span-page" : "span-column"
	    : t->columns > 3 ? "span-page"
			     : "span-column";
	if (attrs_find(at, "class"))
		t->node->classes = arena_printf(a, "%s " STR_FMT,
		    t->node->classes, STR_ARG(attrs_find(at, "class")->value));
	attrs_apply(t->doc, t->node, &rest);
	node_set_attr(
	    t->doc, t->node, "columns", arena_printf(a, "%zu", t->columns));
}

/* The caption lines: from behind ": " to the brace; the braces. */
static struct str
caption_text(const struct md *md, const struct md_table *mt, struct str *attrs)
{
	size_t last = mt->caption + mt->ncaption - 1, from;
	struct str s = str_trim(md_line(md, mt->caption)), end;
	size_t i = 0;

	*attrs = (struct str){"", 0};
	from = (size_t)(s.p - md->source.p) + 1;
	end = str_trim(md_line(md, last));
	s = str_slice(md->source, from, (size_t)(end.p - md->source.p) + end.n);
	if (!str_ends(s, "}"))
		return s;
	while ((i = str_find(s, '{', i)) < s.n) {
		if (attrs_end(s, i) == s.n && (i == 0 || s.p[i - 1] != ']')) {
			*attrs = str_slice(s, i + 1, s.n - 1);
			return str_slice(s, 0, i);
		}
		i++;
	}
	return s;
}

struct node *
md_table(struct md *md, const struct md_table *mt)
{
	struct table t = {.md = md, .doc = md->doc};
	struct attrs at = {.classes = ""};
	struct str title = {"", 0}, braces = {"", 0};
	size_t i, attrs_at = 0;

	t.node =
	    node_new(md->doc, NODE_TABLE, md_place(md, md->lines[mt->head]));
	alignments(&t, md_line(md, mt->delimiter));
	if (mt->ncaption) {
		title = caption_text(md, mt, &braces);
		attrs_at = (size_t)(braces.p - md->source.p);
		if (braces.n &&
		    !attrs_parse(md->doc->arena, braces, false, &at))
			diag(md->doc->sink, DIAG_DOC_ATTRIBUTES,
			    md_place(md, attrs_at), STR_ARG(braces));
	}
	table_attrs(&t, &at);
	md_caption(md, t.node, title,
	    title.n ? (size_t)(title.p - md->source.p) : 0, &at, attrs_at);
	for (i = mt->head; i < mt->delimiter; i++)
		add_row(&t, i, true);
	memset(t.above, 0, t.columns * sizeof *t.above);
	for (i = mt->delimiter + 1; i < mt->end; i++)
		add_row(&t, i, false);
	md_legend(md, t.node, &at, attrs_at);
	return t.node;
}
