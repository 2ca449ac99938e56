/* SPDX-License-Identifier: MIT */
/*
 * layout/fill.c - vertical lists to pages: columns, notes and floats
 *
 * The height of the notes shortens the columns, and shorter columns hold fewer
 * marks: a fixpoint that may oscillate.  So for each page note heights of 0, 1,
 * 2 … grid lines are tried; the first that holds the notes of the text then set
 * is taken, and what stays empty is blank above the rule.  Only if none fits is
 * the last note split (DESIGN section 9).
 *
 * (fill_plan.c sets a page in one of these ways.)
 *
 * Floats go to the top of a page in their order; on a page that begins with a
 * chapter's opener to its foot.  One that is first called on this page is tried
 * here: if the text that calls it still stands on the page, it stays, else it
 * goes first on the next.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "layout/fill_plan.h"

#define NOTES_MORE 4 /* lines of notes beyond their third */

/* What would stand between a heading and its text stands behind the first
 * paragraph. */
static size_t
after_heading(const struct flow *w, size_t at)
{
	const struct vlist *l = &w->body;

	if (at == 0 || at >= l->n || l->v[at].penalty < BREAK_NEVER)
		return at;
	for (at++; at < l->n; at++)
		if (l->v[at].penalty < BREAK_NEVER &&
		    l->v[at].flags & (VBOX_PARA | VBOX_INSERT))
			break;
	return at;
}

/* The text box that calls each float first; a float is never called before
 * the ones in front of it. */
static void
find_calls(const struct style *st, struct flow *w)
{
	size_t i, j, k, late = 0;

	for (k = 0; k < w->nfloats; k++)
		w->floats[k]->called = w->body.n ? w->body.n - 1 : 0;
	for (i = w->body.n; i-- > 0;)
		for (j = 0; j < w->body.v[i].nfloats; j++)
			for (k = 0; k < w->nfloats; k++)
				if (w->floats[k]->node ==
				    w->body.v[i].floats[j])
					w->floats[k]->called = i;
	for (k = 0; k < w->nfloats; k++) {
		if (st->spanning_in_place)
			w->floats[k]->called = w->floats[k]->stands =
			    after_heading(w, w->floats[k]->stands);
		if (w->floats[k]->called < late)
			w->floats[k]->called = late;
		late = w->floats[k]->called;
	}
}

/* Does the plan bring the text or the floats on? */
static bool
moves(const struct filler *f, const struct plan *p)
{
	return p->floats.n > 0 || p->cursor.next > f->cursor.next ||
	       p->cursor.npending != f->cursor.npending ||
	       f->carried.pieces.n > 0;
}

/* The first plan with from..to grid lines for notes that holds them whole.
 * With `last` only while the text ends on the page. */
static bool
find_plan(
    struct filler *f, size_t count, int from, int to, bool last, struct plan *p)
{
	int n;

	for (n = from; n <= to; n++) {
		*p = plan_page(f, count, n, false);
		if (last && !cursor_done(&p->cursor, &f->flow->body))
			return false;
		if (p->fits && moves(f, p) &&
		    note_lines(f->set, &p->notes[0]) <= n)
			return true;
	}
	return false;
}

/* More notes were carried over than a page holds: a page of notes only. */
static struct plan
note_page(struct filler *f)
{
	struct plan p = {.cursor = f->cursor, .fits = true};

	p.notes[0] = note_copy(f->arena, &f->carried);
	note_cut(
	    f->set, f->arena, &p.notes[0], f->set->style->lines, true, &p.rest);
	return p;
}

/*
 * The plan with the least room for notes that holds them.  A third of the page
 * is theirs; what the end of the text leaves empty may hold more, a few lines
 * more are better than a note in two parts, and that is better than a note
 * that begins on a later page than its mark.
 */
static struct plan
set_page(struct filler *f, size_t count)
{
	int most = f->set->style->notes_max_lines;
	int all = f->set->style->lines;
	int least = note_lines(f->set, &f->carried);
	struct plan p;

	if (plan_by_column(f)) {
		p = plan_page(f, count, 0, false);
		return p.fits && !moves(f, &p) ? plan_page(f, count, 0, true)
					       : p;
	}
	if (least > all && !f->first)
		return note_page(f);
	if (most < least)
		most = least;
	if (find_plan(f, count, least, most, false, &p) ||
	    find_plan(f, count, most + 1, all, true, &p) ||
	    find_plan(f, count, most + 1, most + NOTES_MORE, false, &p))
		return p;
	p = plan_page(f, count, most, false);
	if (p.fits && moves(f, &p) &&
	    note_cut(f->set, f->arena, &p.notes[0], most, false, &p.rest))
		return p;
	if (find_plan(f, count, most + NOTES_MORE + 1, all * 3 / 5, false, &p))
		return p;
	p = plan_page(f, count, most, count == 0);
	if (p.fits)
		note_cut(f->set, f->arena, &p.notes[0], most, true, &p.rest);
	return p;
}

/* --- one page --- */

static bool
called_on(const struct filler *f, size_t k, const struct plan *p)
{
	return f->flow->floats[k]->called < p->cursor.next ||
	       cursor_done(&p->cursor, &f->flow->body);
}

/* Has a float been called by the text that is set? */
static bool
is_called(const struct filler *f, const struct vfloat *v)
{
	return v->called < f->cursor.next ||
	       cursor_done(&f->cursor, &f->flow->body);
}

/* Floats that must stand here: called on an earlier page. */
static size_t
waiting(const struct filler *f)
{
	size_t k = f->queue;

	while (k < f->flow->nfloats && !f->flow->floats[k]->landscape &&
	       is_called(f, f->flow->floats[k]))
		k++;
	return k - f->queue;
}

/* Would a figure or table of a column that stands in front of float k come on
 * a later page than it? */
static bool
overtakes(const struct filler *f, size_t k, const struct plan *p)
{
	const struct vlist *l = &f->flow->body;
	size_t stands = f->flow->floats[k]->stands, i;

	for (i = 0; i < p->cursor.npending; i++)
		if (p->cursor.pending[i] < stands)
			return true;
	for (i = p->cursor.next; i < stands && i < l->n; i++)
		if ((l->v[i].flags & (VBOX_INSERT | VBOX_SET_OFF)) ==
		    VBOX_INSERT)
			return true;
	return false;
}

static struct plan
best_page(struct filler *f)
{
	size_t count = waiting(f);
	struct plan p = set_page(f, count), more;

	while (!p.fits && count > 1) {
		count--;
		p = set_page(f, count);
	}
	if (!p.fits) /* taller than the page: set it all the same */
		p = set_page(f, 0);
	while (p.heads == count && (p.next == 0 || p.floats.n > p.heads) &&
	       !f->set->style->spanning_in_place &&
	       f->queue + count < f->flow->nfloats &&
	       !f->flow->floats[f->queue + count]->landscape &&
	       called_on(f, f->queue + count, &p)) {
		more = set_page(f, count + 1);
		if (!more.fits || !called_on(f, f->queue + count, &more) ||
		    overtakes(f, f->queue + count, &more) ||
		    more.rest.pieces.n > p.rest.pieces.n)
			break;
		p = more;
		count++;
	}
	return p;
}

/* Put a box on the page; one that no page could hold is reported. */
static void
place_box(struct filler *f, const struct vbox *b, mpt x, mpt y)
{
	mpt over = y + b->height - f->page->height;
	char points[32];

	vbox_place(b, f->set->pages, f->page, x, y);
	if (over <= 0)
		return;
	snprintf(points, sizeof points, "%.0f", over / 1000.0);
	diag(f->set->env->sink, DIAG_BOX_TALL, b->at, points);
}

static void
place_list(struct filler *f, const struct vlist *l, size_t from, size_t to,
    bool first, mpt *y)
{
	size_t i;

	for (i = from; i < to; i++) {
		*y += first && i == from ? 0 : l->v[i].space;
		place_box(f, &l->v[i], f->fill.left, *y);
		*y += l->v[i].height;
	}
}

static mpt
column_left(const struct filler *f, int c)
{
	int at = f->set->rtl ? f->fill.columns - 1 - c : c;

	return f->fill.left +
	       at * (f->fill.column_width + f->set->style->gutter);
}

/* A remark on the page at hand, for --dump=pages. */
static void
remark(
    struct filler *f, enum remark what, const struct node *n, mpt y, int amount)
{
	page_add(f->set->pages, f->page,
	    (struct item){.kind = ITEM_REMARK,
		.leaf = n,
		.remark = what,
		.box = {f->fill.left, y, amount * PT(1), 0}});
}

static void
emit_float(struct filler *f, struct placed *at)
{
	struct vfloat *v = at->f;
	mpt y = at->y;

	if (!v->called_page)
		v->called_page = f->number;
	if (at->from == 0 && f->number > v->called_page + 1)
		remark(f, REMARK_MOVED, v->node, y, f->number - v->called_page);
	place_list(f, &at->head, 0, at->head.n, true, &y);
	place_list(f, &v->boxes, at->from, at->to, at->head.n == 0, &y);
	place_list(f, &at->foot, 0, at->foot.n, false, &y);
	v->next = at->to;
}

static void
emit_notes(struct filler *f, const struct plan *p)
{
	int c, n = plan_by_column(f) && !f->page->rotated ? f->fill.columns : 1;

	for (c = 0; c < n; c++)
		note_place(f->set, f->page, &p->notes[c],
		    n > 1 || p->notes[c].width ? column_left(f, c)
					       : f->set->style->left,
		    f->foot);
	if (p->rest.pieces.n > 0)
		remark(f, REMARK_SPLIT, p->rest.pieces.v[0].note->note, f->foot,
		    1);
}

static void
emit(struct filler *f, struct plan *p)
{
	size_t i, k;
	int c;

	for (i = 0; i < p->floats.n; i++)
		emit_float(f, &p->floats.v[i]);
	for (k = 0; k < p->bands.n; k++)
		for (c = 0; c < f->fill.columns; c++) {
			const struct column *col = &p->bands.v[k].columns[c];

			for (i = 0; i < col->slots.n; i++)
				place_box(f, col->slots.v[i].box,
				    column_left(f, c), col->slots.v[i].y);
		}
	emit_notes(f, p);
	f->cursor = p->cursor;
	f->queue += p->nfloats;
	f->carried = note_copy(f->set->arena, &p->rest);
	for (k = f->queue; k < f->flow->nfloats; k++)
		if (!f->flow->floats[k]->called_page &&
		    is_called(f, f->flow->floats[k]))
			f->flow->floats[k]->called_page = f->number;
}

static bool
is_done(const struct filler *f)
{
	return cursor_done(&f->cursor, &f->flow->body) &&
	       f->queue >= f->flow->nfloats && f->carried.pieces.n == 0;
}

static void
next_page(struct filler *f)
{
	f->page = page_new(f->set, FURNITURE_ALL);
	f->number = f->set->first_page + (int)f->set->pages->n - 1;
	f->top = f->set->style->top;
	f->first = false;
	f->fill.opener = false;
}

/* Pages for the turned tables that come next, if they are called. */
static void
set_landscape(struct filler *f)
{
	const struct style *st = f->set->style;
	mpt foot = f->foot, under = st->page_height - foot, left = f->fill.left;

	while (f->queue < f->flow->nfloats &&
	       f->flow->floats[f->queue]->landscape &&
	       is_called(f, f->flow->floats[f->queue])) {
		struct plan p;
		struct note_list carried = f->carried;

		next_page(f);
		page_turn(f->page);
		f->fill.left = st->left;
		f->foot = st->top + (f->page->height - under - st->top) /
					st->grid * st->grid;
		f->arena = arena_new();
		p = plan_float(f);
		emit(f, &p);
		arena_free(f->arena);
		f->carried = carried;
	}
	f->foot = foot;
	f->fill.left = left;
}

void
fill_pages(struct setter *s, struct flow *flow, const struct fill *fill)
{
	struct filler f = {.set = s,
	    .flow = flow,
	    .fill = *fill,
	    .page = fill->page,
	    .top = fill->top,
	    .foot = s->style->top + s->style->lines * s->style->grid,
	    .first = true};
	size_t i;

	assert(fill->columns >= 1 && fill->columns <= STYLE_COLUMNS_MAX);
	find_calls(s->style, flow);
	/* a table in the text may go on and name the page where it does */
	for (i = 0; i < flow->body.n; i++)
		s->uses_page_numbers |= flow->body.v[i].split != NULL;
	f.number = s->first_page + (int)s->pages->n - 1;
	for (;;) {
		size_t before = f.cursor.next;
		struct plan p;

		f.arena = arena_new();
		p = best_page(&f);
		emit(&f, &p);
		arena_free(f.arena);
		assert(f.cursor.next >= before);
		set_landscape(&f);
		if (is_done(&f))
			return;
		next_page(&f);
	}
}
