/* SPDX-License-Identifier: MIT */
/* base/colour.c - contrast by relative luminance (WCAG 2.1, 1.4.3) */
#include "base/colour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool
colour_parse(const char *s, uint32_t *out)
{
	if (*s != '#' || strlen(s) != 7 ||
	    strspn(s + 1, "0123456789ABCDEFabcdef") != 6)
		return false;
	*out = (uint32_t)strtoul(s + 1, NULL, 16);
	return true;
}

/* Light of one channel, 0 to 1, from its code in sRGB. */
static double
channel(unsigned code)
{
	double v = code / 255.0;

	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
luminance(uint32_t c)
{
	return 0.2126 * channel(c >> 16 & 0xFF) +
	       0.7152 * channel(c >> 8 & 0xFF) + 0.0722 * channel(c & 0xFF);
}

double
colour_contrast(uint32_t a, uint32_t b)
{
	double x = luminance(a), y = luminance(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

bool
colour_is_clearer(uint32_t a, uint32_t b, uint32_t field)
{
	return colour_contrast(a, field) > colour_contrast(b, field);
}
