/* SPDX-License-Identifier: MIT */
/*
 * A report made by hand: nodes in document order, their text set line by line
 * on pages of A4, without the layout.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "layout/page.h"
#include "pdf/pdf.h"
#include "text/font.h"
#include "text/shape.h"

#define LEFT   PT(57)
#define TOP    PT(80)
#define BOTTOM PT(780)

struct fixture {
	struct arena *a;
	struct sink *sink;
	struct doc_env env;
	struct doc *doc;
	struct pages *pages;
	struct page *page;
	struct font_set *fonts;
	struct shaper *shaper;
	const struct font *chain[8];
	struct face face;
	struct pdf_meta meta;
	struct pdf_input in;
	mpt x, y;
	/* of the last pdf_write */
	struct str bytes;
	struct pdf_place *places;
	size_t nplaces;
};

static inline void
fixture_page(struct fixture *f)
{
	struct page *p = ARENA_NEW(f->a, struct page);

	p->width = PT(595.276);
	p->height = PT(841.89);
	p->number = (int)f->pages->n + 1;
	VEC_PUSH(f->a, f->pages, p);
	f->page = p;
	f->x = LEFT;
	f->y = TOP;
}

static inline struct fixture *
fixture_new(void)
{
	static const char *const families[] = {"Charis SIL", "Noto Serif Khmer",
	    "Noto Serif Thai", "Noto Serif Lao", "Noto Sans Myanmar",
	    "Noto Naskh Arabic", "Lato"};
	struct arena *a = arena_new();
	struct fixture *f = ARENA_NEW(a, struct fixture);

	f->a = a;
	f->sink = sink_new(a);
	f->env.lang = "en";
	f->doc = ARENA_NEW(a, struct doc);
	*f->doc = (struct doc){
	    .arena = a, .sink = f->sink, .env = &f->env, .ids = map_new(a)};
	f->doc->root = node_new(f->doc, NODE_DOCUMENT, (struct place){0});
	f->doc->root->lang = "en";
	f->pages = ARENA_NEW(a, struct pages);
	f->pages->arena = a;
	f->fonts = font_set_new(a);
	f->shaper = shaper_new(a, f->sink);
	for (int i = 0; i < 7; i++)
		f->chain[i] = font_open(
		    f->fonts, f->sink, families[i], WEIGHT_REGULAR, false);
	f->face = (struct face){.chain = f->chain,
	    .size = PT(9.5),
	    .colour = 0x14181b,
	    .features = FEATURE_LIGA};
	f->meta = (struct pdf_meta){.title = "Test of <tags> & fonts",
	    .author = "An office",
	    .subject = "A report made by hand",
	    .keywords = "test, tags",
	    .lang = "en",
	    .creator = "sitan",
	    .producer = "sitan (libharu 2.3.0)",
	    .date = 1767225600};
	f->in.doc = f->doc;
	f->in.pages = f->pages;
	f->in.meta = &f->meta;
	fixture_page(f);
	return f;
}

static inline void
fixture_free(struct fixture *f)
{
	shaper_free(f->shaper);
	font_set_free(f->fonts);
	arena_free(f->a);
}

static inline bool
fixture_write(struct fixture *f)
{
	return pdf_write(
	    f->a, f->sink, &f->in, &f->bytes, &f->places, &f->nplaces);
}

/* --- nodes --- */

static inline struct node *
add(struct fixture *f, struct node *parent, enum node_kind kind)
{
	struct node *n = node_new(f->doc, kind, (struct place){"x.md", 1, 1});

	node_append(parent, n);
	return n;
}

static inline struct node *
add_leaf(struct fixture *f, struct node *parent, enum node_kind kind,
    const char *text)
{
	struct node *n = add(f, parent, kind);

	n->text = text;
	return n;
}

static inline struct node *
add_text(struct fixture *f, struct node *parent, const char *text)
{
	return add_leaf(f, parent, NODE_TEXT, text);
}

/* A block of a kind that holds one text. */
static inline struct node *
add_block(struct fixture *f, struct node *parent, enum node_kind kind,
    const char *text)
{
	struct node *n = add(f, parent, kind);

	add_text(f, n, text);
	return n;
}

static inline struct node *
add_heading(struct fixture *f, struct node *parent, int level, const char *text)
{
	struct node *s = add(f, parent, NODE_SECTION);
	struct node *h = add_block(f, s, NODE_HEADING, text);

	s->level = h->level = level;
	return s;
}

static inline struct node *
add_cell(struct fixture *f, struct node *row, int column, int span, int rowspan,
    const char *text)
{
	struct node *c = add(f, row, NODE_CELL);

	c->column = (short)column;
	c->span = (short)span;
	c->rowspan = (short)rowspan;
	if (text[0])
		add_block(f, c, NODE_PARA, text);
	return c;
}

static inline struct node *
add_row(struct fixture *f, struct node *table, int level)
{
	struct node *r = add(f, table, NODE_ROW);

	r->level = level;
	return r;
}

/* --- ink --- */

static inline struct item *
put(struct fixture *f, struct item item)
{
	return page_add(f->pages, f->page, item);
}

static inline void
new_line(struct fixture *f)
{
	f->x = LEFT;
	f->y += PT(17);
	if (f->y > BOTTOM)
		fixture_page(f);
}

static inline void
put_text(struct fixture *f, const struct node *leaf, const char *text,
    const char *lang, enum artifact artifact)
{
	struct run *runs;
	size_t n = shape_text(f->shaper, str_from(text), &f->face, lang,
	    strcmp(lang, "ar") == 0, leaf, leaf->at, &runs);

	for (size_t i = 0; i < n; i++) {
		put(f, (struct item){.kind = ITEM_RUN,
			   .artifact = artifact,
			   .leaf = leaf,
			   .run = &runs[i],
			   .box = {f->x, f->y, runs[i].width, 0}});
		f->x += runs[i].width;
	}
}

/* Set a leaf; those with an active area get it. */
static inline void
put_leaf(struct fixture *f, const struct node *leaf)
{
	const struct node *n = leaf;
	mpt x = f->x;

	put_text(f, leaf, leaf->text, node_lang(leaf), ARTIFACT_NONE);
	for (; n; n = n->parent)
		if (n->kind == NODE_LINK || n->kind == NODE_NOTE_MARK ||
		    n->kind == NODE_PAGE_REF || n->kind == NODE_TOC_ENTRY ||
		    (n->kind == NODE_LABEL && n->parent->kind == NODE_NOTE))
			break;
	if (n)
		put(f, (struct item){.kind = ITEM_LINK,
			   .leaf = n,
			   .box = {x, f->y - PT(8), f->x - x, PT(11)}});
}

/* Set all text under the root, a line for each block; headings and notes can
 * be jumped to. */
static inline void
put_all(struct fixture *f, const struct node *root)
{
	for (const struct node *n = root; n; n = node_next(n, root)) {
		if (node_is_block(n) && f->x != LEFT && n->kind != NODE_LABEL)
			new_line(f);
		if (n->kind == NODE_HEADING || n->kind == NODE_NOTE ||
		    n->kind == NODE_NOTE_MARK || n->kind == NODE_TABLE)
			put(f, (struct item){.kind = ITEM_DEST,
				   .leaf = n,
				   .box = {f->x, f->y - PT(10), 0, 0}});
		if (node_is_leaf(n) && n->text && n->text[0])
			put_leaf(f, n);
	}
	new_line(f);
}

static inline void
save(const struct fixture *f, const char *path)
{
	FILE *out = fopen(path, "wb");

	assert(out);
	fwrite(f->bytes.p, 1, f->bytes.n, out);
	fclose(out);
}
