/* SPDX-License-Identifier: MIT */
/* data/figure.h - values and periods as publishers write them */
#ifndef DATA_FIGURE_H
#define DATA_FIGURE_H

#include <stdbool.h>

#include "base/str.h"
#include "data/period.h"
#include "data/store.h"

#define FIGURE_TEXT 64

enum figure_kind {
	FIGURE_EMPTY,  /* nothing is written */
	FIGURE_VALUE,  /* a number, or a range alone */
	FIGURE_ABSENT, /* a mark for "no data": "..", "NaN", "-" */
	FIGURE_REASON, /* a mark that says why there is none: see status */
	FIGURE_BAD,
};

/* Numbers are plain decimals (sign, digits, "."), "" where there is none. */
struct figure {
	enum figure_kind kind;
	char value[FIGURE_TEXT], low[FIGURE_TEXT], high[FIGURE_TEXT];
	enum comparator comparator;
	enum obs_status status;
	bool marked; /* thousands marks, a percent sign, a comma as point */
};

/*
 * "12.5", "1e+05", "1,234.5", "<1", "51 [36-79]", "(12.3)" for a small base.
 * With comma_decimal a single comma is the point; else it parts thousands
 * where it can.
 */
void figure_parse(struct str, bool comma_decimal, struct figure *);

/* A plain decimal times ten to the power; false when it gets too long. */
bool figure_shift(char text[FIGURE_TEXT], int power);

/*
 * "2017", "2015 [YR2015]", "YR1985", "2017Q1", "2017-Q1", "2017M01",
 * "2014-01", "2017-S1", "2014-2018", "2014/2018", "2015.0", a date, also with
 * a time behind it.
 */
bool figure_period(struct str, struct period *);

/* Years of a survey: "2010-11" is 2010/2011; else as figure_period. */
bool figure_survey(struct str, struct period *);

/* "2026-04-08", "01/28/2025" (month first), "28 January 2025",
 * "January 28, 2025". */
bool figure_date(struct str, struct date *);

#endif
