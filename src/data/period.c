/* SPDX-License-Identifier: MIT */
/* data/period.c - dates and intervals at the precision of their source */
#include "data/period.h"

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

/* n digits at p as a number, or -1. */
static int
digits(const char *p, size_t n)
{
	int v = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		v = v * 10 + (p[i] - '0');
	}
	return v;
}

static int
days_of_month(int year, int month)
{
	static const signed char days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

bool
date_parse(struct str s, struct date *date)
{
	int year, month = 0, day = 0;

	if (s.n != 4 && s.n != 7 && s.n != 10)
		return false;
	year = digits(s.p, 4);
	if (year < 1)
		return false;
	if (s.n >= 7) {
		month = s.p[4] == '-' ? digits(s.p + 5, 2) : -1;
		if (month < 1 || month > 12)
			return false;
	}
	if (s.n == 10) {
		day = s.p[7] == '-' ? digits(s.p + 8, 2) : -1;
		if (day < 1 || day > days_of_month(year, month))
			return false;
	}
	*date =
	    (struct date){(short)year, (signed char)month, (signed char)day};
	return true;
}

/* The first day of a date as a number that orders. */
static int
first_day(struct date d)
{
	return d.year * 512 + (d.month ? d.month : 1) * 32 +
	       (d.day ? d.day : 1);
}

static int
last_day(struct date d)
{
	return d.year * 512 + (d.month ? d.month : 12) * 32 +
	       (d.day ? d.day : 31);
}

bool
period_parse(struct str s, struct period *period)
{
	size_t slash = str_find(s, '/', 0);
	struct period p = {0};

	if (s.n > 0) {
		if (!date_parse(str_slice(s, 0, slash), &p.from))
			return false;
		p.to = p.from;
		if (slash < s.n &&
		    (!date_parse(str_slice(s, slash + 1, s.n), &p.to) ||
			first_day(p.from) > last_day(p.to)))
			return false;
	}
	*period = p;
	return true;
}

#define DATE_TEXT 16 /* room for one date */

/* At least n digits, n at most 4; returns their end. */
static char *
put_digits(char *p, int v, int n)
{
	int i;

	if (v < 0 || v > 9999)
		return p + snprintf(p, 8, "%0*d", n, v);
	for (i = n; i-- > 0; v /= 10)
		p[i] = (char)('0' + v % 10);
	return p + n;
}

/* ISO, nothing for none; returns its end. */
static char *
put_date(char *p, struct date d)
{
	if (d.year)
		p = put_digits(p, d.year, 4);
	if (d.year && d.month) {
		*p++ = '-';
		p = put_digits(p, d.month, 2);
	}
	if (d.year && d.month && d.day) {
		*p++ = '-';
		p = put_digits(p, d.day, 2);
	}
	return p;
}

char *
date_text(struct arena *a, struct date d)
{
	char text[DATE_TEXT];

	return arena_strndup(a, text, (size_t)(put_date(text, d) - text));
}

char *
period_text(struct arena *a, struct period p)
{
	char text[2 * DATE_TEXT], *end = put_date(text, p.from);

	if (p.from.year != p.to.year || p.from.month != p.to.month ||
	    p.from.day != p.to.day) {
		*end++ = '/';
		end = put_date(end, p.to);
	}
	return arena_strndup(a, text, (size_t)(end - text));
}

static int
sign(int v)
{
	return (v > 0) - (v < 0);
}

int
date_compare(struct date a, struct date b)
{
	if (a.year == 0 || b.year == 0)
		return sign(a.year - b.year);
	return sign(first_day(a) - first_day(b));
}

int
period_compare(struct period a, struct period b)
{
	int c;

	if (a.from.year == 0 || b.from.year == 0)
		return sign(a.from.year - b.from.year);
	c = sign(last_day(a.to) - last_day(b.to));
	return c ? c : sign(first_day(a.from) - first_day(b.from));
}

bool
date_is_after(struct date a, struct date b)
{
	if (a.year == 0 || b.year == 0)
		return false;
	if (a.year != b.year)
		return a.year > b.year;
	if (a.month == 0 || b.month == 0)
		return false;
	if (a.month != b.month)
		return a.month > b.month;
	return a.day != 0 && b.day != 0 && a.day > b.day;
}

bool
date_known(struct date d)
{
	return d.year != 0;
}
