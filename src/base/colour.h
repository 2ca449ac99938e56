/* SPDX-License-Identifier: MIT */
/* base/colour.h - colours as 0xRRGGBB */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdbool.h>
#include <stdint.h>

/* Least contrast of text, and of large text (WCAG 2.1, 1.4.3; EN 301 549,
 * 9.1.4.3): large is from 18 points, or from 14 when it is bold. */
#define CONTRAST_TEXT  4.5
#define CONTRAST_LARGE 3.0

/* "#0B3644"; false when it is something else. */
bool colour_parse(const char *, uint32_t *);

/* The contrast of two colours, 1 to 21. */
double colour_contrast(uint32_t, uint32_t);

/* Does `a` stand out from the field more than `b`? */
bool colour_is_clearer(uint32_t a, uint32_t b, uint32_t field);

#endif
