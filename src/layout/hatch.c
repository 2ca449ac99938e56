/* SPDX-License-Identifier: MIT */
/*
 * layout/hatch.c - the sign for "no data": a hatched field
 *
 * A line x + y = k crosses the field between two of its edges; the ends are
 * computed, so no clip is needed.
 */
#include "layout/hatch.h"

#include "base/arena.h"

#define PITCH PT(4)

static mpt
least(mpt a, mpt b)
{
	return a < b ? a : b;
}

static mpt
most(mpt a, mpt b)
{
	return a > b ? a : b;
}

static void
add_lines(
    struct arena *a, struct vbox *b, const struct style *st, struct rect r)
{
	size_t n = (size_t)((r.w + r.h) / PITCH), i;
	struct path_step *s = ARENA_ARRAY(a, struct path_step, 2 * n);
	struct path *p = ARENA_NEW(a, struct path);

	for (i = 0; i < n; i++) {
		mpt k = (mpt)i * PITCH + PITCH / 2;
		mpt x1 = most(0, k - r.h), x2 = least(k, r.w);

		s[2 * i] =
		    (struct path_step){.op = PATH_MOVE, .x = x1, .y = k - x1};
		s[2 * i + 1] =
		    (struct path_step){.op = PATH_LINE, .x = x2, .y = k - x2};
	}
	*p = (struct path){.steps = s,
	    .n = 2 * n,
	    .stroked = true,
	    .stroke = st->grey500,
	    .width = PT(0.8)};
	vbox_item(a, b,
	    (struct item){.kind = ITEM_PATH,
		.artifact = ARTIFACT_LAYOUT,
		.box = r,
		.path = p});
}

static void
add_outline(
    struct arena *a, struct vbox *b, const struct style *st, struct rect r)
{
	struct path_step *s = ARENA_ARRAY(a, struct path_step, 5);
	struct path *p = ARENA_NEW(a, struct path);

	s[0] = (struct path_step){.op = PATH_MOVE};
	s[1] = (struct path_step){.op = PATH_LINE, .x = r.w};
	s[2] = (struct path_step){.op = PATH_LINE, .x = r.w, .y = r.h};
	s[3] = (struct path_step){.op = PATH_LINE, .y = r.h};
	s[4] = (struct path_step){.op = PATH_CLOSE};
	*p = (struct path){.steps = s,
	    .n = 5,
	    .stroked = true,
	    .stroke = st->grey500,
	    .width = PT(0.5)};
	vbox_item(a, b,
	    (struct item){.kind = ITEM_PATH,
		.artifact = ARTIFACT_LAYOUT,
		.box = r,
		.path = p});
}

void
hatch_add(
    struct arena *a, struct vbox *b, const struct style *st, struct rect r)
{
	vbox_item(a, b,
	    (struct item){.kind = ITEM_FILL,
		.artifact = ARTIFACT_LAYOUT,
		.box = r,
		.colour = st->white});
	add_lines(a, b, st, r);
	add_outline(a, b, st, r);
}
