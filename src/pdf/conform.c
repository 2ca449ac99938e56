/* SPDX-License-Identifier: MIT */
/* pdf/conform.c - what PDF/UA-1 and PDF/A-3a want of the file as a whole */
#include "pdf/conform.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "pdf/content.h"
#include "pdf/font_file.h"
#include "pdf/icc.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"
#include "pdf/tag.h"

enum { ALT_LIMIT = 8000 }; /* characters, each of four bytes at most */

void
conform_write(struct pdf *pdf, const struct pdf_input *in)
{
	static const char name[] = "sRGB IEC61966-2.1";
	struct obj *catalog = obj_catalog(pdf), *intents = obj_array(pdf);
	struct obj *intent = obj_dict(pdf), *marks = obj_dict(pdf);
	struct obj *viewer = obj_dict(pdf), *profile;
	struct buf icc = {0};

	icc_srgb(&icc);
	profile = obj_stream(pdf, buf_view(&icc), true);
	buf_free(&icc);
	obj_put_int(profile, "N", 3);
	obj_put_name(intent, "Type", "OutputIntent");
	obj_put_name(intent, "S", "GTS_PDFA1");
	obj_put_text(intent, "OutputConditionIdentifier", name);
	obj_put_text(intent, "Info", name);
	obj_put(intent, "DestOutputProfile", profile);
	obj_push(intents, intent);
	obj_put(catalog, "OutputIntents", intents);
	obj_put_bool(marks, "Marked", true);
	obj_put(catalog, "MarkInfo", marks);
	obj_put_bool(viewer, "DisplayDocTitle", true);
	obj_put(catalog, "ViewerPreferences", viewer);
	obj_put_text(catalog, "Lang", in->meta->lang);
}

/* --- checks --- */

struct check {
	struct sink *sink;
	const struct pdf_input *in;
	int level; /* of the heading before */
};

static bool
is_empty(const char *s)
{
	return !s || !s[0];
}

static void
check_meta(struct check *c)
{
	struct place nowhere = {0};

	if (is_empty(c->in->meta->title))
		diag(c->sink, DIAG_PDF_TITLE, nowhere);
	if (is_empty(c->in->meta->lang))
		diag(c->sink, DIAG_PDF_LANG, nowhere);
}

static int
by_name(const void *name, const void *entry)
{
	return strcmp(name, *(const char *const *)entry);
}

/* The standard types that are used, and what RoleMap leads to one (ISO 32000-1
 * 14.8.4; Matterhorn 02-001, 14-007).  They are in order. */
static bool
is_standard(const char *type)
{
	static const char *const types[] = {"Aside", "BlockQuote", "Caption",
	    "Code", "Div", "Document", "Figure", "H1", "H2", "H3", "H4", "H5",
	    "H6", "L", "LBody", "LI", "Lbl", "Link", "Note", "P", "Part",
	    "Reference", "Sect", "Span", "TBody", "TD", "TH", "THead", "TOC",
	    "TOCI", "TR", "Table"};

	return bsearch(type, types, sizeof types / sizeof *types, sizeof *types,
		   by_name) != NULL;
}

/* Kids of a table: a caption first, then rows, or a head and a body (ISO
 * 32000-1 table 337). */
static bool
is_table(const struct elem *e)
{
	static const char *const order[] = {"Caption", "THead", "TBody", "TR"};
	size_t at = 0;
	bool head = false, body = false;

	for (const struct kid *k = e->first; k; k = k->next) {
		size_t i = 0;

		if (!k->elem || (!k->elem->used && !k->elem->keep))
			continue;
		while (i < 4 && !streq(order[i], k->elem->type))
			i++;
		if (i < at || (i == at && i < 3 && at > 0))
			return false;
		at = i;
		head |= i == 1;
		body |= i == 2;
	}
	return !head || body;
}

/* What stands in tables, lists and contents, and in nothing else (ISO 32000-1,
 * 14.8.4.3; Matterhorn 09-004 to 09-006). */
static const char *const nesting[][2] = {{"Caption", "Table"},
    {"THead", "Table"}, {"TBody", "Table"}, {"TR", "Table"}, {"TR", "THead"},
    {"TR", "TBody"}, {"TH", "TR"}, {"TD", "TR"}, {"Caption", "L"}, {"LI", "L"},
    {"Lbl", "LI"}, {"LBody", "LI"}, {"Caption", "TOC"}, {"TOC", "TOC"},
    {"TOCI", "TOC"}};

/* Thousands of elements are compared with each name: most differ at once. */
static bool
is(const char *name, const char *type)
{
	return name[0] == type[0] && strcmp(name, type) == 0;
}

static bool
is_nested(const struct elem *e)
{
	const char *t = e->type, *parent = e->parent ? e->parent->type : "";
	bool everywhere = is("Caption", t) || is("Lbl", t) || is("TOC", t);
	bool bound = false;

	for (size_t i = 0; i < sizeof nesting / sizeof *nesting; i++) {
		bool child = is(nesting[i][0], t);
		bool inside = is(nesting[i][1], parent);

		if (child && inside)
			return true;
		bound |= inside || (child && !everywhere);
	}
	return !bound;
}

/* What tag_plan owes to each element. */
static void
assert_elem(const struct elem *e)
{
	assert(is_standard(e->type));
	assert(is_nested(e));
	assert(!streq(e->type, "Table") || is_table(e));
	assert(strcmp(e->type, "Note") != 0 || !is_empty(e->id));
	assert(strcmp(e->type, "TH") != 0 ||
	       (e->cell && (e->cell->scope || e->cell->nheaders > 0)));
}

static void
check_alt(struct check *c, const struct elem *figure)
{
	const char *alt = figure->alt;
	size_t n = alt ? utf8_length(str_from(alt)) : 0;

	if (n == 0)
		diag(c->sink, DIAG_PDF_ALT, figure->node->at);
	else if (n > ALT_LIMIT)
		diag(
		    c->sink, DIAG_PDF_ALT_LONG, figure->node->at, n, ALT_LIMIT);
}

static void
check_elem(struct check *c, const struct elem *e)
{
	const char *t = e->type;

	if (!e->used)
		return;
	assert_elem(e);
	if (strcmp(t, "Figure") == 0)
		check_alt(c, e);
	if (t[0] == 'H' && t[1] >= '1' && t[1] <= '6') {
		int level = t[1] - '0';

		if (level > c->level + 1)
			diag(c->sink, DIAG_PDF_HEADING, e->node->at, level,
			    c->level);
		c->level = level;
	}
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem)
			check_elem(c, k->elem);
}

/* The place of the first run that draws the glyph. */
static struct place
place_of(const struct pdf_input *in, const struct font *font, uint32_t glyph)
{
	for (size_t p = 0; p < in->pages->n; p++)
		for (size_t i = 0; i < in->pages->v[p]->n; i++) {
			const struct item *it = &in->pages->v[p]->items[i];
			const struct run *r = it->run;

			if (it->kind != ITEM_RUN || r->font != font ||
			    !it->leaf)
				continue;
			for (size_t g = 0; g < r->nglyphs; g++)
				if (r->glyphs[g].id == glyph)
					return it->leaf->at;
		}
	return (struct place){0};
}

static bool
is_private(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

static void
check_code(struct check *c, const struct font *font, const struct cid *cid)
{
	const char *p = cid->text.p, *end = p + cid->text.n;
	bool bad = cid->glyph == 0 || cid->text.n == 0;

	while (p < end) {
		uint32_t u = utf8_decode(&p, end);

		bad |= u == 0 || u == 0xFEFF || u == 0xFFFE || u == UTF8_BAD ||
		       is_private(u);
	}
	if (!bad)
		return;
	diag(c->sink, DIAG_PDF_CHARACTER, place_of(c->in, font, cid->glyph),
	    (int)cid->text.n, cid->text.p, font->postscript_name);
}

/* Artifacts by design: what repeats the text, what stands beside its word. */
static bool
is_excused(const struct node *leaf)
{
	const struct node *figure = node_find_up(leaf, NODE_FIGURE);

	return leaf->kind == NODE_STATUS ||
	       (figure && node_has_class(figure, "decorative")) ||
	       node_find_up(leaf, NODE_PULL_QUOTE) != NULL;
}

static void
check_items(struct check *c, const struct tags *tags)
{
	const struct pages *pages = c->in->pages;

	for (size_t p = 0; p < pages->n; p++)
		for (size_t i = 0; i < pages->v[p]->n; i++) {
			const struct item *it = &pages->v[p]->items[i];

			if (it->artifact != ARTIFACT_NONE ||
			    it->kind == ITEM_LINK || it->kind == ITEM_DEST ||
			    it->kind == ITEM_REMARK ||
			    tag_of_leaf(tags, it->leaf) ||
			    (it->leaf && is_excused(it->leaf)))
				continue;
			diag(c->sink, DIAG_PDF_UNTAGGED,
			    it->leaf ? it->leaf->at : (struct place){0},
			    it->leaf ? node_kind_name(it->leaf->kind) : "item",
			    pages->v[p]->number);
		}
}

/* Every sequence has its one place in the tree. */
static void
assert_marks(const struct tags *tags, const struct content *content)
{
	int page = -1;
	unsigned next = 0;

	for (size_t i = 0; i < content->marks.n; i++) {
		const struct mark *m = &content->marks.v[i];

		if (m->page != page)
			next = 0;
		page = m->page;
		assert(m->mcid == next);
		assert(tag_of_leaf(tags, m->leaf)->used);
		next++;
	}
}

void
conform_check(struct sink *sink, const struct pdf_input *in,
    const struct tags *tags, const struct font_files *fonts,
    const struct content *content)
{
	struct check c = {sink, in, 0};

	check_meta(&c);
	check_elem(&c, tags->root);
	for (const struct font_file *f = font_file_first(fonts); f; f = f->next)
		for (uint32_t i = 1; i <= f->n; i++)
			check_code(&c, f->font, &f->cids[i]);
	check_items(&c, tags);
	assert_marks(tags, content);
}
