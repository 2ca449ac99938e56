/* SPDX-License-Identifier: MIT */
/* stat/decimal.c - arithmetic on numbers as their decimals show them */
#include "stat/decimal.h"

#include <math.h>

#define EXACT 9007199254740992.0 /* 2^53 */
#define STEPS 15

double
decimal_whole(double x, double scale)
{
	return scale == 1 ? x : round(x * scale);
}

/* Whether x is the double nearest to a whole number divided by scale. */
static int
fits(double x, double scale)
{
	double whole = round(x * scale);

	return fabs(whole) < EXACT && whole / scale == x;
}

double
decimal_scale(const double *x, size_t n)
{
	double scale = 1;
	int steps = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (isnan(x[i]))
			continue;
		while (!fits(x[i], scale)) {
			if (++steps > STEPS || isinf(x[i]))
				return 1;
			scale *= 10;
		}
	}
	/* the values before the last step must still be below 2^53 */
	for (i = 0; i < n; i++)
		if (!isnan(x[i]) && !fits(x[i], scale))
			return 1;
	return scale;
}

double
decimal_minus(double a, double b)
{
	return decimal_plus(a, -b);
}

double
decimal_plus(double a, double b)
{
	double x[2] = {a, b}, scale = decimal_scale(x, 2);

	return (decimal_whole(a, scale) + decimal_whole(b, scale)) / scale;
}
