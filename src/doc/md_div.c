/* SPDX-License-Identifier: MIT */
/* doc/md_div.c - fenced divs: boxes, quotes, recommendations, lists */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "doc/md.h"
#include "doc/work.h"

static const struct {
	const char *name;
	enum node_kind kind;
} kinds[] = {
    {"definition", NODE_BOX},
    {"method", NODE_BOX},
    {"example", NODE_BOX},
    {"case", NODE_BOX},
    {"policy", NODE_BOX},
    {"key-points", NODE_BOX},
    {"pull-quote", NODE_PULL_QUOTE},
    {"quote", NODE_QUOTE},
    {"recommendation", NODE_RECOMMENDATION},
    {"contents", NODE_CONTENTS},
    {"list-of-figures", NODE_CONTENTS},
    {"list-of-tables", NODE_CONTENTS},
    {"list-of-boxes", NODE_CONTENTS},
    {"acronyms", NODE_ACRONYMS},
    {"bibliography", NODE_BIBLIOGRAPHY},
};

static void
inline_attr(struct md *md, struct node *parent, const struct line_mark *m,
    const struct attrs_pair *p)
{
	md->before = 0;
	md_inline_text(md, parent, p->value, m->attrs_at + p->at);
}

/* TITLE from `title` or `term`, where the kind of div has one. */
static void
title(struct md *md, struct node *n, const struct line_mark *m)
{
	const struct attrs_pair *p = attrs_find(&m->attrs, "title");

	if (!p)
		p = attrs_find(&m->attrs, "term");
	if (p && (n->kind == NODE_BOX || n->kind == NODE_CONTENTS))
		inline_attr(md, doc_block(md->doc, n, NODE_TITLE, ""), m, p);
}

struct node *
md_div_open(struct md *md, const struct line_mark *m, struct place at)
{
	struct node *n = node_new(md->doc, NODE_DIV, at);
	size_t i;

	n->classes = m->attrs.classes;
	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (node_has_class(n, kinds[i].name)) {
			n->kind = kinds[i].kind;
			break;
		}
	n->classes = "";
	if (n->kind == NODE_CONTENTS || n->kind == NODE_ACRONYMS ||
	    n->kind == NODE_BIBLIOGRAPHY)
		VEC_PUSH(md->doc->arena, &work_of(md->doc)->lists, n);
	attrs_apply(md->doc, n, &m->attrs);
	title(md, n, m);
	return n;
}

/* --- sources of boxes --- */

static bool
is_key(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!isalnum((unsigned char)s.p[i]) && s.p[i] != '-' &&
		    s.p[i] != '_')
			return false;
	return s.n > 0;
}

/* A key is cited, with `locator`; anything else is inline Markdown. */
static void
source(struct md *md, struct node *n, const struct line_mark *m)
{
	const struct attrs_pair *p = attrs_find(&m->attrs, "source");
	const struct attrs_pair *loc = attrs_find(&m->attrs, "locator");
	struct note_ref *r;
	struct node *s, *cite;

	if (!p || str_trim(p->value).n == 0)
		return;
	s = doc_block(md->doc, n, NODE_SOURCE, "");
	s->at = md_place(md, m->attrs_at + p->at);
	doc_label(md->doc, s, doc_word(md->doc, "label.source", "Source"));
	if (!is_key(p->value)) {
		inline_attr(md, s, m, p);
		return;
	}
	r = ARENA_NEW(md->doc->arena, struct note_ref);
	r->group = cite_make(
	    md->doc, p->value, loc ? loc->value : (struct str){"", 0}, s->at);
	cite = doc_block(md->doc, s, NODE_SPAN, "cite");
	cite->data = r;
}

/* --- recommendations --- */

static struct node *
meta(struct md *md, struct node *parent, const char *class_name,
    const char *path, const char *english)
{
	struct node *p = doc_block(md->doc, parent, NODE_PARA, class_name);

	if (path)
		doc_label(md->doc, p, doc_word(md->doc, path, english));
	return p;
}

/* "tbl-law": a reference and its page; else inline Markdown. */
static void
evidence(struct md *md, struct node *parent, const struct line_mark *m,
    const struct attrs_pair *p)
{
	struct node *n =
	    meta(md, parent, "evidence", "label.evidence", "Evidence");
	struct place at = md_place(md, m->attrs_at + p->at);
	struct doc *d = md->doc;
	struct node *link, *page;
	const char *id;

	if (!is_key(p->value)) {
		inline_attr(md, n, m, p);
		return;
	}
	id = str_dup(d->arena, p->value);
	link = doc_block(d, n, NODE_LINK, "");
	node_text(d, n,
	    str_from(arena_printf(d->arena, ", %s\u00A0",
		doc_word(d, "label.page_short", "p."))));
	page = doc_block(d, n, NODE_PAGE_REF, "");
	link->at = page->at = at;
	VEC_PUSH(
	    d->arena, &work_of(d)->pending, (struct pending){link, id, true});
	VEC_PUSH(
	    d->arena, &work_of(d)->pending, (struct pending){page, id, false});
}

/* The state of a recommendation as mark and words. */
static void
status(struct md *md, struct node *parent, struct str state, struct str since)
{
	static const struct {
		const char *name, *mark, *path, *english;
	} states[] = {
	    {"open", "no", "status.open", "Open"},
	    {"under_way", "partial", "status.under_way", "Under way"},
	    {"done", "yes", "status.done", "Done"},
	};
	struct node *n = meta(md, parent, "status", NULL, NULL), *mark;
	struct doc *d = md->doc;
	const char *word = str_dup(d->arena, state);
	size_t i;

	for (i = 0; i < 3 && !str_is(state, states[i].name);)
		i++;
	if (i < 3) {
		mark = doc_block(d, n, NODE_STATUS, "");
		node_set_attr(d, mark, "state", states[i].mark);
		word = doc_word(d, states[i].path, states[i].english);
	}
	node_text(d, n,
	    str_from(since.n ? arena_printf(d->arena, "%s, " STR_FMT, word,
				   STR_ARG(since))
			     : word));
}

static void
recommendation(struct md *md, struct node *n, const struct line_mark *m)
{
	const struct attrs_pair *ev = attrs_find(&m->attrs, "evidence");
	const struct attrs_pair *std = attrs_find(&m->attrs, "standard");
	const struct attrs_pair *st = attrs_find(&m->attrs, "status");
	const char *since = node_attr(n, "since");
	struct node *d = doc_block(md->doc, n, NODE_DIV, "meta");

	if (ev && ev->value.n)
		evidence(md, d, m, ev);
	if (std && std->value.n)
		inline_attr(md,
		    meta(md, d, "standard", "label.standard", "Standard"), m,
		    std);
	if (st && st->value.n)
		status(
		    md, d, str_from(node_attr(n, "status")), str_from(since));
	if (!d->first)
		node_remove(d);
}

/* letters=yes: the items of its lists are A., B., C. */
static void
letters(struct doc *d, struct node *div)
{
	struct node *l, *item;
	char text[3] = "A.";

	for (l = div->first; l; l = l->next) {
		if (l->kind != NODE_LIST)
			continue;
		text[0] = 'A';
		l->level = 1;
		for (item = l->first; item; item = item->next) {
			item->first->first->text = arena_strdup(d->arena, text);
			text[0] += text[0] < 'Z';
		}
	}
}

/* items=3: its lists have that many items in all. */
static void
check_items(struct doc *d, const struct node *div)
{
	const char *want = node_attr(div, "items");
	const struct node *l, *item;
	long asked;
	int n = 0;

	for (l = div->first; l; l = l->next)
		for (item = l->kind == NODE_LIST ? l->first : NULL; item;
		     item = item->next)
			n++;
	if (want[0] && (!num_parse_int(str_from(want), &asked) || asked != n))
		diag(d->sink, DIAG_DOC_ITEMS, div->at, want, n);
}

void
md_div_close(struct md *md, struct node *n, const struct line_mark *m)
{
	const struct attrs_pair *by = attrs_find(&m->attrs, "by");

	check_items(md->doc, n);
	if (node_attr(n, "letters")[0])
		letters(md->doc, n);
	if (n->kind == NODE_BOX)
		source(md, n, m);
	else if (n->kind == NODE_RECOMMENDATION)
		recommendation(md, n, m);
	else if (n->kind == NODE_QUOTE && by)
		inline_attr(md, doc_block(md->doc, n, NODE_PARA, "by"), m, by);
}

void
md_image_figure(struct md *md, struct node *para)
{
	struct doc *d = md->doc;
	struct node *img = para->first, *c;
	const char *t = node_attr(img, "title");
	const char *sub = node_attr(img, "subtitle");
	const char *src = node_attr(img, "source");

	para->kind = NODE_FIGURE;
	para->id = img->id;
	img->id = NULL;
	para->alt = img->alt;
	para->classes = strcmp(node_attr(img, "span"), "page") == 0
			    ? "span-page"
			    : "span-column";
	if (img->classes[0])
		para->classes = arena_printf(
		    d->arena, "%s %s", para->classes, img->classes);
	if (t[0]) {
		node_remove(img);
		c = doc_block(d, para, NODE_CAPTION, "");
		md_inline_foreign(d, md->part, doc_block(d, c, NODE_TITLE, ""),
		    str_from(t), img->at);
		if (sub[0])
			md_inline_foreign(d, md->part,
			    doc_block(d, c, NODE_SUBTITLE, ""), str_from(sub),
			    img->at);
		node_append(para, img);
	} else {
		para->classes =
		    arena_printf(d->arena, "%s bare", para->classes);
	}
	if (src[0]) {
		c = doc_block(d, para, NODE_SOURCE, "");
		doc_label(d, c, doc_word(d, "label.source", "Source"));
		md_inline_foreign(d, md->part, c, str_from(src), img->at);
	}
}
