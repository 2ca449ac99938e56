/* SPDX-License-Identifier: MIT */
/* data/period.h - dates and intervals at the precision of their source */
#ifndef DATA_PERIOD_H
#define DATA_PERIOD_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* A date; month 0 = only the year is known, day 0 = only the month.  year 0 =
 * no date. */
struct date {
	short year;
	signed char month, day;
};

/* What a value is about: from == to for a single date; from.year 0 = not
 * stated. */
struct period {
	struct date from, to;
};

/* "2018", "2018-05", "2018-05-13"; false if it is none of these or no day of
 * the calendar. */
bool date_parse(struct str, struct date *);
/* A date or "a/b"; the empty text is the period that is not stated. */
bool period_parse(struct str, struct period *);

char *date_text(struct arena *, struct date);     /* ISO, "" for none */
char *period_text(struct arena *, struct period); /* ISO with slash */

/* Order of the first day of each: <0, 0, >0. */
int date_compare(struct date, struct date);
/* By the end, then by the beginning. */
int period_compare(struct period, struct period);
/* At the coarser precision of the two: is a after b? (2018 is not after
 * 2018-06-30) */
bool date_is_after(struct date a, struct date b);
bool date_known(struct date);

#endif
