/* SPDX-License-Identifier: MIT */
/* base/num.h - numbers as text, the same on every machine and locale */
#ifndef BASE_NUM_H
#define BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define NUM_TEXT 400 /* room for any number that num_ functions write */

/*
 * Parse a whole text as a decimal number: sign, digits, "." and an exponent;
 * no blanks, no thousands marks, no "inf" or "nan".
 */
bool num_parse(struct str s, double *value);
bool num_parse_int(struct str s, long *value);

/* The shortest decimal text that reads back as v; "1.5e-300" when long. */
size_t num_shortest(double v, char out[NUM_TEXT]);

/*
 * v with exactly `decimals` (0 to 20) places, rounded on its shortest decimal
 * form, halves away from zero; never "-0".  v is finite.
 */
size_t num_fixed(double v, int decimals, char out[NUM_TEXT]);

/* The number that num_fixed prints. */
double num_round(double v, int decimals);

#endif
