/* SPDX-License-Identifier: MIT */
/*
 * layout/breaks.c - choose the line breaks of one paragraph
 *
 * D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines", Software:
 * Practice and Experience 11 (1981): among all ways to break the paragraph
 * take the one with the least sum of demerits, found by walking over the
 * breaks once with a list of active ones, those from which a line can still
 * reach the place at hand.
 *
 * Justified lines are judged as there: badness 100 r^3 of the ratio r by which
 * glue is stretched or shrunk, classes of fitness.  Ragged lines have a measure
 * of their own, for their glue keeps its width: the square of what a line lacks
 * to its width, so that the edge is as even as words allow; lines below 80% and
 * hyphens cost extra.  The last line lacks nothing unless it is very short.
 *
 * Everything is in integers: the same breaks with every compiler.
 */
#include "layout/breaks.h"

#include <assert.h>

#include "base/arena.h"
#include "base/vec.h"

#define INFINITE_BAD 10000

/* Demerits.  A ragged line costs the square of the thousandths that it lacks,
 * divided by RAGGED_SCALE: a line of 90% costs 1000. */
#define RAGGED_SCALE  10
#define RAGGED_SHORT  6000 /* more for a line below LINE_LEAST */
#define RAGGED_LAST   6000 /* for a last line below LINE_LAST_LEAST */
#define RAGGED_HYPHEN 2500
#define RAGGED_LINE   100 /* for each line */
#define BALANCED_LINE (1LL << 32)
#define OVERFULL_LINE (1LL << 40)
#define FITNESS_JUMP  10000 /* adjdemerits of plain TeX */
#define FINAL_HYPHEN  5000  /* hyphen at the end of the last line but one */

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE };

struct active {
	size_t brick;  /* the break; SIZE_MAX: the start */
	size_t start;  /* first brick of the line after it */
	size_t before; /* index of the active break that it came from */
	int64_t demerits;
	enum fitness fitness;
	bool flagged;
};

struct chooser {
	const struct brick *bricks;
	size_t n;
	const struct break_style *style;
	int64_t *width, *stretch, *shrink; /* sums of the bricks before */
	struct arena *arena;
	VEC(struct active) all;
	VEC(size_t) live;
};

static bool
is_break(const struct brick *b, size_t i)
{
	if (b[i].kind == BRICK_PENALTY)
		return b[i].penalty < BRICK_NEVER;
	return b[i].kind == BRICK_GLUE && b[i].penalty < BRICK_NEVER && i > 0 &&
	       b[i - 1].kind == BRICK_BOX;
}

static bool
is_forced(const struct brick *b)
{
	return b->kind == BRICK_PENALTY && b->penalty <= BRICK_FORCED;
}

/* Glue and penalties after a break vanish. */
static size_t
line_start(const struct chooser *c, size_t brick)
{
	size_t i = brick;

	while (i < c->n && c->bricks[i].kind != BRICK_BOX &&
	       (i == brick || !is_forced(&c->bricks[i])))
		i++;
	return i;
}

static void
sum_up(struct chooser *c)
{
	size_t i;

	c->width = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	c->stretch = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	c->shrink = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	for (i = 0; i < c->n; i++) {
		c->width[i + 1] = c->width[i] + c->bricks[i].width;
		c->stretch[i + 1] = c->stretch[i] + c->bricks[i].stretch;
		c->shrink[i + 1] = c->shrink[i] + c->bricks[i].shrink;
	}
}

/* Natural width of the line from an active break to brick b, and without what
 * only a break at b adds. */
static int64_t
natural_width(
    const struct chooser *c, const struct active *a, size_t b, int64_t *bare)
{
	int64_t w = b > a->start ? c->width[b] - c->width[a->start] : 0;

	if (a->brick != SIZE_MAX)
		w += c->bricks[a->brick].after;
	if (c->style->justified && a->start < c->n)
		w -= c->bricks[a->start].hang_start;
	*bare = w;
	w += c->bricks[b].before;
	return c->style->justified ? w - c->bricks[b].hang_end : w;
}

static int64_t
line_width(const struct chooser *c, const struct active *a)
{
	return a->brick == SIZE_MAX ? c->style->first : c->style->rest;
}

/* What one line says about itself. */
struct verdict {
	bool fits;     /* within its width, and within the tolerance */
	bool too_long; /* no later break can fit either */
	int64_t demerits;
	enum fitness fitness;
};

static int64_t
penalty_square(int penalty)
{
	int64_t p = penalty > 0 && penalty < BRICK_NEVER ? penalty : 0;

	return p * p;
}

static struct verdict
judge_ragged(const struct chooser *c, const struct active *a, size_t b)
{
	const struct brick *brick = &c->bricks[b];
	int64_t wanted = line_width(c, a), bare, w, lack;
	struct verdict v = {.fitness = DECENT};
	bool last = is_forced(brick);

	w = natural_width(c, a, b, &bare);
	v.too_long = bare > wanted;
	v.fits = w <= wanted;
	if (!v.fits)
		return v;
	lack = wanted > 0 ? (wanted - w) * 1000 / wanted : 0;
	v.demerits = RAGGED_LINE + penalty_square(brick->penalty);
	if (c->style->balanced)
		v.demerits += BALANCED_LINE;
	if (!last || c->style->balanced)
		v.demerits += lack * lack / RAGGED_SCALE;
	if (!last && lack > 1000 - LINE_LEAST)
		v.demerits += RAGGED_SHORT;
	if (last && lack > 1000 - LINE_LAST_LEAST && a->brick != SIZE_MAX)
		v.demerits += RAGGED_LAST;
	if (brick->flagged)
		v.demerits += RAGGED_HYPHEN;
	if (last && a->flagged)
		v.demerits += FINAL_HYPHEN;
	return v;
}

/* 100 (excess / room)^3, at most INFINITE_BAD. */
static int64_t
badness(int64_t excess, int64_t room)
{
	int64_t r;

	if (excess <= 0)
		return 0;
	if (room <= 0 || excess / room >= 5)
		return INFINITE_BAD;
	r = excess * 1000 / room;
	r = r * r / 1000 * r / 10000;
	return r < INFINITE_BAD ? r : INFINITE_BAD;
}

static struct verdict
judge_justified(const struct chooser *c, const struct active *a, size_t b)
{
	const struct brick *brick = &c->bricks[b];
	struct verdict v = {.fitness = DECENT};
	bool last = is_forced(brick);
	int64_t excess, bare, room, bad;

	excess = line_width(c, a) - natural_width(c, a, b, &bare);
	if (excess >= 0) {
		room =
		    c->stretch[b] - c->stretch[a->start] + c->style->emergency;
		bad = last ? 0 : badness(excess, room);
		v.fits = bad <= c->style->tolerance;
		v.fitness = bad > 99 ? VERY_LOOSE : bad > 12 ? LOOSE : DECENT;
	} else {
		room = b > a->start ? c->shrink[b] - c->shrink[a->start] : 0;
		v.too_long = bare - room > line_width(c, a);
		bad = badness(-excess, room);
		v.fits = -excess <= room;
		v.fitness = bad > 12 ? TIGHT : DECENT;
	}
	v.demerits = (10 + bad) * (10 + bad) + penalty_square(brick->penalty);
	if (a->brick != SIZE_MAX &&
	    (a->fitness > v.fitness + 1 || v.fitness > a->fitness + 1))
		v.demerits += FITNESS_JUMP;
	if (last && a->flagged)
		v.demerits += FINAL_HYPHEN;
	return v;
}

static struct verdict
judge(const struct chooser *c, const struct active *a, size_t b)
{
	struct verdict v = c->style->justified ? judge_justified(c, a, b)
					       : judge_ragged(c, a, b);

	/* never two hyphens in a row */
	if (a->flagged && c->bricks[b].flagged)
		v.fits = false;
	return v;
}

static void
add_active(struct chooser *c, size_t from, size_t b, const struct verdict *v)
{
	struct active a = {.brick = b,
	    .start = line_start(c, b),
	    .before = from,
	    .demerits = c->all.v[from].demerits + v->demerits,
	    .fitness = v->fitness,
	    .flagged = c->bricks[b].flagged};
	size_t i;

	/* keep the best for each place and fitness */
	for (i = c->live.n; i-- > 0;) {
		struct active *old = &c->all.v[c->live.v[i]];

		if (old->brick != b)
			break;
		if (old->fitness == a.fitness) {
			if (a.demerits < old->demerits)
				*old = a;
			return;
		}
	}
	VEC_PUSH(c->arena, &c->live, c->all.n);
	VEC_PUSH(c->arena, &c->all, a);
}

/* Try all live breaks as starts of a line that ends at b.  False: no way is
 * left. */
static bool
try_break(struct chooser *c, size_t b)
{
	bool forced = is_forced(&c->bricks[b]), found = false;
	size_t i, kept = 0, n = c->live.n, last = c->live.v[n - 1];

	for (i = 0; i < n; i++) {
		size_t from = c->live.v[i];
		struct verdict v = judge(c, &c->all.v[from], b);

		if (v.fits) {
			add_active(c, from, b, &v);
			found = true;
		}
		if (!v.too_long && !forced)
			c->live.v[kept++] = from;
	}
	/* the new ones stand behind the old ones: close the gap */
	for (i = n; i < c->live.n; i++)
		c->live.v[kept++] = c->live.v[i];
	c->live.n = kept;
	if (kept)
		return true;
	if (!found && c->style->final) {
		struct verdict v = {.demerits = OVERFULL_LINE};

		add_active(c, last, b, &v);
		return true;
	}
	return false;
}

/* The breaks that lead to the best of the live ones. */
static size_t *
trace(struct chooser *c, size_t *nbreaks)
{
	size_t best = c->live.v[0], i, n = 0, *breaks;

	for (i = 1; i < c->live.n; i++)
		if (c->all.v[c->live.v[i]].demerits < c->all.v[best].demerits)
			best = c->live.v[i];
	for (i = best; c->all.v[i].brick != SIZE_MAX; i = c->all.v[i].before)
		n++;
	breaks = ARENA_ARRAY(c->arena, size_t, n);
	*nbreaks = n;
	for (i = best; n > 0; i = c->all.v[i].before)
		breaks[--n] = c->all.v[i].brick;
	return breaks;
}

size_t *
breaks_choose(struct arena *a, const struct brick *bricks, size_t n,
    const struct break_style *style, size_t *nbreaks)
{
	struct chooser c = {
	    .bricks = bricks, .n = n, .style = style, .arena = a};
	struct active start = {.brick = SIZE_MAX, .fitness = DECENT};
	size_t i;

	assert(n > 0 && is_forced(&bricks[n - 1]));
	sum_up(&c);
	start.start = line_start(&c, 0);
	VEC_PUSH(a, &c.all, start);
	VEC_PUSH(a, &c.live, (size_t)0);
	for (i = 0; i < n; i++)
		if (is_break(bricks, i) && !try_break(&c, i))
			return NULL;
	return trace(&c, nbreaks);
}

int64_t
breaks_cost(struct arena *a, const struct brick *bricks, size_t n,
    const struct break_style *style, const size_t *breaks, size_t nbreaks)
{
	struct chooser c = {
	    .bricks = bricks, .n = n, .style = style, .arena = a};
	struct active from = {.brick = SIZE_MAX, .fitness = DECENT};
	int64_t sum = 0;
	size_t i;

	sum_up(&c);
	from.start = line_start(&c, 0);
	for (i = 0; i < nbreaks; i++) {
		size_t b = breaks[i];
		struct verdict v;

		if (!is_break(bricks, b) || b < from.start)
			return -1;
		v = judge(&c, &from, b);
		if (!v.fits)
			return -1;
		sum += v.demerits;
		from = (struct active){.brick = b,
		    .start = line_start(&c, b),
		    .fitness = v.fitness,
		    .flagged = bricks[b].flagged};
	}
	return sum;
}
