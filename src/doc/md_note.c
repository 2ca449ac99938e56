/* SPDX-License-Identifier: MIT */
/* doc/md_note.c - marks as nodes: notes, citations, references, spans */
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/md.h"
#include "doc/work.h"

static struct node *
add(struct frag *f, struct node *parent, enum node_kind kind, size_t pos)
{
	struct node *n =
	    node_new(f->md->doc, kind, md_place(f->md, md_source(f, pos)));

	node_append(parent, n);
	return n;
}

static struct note_ref *
note_mark(struct frag *f, struct node *parent, size_t pos)
{
	struct node *n = add(f, parent, NODE_NOTE_MARK, pos);
	struct note_ref *r = ARENA_NEW(f->md->doc->arena, struct note_ref);

	n->data = r;
	return r;
}

static void
unknown_note(struct md *md, struct str id, struct place at)
{
	struct arena *a = md->doc->arena;
	const char **names = ARENA_ARRAY(a, const char *, md->notes->n);
	const char *name = str_dup(a, id), *near;
	size_t i;

	for (i = 0; i < md->notes->n; i++)
		names[i] = str_dup(a, md->notes->entries[i].key);
	near = str_nearest(name, names, md->notes->n);
	diag(md->doc->sink, DIAG_DOC_NOTE_UNKNOWN, at, name,
	    str_hint(near).text, name);
}

static void
note_reference(struct frag *f, struct node *parent, const struct mark *m)
{
	struct str id = str_slice(f->text, m->inner, m->inner_end);
	struct note_text *t = map_find(f->md->notes, id);

	if (t)
		note_mark(f, parent, m->from)->text = t;
	else
		unknown_note(f->md, id, md_place(f->md, md_source(f, m->from)));
}

static void
note_inline(struct frag *f, struct node *parent, const struct mark *m)
{
	struct note_ref *r = note_mark(f, parent, m->from);
	uint32_t before = f->md->before;

	r->inlines =
	    doc_holder(f->md->doc, md_place(f->md, md_source(f, m->inner)));
	f->md->before = 0;
	md_inline_slice(f, r->inlines, m->inner, m->inner_end);
	f->md->before = before;
}

static void
citation(struct frag *f, struct node *parent, const struct mark *m)
{
	struct node *n = add(f, parent, NODE_SPAN, m->from);
	struct note_ref *r = ARENA_NEW(f->md->doc->arena, struct note_ref);
	uint32_t before = f->md->before;

	n->classes = "cite";
	n->data = r;
	r->group = cite_parse(f, m->inner, m->inner_end);
	f->md->before = before;
}

static struct node *
reference(struct frag *f, struct node *parent, enum node_kind kind, size_t pos,
    const char *id)
{
	struct node *n = add(f, parent, kind, pos);

	VEC_PUSH(f->md->doc->arena, &work_of(f->md->doc)->pending,
	    (struct pending){n, id, kind == NODE_LINK});
	f->md->before = 'x';
	return n;
}

static void
span(struct frag *f, struct node *parent, const struct mark *m)
{
	struct doc *d = f->md->doc;
	struct str s = str_slice(f->text, m->attrs, m->attrs_end);
	struct attrs at;
	struct node *n;

	if (!attrs_parse(d->arena, s, false, &at)) {
		diag(d->sink, DIAG_DOC_ATTRIBUTES,
		    md_place(f->md, md_source(f, m->attrs)), STR_ARG(s));
		md_inline_slice(f, parent, m->inner, m->inner_end);
		return;
	}
	if (at.target) {
		md_inline_slice(f, parent, m->inner, m->inner_end);
		if (parent->last)
			node_text(d, parent, STR("\u00A0"));
		reference(f, parent, NODE_PAGE_REF, m->attrs, at.target);
		return;
	}
	n = add(f, parent, NODE_SPAN, m->from);
	attrs_apply(d, n, &at);
	if (node_has_class(n, "mark"))
		node_set_attr(d, add(f, n, NODE_STATUS, m->from), "state",
		    node_attr(n, "state"));
	md_inline_slice(f, n, m->inner, m->inner_end);
}

static void
link_attributes(struct frag *f, struct node *parent, const struct mark *m)
{
	struct str s = str_slice(f->text, m->attrs, m->attrs_end);
	struct node *n = parent->last;
	struct attrs at;

	if (!n || (n->kind != NODE_LINK && n->kind != NODE_IMAGE) ||
	    !attrs_parse(f->md->doc->arena, s, false, &at)) {
		diag(f->md->doc->sink, DIAG_DOC_ATTRIBUTES,
		    md_place(f->md, md_source(f, m->attrs)), STR_ARG(s));
		return;
	}
	attrs_apply(f->md->doc, n, &at);
}

void
md_mark(struct frag *f, struct node *parent, const struct mark *m)
{
	struct str inner = str_slice(f->text, m->inner, m->inner_end);
	struct arena *a = f->md->doc->arena;
	struct node *n;

	switch (m->kind) {
	case MARK_NOTE_REF:
		note_reference(f, parent, m);
		break;
	case MARK_NOTE:
		note_inline(f, parent, m);
		break;
	case MARK_CITE:
		citation(f, parent, m);
		break;
	case MARK_REF:
		reference(f, parent, NODE_LINK, m->from, str_dup(a, inner));
		break;
	case MARK_SPAN:
		span(f, parent, m);
		break;
	case MARK_ATTRS:
		link_attributes(f, parent, m);
		break;
	case MARK_URL:
		n = add(f, parent, NODE_LINK, m->from);
		n->href = attrs_plain(a, inner);
		node_text(f->md->doc, n, str_from(n->href));
		f->md->before = 'x';
		break;
	}
}

void
note_text_add(struct md *md, struct str id, struct place at, struct str text,
    const struct piece *pieces, size_t npieces)
{
	struct arena *a = md->doc->arena;
	struct note_text *t = ARENA_NEW(a, struct note_text), *first;
	struct frag f = {.md = md,
	    .text = text,
	    .pieces = pieces,
	    .npieces = npieces,
	    .nlines = npieces};
	size_t *lines = ARENA_ARRAY(a, size_t, npieces), i;

	first = map_find(md->notes, id);
	if (first) {
		diag(md->doc->sink, DIAG_DOC_NOTE_TWICE, at, STR_ARG(id),
		    first->at.line);
		return;
	}
	for (i = 0; i < npieces; i++)
		lines[i] = pieces[i].pos;
	f.lines = lines;
	f.work = arena_strndup(a, text.p, text.n);
	t->id = str_dup(a, id);
	t->at = at;
	t->body = doc_holder(md->doc, at);
	map_put(md->notes, id, t);
	VEC_PUSH(a, &work_of(md->doc)->note_texts, t);
	md_scan(&f, 0, text.n);
	md_blocks(&f, t->body);
	md->before = 0;
}
