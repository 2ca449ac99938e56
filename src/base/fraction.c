/* SPDX-License-Identifier: MIT */
/* base/fraction.c - shares as "3 in 4", in figures */
#include "base/fraction.h"

#include <math.h>
#include <string.h>

#include "base/locale.h"
#include "base/str.h"

#define MANY  10    /* where the number is left open */
#define ROW   20    /* the most that stand side by side in a pictogram */
#define LEAST 0.085 /* smaller shares are one in more than MANY */
#define EXACT 0.001 /* further off is "about" */

struct fraction
fraction_near(double share, int of)
{
	struct fraction best = {0, of ? of : MANY};
	double least = INFINITY;

	if (of) {
		best.k = (int)lround(share * of);
		return best;
	}
	if (share * ROW >= 1 && share < LEAST)
		return (struct fraction){1, (int)lround(1 / share)};
	for (int n = 2; n <= MANY; n++) {
		int k = (int)lround(share * n);
		double off = fabs(share - (double)k / n);
		bool none = k == 0 && share > 0, all = k == n && share < 1;
		double cost = off + (none || all ? 0.05 : 0) + n * 0.0015 +
			      (n == 7 || n == 9 ? 0.01 : 0);

		if (cost < least) {
			least = cost;
			best = (struct fraction){k, n};
		}
	}
	if (best.k == 0 || best.k == best.n)
		best = (struct fraction){best.k ? MANY : 0, MANY};
	return best;
}

/* Nobody says "seven in nine" where "three in four" is as good. */
static struct fraction
nearest(double percent, bool odd, bool *exact)
{
	struct fraction best = {0, 0};
	double least = 2.5;

	*exact = false;
	for (int n = 2; n <= MANY; n++)
		for (int k = 1; k < n && (odd || (n != 7 && n != 9)); k++) {
			double off = fabs(100.0 * k / n - percent);

			/* a simpler one must be clearly worse to lose */
			if (off < least - 0.5 || (!best.n && off <= least)) {
				best = (struct fraction){k, n};
				*exact = off < 0.05;
				least = off;
			}
		}
	return best;
}

struct fraction
fraction_simplest(double percent, bool *exact)
{
	struct fraction f;

	if (percent < 100 * LEAST) {
		double whole = floor(100 / percent + 0.5);

		*exact = fabs(100 / percent - whole) < 1e-9;
		return (struct fraction){1, (int)whole};
	}
	f = nearest(percent, false, exact);
	return f.n ? f : nearest(percent, true, exact);
}

static const char *
pattern(const struct locale *l, const char *path, const char *fallback)
{
	const char *word = l ? locale_word(l, path) : NULL;

	return word ? word : fallback;
}

/* A pattern with {a} and {b}, or {n}, filled. */
static void
fill(struct buf *out, const char *p, const char *first, const char *second)
{
	for (; *p; p++) {
		if (p[0] != '{' || !p[1] || p[2] != '}') {
			buf_putc(out, *p);
			continue;
		}
		buf_puts(out, p[1] == 'b' ? second : first);
		p += 2;
	}
}

static const char *
digits(const struct locale *l, int v, struct buf *b)
{
	if (l)
		locale_number(l, v, 0, b);
	else
		buf_printf(b, "%d", v);
	return b->p;
}

void
fraction_text(const struct locale *l, struct fraction f, double share,
    bool rough, struct buf *out)
{
	struct buf k = {0}, n = {0}, in = {0};

	fill(&in, pattern(l, "fraction.in", "{a} in {b}"), digits(l, f.k, &k),
	    digits(l, f.n, &n));
	if (!rough && fabs(share - (double)f.k / f.n) <= EXACT)
		buf_puts(out, in.p);
	else if (f.k == f.n)
		fill(out, pattern(l, "fraction.nearly", "nearly {n}"), in.p,
		    NULL);
	else
		fill(
		    out, pattern(l, "fraction.about", "about {n}"), in.p, NULL);
	buf_free(&k);
	buf_free(&n);
	buf_free(&in);
}
