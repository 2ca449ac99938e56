/* SPDX-License-Identifier: MIT */
/*
 * chart/labels.c - labels that never collide and never leave the frame
 *
 * The column is least squares under order constraints: with the heights taken
 * out of the wanted places, the nearest nondecreasing sequence, found by
 * pooling neighbours that violate the order (Ayer et al., "An empirical
 * distribution function for sampling with incomplete information", 1955).
 */
#include "chart/labels.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

static int
by_want(const void *pa, const void *pb)
{
	const struct label *a = pa, *b = pb;

	if (a->shown != b->shown)
		return a->shown ? -1 : 1;
	if (a->want != b->want)
		return a->want < b->want ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->item < b->item ? -1 : a->item > b->item;
}

/* Hide labels until the rest fits; how many are shown. */
static size_t
drop(struct label *l, size_t n, mpt room)
{
	size_t shown = n;
	long need = 0;

	for (size_t i = 0; i < n; i++) {
		l[i].shown = true;
		need += l[i].height;
	}
	while (need > room && shown > 0) {
		size_t worst = n;

		for (size_t i = 0; i < n; i++)
			if (l[i].shown &&
			    (worst == n || l[i].rank > l[worst].rank))
				worst = i;
		l[worst].shown = false;
		need -= l[worst].height;
		shown--;
	}
	return shown;
}

/* A pooled run of labels that touch each other. */
struct pool {
	double sum; /* of wanted places less the heights before */
	size_t n;
};

void
labels_column(struct label *l, size_t n, mpt top, mpt bottom)
{
	size_t shown = drop(l, n, bottom - top), npools = 0, k = 0;
	struct pool *pools;
	double before = 0, total = 0, used;

	qsort(l, n, sizeof *l, by_want);
	if (shown == 0)
		return;
	pools = xmalloc(shown * sizeof *pools);
	for (size_t i = 0; i < shown; i++) {
		struct pool p = {l[i].want - before - l[i].height / 2.0, 1};

		before += l[i].height;
		while (npools > 0 &&
		       pools[npools - 1].sum / (double)pools[npools - 1].n >
			   p.sum / (double)p.n) {
			p.sum += pools[--npools].sum;
			p.n += pools[npools].n;
		}
		pools[npools++] = p;
	}
	total = before;
	used = 0;
	for (size_t i = 0; i < npools; i++) {
		double at = pools[i].sum / (double)pools[i].n;

		at = fmin(fmax(at, top), bottom - total);
		for (size_t j = 0; j < pools[i].n; j++, k++) {
			l[k].at = (mpt)floor(at + used) + l[k].height / 2;
			used += l[k].height;
		}
	}
	free(pools);
}

bool
box_overlaps(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->top < b->bottom &&
	       b->top < a->bottom;
}

void
labels_block(struct label_field *f, struct box b)
{
	if (f->nboxes == f->cap) {
		size_t old = f->cap * sizeof b;

		f->cap = f->cap ? f->cap * 2 : 16;
		f->boxes =
		    arena_grow(f->arena, f->boxes, old, f->cap * sizeof b);
	}
	f->boxes[f->nboxes++] = b;
}

/* Length of the part of a segment that lies in the box (Liang-Barsky). */
static double
covered(const struct box *b, struct xy p, struct xy q)
{
	double dx = q.x - p.x, dy = q.y - p.y, t0 = 0, t1 = 1;
	double d[4] = {-dx, dx, -dy, dy};
	double e[4] = {(double)p.x - b->left, (double)b->right - p.x,
	    (double)p.y - b->top, (double)b->bottom - p.y};

	for (int i = 0; i < 4; i++) {
		double t;

		if (d[i] == 0) {
			if (e[i] < 0)
				return 0;
			continue;
		}
		t = e[i] / d[i];
		if (d[i] < 0)
			t0 = fmax(t0, t);
		else
			t1 = fmin(t1, t);
	}
	return t1 > t0 ? (t1 - t0) * hypot(dx, dy) : 0;
}

static bool
is_free(const struct label_field *f, const struct box *b)
{
	if (b->left < f->frame.left || b->right > f->frame.right ||
	    b->top < f->frame.top || b->bottom > f->frame.bottom)
		return false;
	for (size_t i = 0; i < f->nboxes; i++)
		if (box_overlaps(b, &f->boxes[i]))
			return false;
	return true;
}

/* Do both ends lie on one side of the box? */
static bool
is_beside(const struct box *b, struct xy p, struct xy q)
{
	return (p.x < b->left && q.x < b->left) ||
	       (p.x > b->right && q.x > b->right) ||
	       (p.y < b->top && q.y < b->top) ||
	       (p.y > b->bottom && q.y > b->bottom);
}

/* Length of lines under a box, each by its weight. */
static double
lines_under(const struct label_field *f, const struct box *b)
{
	double sum = 0;

	for (size_t s = 0; s < f->nsegments; s++) {
		struct xy p = f->segments[2 * s], q = f->segments[2 * s + 1];

		if (!is_beside(b, p, q))
			sum += (s < f->nheavy ? 4 : 1) * covered(b, p, q);
	}
	return sum;
}

bool
labels_near(
    struct label_field *f, mpt x, mpt y, mpt gap, mpt w, mpt h, struct box *out)
{
	/* where the label's middle lies from the point, in half widths and
	 * half heights; the better places first */
	static const signed char around[][2] = {{1, -1}, {1, 0}, {0, -1},
	    {-1, -1}, {1, 1}, {0, 1}, {-1, 0}, {-1, 1}};
	double best = INFINITY;

	for (int ring = 1; ring <= 3; ring++) {
		for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
			mpt d = gap * ring + (ring - 1) * h / 2;
			mpt cx = x + around[i][0] * (w / 2 + d);
			mpt cy = y + around[i][1] * (h / 2 + d);
			struct box b = {cx - w / 2, cy - h / 2, cx - w / 2 + w,
			    cy - h / 2 + h};
			double cost = 8.0 * ring * h + (double)i * h / 8;
			double under;

			if (cost >= best || !is_free(f, &b))
				continue;
			under = lines_under(f, &b);
			if (cost + under < best) {
				best = cost + under;
				f->crossed = under > 0;
				*out = b;
			}
		}
	}
	if (!isfinite(best))
		return false;
	labels_block(f, *out);
	return true;
}
