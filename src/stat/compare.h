/* SPDX-License-Identifier: MIT */
/*
 * stat/compare.h - may two observations be compared?
 *
 * Two values of one name are not always two measurements of one thing.  What
 * makes a difference meaningless is told from what makes it uncertain: the
 * first is refused, the second is worded with care.
 */
#ifndef STAT_COMPARE_H
#define STAT_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

struct obs;

enum caution {
	/* refused */
	CAUTION_BREAK = 1,      /* the series begins anew in between */
	CAUTION_DEFINITION = 2, /* one of them is by another definition */
	/* worded with care */
	CAUTION_MODELLED = 4, /* one is modelled, the other measured */
	CAUTION_SOURCE = 8,   /* of different publishers */
	CAUTION_BASE = 16,    /* a share on 25 to 49 cases */
	CAUTION_OVERLAP = 32, /* their intervals have values in common */
};

#define CAUTION_REFUSED (CAUTION_BREAK | CAUTION_DEFINITION)

/*
 * Everything that stands against comparing a with b, as bits.  `series` are
 * the n observations among which breaks are looked for, by period; a break
 * counts when it lies behind a and not behind b.  Estimates count as modelled;
 * sources are of one publisher when their authors are the same text.
 */
unsigned compare_cautions(const struct obs *a, const struct obs *b,
    const struct obs *const *series, size_t n);

/*
 * Whether the intervals of two observations have values in common: then the
 * difference may be none.  Both ends of both must be known.  (That they do not
 * overlap is the stricter test of a difference; Schenker and Gentleman,
 * American Statistician 55, 2001.)
 */
bool compare_overlap(const struct obs *a, const struct obs *b);

/* Whether an observation may take a place among those of other areas: not a
 * share on a small base, not one by another definition. */
bool compare_ranks(const struct obs *);

/* Index of the observation from which on all n are one series with the last:
 * behind the last break and the last change of definition. */
size_t compare_stretch(const struct obs *const *series, size_t n);

#endif
