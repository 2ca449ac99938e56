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
 * Floats go to the top of a page in their order; on a page that begins with a
 * chapter's opener to its foot.  One that is first called on this page is tried
 * here: if the text that calls it still stands on the page, it stays, else it
 * goes first on the next.
 */
#include <assert.h>
#include <string.h>

#include "layout/column.h"
#include "layout/note.h"
#include "layout/set.h"
#include "layout/table.h"

#define COLUMNS_MAX 4
#define SPACE_FLOAT PT(26)
#define NOTES_MORE  4 /* lines of notes beyond their third */
#define TEXT_LEAST  6 /* lines of text worth setting under floats */
#define CONTINUES_ROOM                                                         \
	PT(24) /* "continues on page 17" and the key of marks                  \
		*/

/* A float, or some rows of a table, at its place. */
struct placed {
	struct vfloat *f;
	size_t from, to; /* boxes */
	mpt y;
	struct vlist head, foot; /* of a table that goes on */
};

/* One way to set a page. */
struct plan {
	VEC(struct placed) floats;
	struct column columns[COLUMNS_MAX];
	struct cursor cursor; /* after the page */
	struct note_list notes, rest;
	size_t nfloats; /* floats that are through, from the queue */
	size_t next;    /* first box left of a table that goes on */
	bool fits;
};

struct filler {
	struct setter *set;
	struct arena *arena; /* of the plans of one page */
	struct flow *flow;
	struct fill fill;
	struct cursor cursor;
	struct note_list carried;
	size_t queue; /* first float that is not yet through */
	struct page *page;
	mpt top, foot; /* of the page at hand */
	bool first;
	int number; /* of the page */
};

/* The text box that calls each float first; a float is never called before
 * the ones in front of it. */
static void
find_calls(struct flow *w)
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
		if (w->floats[k]->called < late)
			w->floats[k]->called = late;
		late = w->floats[k]->called;
	}
}

static void
collect(struct filler *f, struct plan *p, const struct vbox *b)
{
	size_t i;

	for (i = 0; i < b->nnotes; i++)
		note_add(f->set, f->arena, &p->notes, b->notes[i]);
}

static mpt
align_up(const struct filler *f, mpt y)
{
	mpt grid = f->set->style->grid, off = (y - f->set->style->top) % grid;

	return off > 0 ? y + grid - off : y;
}

/* --- floats --- */

/* Title and head again, above the rows from `row` on. */
static const struct vlist *
continuation(struct filler *f, struct vfloat *vf, size_t row)
{
	if (vf->head_page != f->number || vf->head_row != row) {
		vf->head = (struct vlist){.arena = f->set->arena};
		table_continuation(
		    f->set->env, vf->table, row, f->number - 1, &vf->head);
		vf->head_page = f->number;
		vf->head_row = row;
	}
	f->set->uses_page_numbers = true;
	return &vf->head;
}

/* "Continues on page 17" and the key of marks. */
static const struct vlist *
continues(struct filler *f, struct vfloat *vf)
{
	if (vf->foot_page != f->number) {
		vf->foot = (struct vlist){.arena = f->set->arena};
		table_continues(
		    f->set->env, vf->table, f->number + 1, &vf->foot);
		vf->foot_page = f->number;
	}
	f->set->uses_page_numbers = true;
	return &vf->foot;
}

/* Rows of a table from `at->from` down to the limit; false if not even two
 * rows fit under its head. */
static bool
place_rows(struct filler *f, struct placed *at, mpt limit, mpt *y)
{
	const struct vlist *l = &at->f->boxes;
	size_t i, last = at->from;
	mpt h = 0, end = *y;

	if (at->from > 0) {
		at->head = *continuation(f, at->f, at->from);
		h = vlist_height(&at->head);
	}
	for (i = at->from; i < l->n; i++) {
		mpt row = (i > at->from || h > 0 ? l->v[i].space : 0) +
			  l->v[i].height;
		bool rest = i + 1 < l->n;

		if (*y + h + row + (rest ? CONTINUES_ROOM : 0) > limit)
			break;
		h += row;
		if (!rest || l->v[i + 1].penalty < BREAK_NEVER) {
			last = i + 1;
			end = *y + h;
		}
	}
	at->to = last;
	if (last == at->from)
		return false;
	if (last < l->n) {
		at->foot = *continues(f, at->f);
		end += vlist_height(&at->foot);
	}
	*y = end;
	return true;
}

/* Put `count` floats of the queue below each other from *y. */
static bool
place_floats(struct filler *f, struct plan *p, size_t count, mpt limit, mpt *y)
{
	size_t k, i;

	for (k = 0; k < count; k++) {
		struct vfloat *vf = f->flow->floats[f->queue + k];
		struct placed at = {
		    .f = vf, .from = vf->next, .y = *y, .to = vf->boxes.n};
		bool rows = vf->table && vf->boxes.n > 1;

		if (rows) {
			if (!place_rows(f, &at, limit, y))
				return false;
		} else {
			*y += vf->boxes.v[0].height;
			if (*y > limit && (k > 0 || f->fill.opener))
				return false;
		}
		for (i = at.from; i < at.to; i++)
			collect(f, p, &vf->boxes.v[i]);
		VEC_PUSH(f->arena, &p->floats, at);
		if (at.to < vf->boxes.n) {
			p->next = at.to;
			return k + 1 == count;
		}
		p->nfloats++;
		*y = align_up(f, *y + SPACE_FLOAT);
	}
	return true;
}

/* --- text --- */

static void
fill_columns(struct filler *f, struct plan *p, mpt top, mpt depth, bool force)
{
	const struct style *st = f->set->style;
	int c;

	for (c = 0; c < f->fill.columns; c++) {
		struct column_space space = {.top = top,
		    .depth = depth,
		    .origin = st->top,
		    .grid = st->grid,
		    .page = f->number,
		    .first = c == 0,
		    .force = force && c == 0};

		p->columns[c] = (struct column){.end = top};
		if (!cursor_done(&p->cursor, &f->flow->body))
			column_fill(f->set->env, f->arena, &f->flow->body,
			    &p->cursor, &space, &p->columns[c]);
	}
}

/* The text ends on this page: find the least depth of columns that holds it. */
static void
balance_columns(
    struct filler *f, struct plan *p, mpt top, mpt depth, struct cursor from)
{
	const struct vlist *body = &f->flow->body;
	mpt grid = f->set->style->grid, d, total = 0;
	int c;

	for (c = 0; c < f->fill.columns; c++)
		total += p->columns[c].end - top;
	d = total / f->fill.columns / grid * grid - grid;
	for (d = d < grid ? grid : d; top + d < depth; d += grid) {
		struct plan q = {.cursor = from};

		fill_columns(f, &q, top, top + d, false);
		if (!cursor_done(&q.cursor, body))
			continue;
		/* a box taller than the trial column sticks out of it */
		for (c = 0; c < f->fill.columns; c++)
			if (q.columns[c].end > top + d)
				break;
		if (c < f->fill.columns)
			continue;
		memcpy(p->columns, q.columns, sizeof p->columns);
		return;
	}
}

static void
collect_columns(struct filler *f, struct plan *p)
{
	int c;
	size_t i;

	for (c = 0; c < f->fill.columns; c++)
		for (i = 0; i < p->columns[c].slots.n; i++)
			collect(f, p, p->columns[c].slots.v[i].box);
	note_sort(&p->notes);
}

/* Set the page with `count` floats and `lines` grid lines kept for notes; with
 * `force` something is placed at any cost. */
static struct plan
try_page(struct filler *f, size_t count, int lines, bool force)
{
	const struct style *st = f->set->style;
	struct plan p = {.cursor = f->cursor};
	mpt limit = f->foot - lines * st->grid, top = f->top, depth = limit;
	size_t i;

	for (i = 0; i < f->carried.pieces.n; i++)
		VEC_PUSH(f->arena, &p.notes.pieces, f->carried.pieces.v[i]);
	if (count > 0 && f->fill.opener && f->first) {
		mpt y = 0, h;

		p.fits = place_floats(f, &p, count, limit - top, &y);
		h = y - SPACE_FLOAT;
		depth = limit - h - SPACE_FLOAT;
		for (i = 0; i < p.floats.n; i++)
			p.floats.v[i].y += limit - h;
		p.fits = p.fits && depth > top + TEXT_LEAST * st->grid;
	} else {
		p.fits = place_floats(f, &p, count, limit, &top);
	}
	if (!p.fits)
		return p;
	if (count == 0 || depth - top >= TEXT_LEAST * st->grid) {
		fill_columns(f, &p, top, depth, force);
		if (f->fill.balance && f->fill.columns > 1 &&
		    cursor_done(&p.cursor, &f->flow->body))
			balance_columns(f, &p, top, depth, f->cursor);
	}
	collect_columns(f, &p);
	return p;
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
		*p = try_page(f, count, n, false);
		if (last && !cursor_done(&p->cursor, &f->flow->body))
			return false;
		if (p->fits && moves(f, p) &&
		    note_lines(f->set, &p->notes) <= n)
			return true;
	}
	return false;
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

	if (most < least)
		most = least;
	if (find_plan(f, count, least, most, false, &p) ||
	    find_plan(f, count, most + 1, all, true, &p) ||
	    find_plan(f, count, most + 1, most + NOTES_MORE, false, &p))
		return p;
	p = try_page(f, count, most, false);
	if (p.fits && moves(f, &p) &&
	    note_cut(f->set, f->arena, &p.notes, most, false, &p.rest))
		return p;
	if (find_plan(f, count, most + NOTES_MORE + 1, all * 3 / 5, false, &p))
		return p;
	p = try_page(f, count, most, count == 0);
	if (p.fits)
		note_cut(f->set, f->arena, &p.notes, most, true, &p.rest);
	return p;
}

/* --- one page --- */

static bool
called_on(const struct filler *f, size_t k, const struct plan *p)
{
	return f->flow->floats[k]->called < p->cursor.next ||
	       cursor_done(&p->cursor, &f->flow->body);
}

/* Floats that must stand here: called on an earlier page. */
static size_t
waiting(const struct filler *f)
{
	size_t k = f->queue;

	while (k < f->flow->nfloats &&
	       (f->flow->floats[k]->called < f->cursor.next ||
		   cursor_done(&f->cursor, &f->flow->body)))
		k++;
	return k - f->queue;
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
	while (p.floats.n == count && p.next == 0 &&
	       f->queue + count < f->flow->nfloats &&
	       called_on(f, f->queue + count, &p)) {
		more = set_page(f, count + 1);
		if (!more.fits || !called_on(f, f->queue + count, &more) ||
		    more.rest.pieces.n > p.rest.pieces.n)
			break;
		p = more;
		count++;
	}
	return p;
}

static void
place_list(struct filler *f, const struct vlist *l, size_t from, size_t to,
    bool first, mpt *y)
{
	size_t i;

	for (i = from; i < to; i++) {
		*y += first && i == from ? 0 : l->v[i].space;
		vbox_place(&l->v[i], f->set->pages, f->page, f->fill.left, *y);
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

static void
emit(struct filler *f, struct plan *p)
{
	size_t i;
	int c;

	for (i = 0; i < p->floats.n; i++) {
		struct placed *at = &p->floats.v[i];
		mpt y = at->y;

		place_list(f, &at->head, 0, at->head.n, true, &y);
		place_list(
		    f, &at->f->boxes, at->from, at->to, at->head.n == 0, &y);
		place_list(f, &at->foot, 0, at->foot.n, false, &y);
		at->f->next = at->to;
	}
	for (c = 0; c < f->fill.columns; c++)
		for (i = 0; i < p->columns[c].slots.n; i++)
			vbox_place(p->columns[c].slots.v[i].box, f->set->pages,
			    f->page, column_left(f, c),
			    p->columns[c].slots.v[i].y);
	note_place(
	    f->set, f->page, &p->notes, f->set->style->left, f->foot);
	if (p->rest.pieces.n > 0) {
		f->set->pages->split_notes++;
		diag(f->set->env->sink, DIAG_NOTE_SPLIT,
		    p->rest.pieces.v[0].note->note->at,
		    p->rest.pieces.v[0].note->note->number, f->number);
	}
	f->cursor = p->cursor;
	f->queue += p->nfloats;
	f->carried = (struct note_list){0};
	for (i = 0; i < p->rest.pieces.n; i++)
		VEC_PUSH(
		    f->set->arena, &f->carried.pieces, p->rest.pieces.v[i]);
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
	bool more = true;
	size_t i;

	assert(fill->columns >= 1 && fill->columns <= COLUMNS_MAX);
	find_calls(flow);
	/* a table in the text may go on and name the page where it does */
	for (i = 0; i < flow->body.n; i++)
		s->uses_page_numbers |= flow->body.v[i].split != NULL;
	while (more) {
		size_t before = f.cursor.next;
		struct plan p;

		f.number = s->first_page + (int)s->pages->n - 1;
		f.arena = arena_new();
		p = best_page(&f);
		emit(&f, &p);
		arena_free(f.arena);
		more = !cursor_done(&f.cursor, &flow->body) ||
		       f.queue < flow->nfloats || f.carried.pieces.n > 0;
		assert(f.cursor.next >= before);
		if (more) {
			f.page = page_new(s, FURNITURE_ALL);
			f.top = s->style->top;
			f.first = false;
			f.fill.opener = false;
		}
	}
}
