/* SPDX-License-Identifier: MIT */
/*
 * pdf/content.c - the pages' content streams
 *
 * A sequence is either of text, and then stands inside BT and ET, which stay
 * open over many of them, or of graphics, and then outside.  A new one begins
 * where the structure element, the language or the kind of artifact changes;
 * a word that needs ActualText is a sequence of its own.
 */
#include "pdf/content.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "pdf/font_file.h"
#include "pdf/form.h"
#include "pdf/image.h"
#include "pdf/obj.h"
#include "pdf/ops.h"
#include "pdf/string.h"

/* What tells one sequence from the next. */
struct sequence {
	bool open;
	bool text;
	bool single;       /* nothing may join it */
	bool actual;       /* it has an ActualText */
	struct elem *elem; /* NULL: an artifact */
	enum artifact artifact;
	const char *lang; /* other than the element's; NULL: the same */
	size_t chars;     /* Unicode characters so far */
};

struct writer {
	struct arena *arena;
	struct pdf *pdf;
	const struct pdf_input *in;
	const struct tags *tags;
	struct forms *forms;
	struct images *images;
	struct content *out;
	const struct page *page;
	int index; /* of the page, from 0 */
	struct buf buf;
	struct buf properties; /* of a sequence that begins */
	struct ops ops;
	struct sequence seq;
	const struct run *before; /* the last one of the page, NULL: none */
	unsigned mcid;            /* of the next sequence on the page */
	int *note_page;           /* by index: 1 + the first one of a note */
	int *note_copy;           /* 1 + a further one that begins it again */
	struct obj *xobjects;     /* of the page, NULL: none yet */
};

/* --- sequences --- */

static void
close_sequence(struct writer *w)
{
	if (!w->seq.open)
		return;
	ops_mark_end(&w->ops);
	w->seq.open = false;
}

static void
add_artifact(struct writer *w, enum artifact kind, const struct rect *box)
{
	static const char *const properties[] = {
	    [ARTIFACT_NONE] = "/Type/Layout",
	    [ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header",
	    [ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer",
	    [ARTIFACT_LAYOUT] = "/Type/Layout",
	    [ARTIFACT_BACKGROUND] = "/Type/Background",
	    [ARTIFACT_REPEAT] = "/Type/Pagination",
	};
	mpt edges[4] = {box->x, w->page->height - box->y - box->h,
	    box->x + box->w, w->page->height - box->y};

	w->properties.n = 0;
	buf_puts(&w->properties, "<<");
	buf_puts(&w->properties, properties[kind]);
	if (kind == ARTIFACT_BACKGROUND) {
		buf_puts(&w->properties, "/BBox[");
		for (int i = 0; i < 4; i++) {
			if (i)
				buf_putc(&w->properties, ' ');
			buf_thousandths(&w->properties, edges[i]);
		}
		buf_putc(&w->properties, ']');
	}
	buf_puts(&w->properties, ">>");
	ops_mark(&w->ops, "Artifact", buf_view(&w->properties));
}

/* The properties of a sequence with content. */
static void
add_content(struct writer *w, unsigned mcid, struct str actual)
{
	const struct sequence *s = &w->seq;
	struct buf *p = &w->properties;

	p->n = 0;
	buf_puts(p, "<</MCID ");
	buf_int(p, mcid);
	if (s->lang)
		buf_printf(p, "/Lang(%s)", s->lang);
	if (actual.n) {
		buf_puts(p, "/ActualText");
		string_utf16(p, actual);
	}
	buf_puts(p, ">>");
	ops_mark(
	    &w->ops, s->lang || actual.n ? "Span" : s->elem->type, buf_view(p));
}

/* Open what was asked for, unless it is open. */
static void
open_sequence(struct writer *w, struct sequence want, const struct item *item,
    struct str actual)
{
	struct sequence *s = &w->seq;
	struct mark mark = {.leaf = item->leaf, .page = w->index};

	if (s->open && s->text == want.text && s->elem == want.elem &&
	    s->artifact == want.artifact && streq(s->lang, want.lang) &&
	    !s->single && !want.single)
		return;
	close_sequence(w);
	if (want.text)
		ops_text_begin(&w->ops);
	else
		ops_text_end(&w->ops);
	*s = want;
	s->open = true;
	s->actual = actual.n > 0;
	if (!s->elem) {
		add_artifact(w, s->artifact, &item->box);
		return;
	}
	mark.mcid = w->mcid++;
	if (!s->text)
		mark.box = item->box;
	VEC_PUSH(w->arena, &w->out->marks, mark);
	add_content(w, mark.mcid, actual);
}

/* The note that an item's leaf is in, or NULL. */
static const struct node *
note_of(const struct item *item)
{
	return item->leaf ? node_find_up(item->leaf, NODE_NOTE) : NULL;
}

/*
 * Find the notes of the page that stand on an earlier one already and are set
 * again where a table goes on.  The label tells them from continued notes.
 */
static void
find_copies(struct writer *w, const struct page *page)
{
	for (size_t i = 0; i < page->n; i++) {
		const struct item *item = &page->items[i];
		const struct node *note = note_of(item);

		if (!note || item->kind != ITEM_RUN ||
		    item->leaf->parent->kind != NODE_LABEL)
			continue;
		if (!w->note_page[note->index])
			w->note_page[note->index] = w->index + 1;
		else if (w->note_page[note->index] != w->index + 1)
			w->note_copy[note->index] = w->index + 1;
	}
}

static bool
is_copy(const struct writer *w, const struct item *item)
{
	const struct node *note = note_of(item);

	return note && w->note_copy[note->index] == w->index + 1;
}

/* The sequence that an item belongs into. */
static struct sequence
sequence_of(struct writer *w, const struct item *item, bool text)
{
	struct sequence s = {.text = text, .artifact = item->artifact};

	if (s.artifact == ARTIFACT_NONE && is_copy(w, item))
		s.artifact = ARTIFACT_REPEAT;
	if (s.artifact == ARTIFACT_NONE)
		s.elem = tag_of_leaf(w->tags, item->leaf);
	/* backgrounds tell their box */
	s.single = s.artifact == ARTIFACT_BACKGROUND;
	return s;
}

/* --- text --- */

/* A printed value stands in the characters of the open sequence. */
static void
add_place(struct writer *w, const struct node *leaf, size_t chars)
{
	struct pdf_place *last =
	    w->out->places.n ? &w->out->places.v[w->out->places.n - 1] : NULL;
	struct pdf_place p = {leaf->value, w->page->number, w->mcid - 1,
	    w->seq.chars, chars, leaf, false, w->seq.actual};

	if (last && last->leaf == leaf && last->page == p.page &&
	    last->mcid == p.mcid && last->start + last->length == p.start)
		last->length += chars;
	else
		VEC_PUSH(w->arena, &w->out->places, p);
}

static void
show(
    struct writer *w, const struct item *item, struct ops_cursor *at, size_t to)
{
	const struct node *leaf = item->leaf;
	size_t chars = ops_show(&w->ops, item->run, at, to, item->box.y);

	if (w->seq.elem && leaf->kind == NODE_NUMBER && leaf->value >= 0)
		add_place(w, leaf, chars);
	w->seq.chars += chars;
}

/* Does a cluster of glyphs [from, to) have more than one? */
static bool
has_clusters(const struct run *r, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (r->glyphs[i].cluster == r->glyphs[i - 1].cluster)
			return true;
	return false;
}

static bool
is_space(const struct run *r, size_t i)
{
	return r->text.p[r->glyphs[i].cluster] == ' ';
}

/* Bytes [from, to) of the text that the glyphs [from, to) stand for. */
static struct str
text_of(const struct run *r, size_t from, size_t to)
{
	return str_slice(r->text, from ? r->glyphs[from].cluster : 0,
	    to < r->nglyphs ? r->glyphs[to].cluster : r->text.n);
}

/* Word by word: what has clusters of several glyphs, with its text. */
static void
put_words(struct writer *w, const struct item *item, struct sequence seq,
    struct ops_cursor *at)
{
	const struct run *r = item->run;

	while (at->glyph < r->nglyphs) {
		struct sequence word = seq;
		struct str actual = {"", 0};
		size_t to = at->glyph;

		while (to < r->nglyphs && is_space(r, to))
			to++;
		if (to == at->glyph) {
			while (to < r->nglyphs && !is_space(r, to))
				to++;
			word.single = has_clusters(r, at->glyph, to);
		}
		if (word.single)
			actual = text_of(r, at->glyph, to);
		open_sequence(w, word, item, actual);
		show(w, item, at, to);
	}
}

static bool
is_blank_at(struct str s, bool end)
{
	struct str nbsp = STR("\u00A0");

	if (s.n == 0)
		return true;
	if (s.p[end ? s.n - 1 : 0] == ' ')
		return true;
	return s.n >= nbsp.n && str_eq(end ? str_slice(s, s.n - nbsp.n, s.n)
					   : str_slice(s, 0, nbsp.n),
				    nbsp);
}

/*
 * Do only places on the page part two leaves of one element?  Behind a label,
 * before the page of an entry, at a forced end of a line.
 */
static bool
are_apart(const struct node *a, const struct node *b)
{
	if (!a || a == b)
		return false;
	return (a->parent->kind == NODE_LABEL && a->parent != b->parent) ||
	       (b->kind == NODE_PAGE_REF && !b->next) ||
	       (b->prev && b->prev->kind == NODE_BREAK);
}

/* A blank between this run and the one before, if it needs one. */
static void
put_gap(struct writer *w, const struct item *item, struct sequence seq)
{
	const struct run *r = item->run, *before = w->before;

	w->before = r;
	if (!seq.elem || !before || !are_apart(before->leaf, item->leaf) ||
	    tag_of_leaf(w->tags, before->leaf) != seq.elem ||
	    is_blank_at(before->text, true) || is_blank_at(r->text, false))
		return;
	open_sequence(w, seq, item, (struct str){"", 0});
	w->seq.chars += ops_blank(&w->ops, r);
}

static void
put_run(struct writer *w, const struct item *item)
{
	const struct run *r = item->run;
	struct sequence seq = sequence_of(w, item, true);
	struct ops_cursor at = ops_cursor(r, item->box.x);

	if (r->nglyphs == 0)
		return;
	if (seq.elem && r->lang && !streq(r->lang, seq.elem->lang))
		seq.lang = r->lang;
	put_gap(w, item, seq);
	if (seq.elem && !r->rtl && has_clusters(r, 0, r->nglyphs)) {
		put_words(w, item, seq, &at);
		return;
	}
	open_sequence(w, seq, item, (struct str){"", 0});
	show(w, item, &at, r->nglyphs);
}

/* --- pictures --- */

static void
use_xobject(struct writer *w, const char *name, struct obj *xobject)
{
	if (!w->xobjects)
		w->xobjects = obj_dict(w->pdf);
	obj_put(w->xobjects, name, xobject);
}

static void
add_form_place(struct writer *w, const struct node *leaf, struct pdf_place p)
{
	p.page = w->page->number;
	p.mcid = w->mcid - 1;
	p.leaf = leaf;
	VEC_PUSH(w->arena, &w->out->places, p);
}

/* The values that a plot prints, and those in its alternative text. */
static void
add_form_places(
    struct writer *w, const struct node *leaf, const struct form *form)
{
	const struct chart_value *v = NULL;
	size_t n = leaf->data ? chart_alt_values(leaf->data, &v) : 0;

	for (size_t i = 0; i < form->nplaces; i++)
		add_form_place(w, leaf, form->places[i]);
	for (size_t i = 0; i < n; i++)
		add_form_place(w, leaf,
		    (struct pdf_place){.value = v[i].value,
			.start = v[i].start,
			.length = v[i].length,
			.alt = true});
}

static void
put_form(struct writer *w, const struct item *item)
{
	struct form form = form_make(w->forms, item->leaf);
	struct item whole = *item;
	struct rect at = {item->box.x, item->box.y + form.height, 0, 0};
	struct sequence seq;

	if (!form.obj)
		return;
	whole.box.w = form.width;
	whole.box.h = form.height;
	if (item->scale) {
		mpt scale = (mpt)item->scale;

		whole.box.w = (mpt)((int64_t)form.width * scale / 1000);
		whole.box.h = (mpt)((int64_t)form.height * scale / 1000);
		/* as of an image of a point, so much smaller */
		at.y = item->box.y + whole.box.h - scale;
		at.w = at.h = scale;
	}
	seq = sequence_of(w, &whole, false);
	seq.single = true;
	open_sequence(w, seq, &whole, (struct str){"", 0});
	use_xobject(w, form.name, form.obj);
	ops_paint(&w->ops, form.name, &at);
	if (seq.elem)
		add_form_places(w, item->leaf, &form);
}

static void
put_image(struct writer *w, const struct item *item)
{
	struct image image = image_load(w->images, item->leaf);
	struct sequence seq = sequence_of(w, item, false);

	if (!image.obj)
		return;
	seq.single = true;
	open_sequence(w, seq, item, (struct str){"", 0});
	use_xobject(w, image.name, image.obj);
	ops_paint(&w->ops, image.name, &item->box);
}

/* --- pages --- */

static void
put_item(struct writer *w, const struct item *item)
{
	switch (item->kind) {
	case ITEM_RUN:
		put_run(w, item);
		break;
	case ITEM_FILL:
		open_sequence(
		    w, sequence_of(w, item, false), item, (struct str){"", 0});
		ops_rect(&w->ops, &item->box, item->colour);
		break;
	case ITEM_PATH:
		open_sequence(
		    w, sequence_of(w, item, false), item, (struct str){"", 0});
		ops_path(&w->ops, item->path, item->box.x, item->box.y);
		break;
	case ITEM_FORM:
		put_form(w, item);
		break;
	case ITEM_IMAGE:
		put_image(w, item);
		break;
	case ITEM_LINK:
	case ITEM_DEST:
	case ITEM_REMARK:
		break;
	}
}

/* Is it ink that no text is read from: a rule, a background? */
static bool
is_artifact_ink(struct writer *w, const struct item *item)
{
	return (item->kind == ITEM_FILL || item->kind == ITEM_PATH) &&
	       !sequence_of(w, item, false).elem;
}

/*
 * Rules between lines would end the text object and its colour each time: up
 * to the next picture they come first, and share a sequence.
 */
static void
put_items(struct writer *w, const struct page *page)
{
	const struct item *end = page->items + page->n, *i, *to;

	for (i = page->items; i < end; i = to) {
		for (to = i; to < end && to->kind != ITEM_FORM &&
			     to->kind != ITEM_IMAGE;
		     to++)
			if (is_artifact_ink(w, to))
				put_item(w, to);
		for (; i < to; i++)
			if (!is_artifact_ink(w, i))
				put_item(w, i);
		if (to < end)
			put_item(w, to++);
	}
}

static struct obj *
write_page(struct writer *w, const struct page *page)
{
	struct obj *obj, *resources = obj_dict(w->pdf);

	w->page = page;
	w->buf.n = 0;
	w->mcid = 0;
	w->xobjects = NULL;
	w->before = NULL;
	w->ops = ops_begin(&w->buf, w->ops.fonts, page->height);
	find_copies(w, page);
	put_items(w, page);
	close_sequence(w);
	ops_text_end(&w->ops);
	obj = obj_page(w->pdf, page->width, page->height, buf_view(&w->buf));
	obj_put(obj, "Resources", resources);
	obj_put(resources, "Font", font_file_resources(w->ops.fonts));
	if (w->xobjects)
		obj_put(resources, "XObject", w->xobjects);
	obj_put_int(obj, "StructParents", w->index);
	obj_put_name(obj, "Tabs", "S");
	return obj;
}

void
content_write(struct arena *a, struct pdf *pdf, const struct pdf_input *in,
    struct font_files *fonts, struct forms *forms, struct images *images,
    const struct tags *tags, struct content *out)
{
	struct writer w = {.arena = a,
	    .pdf = pdf,
	    .in = in,
	    .tags = tags,
	    .forms = forms,
	    .images = images,
	    .out = out};

	w.ops.fonts = fonts;
	w.note_page = ARENA_ARRAY(a, int, in->doc->count);
	w.note_copy = ARENA_ARRAY(a, int, in->doc->count);
	out->pages = ARENA_ARRAY(a, struct obj *, in->pages->n);
	for (size_t i = 0; i < in->pages->n; i++) {
		w.index = (int)i;
		out->pages[i] = write_page(&w, in->pages->v[i]);
	}
	buf_free(&w.buf);
	buf_free(&w.properties);
}
