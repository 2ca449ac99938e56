/* SPDX-License-Identifier: MIT */
/*
 * base/num.c - numbers as text
 *
 * Rounding works on decimal digits, not on binary fractions: 0.285 to two
 * places is 0.29 because a reader sees "0.285", although the nearest double
 * lies below it.  The shortest digits that read back as the same double are
 * found by trying 15, 16 and 17 significant places.
 */
#include "base/num.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FEW_DIGITS 15 /* any so many fit a double exactly */

static size_t
digits_at(const char *p, size_t i, size_t n)
{
	size_t k = i;

	while (k < n && isdigit((unsigned char)p[k]))
		k++;
	return k - i;
}

/*
 * The value of n digits, `part` of them after a point among them: both the
 * digits as a whole number and the power of ten are exact, so that their
 * quotient is the nearest double (Clinger, "How to Read Floating Point Numbers
 * Accurately", 1990).
 */
static double
few_digits(const char *p, size_t n, size_t part)
{
	static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
	    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	int64_t v = 0;

	for (; n > 0; p++)
		if (*p != '.') {
			v = v * 10 + (*p - '0');
			n--;
		}
	return (double)v / powers[part];
}

bool
num_parse(struct str s, double *value)
{
	char text[NUM_TEXT];
	size_t i = 0, first, whole, part = 0;

	if (s.n == 0 || s.n >= sizeof text)
		return false;
	if (s.p[i] == '-' || s.p[i] == '+')
		i++;
	first = i;
	i += whole = digits_at(s.p, i, s.n);
	if (i < s.n && s.p[i] == '.') {
		part = digits_at(s.p, ++i, s.n);
		i += part;
	}
	if (whole + part == 0)
		return false;
	if (i == s.n && whole + part <= FEW_DIGITS) {
		*value = few_digits(s.p + first, whole + part, part);
		if (s.p[0] == '-')
			*value = -*value;
		return true;
	}
	if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
		size_t n;

		if (++i < s.n && (s.p[i] == '-' || s.p[i] == '+'))
			i++;
		n = digits_at(s.p, i, s.n);
		if (n == 0)
			return false;
		i += n;
	}
	if (i != s.n)
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	*value = strtod(text, NULL);
	return isfinite(*value);
}

bool
num_parse_int(struct str s, long *value)
{
	char text[32], *end;

	if (s.n == 0 || s.n >= sizeof text)
		return false;
	if (!isdigit((unsigned char)s.p[0]) && s.p[0] != '-')
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	errno = 0;
	*value = strtol(text, &end, 10);
	return *end == '\0' && errno == 0 && end != text && end[-1] != '-';
}

/*
 * Most numbers of a report have few decimals.  If a whole number below 10^15,
 * divided by 10^d, gives v back exactly, then its digits are the shortest:
 * the division rounds correctly, and 15 digits tell doubles apart.
 */
static size_t
few_decimals(double v, char digits[32], int *point)
{
	static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
	char reverse[32];
	size_t n = 0, i;
	int d;

	for (d = 0; d < 7 && v * powers[d] < 1e15; d++) {
		int64_t whole = (int64_t)(v * powers[d] + 0.5);

		if ((double)whole / powers[d] != v)
			continue;
		for (; whole > 0; whole /= 10)
			reverse[n++] = (char)('0' + whole % 10);
		for (i = 0; i < n; i++)
			digits[i] = reverse[n - 1 - i];
		*point = (int)n - d;
		return n;
	}
	return 0;
}

/* Digits with their point, without exponent: 0 < point <= n + 15. */
static size_t
write_plain(bool negative, const char *digits, size_t n, int point, char *out)
{
	size_t at = 0;

	if (negative)
		out[at++] = '-';
	if (point <= 0) {
		out[at++] = '0';
		out[at++] = '.';
		for (; point < 0; point++)
			out[at++] = '0';
	}
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (int)i == point)
			out[at++] = '.';
		out[at++] = digits[i];
	}
	out[at] = '\0';
	return at;
}

size_t
num_shortest(double v, char out[NUM_TEXT])
{
	char digits[32];
	int places, point, n = 0;
	size_t few;

	assert(isfinite(v));
	if (v == 0)
		v = 0; /* not "-0" */
	if (fabs(v) < 1e15 && v == (double)(int64_t)v)
		return (size_t)snprintf(out, NUM_TEXT, "%lld", (long long)v);
	few = fabs(v) >= 1e-3 ? few_decimals(fabs(v), digits, &point) : 0;
	if (few > 0)
		return write_plain(v < 0, digits, few, point, out);
	for (places = 15; places <= 17; places++) {
		n = snprintf(out, NUM_TEXT, "%.*g", places, v);
		if (strtod(out, NULL) == v)
			break;
	}
	return (size_t)n;
}

/*
 * The significant digits of |v| in shortest form, without point, and the
 * place of the point counted from the first digit.
 */
static size_t
decimal_digits(double v, char digits[32], int *point)
{
	char text[64], *e;
	int places;
	size_t n = few_decimals(fabs(v), digits, point), i;

	if (n > 0)
		return n;
	for (places = 14; places <= 16; places++) {
		snprintf(text, sizeof text, "%.*e", places, fabs(v));
		if (strtod(text, NULL) == fabs(v))
			break;
	}
	e = strchr(text, 'e');
	*point = atoi(e + 1) + 1;
	for (i = 0; text + i < e; i++)
		if (text[i] != '.')
			digits[n++] = text[i];
	return n;
}

/* Round the digits to `keep` of them (which may be 0), halves up. */
static size_t
round_digits(char digits[32], size_t n, size_t keep, int *point)
{
	size_t i = keep;
	bool up = keep < n && digits[keep] >= '5';

	if (keep >= n)
		return n;
	while (up && i > 0) {
		i--;
		up = digits[i] == '9';
		digits[i] = up ? '0' : (char)(digits[i] + 1);
	}
	if (up) {
		memmove(digits + 1, digits, keep);
		digits[0] = '1';
		(*point)++;
		return keep + 1;
	}
	return keep;
}

size_t
num_fixed(double v, int decimals, char out[NUM_TEXT])
{
	char digits[33];
	int point, i, keep;
	size_t n, at = 0;
	bool zero = true;

	assert(isfinite(v) && decimals >= 0 && decimals <= 20);
	n = decimal_digits(v, digits, &point);
	keep = point + decimals;
	if (keep < 0) {
		n = 0;
		point = 0;
	} else {
		n = round_digits(digits, n, (size_t)keep, &point);
	}
	for (i = 0; i < (int)n; i++)
		zero = zero && digits[i] == '0';
	if (v < 0 && !zero && n > 0)
		out[at++] = '-';
	if (point <= 0)
		out[at++] = '0';
	for (i = point < 0 ? point : 0; i < point + decimals; i++) {
		if (i == point)
			out[at++] = '.';
		out[at++] = i >= 0 && i < (int)n ? digits[i] : '0';
		if (at > NUM_TEXT - 4)
			break;
	}
	out[at] = '\0';
	return at;
}

double
num_round(double v, int decimals)
{
	char text[NUM_TEXT];

	num_fixed(v, decimals, text);
	return strtod(text, NULL);
}
