/* SPDX-License-Identifier: MIT */
/*
 * layout/note.c - the notes of one page
 *
 * Notes stand across the page foot in two balanced columns, a single note over
 * the full width (HOUSE-STYLE section 8), or, by style, each under its column.
 * The block's height is rounded up to the grid, so that it can be taken off the
 * columns in whole lines.
 */
#include "layout/note.h"

#include <stdlib.h>

#include "layout/para.h"

#define DIGIT_WIDTH PT(4.1)

static mpt
type_width(const struct setter *s)
{
	return s->style->page_width - s->style->left - s->style->right;
}

static mpt
half_width(const struct setter *s)
{
	return (type_width(s) - s->style->gutter) / 2;
}

/* All notes of a report hang alike: room for the widest number. */
static mpt
number_hang(const struct setter *s)
{
	mpt hang = s->style->note_hang; /* for two digits */
	size_t n;

	for (n = s->doc->nnotes; n >= 100; n /= 10)
		hang += DIGIT_WIDTH;
	return hang;
}

void
note_set(const struct setter *s, const struct node *note, mpt width,
    struct vlist *out)
{
	struct para_options o = {.width = width, .hang = number_hang(s)};
	struct para_options label = {.width = o.hang * 2};
	struct vlist number = {.arena = s->arena};
	const struct node *p = note->first;
	size_t i;

	out->arena = s->arena;
	if (p && p->kind == NODE_LABEL) {
		para_set(s->env, &number, p, ROLE_NOTE_NUMBER, &label);
		p = p->next;
	}
	for (; p; p = p->next)
		if (p->kind == NODE_PARA)
			para_set(s->env, out, p, ROLE_NOTE, &o);
	if (out->n == 0)
		return;
	for (i = 0; number.n > 0 && i < number.v[0].nitems; i++) {
		struct item it = number.v[0].items[i];

		it.box.x += s->rtl ? width - number.v[0].width : 0;
		vbox_item(s->arena, &out->v[0], it);
	}
	vbox_item(s->arena, &out->v[0], dest_item(note, 0, 0));
}

struct note_box *
note_box(struct setter *s, const struct node *note)
{
	struct note_box **slot = &s->notes[note->number];

	if (!*slot) {
		*slot = ARENA_NEW(s->arena, struct note_box);
		(*slot)->note = note;
		note_set(s, note, half_width(s), &(*slot)->half);
	}
	return *slot;
}

/* The note over the full width, set when it is first asked for. */
static const struct vlist *
full_note(const struct setter *s, struct note_box *b)
{
	if (b->full.n == 0)
		note_set(s, b->note, type_width(s), &b->full);
	return &b->full;
}

/* The note at the width of a column. */
static const struct vlist *
own_note(const struct setter *s, struct note_box *b, mpt width)
{
	if (b->own_width != width) {
		b->own = (struct vlist){0};
		note_set(s, b->note, width, &b->own);
		b->own_width = width;
	}
	return &b->own;
}

void
note_add(struct setter *s, struct arena *a, struct note_list *l,
    const struct node *note)
{
	struct note_box *b = note_box(s, note);
	const struct vlist *lines;
	size_t i;

	for (i = 0; i < l->pieces.n; i++)
		if (l->pieces.v[i].note == b)
			return;
	lines = l->width ? own_note(s, b, l->width) : &b->half;
	VEC_PUSH(a, &l->pieces, (struct note_piece){b, lines, 0, lines->n});
}

static int
compare(const void *pa, const void *pb)
{
	const struct note_piece *a = pa, *b = pb;
	int x = a->note->note->number, y = b->note->note->number;

	return (x > y) - (x < y);
}

void
note_sort(struct note_list *l)
{
	if (l->pieces.n > 1)
		qsort(l->pieces.v, l->pieces.n, sizeof *l->pieces.v, compare);
}

/* A lone whole note is set over the full width. */
static bool
is_full(const struct note_list *l)
{
	return l->width == 0 && l->pieces.n == 1 && l->pieces.v[0].from == 0 &&
	       l->pieces.v[0].to == l->pieces.v[0].lines->n;
}

static mpt
piece_height(const struct note_piece *p)
{
	mpt h = 0;
	size_t i;

	for (i = p->from; i < p->to; i++)
		h += p->lines->v[i].height;
	return h;
}

/* How many pieces stand in the first column, so that the taller of the two is
 * as low as can be; its height.  All do under a column. */
static size_t
balance(const struct note_list *l, mpt *height)
{
	mpt total = 0, left = 0;
	size_t best = l->pieces.n, i;

	for (i = 0; i < l->pieces.n; i++)
		total += piece_height(&l->pieces.v[i]);
	*height = total;
	for (i = 0; i < l->pieces.n && l->width == 0; i++) {
		mpt h;

		left += piece_height(&l->pieces.v[i]);
		h = left > total - left ? left : total - left;
		if (h < *height) {
			*height = h;
			best = i + 1;
		}
	}
	return best;
}

static mpt
block_height(const struct setter *s, const struct note_list *l)
{
	mpt h;

	if (is_full(l))
		return vlist_height(full_note(s, l->pieces.v[0].note));
	balance(l, &h);
	return h;
}

int
note_lines(const struct setter *s, const struct note_list *l)
{
	mpt h, grid = s->style->grid;

	if (l->pieces.n == 0)
		return 0;
	h = block_height(s, l) + s->style->note_gap + s->style->note_above;
	return (h + grid - 1) / grid;
}

bool
note_cut(struct setter *s, struct arena *a, struct note_list *l, int lines,
    bool force, struct note_list *rest)
{
	*rest = (struct note_list){0};
	while (note_lines(s, l) > lines && l->pieces.n > 0) {
		struct note_piece *last = &l->pieces.v[l->pieces.n - 1];
		bool begun = last->from > 0;
		bool split = rest->pieces.n > 0;

		/* one line less of the last note, if two stay and two go */
		if (last->to - last->from > (begun ? 1u : 2u) &&
		    (!split || rest->pieces.v[0].note == last->note)) {
			struct note_piece tail = {last->note, last->lines,
			    last->to - 1, last->lines->n};

			last->to -= split ? 1 : 2;
			tail.from = last->to;
			if (last->to <= last->from)
				last->to = last->from + 1;
			tail.from = last->to;
			rest->pieces.n = 0;
			VEC_PUSH(a, &rest->pieces, tail);
			continue;
		}
		if (!force)
			return false;
		/* a whole note goes on to the next page, first of the rest */
		{
			struct note_list more = {0};
			struct note_piece whole = {last->note, last->lines,
			    last->from, last->lines->n};
			size_t i;

			VEC_PUSH(a, &more.pieces, whole);
			for (i = 0; i < rest->pieces.n; i++)
				if (rest->pieces.v[i].note != whole.note)
					VEC_PUSH(
					    a, &more.pieces, rest->pieces.v[i]);
			*rest = more;
			l->pieces.n--;
		}
	}
	return l->pieces.n > 0 || rest->pieces.n == 0;
}

static void
place_pieces(struct setter *s, struct page *page, const struct note_list *l,
    size_t from, size_t to, mpt x, mpt y)
{
	size_t i, k;

	for (i = from; i < to; i++) {
		const struct note_piece *p = &l->pieces.v[i];

		for (k = p->from; k < p->to; k++) {
			vbox_place(&p->lines->v[k], s->pages, page, x, y);
			y += p->lines->v[k].height;
		}
	}
}

struct note_list
note_copy(struct arena *a, const struct note_list *l)
{
	struct note_list copy = {.width = l->width};
	size_t i;

	for (i = 0; i < l->pieces.n; i++)
		VEC_PUSH(a, &copy.pieces, l->pieces.v[i]);
	return copy;
}

void
note_place(struct setter *s, struct page *page, const struct note_list *l,
    mpt x, mpt foot)
{
	const struct style *st = s->style;
	mpt width = l->width ? l->width : type_width(s);
	mpt right = x + half_width(s) + st->gutter, h, y;
	size_t k, i;

	if (l->pieces.n == 0)
		return;
	h = block_height(s, l);
	y = foot - h;
	page_add(s->pages, page,
	    rule_item(s->rtl ? x + width - st->note_rule : x, y - st->note_gap,
		st->note_rule, st->note_rule_thick, st->note_rule_colour));
	if (is_full(l)) {
		const struct vlist *full = full_note(s, l->pieces.v[0].note);

		for (i = 0; i < full->n; i++) {
			vbox_place(&full->v[i], s->pages, page, x, y);
			y += full->v[i].height;
		}
		return;
	}
	if (l->width) {
		place_pieces(s, page, l, 0, l->pieces.n, x, y);
		return;
	}
	k = balance(l, &h);
	place_pieces(s, page, l, 0, k, s->rtl ? right : x, y);
	place_pieces(s, page, l, k, l->pieces.n, s->rtl ? x : right, y);
}
