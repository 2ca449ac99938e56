/* SPDX-License-Identifier: MIT */
/* data/figure_time.c - periods and dates as publishers write them */
#include <string.h>
#include <strings.h>

#include "data/figure.h"

/* The first n characters as a number, or -1. */
static int
number(struct str s, size_t from, size_t n)
{
	int v = 0;
	size_t i;

	if (n == 0 || n > 8 || from + n > s.n)
		return -1;
	for (i = from; i < from + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

static struct period
months(int year, int from, int to)
{
	return (struct period){{(short)year, (signed char)from, 0},
	    {(short)year, (signed char)to, 0}};
}

static struct period
years(int from, int to)
{
	return (struct period){{(short)from, 0, 0}, {(short)to, 0, 0}};
}

/* What stands behind the year: "Q1", "-Q1", "M01", "S2", "-2018", ".0". */
static bool
read_rest(int year, struct str rest, struct period *p)
{
	int v, k;

	if (rest.n > 1 && rest.p[0] == '-' && number(rest, 1, 1) < 0)
		rest = str_slice(rest, 1, rest.n);
	v = number(rest, 1, rest.n - 1);
	switch (rest.p[0]) {
	case 'Q':
		*p = months(year, v * 3 - 2, v * 3);
		return rest.n == 2 && v >= 1 && v <= 4;
	case 'S':
	case 'H':
		*p = months(year, v * 6 - 5, v * 6);
		return rest.n == 2 && v >= 1 && v <= 2;
	case 'M':
		*p = months(year, v, v);
		return v >= 1 && v <= 12;
	case '.':
		*p = years(year, year);
		return v == 0;
	case '-':
	case '/':
		k = rest.n == 5 ? v : 0;
		*p = years(year, k);
		return k >= year && k >= 1000;
	default:
		return false;
	}
}

bool
figure_period(struct str s, struct period *p)
{
	size_t cut;
	int year;

	s = str_trim(s);
	cut = str_find(s, '[', 0); /* "2015 [YR2015]" */
	if (cut < s.n)
		s = str_trim(str_slice(s, 0, cut));
	if (str_starts(s, "YR") || str_starts(s, "yr"))
		s = str_slice(s, 2, s.n);
	if (s.n > 10 && (s.p[10] == 'T' || s.p[10] == ' ')) /* a time */
		s = str_slice(s, 0, 10);
	if (s.n == 0)
		return false;
	if (period_parse(s, p))
		return true;
	year = number(s, 0, 4);
	return year >= 1000 && s.n > 4 &&
	       read_rest(year, str_slice(s, 4, s.n), p);
}

bool
figure_survey(struct str s, struct period *p)
{
	int from, to;

	s = str_trim(s);
	from = number(s, 0, 4);
	to =
	    s.n == 7 && (s.p[4] == '-' || s.p[4] == '/') ? number(s, 5, 2) : -1;
	if (from >= 1000 && to >= 0 && (from + 1) % 100 == to) {
		*p = years(from, from + 1);
		return true;
	}
	return figure_period(s, p);
}

static int
month_of(struct str s)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int i;

	for (i = 0; s.n >= 3 && i < 12; i++)
		if (strncasecmp(s.p, names + 3 * i, 3) == 0)
			return i + 1;
	return 0;
}

static bool
make_date(int year, int month, int day, struct date *d)
{
	if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	*d = (struct date){(short)year, (signed char)month, (signed char)day};
	return true;
}

bool
figure_date(struct str s, struct date *d)
{
	struct str word[4];
	size_t n = 0, i = 0;
	int v[3];

	s = str_trim(s);
	if (s.n > 10 && (s.p[10] == 'T' || s.p[10] == ' ') &&
	    date_parse(str_slice(s, 0, 10), d))
		return true;
	if (date_parse(s, d))
		return true;
	while (i < s.n && n < 4) {
		size_t from = i;

		while (i < s.n && !strchr("/, ", s.p[i]))
			i++;
		if (i > from)
			word[n++] = str_slice(s, from, i);
		i++;
	}
	if (n < 3)
		return false;
	for (i = 0; i < 3; i++)
		v[i] = number(word[i], 0, word[i].n);
	if (month_of(word[0])) /* January 28, 2025 */
		return make_date(v[2], month_of(word[0]), v[1], d);
	if (month_of(word[1])) /* 28 January 2025 */
		return make_date(v[2], month_of(word[1]), v[0], d);
	return make_date(v[2], v[0], v[1], d);
}
