/* SPDX-License-Identifier: MIT */
/*
 * pdf/listen.c - what a screen reader meets, in order of the structure tree
 *
 * One line for each thing that is announced: heading, paragraph, item, row,
 * figure, note.  What stands inside a text is in brackets: [link: ...],
 * [note 3], [km: ...].
 */
#include "pdf/listen.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "doc/doc.h"
#include "pdf/pdf.h"

struct listener {
	FILE *out;
	int depth;
	const bool *drawn;  /* leaves that stand on a page, by index */
	struct buf text;    /* of the block at hand, not yet said */
	const char *prefix; /* what it is, or the next one will be */
};

static bool
is(const struct elem *e, const char *type)
{
	return strcmp(e->type, type) == 0;
}

static bool
is_heading(const struct elem *e)
{
	return e->type[0] == 'H' && e->type[1] >= '1' && e->type[1] <= '6';
}

/* --- lines --- */

/* Blanks of all kinds and ends of lines are one blank. */
static void
put_plain(FILE *out, struct str s)
{
	bool gap = false;
	size_t i;

	s = str_trim(s);
	for (i = 0; i < s.n; i++) {
		if (strchr(" \n\t", s.p[i])) {
			gap = true;
			continue;
		}
		if (gap)
			fputc(' ', out);
		gap = false;
		fputc(s.p[i], out);
	}
}

static void
say(struct listener *l, const char *what, struct str text)
{
	fprintf(l->out, "%*s%s", l->depth * 2, "", what);
	if (str_trim(text).n) {
		fputs(": ", l->out);
		put_plain(l->out, text);
	}
	fputc('\n', l->out);
}

/* Say what was gathered; what follows in the same place is a paragraph. */
static void
flush(struct listener *l)
{
	if (str_trim(buf_view(&l->text)).n) {
		say(l, l->prefix, buf_view(&l->text));
		l->prefix = "paragraph";
	}
	l->text.n = 0;
}

/* --- inside a text --- */

/* Gaps that only layout makes are blanks here: ends of lines, what stands
 * behind a label and before the page of an entry. */
static void
put_leaf(const struct listener *l, const struct node *leaf, struct buf *out)
{
	if (!l->drawn[leaf->index])
		return;
	if (leaf->prev && leaf->prev->kind == NODE_BREAK)
		buf_putc(out, ' ');
	if (leaf->kind == NODE_PAGE_REF && !leaf->next)
		buf_putc(out, ' ');
	buf_puts(out, leaf->text ? leaf->text : "");
	if (leaf->parent->kind == NODE_LABEL && !leaf->next)
		buf_putc(out, ' ');
}

static void gather(const struct listener *, struct elem *, struct buf *);

static void
gather_in(
    const struct listener *l, struct elem *e, const char *what, struct buf *out)
{
	buf_printf(out, "[%s: ", what);
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->leaf)
			put_leaf(l, k->leaf, out);
		else if (k->elem)
			gather(l, k->elem, out);
	buf_putc(out, ']');
}

/* The text of an element within that of another. */
static void
gather(const struct listener *l, struct elem *e, struct buf *out)
{
	const struct node *n = e->node;
	const char *lang = e->parent ? e->parent->lang : NULL;

	if (!e->used)
		return;
	if (n && n->kind == NODE_NOTE_MARK && n->target) {
		if (is(e, "Reference"))
			buf_printf(out, " [note %d]", n->target->number);
		return;
	}
	if (is(e, "Figure")) {
		buf_printf(out, "[figure: %s]", e->alt ? e->alt : "");
		return;
	}
	if (is(e, "Link")) {
		gather_in(l, e, "link", out);
		return;
	}
	if (is(e, "Span") && e->lang && !streq(e->lang, lang)) {
		gather_in(l, e, e->lang, out);
		return;
	}
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->leaf)
			put_leaf(l, k->leaf, out);
		else if (k->elem)
			gather(l, k->elem, out);
	if (is(e, "Lbl") || is(e, "P"))
		buf_putc(out, ' ');
}

/* --- blocks --- */

static void speak(struct listener *, struct elem *);

static bool
is_inline(const struct elem *e)
{
	static const char *const types[] = {
	    "Span", "Link", "Reference", "Code", "Lbl"};
	size_t i;

	for (i = 0; i < sizeof types / sizeof *types; i++)
		if (is(e, types[i]))
			return true;
	/* a picture within a line */
	return is(e, "Figure") && e->node && e->node->kind == NODE_STATUS;
}

/* This kid of an element and those behind it. */
static void
speak_from(struct listener *l, const struct kid *k, const char *prefix)
{
	l->prefix = prefix;
	for (; k; k = k->next) {
		if (k->leaf) {
			put_leaf(l, k->leaf, &l->text);
		} else if (k->elem && is_inline(k->elem)) {
			gather(l, k->elem, &l->text);
		} else if (k->elem && k->elem->used) {
			flush(l);
			speak(l, k->elem);
		}
	}
	flush(l);
	l->prefix = "paragraph";
}

static void
speak_kids(struct listener *l, struct elem *e, const char *prefix)
{
	speak_from(l, e->first, prefix);
}

static size_t
count(const struct elem *e, const char *type)
{
	size_t n = 0;

	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && (k->elem->used || k->elem->keep))
			n += is(k->elem, type);
	return n;
}

static void
speak_group(struct listener *l, struct elem *e, const char *what)
{
	say(l, what, STR(""));
	l->depth++;
	speak_kids(l, e, "paragraph");
	l->depth--;
}

static void
speak_list(struct listener *l, struct elem *e)
{
	bool contents = is(e, "TOC");
	size_t n = count(e, contents ? "TOCI" : "LI");
	char head[60];

	snprintf(head, sizeof head, "%s with %zu %s",
	    contents ? "contents" : "list", n,
	    contents ? (n == 1 ? "entry" : "entries")
		     : (n == 1 ? "item" : "items"));
	speak_group(l, e, head);
}

/* Label and body of an item; a note: its number. */
static void
speak_item(struct listener *l, struct elem *e)
{
	struct kid *k = e->first;
	struct buf label = {0};

	buf_puts(&label, "item");
	if (k && k->elem && is(k->elem, "Lbl")) {
		buf_putc(&label, ' ');
		gather(l, k->elem, &label);
		k = k->next;
	}
	while (label.n && label.p[label.n - 1] == ' ')
		label.p[--label.n] = '\0';
	for (; k; k = k->next)
		if (k->elem)
			speak_kids(l, k->elem, label.p);
	buf_free(&label);
}

static void
speak_note(struct listener *l, struct elem *e)
{
	const struct kid *k = e->first;
	char head[40];

	snprintf(head, sizeof head, "note %d", e->node->number);
	if (k && k->elem && is(k->elem, "Lbl"))
		k = k->next;
	speak_from(l, k, head);
}

static void
speak_entry(struct listener *l, struct elem *e)
{
	struct buf text = {0};

	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && !is(k->elem, "TOC"))
			gather(l, k->elem, &text);
	say(l, "entry", buf_view(&text));
	buf_free(&text);
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && is(k->elem, "TOC"))
			speak(l, k->elem);
}

static void
speak_whole(struct listener *l, struct elem *e, const char *what)
{
	struct buf text = {0};

	gather(l, e, &text);
	say(l, what, buf_view(&text));
	buf_free(&text);
}

/* --- tables --- */

static size_t
count_rows(const struct elem *table, size_t *columns)
{
	size_t n = 0, width;

	for (const struct kid *k = table->first; k; k = k->next) {
		if (k->elem && is(k->elem, "TR")) {
			width = 0;
			for (const struct kid *c = k->elem->first; c;
			     c = c->next)
				width += c->elem && c->elem->cell
					     ? (size_t)c->elem->cell->span
					     : 1;
			if (width > *columns)
				*columns = width;
			n++;
		} else if (k->elem && !is(k->elem, "Caption")) {
			n += count_rows(k->elem, columns);
		}
	}
	return n;
}

/* Cells of a row. */
static void
speak_row(struct listener *l, struct elem *row)
{
	struct buf text = {0};
	bool head = true;

	for (const struct kid *k = row->first; k; k = k->next) {
		struct elem *c = k->elem;

		if (!c)
			continue;
		head = head && is(c, "TH");
		if (k != row->first)
			buf_puts(&text, " | ");
		if (c->cell && c->cell->span > 1)
			buf_printf(&text, "(%d columns) ", c->cell->span);
		if (c->cell && c->cell->rowspan > 1)
			buf_printf(&text, "(%d rows) ", c->cell->rowspan);
		gather(l, c, &text);
		if (is(c, "TH") && c->cell && streq(c->cell->scope, "Row") &&
		    k->next)
			buf_puts(&text, " (head of row)");
	}
	say(l, head ? "heads" : "row", buf_view(&text));
	buf_free(&text);
}

static void
speak_rows(struct listener *l, struct elem *e)
{
	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && is(k->elem, "TR"))
			speak_row(l, k->elem);
		else if (k->elem && !is(k->elem, "Caption"))
			speak_rows(l, k->elem);
}

static void
speak_table(struct listener *l, struct elem *e)
{
	struct buf caption = {0};
	size_t columns = 0, rows = count_rows(e, &columns);
	char head[80];

	for (const struct kid *k = e->first; k; k = k->next)
		if (k->elem && is(k->elem, "Caption"))
			gather(l, k->elem, &caption);
	snprintf(head, sizeof head, "table with %zu column%s, %zu row%s",
	    columns, columns == 1 ? "" : "s", rows, rows == 1 ? "" : "s");
	say(l, head, buf_view(&caption));
	buf_free(&caption);
	l->depth++;
	speak_rows(l, e);
	l->depth--;
}

/* --- all --- */

static void
speak(struct listener *l, struct elem *e)
{
	char head[20];

	if (!e->used)
		return;
	if (is_heading(e)) {
		snprintf(head, sizeof head, "heading level %c", e->type[1]);
		speak_kids(l, e, head);
	} else if (is(e, "L") || is(e, "TOC")) {
		speak_list(l, e);
	} else if (is(e, "LI")) {
		speak_item(l, e);
	} else if (is(e, "TOCI")) {
		speak_entry(l, e);
	} else if (is(e, "Table")) {
		speak_table(l, e);
	} else if (is(e, "Note")) {
		speak_note(l, e);
	} else if (is(e, "Caption")) {
		speak_whole(l, e, "caption");
	} else if (is(e, "Figure")) {
		say(l, "figure", str_from(e->alt));
	} else if (is(e, "Aside")) {
		speak_group(l, e, "box");
	} else if (is(e, "BlockQuote")) {
		speak_group(l, e, "quotation");
	} else {
		speak_kids(l, e, l->prefix);
	}
}

/* Some leaves of the tree are set nowhere, such as the numbers of short
 * chapters. */
static const bool *
find_drawn(const struct tags *t)
{
	const struct pages *pages = t->in->pages;
	bool *drawn = ARENA_ARRAY(t->arena, bool, t->in->doc->count);

	for (size_t p = 0; p < pages->n; p++)
		for (size_t i = 0; i < pages->v[p]->n; i++) {
			const struct item *it = &pages->v[p]->items[i];

			if (it->leaf && it->artifact == ARTIFACT_NONE &&
			    it->kind == ITEM_RUN)
				drawn[it->leaf->index] = true;
		}
	return drawn;
}

void
listen_dump(const struct tags *t, FILE *out)
{
	struct listener l = {
	    .out = out, .drawn = find_drawn(t), .prefix = "paragraph"};
	char head[80];

	tag_use(t);
	snprintf(head, sizeof head, "document in %s", t->in->meta->lang);
	say(&l, head, str_from(t->in->meta->title));
	speak(&l, t->root);
	buf_free(&l.text);
}
