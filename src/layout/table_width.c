/* SPDX-License-Identifier: MIT */
/*
 * layout/table_width.c - how wide each column of a table is
 *
 * Fixed columns and shares are taken first.  Among the others, a column that
 * needs no more than an equal part of the room gets all it needs, so that
 * years, marks and short words never wrap; what remains is divided among the
 * long ones in proportion to their content, which makes their cells about
 * equally tall.  This is the idea of the tabulary package of LaTeX; CSS 2.1
 * (17.5.2.2) interpolates between least and greatest width instead and wraps
 * short columns without need.  Room to spare first brings the first column to
 * 30% of the whole, then goes to all in proportion, but to the first only until
 * it has 40% (HOUSE-STYLE section 9).
 */
#include "layout/table_width.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_LEAST 30 /* percent */
#define FIRST_MOST  40

static mpt
part(mpt room, int64_t of, int64_t all)
{
	return all > 0 ? (mpt)((int64_t)room * of / all) : 0;
}

static bool
read_word(const char *word, size_t n, struct column_width *c)
{
	char *end;
	double v;
	size_t unit;

	if (n == 1 && *word == '*')
		return true;
	v = strtod(word, &end);
	if (end == word || v <= 0 || v > 10000)
		return false;
	unit = n - (size_t)(end - word);
	if (unit == 0 || (unit == 1 && *end == '%'))
		c->share = (int)(v * 100);
	else if (unit == 2 && memcmp(end, "pt", 2) == 0)
		c->fixed = PT(v);
	else if (unit == 2 && memcmp(end, "mm", 2) == 0)
		c->fixed = PT(v * 72 / 25.4);
	else
		return false;
	return true;
}

const char *
table_widths_read(const char *text, struct column_width *c, size_t n)
{
	static const char blank[] = " \t,";
	size_t i = 0, len;

	for (text += strspn(text, blank); *text; text += strspn(text, blank)) {
		len = strcspn(text, blank);
		if (i == n || !read_word(text, len, &c[i]))
			return text;
		i++;
		text += len;
	}
	return NULL;
}

/* Shares are of a hundred, or of their sum when that is more or when nobody
 * else is there to take the rest. */
static void
give_shares(struct column_width *c, size_t n, mpt room)
{
	int64_t all = 0;
	bool others = false;
	size_t i;

	for (i = 0; i < n; i++) {
		all += c[i].open ? 0 : c[i].share;
		others = others || c[i].open;
	}
	if (others && all < 10000)
		all = 10000;
	for (i = 0; i < n; i++)
		if (!c[i].open && c[i].fixed == 0)
			c[i].width = part(room, c[i].share, all);
}

static struct column_width
sum_open(const struct column_width *c, size_t n)
{
	struct column_width sum = {0};
	size_t i;

	for (i = 0; i < n; i++)
		if (c[i].open) {
			sum.min += c[i].min;
			sum.max += c[i].max;
			sum.share++;
		}
	return sum;
}

static int64_t
sum_widths(const struct column_width *c, size_t n)
{
	int64_t all = 0;
	size_t i;

	for (i = 0; i < n; i++)
		all += c[i].open ? c[i].width : 0;
	return all;
}

/* The first column's part of the spare room: 30% of the whole at least, and
 * no more than 40% if several others can take the rest.  What is left. */
static mpt
give_first(struct column_width *c, size_t n, mpt whole, mpt spare)
{
	mpt least = part(whole, FIRST_LEAST, 100) - c[0].width, add = 0;
	mpt most = part(whole, FIRST_MOST, 100) - c[0].width;

	if (!c[0].open || n < 2)
		return spare;
	if (least > 0)
		add = least < spare ? least : spare;
	add += part(spare - add, c[0].width + add, sum_widths(c, n) + add);
	most = most > 0 ? most : 0;
	if (add > most && sum_open(c, n).share > 2)
		add = most;
	c[0].width += add;
	c[0].open = false;
	return spare - add;
}

/* More is there than the open columns ask for. */
static void
give_spare(struct column_width *c, size_t n, mpt whole, mpt spare)
{
	int64_t all;
	size_t i;

	for (i = 0; i < n; i++)
		if (c[i].open)
			c[i].width = c[i].max;
	spare = give_first(c, n, whole, spare);
	all = sum_widths(c, n);
	for (i = 0; i < n; i++)
		if (c[i].open)
			c[i].width += part(spare, c[i].width, all);
}

/* Columns that ask for no more than an equal part get it, as long as the
 * others keep their least. */
static mpt
settle_short(struct column_width *c, size_t n, mpt room)
{
	struct column_width sum = sum_open(c, n);
	bool any = true;
	size_t i;

	while (any) {
		any = false;
		for (i = 0; i < n; i++) {
			if (!c[i].open || c[i].max > room / sum.share ||
			    sum.min - c[i].min > room - c[i].max)
				continue;
			c[i].width = c[i].max;
			c[i].open = false;
			room -= c[i].max;
			sum.min -= c[i].min;
			sum.share--;
			any = true;
		}
	}
	return room;
}

/* The long columns share in proportion; one that would get less than it can
 * bear gets its least, and the rest is shared anew. */
static void
give_long(struct column_width *c, size_t n, mpt room)
{
	struct column_width sum = sum_open(c, n);
	bool again = true;
	size_t i;

	while (again) {
		again = false;
		for (i = 0; i < n; i++) {
			if (!c[i].open ||
			    part(room, c[i].max, sum.max) >= c[i].min)
				continue;
			c[i].width = c[i].min;
			c[i].open = false;
			room -= c[i].min;
			sum.max -= c[i].max;
			again = true;
		}
	}
	for (i = 0; i < n; i++)
		if (c[i].open)
			c[i].width = part(room, c[i].max, sum.max);
}

static bool
give_open(struct column_width *c, size_t n, mpt whole, mpt room)
{
	struct column_width sum = sum_open(c, n);
	size_t i;

	if (sum.min > room) {
		for (i = 0; i < n; i++)
			if (c[i].open)
				c[i].width = part(
				    room > 0 ? room : 0, c[i].min, sum.min);
		return false;
	}
	if (sum.max <= room)
		give_spare(c, n, whole, room - sum.max);
	else
		give_long(c, n, settle_short(c, n, room));
	return true;
}

/* What rounding left over goes to the last column; too much is taken off all
 * of them. */
static void
make_exact(struct column_width *c, size_t n, mpt room)
{
	int64_t all = 0;
	mpt used = 0;
	size_t i;

	for (i = 0; i < n; i++)
		all += c[i].width;
	for (i = 0; i < n && all > room; i++)
		c[i].width = part(room, c[i].width, all);
	for (i = 0; i < n; i++)
		used += c[i].width;
	c[n - 1].width += room - used;
}

bool
table_widths(struct column_width *c, size_t n, mpt room)
{
	mpt rest = room, taken = 0;
	bool fits = true;
	size_t i;

	assert(n > 0 && room > 0);
	for (i = 0; i < n; i++) {
		c[i].open = c[i].fixed == 0 && c[i].share == 0;
		c[i].width = c[i].fixed;
		rest -= c[i].fixed;
	}
	rest = rest > 0 ? rest : 0;
	give_shares(c, n, rest);
	for (i = 0; i < n; i++)
		taken += c[i].open ? 0 : c[i].width;
	if (sum_open(c, n).share > 0)
		fits = give_open(c, n, room, room - taken);
	make_exact(c, n, room);
	for (i = 0; i < n; i++)
		fits = fits && c[i].width + PT(0.05) >= c[i].min;
	return fits;
}
