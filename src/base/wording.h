/* SPDX-License-Identifier: MIT */
/*
 * base/wording.h - words that state a size, and the numbers that bear them
 *
 * One table for the filters that choose such a word (tmpl) and for the checks
 * of words that a writer chose (doc).  "Doubled" is 2 within a tenth, as
 * readers take a word for a rounded number; a majority is more than half
 * (one that is only the largest part is a plurality), most is the same;
 * nearly all begins at 90 per cent; fractions hold within five points.
 */
#ifndef BASE_WORDING_H
#define BASE_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define WORDING_TENTH      0.1 /* of a multiple */
#define WORDING_POINTS     5   /* per cent, around a fraction */
#define WORDING_NEARLY_ALL 90
#define WORDING_VAST       75
#define WORDING_FEW        20

/*
 * The growth from 1 to `times` as a key of the locale's section `growth`:
 * "nearly_doubled", "doubled", "more_than_doubled", the same of tripled,
 * quadrupled and halved; NULL when none of them fits (times 1.3), or for a
 * number that is not positive.
 */
const char *wording_growth(double times);

/*
 * A share in per cent as a key of the section `portion`: "none", "few" (to
 * 20), "minority", "half" (as printed), "majority", "nearly_all", "all".
 * `largest`: no other part is as large, so that up to half it is "largest".
 */
const char *wording_portion(double share, bool largest);

/* An English phrase at the beginning of a text. */
struct wording {
	size_t length;      /* bytes, with words such as "more than" before */
	double least, most; /* that bear it: times, or per cent */
};

/* The phrase that begins at s, at a word; false if none.  Lower and upper case
 * are the same. */
bool wording_read_growth(struct str s, struct wording *);
bool wording_read_portion(struct str s, struct wording *);

#endif
