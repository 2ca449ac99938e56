/* SPDX-License-Identifier: MIT */
/*
 * layout/mark.c - status marks, drawn (HOUSE-STYLE 9)
 *
 * A disc, a ring with something in it, or a dash: shapes tell the states apart
 * without colour.  What fills a ring is a path of its own.  Swatches are wider:
 * the hatched field of "no data" and, for keys, the frame of this country.
 */
#include "layout/mark.h"

#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "layout/hatch.h"

#define STROKE   PT(1)
#define FRAME    PT(1.75)
#define SWATCH_W PT(14)
#define SWATCH_H PT(7)

/* Control points of a quarter circle: 4/3 (sqrt 2 - 1), in 1/10000. */
#define QUARTER 5523

#define MAX_STEPS 24

struct drawing {
	struct path_step *steps;
	size_t n;
};

static void
add(struct drawing *d, struct path_step s)
{
	d->steps[d->n++] = s;
}

static void
move_to(struct drawing *d, mpt x, mpt y)
{
	add(d, (struct path_step){.op = PATH_MOVE, .x = x, .y = y});
}

static void
line_to(struct drawing *d, mpt x, mpt y)
{
	add(d, (struct path_step){.op = PATH_LINE, .x = x, .y = y});
}

/* A quarter circle from (x0, y0) about (cx, cy) that turns from the direction
 * (x0 - cx, y0 - cy) to (dx, dy). */
static void
quarter(struct drawing *d, mpt cx, mpt cy, mpt x0, mpt y0, mpt dx, mpt dy)
{
	mpt ox = x0 - cx, oy = y0 - cy;
	int64_t k = QUARTER;

	add(d, (struct path_step){.op = PATH_CURVE,
		   .x1 = x0 + (mpt)(dx * k / 10000),
		   .y1 = y0 + (mpt)(dy * k / 10000),
		   .x2 = cx + dx + (mpt)(ox * k / 10000),
		   .y2 = cy + dy + (mpt)(oy * k / 10000),
		   .x = cx + dx,
		   .y = cy + dy});
}

static void
circle(struct drawing *d, mpt c, mpt r)
{
	move_to(d, c + r, c);
	quarter(d, c, c, c + r, c, 0, r);
	quarter(d, c, c, c, c + r, -r, 0);
	quarter(d, c, c, c - r, c, 0, -r);
	quarter(d, c, c, c, c - r, r, 0);
	add(d, (struct path_step){.op = PATH_CLOSE});
}

/* Half of the disc, from the top down on one side (-1 left, 1 right). */
static void
half_disc(struct drawing *d, mpt c, mpt r, int side)
{
	move_to(d, c, c - r);
	quarter(d, c, c, c, c - r, side * r, 0);
	quarter(d, c, c, c + side * r, c, 0, r);
	add(d, (struct path_step){.op = PATH_CLOSE});
}

static void
cross(struct drawing *d, mpt c, mpt r)
{
	mpt arm = (mpt)((int64_t)r * 46 / 100);

	move_to(d, c - arm, c - arm);
	line_to(d, c + arm, c + arm);
	move_to(d, c - arm, c + arm);
	line_to(d, c + arm, c - arm);
}

/* "?" of strokes, inside a ring of radius r. */
static void
question(struct drawing *d, mpt c, mpt r)
{
	mpt q = r * 36 / 100, top = c - r * 22 / 100;

	move_to(d, c - q, top);
	quarter(d, c, top, c - q, top, 0, -q);
	quarter(d, c, top, c, top - q, q, 0);
	add(d, (struct path_step){.op = PATH_CURVE,
		   .x1 = c + q,
		   .y1 = top + q,
		   .x2 = c,
		   .y2 = top + q / 2,
		   .x = c,
		   .y = top + q + q / 2});
	move_to(d, c, top + 2 * q + q / 2);
	line_to(d, c, top + 2 * q + q / 2 + 1);
}

enum shape { DISC, HALF, CROSS, QUESTION, RING, DASH, HATCH, FRAMED };

static const struct {
	const char *state;
	enum shape shape;
} states[] = {
    {"yes", DISC},
    {"partial", HALF},
    {"not_full", HALF},
    {"no", CROSS},
    {"unclear", QUESTION},
    {"due", RING},
    {"not_applicable", DASH},
    {"no_data", HATCH},
    {"subject", FRAMED},
};

static enum shape
shape_of(const struct node *status)
{
	const char *state = node_attr(status, "state");
	size_t i;

	for (i = 0; i < sizeof states / sizeof *states; i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].shape;
	return QUESTION;
}

mpt
mark_middle(const struct face *f)
{
	return font_scale(f->chain[0], f->chain[0]->cap_height, f->size) / 2;
}

/* One path of a mark. */
static struct path *
path_new(struct arena *a, struct drawing *d, uint32_t colour, bool filled)
{
	struct path *p = ARENA_NEW(a, struct path);

	d->steps = ARENA_ARRAY(a, struct path_step, MAX_STEPS);
	d->n = 0;
	p->steps = d->steps;
	p->fill = p->stroke = colour;
	p->filled = filled;
	p->stroked = !filled;
	p->width = STROKE;
	p->round = true;
	return p;
}

/* The outer shape: a disc, a ring, a dashed ring or a dash. */
static struct path *
outer(struct arena *a, enum shape shape, uint32_t colour, mpt c)
{
	struct drawing d;
	struct path *p = path_new(a, &d, colour, shape == DISC);

	if (shape == DASH) {
		move_to(&d, c / 2, c);
		line_to(&d, c + c / 2, c);
	} else {
		circle(&d, c, shape == DISC ? c : c - STROKE / 2);
	}
	if (shape == QUESTION) {
		p->round = false;
		p->dash[0] = p->dash[1] = PT(1.6);
	}
	p->n = d.n;
	return p;
}

/* What stands inside a ring; NULL: nothing. */
static struct path *
inner(struct arena *a, enum shape shape, uint32_t colour, mpt c, bool rtl)
{
	struct drawing d;
	struct path *p;

	if (shape != HALF && shape != CROSS && shape != QUESTION)
		return NULL;
	p = path_new(a, &d, colour, shape == HALF);
	if (shape == HALF)
		half_disc(&d, c, c - STROKE / 2, rtl ? 1 : -1);
	else if (shape == CROSS)
		cross(&d, c, c - STROKE / 2);
	else
		question(&d, c, c - STROKE / 2);
	p->n = d.n;
	return p;
}

static bool
is_swatch(enum shape shape)
{
	return shape == HATCH || shape == FRAMED;
}

mpt
mark_width(const struct style *st, const struct node *status)
{
	return is_swatch(shape_of(status)) ? SWATCH_W : st->mark_size;
}

static struct path *
frame(struct arena *a, uint32_t colour)
{
	struct drawing d;
	struct path *p = path_new(a, &d, colour, false);

	move_to(&d, FRAME / 2, FRAME / 2);
	line_to(&d, SWATCH_W - FRAME / 2, FRAME / 2);
	line_to(&d, SWATCH_W - FRAME / 2, SWATCH_H - FRAME / 2);
	line_to(&d, FRAME / 2, SWATCH_H - FRAME / 2);
	add(&d, (struct path_step){.op = PATH_CLOSE});
	p->width = FRAME;
	p->round = false;
	p->n = d.n;
	return p;
}

static void
add_swatch(struct arena *a, struct vbox *b, const struct style *st,
    const struct node *status, struct rect field)
{
	size_t i = b->nitems;

	if (shape_of(status) == HATCH)
		hatch_add(a, b, st, field);
	else
		vbox_item(a, b,
		    (struct item){.kind = ITEM_PATH,
			.artifact = ARTIFACT_LAYOUT,
			.path = frame(a, st->country),
			.box = field});
	for (; i < b->nitems; i++)
		b->items[i].leaf = status;
}

void
mark_add(struct arena *a, struct vbox *b, const struct style *st,
    const struct node *status, bool rtl, mpt x, mpt y)
{
	enum shape shape = shape_of(status);
	uint32_t colour = shape == QUESTION ? st->grey500 : st->petrol700;
	mpt c = st->mark_size / 2;
	struct item it = {.kind = ITEM_PATH,
	    .artifact = ARTIFACT_LAYOUT,
	    .leaf = status,
	    .box = {x, y - c, st->mark_size, st->mark_size}};

	if (is_swatch(shape)) {
		add_swatch(a, b, st, status,
		    (struct rect){x, y - SWATCH_H / 2, SWATCH_W, SWATCH_H});
		return;
	}
	it.path = outer(a, shape, colour, c);
	vbox_item(a, b, it);
	it.path = inner(a, shape, colour, c, rtl);
	if (it.path)
		vbox_item(a, b, it);
}
