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
 * glue is stretched or shrunk, classes of fitness.  Before glue, letters give a
 * little (Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting
 * system", TUGboat 21, 2000, chapter 3); tight lines count five times, for the
 * eye sees them sooner.  Ragged lines have a measure
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
#define RAGGED_SHORT  8000 /* more for a line below LINE_LEAST */
#define RAGGED_LAST   6000 /* for a last line below LINE_LAST_LEAST */
#define RAGGED_HYPHEN 2500
#define RAGGED_LINE   100 /* for each line */
#define BALANCED_LINE (1LL << 32)
#define OVERFULL_LINE (1LL << 40)
#define FITNESS_JUMP  10000 /* adjdemerits of plain TeX */
#define FINAL_HYPHEN  5000  /* hyphen at the end of the last line but one */
#define SHORT_LAST    20000 /* for a justified last line that is short */
#define TIGHT_FACTOR  5     /* of a shrunk line's badness */
#define LAST_WORD     333   /* in 1/1000: a single word is short below it */

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE };

struct active {
	size_t brick;  /* the break; SIZE_MAX: the start */
	size_t start;  /* first brick of the line after it */
	int64_t base;  /* added to the sum of widths before a later break:
			* the width of the line between */
	size_t before; /* index of the active break that it came from */
	int64_t demerits;
	enum fitness fitness;
	bool flagged;
};

struct chooser {
	const struct brick *bricks;
	size_t n;
	const struct break_style *style;
	/* sums of the bricks before; of boxes alone */
	int64_t *width, *stretch, *shrink, *letters;
	int64_t per_first, per_rest; /* 2^32 thousandths per width */
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

static int64_t
thousandths(mpt width)
{
	return width > 0 ? ((int64_t)1000 << 32) / width : 0;
}

static void
sum_up(struct chooser *c)
{
	size_t i;

	c->per_first = thousandths(c->style->first);
	c->per_rest = thousandths(c->style->rest);

	c->width = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	for (i = 0; i < c->n; i++)
		c->width[i + 1] = c->width[i] + c->bricks[i].width;
	if (!c->style->justified)
		return;
	c->stretch = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	c->shrink = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	c->letters = ARENA_ARRAY(c->arena, int64_t, c->n + 1);
	for (i = 0; i < c->n; i++) {
		c->stretch[i + 1] = c->stretch[i] + c->bricks[i].stretch;
		c->shrink[i + 1] = c->shrink[i] + c->bricks[i].shrink;
		c->letters[i + 1] = c->letters[i];
		if (c->bricks[i].kind == BRICK_BOX)
			c->letters[i + 1] += c->bricks[i].width;
	}
}

/* An active break at brick b, SIZE_MAX: the start of the paragraph. */
static struct active
make_active(const struct chooser *c, size_t b)
{
	struct active a = {.brick = b, .fitness = DECENT};

	a.start = line_start(c, b == SIZE_MAX ? 0 : b);
	a.base = -c->width[a.start];
	if (b != SIZE_MAX) {
		a.base += c->bricks[b].after;
		a.flagged = c->bricks[b].flagged;
	}
	if (c->style->justified && a.start < c->n)
		a.base -= c->bricks[a.start].hang_start;
	return a;
}

/* A break and what all lines that end there share. */
struct ending {
	const struct brick *brick;
	size_t at;
	int64_t sum;   /* of widths up to here, with what the break adds */
	int64_t fixed; /* demerits whatever the line */
	bool last;
};

static int64_t
penalty_square(int penalty)
{
	int64_t p = penalty > 0 && penalty < BRICK_NEVER ? penalty : 0;

	return p * p;
}

static struct ending
make_ending(const struct chooser *c, size_t at)
{
	const struct brick *b = &c->bricks[at];
	struct ending e = {b, at, c->width[at] + b->before,
	    penalty_square(b->penalty), is_forced(b)};

	if (c->style->justified) {
		e.sum -= b->hang_end;
		return e;
	}
	e.fixed += RAGGED_LINE + (b->flagged ? RAGGED_HYPHEN : 0);
	if (c->style->balanced)
		e.fixed += BALANCED_LINE;
	return e;
}

/* Natural width of a line; nothing when only glue and penalties stand between
 * the breaks. */
static inline int64_t
natural_width(const struct active *a, const struct ending *e)
{
	return e->at > a->start ? e->sum + a->base : 0;
}

static int64_t
line_width(const struct chooser *c, const struct active *a)
{
	return a->brick == SIZE_MAX ? c->style->first : c->style->rest;
}

/* Thousandths of the line's width per millipoint, times 2^32: a division for
 * each of the lines that are weighed would cost more than all the rest. */
static int64_t
reciprocal(const struct chooser *c, const struct active *a)
{
	return a->brick == SIZE_MAX ? c->per_first : c->per_rest;
}

/* What one line says about itself. */
struct verdict {
	bool fits;     /* within its width, and within the tolerance */
	bool too_long; /* no later break can fit either */
	int64_t demerits;
	enum fitness fitness;
};

/* A last line that fills so little, in 1/1000, that it looks lost: next to
 * nothing, or a lone word. */
static bool
is_short_last(const struct chooser *c, const struct active *a,
    const struct ending *e, int64_t fill)
{
	size_t i;

	if (a->brick == SIZE_MAX || fill >= LAST_WORD)
		return false;
	for (i = a->start; i < e->at && fill >= LINE_LAST_LEAST; i++)
		if (c->bricks[i].kind == BRICK_GLUE)
			return false;
	return true;
}

static inline struct verdict
judge_ragged(
    const struct chooser *c, const struct active *a, const struct ending *e)
{
	int64_t wanted = line_width(c, a), w = natural_width(a, e), lack;
	struct verdict v = {.fitness = DECENT};

	v.too_long = w - e->brick->before > wanted;
	v.fits = w <= wanted;
	if (!v.fits)
		return v;
	lack = ((wanted - w) * reciprocal(c, a)) >> 32;
	v.demerits = e->fixed;
	if (!e->last) {
		v.demerits += lack * lack / RAGGED_SCALE;
		if (w * 1000 < wanted * LINE_LEAST)
			v.demerits += RAGGED_SHORT;
		return v;
	}
	if (c->style->balanced)
		v.demerits += lack * lack / RAGGED_SCALE;
	if (is_short_last(c, a, e, 1000 - lack))
		v.demerits += RAGGED_LAST;
	if (a->flagged)
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
judge_justified(
    const struct chooser *c, const struct active *a, const struct ending *e)
{
	int64_t natural = natural_width(a, e), room, bad;
	int64_t excess = line_width(c, a) - natural;
	int64_t letters = (c->letters[e->at] - c->letters[a->start]) *
			  c->style->expand / 1000;
	struct verdict v = {.fitness = DECENT};

	/* wider or narrower letters come first, spaces take the rest */
	if (excess > 0)
		excess = excess > letters ? excess - letters : 0;
	else
		excess = -excess > letters ? excess + letters : 0;

	if (excess >= 0) {
		room = c->stretch[e->at] - c->stretch[a->start];
		bad = e->last ? 0 : badness(excess, room);
		v.fits = bad <= c->style->tolerance;
		v.fitness = bad > 99 ? VERY_LOOSE : bad > 12 ? LOOSE : DECENT;
	} else {
		room = c->shrink[e->at] - c->shrink[a->start];
		v.too_long = -excess - e->brick->before > room;
		bad = badness(-excess, room) * TIGHT_FACTOR;
		v.fits = -excess <= room;
		v.fitness = bad > 12 ? TIGHT : DECENT;
	}
	v.demerits = (10 + bad) * (10 + bad) + e->fixed;
	if (a->brick != SIZE_MAX &&
	    (a->fitness > v.fitness + 1 || v.fitness > a->fitness + 1))
		v.demerits += FITNESS_JUMP;
	if (e->last && is_short_last(c, a, e, natural * c->per_rest >> 32))
		v.demerits += SHORT_LAST;
	if (e->last && a->flagged)
		v.demerits += FINAL_HYPHEN;
	return v;
}

static inline struct verdict
judge(const struct chooser *c, const struct active *a, const struct ending *e)
{
	struct verdict v = c->style->justified ? judge_justified(c, a, e)
					       : judge_ragged(c, a, e);

	/* never two hyphens in a row */
	if (a->flagged && e->brick->flagged)
		v.fits = false;
	return v;
}

/* The best line of each fitness that ends at a brick. */
struct candidates {
	struct {
		bool found;
		size_t from;
		int64_t demerits;
	} best[VERY_LOOSE + 1];
};

static inline void
weigh(struct candidates *k, const struct chooser *c, size_t from,
    const struct verdict *v)
{
	int64_t demerits = c->all.v[from].demerits + v->demerits;

	if (k->best[v->fitness].found &&
	    k->best[v->fitness].demerits <= demerits)
		return;
	k->best[v->fitness].found = true;
	k->best[v->fitness].from = from;
	k->best[v->fitness].demerits = demerits;
}

static bool
add_candidates(struct chooser *c, const struct candidates *k, size_t b)
{
	bool any = false;
	int i;

	for (i = TIGHT; i <= VERY_LOOSE; i++) {
		struct active a;

		if (!k->best[i].found)
			continue;
		a = make_active(c, b);
		a.before = k->best[i].from;
		a.demerits = k->best[i].demerits;
		a.fitness = (enum fitness)i;
		VEC_PUSH(c->arena, &c->live, c->all.n);
		VEC_PUSH(c->arena, &c->all, a);
		any = true;
	}
	return any;
}

/* Try all live breaks as starts of a line that ends at b.  False: no way is
 * left. */
static bool
try_break(struct chooser *c, size_t b)
{
	struct ending e = make_ending(c, b);
	struct candidates found = {0};
	size_t i, kept = 0, n = c->live.n, last = c->live.v[n - 1];

	for (i = 0; i < n; i++) {
		size_t from = c->live.v[i];
		struct verdict v = judge(c, &c->all.v[from], &e);

		if (v.fits)
			weigh(&found, c, from, &v);
		if (!v.too_long && !e.last)
			c->live.v[kept++] = from;
	}
	c->live.n = kept;
	if (add_candidates(c, &found, b) || kept)
		return true;
	if (c->style->final) {
		struct verdict v = {
		    .demerits = OVERFULL_LINE, .fitness = DECENT};

		weigh(&found, c, last, &v);
		add_candidates(c, &found, b);
	}
	return c->style->final;
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
	size_t i;

	assert(n > 0 && is_forced(&bricks[n - 1]));
	sum_up(&c);
	c.all.cap = c.live.cap = n / 2 + 2; /* enough for ragged text */
	c.all.v = ARENA_ARRAY(a, struct active, c.all.cap);
	c.live.v = ARENA_ARRAY(a, size_t, c.live.cap);
	VEC_PUSH(a, &c.all, make_active(&c, SIZE_MAX));
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
	struct active from;
	int64_t sum = 0;
	size_t i;

	sum_up(&c);
	from = make_active(&c, SIZE_MAX);
	for (i = 0; i < nbreaks; i++) {
		size_t b = breaks[i];
		struct ending e;
		struct verdict v;

		if (!is_break(bricks, b) || b < from.start)
			return -1;
		e = make_ending(&c, b);
		v = judge(&c, &from, &e);
		if (!v.fits)
			return -1;
		sum += v.demerits;
		from = make_active(&c, b);
		from.fitness = v.fitness;
	}
	return sum;
}
