/* SPDX-License-Identifier: MIT */
/*
 * doc/md_block.c - cmark's blocks as nodes: sections, divs, lists, code
 *
 * cmark's tree is flat where ours nests: headings open sections, and the
 * thematic breaks that stand for ":::" lines open and close divs.  A stack of
 * levels holds the divs open at this point and the innermost section of each.
 */
#include <string.h>

#define CMARK_NO_SHORT_NAMES 1
#include <cmark.h>

#include "base/arena.h"
#include "doc/md.h"
#include "doc/work.h"

struct level {
	struct node *base;    /* the div, or the container itself */
	struct node *section; /* innermost open one, NULL: none */
	const struct line_mark *mark;
	struct place at;
};

struct blocks {
	struct frag *f;
	struct md *md;
	struct doc *doc;
	int depth;
	VEC(struct level) levels;
	size_t bottom; /* the level of the container at hand */
};

static void children(struct blocks *, cmark_node *, struct node *parent);

static struct level *
top(struct blocks *b)
{
	return &b->levels.v[b->levels.n - 1];
}

static size_t
source_of(const struct blocks *b, cmark_node *n)
{
	size_t line = (size_t)cmark_node_get_start_line(n);
	size_t col = (size_t)cmark_node_get_start_column(n);

	if (line == 0 || line > b->f->nlines)
		return 0;
	return md_source(b->f, b->f->lines[line - 1] + (col ? col - 1 : 0));
}

static struct place
place_of(const struct blocks *b, cmark_node *n)
{
	return md_place(b->md, source_of(b, n));
}

static const struct line_mark *
mark_of(const struct blocks *b, cmark_node *n)
{
	if (b->f->lines != b->md->lines)
		return NULL;
	return b->md->marks[cmark_node_get_start_line(n) - 1];
}

static struct node *
add(struct blocks *b, enum node_kind kind, struct place at)
{
	struct level *l = top(b);
	struct node *n = node_new(b->doc, kind, at);

	node_append(l->section ? l->section : l->base, n);
	b->md->before = 0;
	return n;
}

/* --- sections --- */

/* Do headings in this node open sections? */
static bool
has_sections(const struct node *n)
{
	return n->kind == NODE_PART || n->kind == NODE_DIV;
}

static void
open_section(struct blocks *b, int level, struct place at)
{
	struct level *l = top(b);
	struct node *n;

	while (l->section && l->section->level >= level)
		l->section = l->section->parent->kind == NODE_SECTION &&
				     l->section->parent != l->base
				 ? l->section->parent
				 : NULL;
	n = add(b, NODE_SECTION, at);
	n->level = level;
	l->section = n;
}

static void
heading(struct blocks *b, cmark_node *n)
{
	const struct line_mark *m = mark_of(b, n);
	struct place at = place_of(b, n);
	int level = cmark_node_get_heading_level(n);
	struct node *h;

	if (top(b)->base->kind == NODE_BOX) {
		h = add(b, NODE_TITLE, at);
	} else {
		if (has_sections(top(b)->base))
			open_section(b, level, at);
		h = add(b, NODE_HEADING, at);
		h->level = level;
	}
	if (m && m->kind == LINE_HEADING)
		attrs_apply(b->doc, h, &m->attrs);
	if (h->kind == NODE_TITLE && !h->parent->id) {
		/* the box has the number that references print */
		h->parent->id = h->id;
		h->id = NULL;
	}
	md_inlines(b->f, h, n);
}

/* --- divs and tables --- */

static void
div_open(struct blocks *b, const struct line_mark *m, struct place at)
{
	struct node *n = md_div_open(b->md, m, at);
	struct level *l = top(b);

	node_append(l->section ? l->section : l->base, n);
	VEC_PUSH(b->doc->arena, &b->levels, (struct level){n, NULL, m, at});
}

static void
div_close(struct blocks *b)
{
	struct level l = *top(b);

	b->levels.n--;
	md_div_close(b->md, l.base, l.mark);
}

static void
rule(struct blocks *b, cmark_node *n)
{
	const struct line_mark *m = mark_of(b, n);
	struct level *l = top(b);

	if (!m) {
		add(b, NODE_RULE, place_of(b, n));
	} else if (m->kind == LINE_TABLE) {
		node_append(l->section ? l->section : l->base,
		    md_table(b->md, m->table));
	} else if (m->kind == LINE_DIV_OPEN) {
		div_open(b, m, place_of(b, n));
	} else if (b->levels.n - 1 > b->bottom) {
		div_close(b);
	} else {
		diag(b->doc->sink, DIAG_DOC_DIV_CLOSE, place_of(b, n));
	}
}

/* --- leaves --- */

static void
paragraph(struct blocks *b, cmark_node *n)
{
	struct node *p = add(b, NODE_PARA, place_of(b, n));

	md_inlines(b->f, p, n);
	if (!p->first)
		node_remove(p);
	else if (p->first == p->last && p->first->kind == NODE_IMAGE)
		md_image_figure(b->md, p);
}

/* A code block as lines of code. */
static void
code_lines(struct blocks *b, struct str text, size_t source, struct place at)
{
	struct node *p = add(b, NODE_PARA, at), *n;
	size_t from = 0, end;

	p->classes = "code";
	while (text.n && text.p[text.n - 1] == '\n')
		text.n--;
	for (; from <= text.n; from = end + 1) {
		end = str_find(text, '\n', from);
		at = md_place(b->md, source + from);
		if (p->first)
			node_append(p, node_new(b->doc, NODE_BREAK, at));
		n = node_new(b->doc, NODE_CODE, at);
		n->text =
		    attrs_plain(b->doc->arena, str_slice(text, from, end));
		node_append(p, n);
	}
}

static void
code_block(struct blocks *b, cmark_node *n)
{
	struct str info = str_from(cmark_node_get_fence_info(n));
	struct str text = str_from(md_restore(b->f, cmark_node_get_literal(n)));
	size_t line = (size_t)cmark_node_get_start_line(n);
	size_t col = (size_t)cmark_node_get_start_column(n);
	size_t source = source_of(b, n);
	struct level *l = top(b);

	if (info.n && line < b->f->nlines)
		source = md_source(b->f, b->f->lines[line]);
	if (md_fence(b->md, l->section ? l->section : l->base, info, text,
		source, col ? col - 1 : 0))
		return;
	code_lines(b, text, source, place_of(b, n));
}

static void
html(struct blocks *b, cmark_node *n)
{
	struct str s = str_trim(str_from(cmark_node_get_literal(n)));

	if (!str_starts(s, "<!--"))
		diag(b->doc->sink, DIAG_DOC_HTML, place_of(b, n),
		    str_dup(
			b->doc->arena, str_slice(s, 0, str_find(s, '\n', 0))));
}

/* --- lists --- */

static void
list(struct blocks *b, cmark_node *n)
{
	struct node *l = add(b, NODE_LIST, place_of(b, n));
	bool ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
	char mark =
	    cmark_node_get_list_delim(n) == CMARK_PAREN_DELIM ? ')' : '.';
	int no = cmark_node_get_list_start(n);
	cmark_node *k;

	l->level = ordered ? no : 0;
	l->classes = cmark_node_get_list_tight(n) ? "tight" : "loose";
	for (k = cmark_node_first_child(n); k; k = cmark_node_next(k)) {
		struct node *item = node_new(b->doc, NODE_ITEM, place_of(b, k));

		node_append(l, item);
		if (ordered)
			doc_label(b->doc, item,
			    arena_printf(b->doc->arena, "%d%c", no++, mark));
		else
			doc_label(b->doc, item, "\u2013");
		children(b, k, item);
	}
}

static void
block(struct blocks *b, cmark_node *n)
{
	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_HEADING:
		heading(b, n);
		break;
	case CMARK_NODE_PARAGRAPH:
		paragraph(b, n);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		children(b, n, add(b, NODE_QUOTE, place_of(b, n)));
		break;
	case CMARK_NODE_LIST:
		list(b, n);
		break;
	case CMARK_NODE_CODE_BLOCK:
		code_block(b, n);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		rule(b, n);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html(b, n);
		break;
	default:
		break;
	}
}

static void
children(struct blocks *b, cmark_node *n, struct node *parent)
{
	size_t bottom = b->bottom;
	cmark_node *k;

	if (++b->depth > MD_BLOCKS_MAX) {
		diag(b->doc->sink, DIAG_DOC_NESTING, place_of(b, n),
		    MD_BLOCKS_MAX);
		b->depth--;
		return;
	}
	b->bottom = b->levels.n;
	VEC_PUSH(b->doc->arena, &b->levels,
	    (struct level){parent, NULL, NULL, parent->at});
	for (k = cmark_node_first_child(n); k; k = cmark_node_next(k))
		block(b, k);
	while (b->levels.n - 1 > b->bottom) {
		diag(b->doc->sink, DIAG_DOC_DIV_OPEN, top(b)->at,
		    top(b)->mark->attrs.classes);
		div_close(b);
	}
	b->levels.n--;
	b->bottom = bottom;
	b->depth--;
}

void
md_blocks(struct frag *f, struct node *parent)
{
	struct blocks b = {.f = f, .md = f->md, .doc = f->md->doc};
	cmark_node *tree =
	    cmark_parse_document(f->work, f->text.n, CMARK_OPT_DEFAULT);

	children(&b, tree, parent);
	cmark_node_free(tree);
}
