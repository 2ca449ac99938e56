/* SPDX-License-Identifier: MIT */
/*
 * chart/scale.c - axes with round numbers
 *
 * The step is the smallest of 1, 2, 5 x 10^n that needs no more lines than
 * allowed; both ends are moved outwards to multiples of it (Heckbert, "Nice
 * numbers for graph labels", Graphics Gems, 1990).
 */
#include "chart/scale.h"

#include <assert.h>
#include <math.h>

/* The next step after s. */
static double
step_up(int *digit, int *power)
{
	static const double digits[3] = {1, 2, 5};

	if (++*digit == 3) {
		*digit = 0;
		++*power;
	}
	return digits[*digit] * pow(10, *power);
}

struct scale
scale_values(double lo, double hi, bool zero, size_t lines, mpt from, mpt to)
{
	struct scale s = {0};
	int digit = 2, power;
	double a, b;
	size_t n;

	assert(isfinite(lo) && isfinite(hi) && lo <= hi && lines >= 1);
	if (lines > TICKS_MAX - 2)
		lines = TICKS_MAX - 2;
	if (zero && lo > 0)
		lo = 0;
	if (zero && hi < 0)
		hi = 0;
	if (lo == hi) {
		double half = lo == 0 ? 1 : fabs(lo) * 0.1;

		if (lo != 0 && !zero)
			lo -= half;
		hi += half;
	}
	power = (int)floor(log10((hi - lo) / (double)lines)) - 1;
	do {
		s.step = step_up(&digit, &power);
		a = floor(lo / s.step + 1e-9);
		b = ceil(hi / s.step - 1e-9);
		n = (size_t)(b - a) + 1;
	} while (n - (a <= 0 && b >= 0 ? 1 : 0) > lines || n > TICKS_MAX);
	s.lo = a * s.step;
	s.hi = b * s.step;
	s.from = from;
	s.to = to;
	s.decimals = power < 0 ? -power : 0;
	for (double k = a; k <= b && s.nticks < TICKS_MAX; k++)
		s.ticks[s.nticks++] = k * s.step;
	return s;
}

bool
scale_wants_zero(double lo, double hi)
{
	if (lo < 0)
		return hi >= 0;
	return lo < 0.5 * hi;
}

struct scale
scale_years(double from_year, double to_year, mpt width, mpt from, mpt to)
{
	static const int steps[] = {5, 4, 6, 10, 20, 25, 50, 100};
	double span = to_year - from_year;
	struct scale s = {
	    .lo = from_year, .hi = to_year, .from = from, .to = to};
	double room, best = 0;

	if (span <= 0) {
		s.lo -= 1;
		s.hi += 1;
		s.step = 2;
		s.ticks[s.nticks++] = from_year;
		return s;
	}
	room = width > 0 ? (double)(to - from) / (1.35 * width) : 100;
	if (span <= 4 && span <= room)
		best = 1;
	for (size_t i = 0; best == 0 && i < 3; i++)
		if (span / steps[i] <= fmin(room, 7) &&
		    fmod(span, steps[i]) == 0)
			best = steps[i];
	for (size_t i = 0; best == 0 && i < sizeof steps / sizeof *steps; i++)
		if (span / steps[i] <= fmin(room, 7))
			best = steps[i];
	if (best == 0)
		best = ceil(span);
	s.step = best;
	for (double y = ceil(from_year); y <= to_year && s.nticks < TICKS_MAX;
	     y += best)
		s.ticks[s.nticks++] = y;
	return s;
}

mpt
scale_at(const struct scale *s, double value)
{
	double t = (value - s->lo) / (s->hi - s->lo);

	return s->from + (mpt)lround(t * (s->to - s->from));
}
