/* SPDX-License-Identifier: MIT */
/* doc/md_inline.c - cmark's inline nodes, marks and printed values as nodes */
#include <string.h>

#define CMARK_NO_SHORT_NAMES 1
#include <cmark.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "doc/md.h"
#include "doc/work.h"

struct inlines {
	struct frag *f;
	struct md *md;
	struct doc *doc;
	struct node *cur; /* where nodes go */
	int depth;        /* of containers, also of those without a node */
	size_t block_line, block_col;
	struct buf pending; /* text of the leaf at hand */
	size_t pending_at;  /* its source offset */
	size_t source;      /* offset of what comes next */
	int value;          /* of a printed value, or -1 */
};

static size_t
position(const struct inlines *in, cmark_node *n)
{
	const struct frag *f = in->f;
	size_t line = (size_t)cmark_node_get_start_line(n);
	size_t col = (size_t)cmark_node_get_start_column(n), pos, i;

	if (line == 0 || line > f->nlines || col == 0)
		return in->source;
	pos = f->lines[line - 1];
	if (line != in->block_line) {
		/* cmark counts from where the block's first line began */
		for (i = pos; f->work[i] && strchr(" \t>", f->work[i]); i++)
			;
		pos = i;
		col -= col > in->block_col ? in->block_col - 1 : col - 1;
	}
	pos += col - 1;
	return md_source(f, pos > f->shift ? pos - f->shift : 0);
}

static struct node *
add(struct inlines *in, enum node_kind kind, size_t source)
{
	struct node *n = node_new(in->doc, kind, md_place(in->md, source));

	node_append(in->cur, n);
	return n;
}

static void
flush(struct inlines *in, bool number_follows)
{
	struct str text = buf_view(&in->pending);
	const char *lang = node_lang(in->cur);
	struct buf b = {0};
	struct node *n;

	if (text.n == 0)
		return;
	n = add(in, in->value >= 0 ? NODE_NUMBER : NODE_TEXT, in->pending_at);
	n->value = in->value;
	if (in->value >= 0) {
		n->text = str_dup(in->doc->arena, text);
		in->md->before = '0';
	} else {
		md_smart(&b, text, lang ? lang : in->doc->env->lang,
		    &in->md->before, number_follows);
		n->text = buf_take(&b, in->doc->arena).p;
	}
	in->pending.n = 0;
}

static void
keep(struct inlines *in, const char *p, size_t n)
{
	if (in->pending.n == 0)
		in->pending_at = in->source;
	buf_add(&in->pending, p, n);
	in->source += n;
}

/* A character that opens or closes a printed value. */
static void
value_mark(struct inlines *in, uint32_t code)
{
	bool opens = code != MD_VALUE_END;

	flush(in, opens);
	in->value = opens ? md_value_index(code) : -1;
	in->source += 4;
}

static void
literal(struct inlines *in, const char *p)
{
	const char *end = p + strlen(p), *from;
	struct frag *f = in->f;
	uint32_t code;
	long m;

	if (f->shift && p + 1 < end && p[0] == MD_FILL && p[1] == ',' &&
	    md_mark_at(f, p + 1, end) < 0)
		p += 2;
	while (p < end) {
		if (*p == ',' && (m = md_mark_at(f, p, end)) >= 0) {
			flush(in, false);
			md_mark(f, in->cur, &f->marks.v[m]);
			in->source = md_source(f, f->marks.v[m].to);
			p += 4;
		} else if (*p == MD_FILL) {
			p++;
		} else if ((unsigned char)*p < 0xF3) {
			from = p++;
			while (p < end && *p != ',' && *p != MD_FILL &&
			       (unsigned char)*p < 0xF3)
				p++;
			keep(in, from, (size_t)(p - from));
		} else {
			from = p;
			code = utf8_decode(&p, end);
			if (md_is_value_mark(code))
				value_mark(in, code);
			else
				keep(in, from, (size_t)(p - from));
		}
	}
}

static void
soft_break(struct inlines *in, cmark_node *n)
{
	cmark_node *next = cmark_node_next(n);
	const char *text = next ? cmark_node_get_literal(next) : NULL;

	/* a mark runs over the line end */
	if (next && cmark_node_get_type(next) == CMARK_NODE_TEXT &&
	    text[0] == MD_FILL)
		return;
	if (in->value < 0) {
		keep(in, " ", 1);
		flush(in, text && text[0] >= '0' && text[0] <= '9');
	}
}

static void
html(struct inlines *in, cmark_node *n)
{
	const char *s = cmark_node_get_literal(n);

	flush(in, false);
	if (strncmp(s, "<br", 3) == 0) {
		add(in, NODE_BREAK, in->source);
		in->md->before = 0;
	} else if (strncmp(s, "<!--", 4) != 0) {
		diag(in->doc->sink, DIAG_DOC_HTML, md_place(in->md, in->source),
		    s);
	}
}

static void
image(struct inlines *in, cmark_node *n)
{
	struct node *img = add(in, NODE_IMAGE, in->source);
	struct buf alt = {0};
	cmark_node *k;

	for (k = cmark_node_first_child(n); k; k = cmark_node_next(k)) {
		const char *s = cmark_node_get_literal(k);

		buf_puts(&alt, s ? s : " ");
	}
	img->alt = attrs_plain(in->doc->arena,
	    str_from(md_restore(in->f, buf_take(&alt, in->doc->arena).p)));
	img->href = md_restore(in->f, cmark_node_get_url(n));
	node_set_attr(in->doc, img, "alt", img->alt);
	if (cmark_node_get_title(n)[0])
		node_set_attr(in->doc, img, "title",
		    md_restore(in->f, cmark_node_get_title(n)));
}

static struct node *
link_open(struct inlines *in, cmark_node *n)
{
	struct arena *a = in->doc->arena;
	struct node *l = add(in, NODE_LINK, in->source);

	l->href =
	    attrs_plain(a, str_from(md_restore(in->f, cmark_node_get_url(n))));
	if (l->href[0] == '#') {
		VEC_PUSH(a, &work_of(in->doc)->pending,
		    (struct pending){l, l->href + 1, false});
		l->href = NULL;
	}
	return l;
}

/* True: n is a container, its children come next. */
static bool
enter(struct inlines *in, cmark_node *n)
{
	struct node *open = NULL;

	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_TEXT:
		in->source = position(in, n);
		literal(in, cmark_node_get_literal(n));
		return false;
	case CMARK_NODE_SOFTBREAK:
		soft_break(in, n);
		return false;
	case CMARK_NODE_LINEBREAK:
		flush(in, false);
		add(in, NODE_BREAK, in->source);
		return false;
	case CMARK_NODE_CODE:
		flush(in, false);
		in->source = position(in, n);
		add(in, NODE_CODE, in->source)->text = attrs_plain(
		    in->doc->arena, str_from(cmark_node_get_literal(n)));
		in->md->before = 'x';
		return false;
	case CMARK_NODE_HTML_INLINE:
		in->source = position(in, n);
		html(in, n);
		return false;
	default:
		break;
	}
	flush(in, false);
	in->source = position(in, n);
	if (cmark_node_get_type(n) == CMARK_NODE_IMAGE) {
		image(in, n);
		return false;
	}
	if (in->depth++ >= MD_DEPTH_MAX)
		return true;
	if (cmark_node_get_type(n) == CMARK_NODE_LINK)
		open = link_open(in, n);
	else if (cmark_node_get_type(n) == CMARK_NODE_STRONG)
		open = add(in, NODE_STRONG, in->source);
	else
		open = add(in, NODE_EMPH, in->source);
	in->cur = open;
	return true;
}

static void
leave(struct inlines *in)
{
	flush(in, false);
	if (in->depth-- <= MD_DEPTH_MAX)
		in->cur = in->cur->parent;
}

void
md_inlines(struct frag *f, struct node *parent, cmark_node *block)
{
	struct inlines in = {
	    .f = f, .md = f->md, .doc = f->md->doc, .cur = parent, .value = -1};
	cmark_node *n = cmark_node_first_child(block);

	in.block_line = (size_t)cmark_node_get_start_line(block);
	in.block_col = (size_t)cmark_node_get_start_column(block);
	in.source = md_source(f, 0);
	while (n) {
		bool opens = enter(&in, n);

		if (opens && cmark_node_first_child(n)) {
			n = cmark_node_first_child(n);
			continue;
		}
		if (opens)
			leave(&in);
		while (!cmark_node_next(n) && cmark_node_parent(n) != block) {
			n = cmark_node_parent(n);
			leave(&in);
		}
		n = cmark_node_next(n);
	}
	flush(&in, false);
	buf_free(&in.pending);
}

void
md_plain_inlines(struct frag *f, struct node *parent)
{
	struct inlines in = {
	    .f = f, .md = f->md, .doc = f->md->doc, .cur = parent, .value = -1};

	in.source = md_source(f, 0);
	literal(&in, str_dup(in.doc->arena, f->text));
	flush(&in, false);
	buf_free(&in.pending);
}
