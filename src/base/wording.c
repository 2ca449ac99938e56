/* SPDX-License-Identifier: MIT */
/* base/wording.c - words that state a size, and the numbers that bear them */
#include "base/wording.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* --- choosing --- */

static const struct multiple {
	const char *nearly, *just, *more;
	double times;
} multiples[] = {
    {"nearly_halved", "halved", "more_than_halved", 0.5},
    {"nearly_doubled", "doubled", "more_than_doubled", 2},
    {"nearly_tripled", "tripled", "more_than_tripled", 3},
    {"nearly_quadrupled", "quadrupled", "more_than_quadrupled", 4},
};

#define NMULTIPLES (sizeof multiples / sizeof *multiples)

/* A fortieth on either side is the multiple itself, up to a tenth short of it
 * is nearly; what goes beyond is more than the last one reached. */
const char *
wording_growth(double times)
{
	double back = times > 0 ? 1 / times : 0;
	size_t i;

	if (!(times > 0) || isinf(times))
		return NULL;
	if (times < 1) {
		const struct multiple *m = &multiples[0];

		return back >= 2 * 1.025   ? m->more
		       : back >= 2 * 0.975 ? m->just
		       : back >= 2 * 0.9   ? m->nearly
					   : NULL;
	}
	for (i = NMULTIPLES - 1; i > 0; i--) {
		const struct multiple *m = &multiples[i];

		if (times >= m->times * 1.025)
			return m->more;
		if (times >= m->times * 0.975)
			return m->just;
		if (times >= m->times * 0.9)
			return m->nearly;
	}
	return NULL;
}

const char *
wording_portion(double share, bool largest)
{
	if (isnan(share))
		return NULL;
	if (share <= 0)
		return "none";
	if (share >= 100)
		return "all";
	if (share >= WORDING_NEARLY_ALL)
		return "nearly_all";
	if (share > 50)
		return "majority";
	if (share == 50)
		return "half";
	if (largest)
		return "largest";
	return share <= WORDING_FEW ? "few" : "minority";
}

/* --- reading --- */

/* Bytes of the phrase if s begins with it and a word ends there; its blanks
 * are any white space. */
static size_t
phrase(struct str s, const char *words)
{
	size_t i = 0;

	for (; *words; words++, i++) {
		if (i >= s.n)
			return 0;
		if (*words == ' ' ? !isspace((unsigned char)s.p[i])
				  : tolower((unsigned char)s.p[i]) != *words)
			return 0;
	}
	return i < s.n && isalpha((unsigned char)s.p[i]) ? 0 : i;
}

static const struct {
	const char *words;
	int side; /* beyond, or short of */
} hedges[] = {
    {"well over ", 1},
    {"more than ", 1},
    {"over ", 1},
    {"nearly ", -1},
    {"almost ", -1},
    {"close to ", -1},
    {"just under ", -1},
};

/* Bytes of "more than " or "nearly " in front of a phrase. */
static size_t
hedge(struct str s, int *side)
{
	size_t i, n, k;

	for (i = 0; i < sizeof hedges / sizeof *hedges; i++) {
		n = strlen(hedges[i].words);
		for (k = 0; k < n && k < s.n; k++)
			if (hedges[i].words[k] == ' '
				? !isspace((unsigned char)s.p[k])
				: tolower((unsigned char)s.p[k]) !=
				      hedges[i].words[k])
				break;
		*side = hedges[i].side;
		if (k == n)
			return n;
	}
	*side = 0;
	return 0;
}

/* What bears a phrase: slack on both sides, or on the one that it names. */
static void
bounds(struct wording *w, double middle, double slack, int side, bool falling)
{
	w->least = middle - slack;
	w->most = middle + slack;
	if (side == 0)
		return;
	if ((side > 0) != falling) {
		w->least = middle;
		w->most = side > 0 ? HUGE_VAL : w->most;
	} else {
		w->most = middle;
		w->least = side > 0 ? 0 : w->least;
	}
}

bool
wording_read_growth(struct str s, struct wording *w)
{
	static const struct {
		const char *words;
		double times;
	} all[] = {{"halved", 0.5}, {"halving", 0.5}, {"doubled", 2},
	    {"doubling", 2}, {"twice as many", 2}, {"twice as much", 2},
	    {"tripled", 3}, {"tripling", 3}, {"trebled", 3},
	    {"three times as many", 3}, {"three times as much", 3},
	    {"quadrupled", 4}, {"quadrupling", 4}, {"four times as many", 4}};
	int side;
	size_t before = hedge(s, &side), i, n;

	s = str_slice(s, before, s.n);
	for (i = 0; i < sizeof all / sizeof *all; i++) {
		n = phrase(s, all[i].words);
		if (n == 0)
			continue;
		w->length = before + n;
		bounds(w, all[i].times, WORDING_TENTH * all[i].times, side,
		    all[i].times < 1);
		return true;
	}
	return false;
}

/* Phrases with the shares that bear them; an open end is 0 or 100. */
static const struct portion {
	const char *words;
	double least, most;
} portions[] = {
    {"vast majority", WORDING_VAST, 100},
    {"overwhelming majority", WORDING_VAST, 100},
    {"great majority", WORDING_VAST, 100},
    {"large majority", WORDING_VAST, 100},
    {"majority", 50.0000001, 100},
    {"most of", 50.0000001, 100},
    {"plurality", 0, 50},
    {"minority", 0, 49.9999999},
    {"nearly all", WORDING_NEARLY_ALL, 100},
    {"almost all", WORDING_NEARLY_ALL, 100},
    {"virtually all", WORDING_NEARLY_ALL, 100},
};

/* Words for fractions. */
static const struct {
	const char *words;
	double share;
} fractions[] = {
    {"half of", 50},
    {"half the", 50},
    {"a third of", 100 / 3.0},
    {"one third of", 100 / 3.0},
    {"two thirds of", 200 / 3.0},
    {"two-thirds of", 200 / 3.0},
    {"a quarter of", 25},
    {"one quarter of", 25},
    {"three quarters of", 75},
    {"three-quarters of", 75},
    {"one in two", 50},
    {"one in three", 100 / 3.0},
    {"one in four", 25},
    {"one in five", 20},
    {"one in ten", 10},
    {"two in three", 200 / 3.0},
    {"three in four", 75},
    {"four in five", 80},
    {"nine in ten", 90},
};

bool
wording_read_portion(struct str s, struct wording *w)
{
	int side;
	size_t before, i;

	for (i = 0; i < sizeof portions / sizeof *portions; i++) {
		w->length = phrase(s, portions[i].words);
		w->least = portions[i].least;
		w->most = portions[i].most;
		if (w->length)
			return true;
	}
	before = hedge(s, &side);
	s = str_slice(s, before, s.n);
	for (i = 0; i < sizeof fractions / sizeof *fractions; i++) {
		w->length = phrase(s, fractions[i].words);
		if (w->length == 0)
			continue;
		w->length += before;
		bounds(w, fractions[i].share,
		    fmin(WORDING_POINTS, fractions[i].share / 4), side, false);
		if (side > 0) /* "more than a third" is less than the next */
			w->most = fractions[i].share + 2 * WORDING_POINTS;
		return true;
	}
	return false;
}
