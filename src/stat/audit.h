/* SPDX-License-Identifier: MIT */
/*
 * stat/audit.h - what is odd in data of which each row is well formed
 *
 * For `sitan lint`: every problem is a warning at its row with a remedy.  A
 * row with a note is one that somebody has looked at: it is passed over.
 */
#ifndef STAT_AUDIT_H
#define STAT_AUDIT_H

struct sink;
struct store;

#define AUDIT_STALE 10 /* years without a newer value */

/*
 * Observations: outliers against the series' own history, parts that do not
 * add up to their total, and newest values that are older than AUDIT_STALE at
 * `year` while most other areas have newer ones (0: not looked for).
 */
void audit_observations(const struct store *, struct sink *, int year);

/* Records: intervals that end before they begin, parts larger than their
 * whole, works that stand twice or contradict their address. */
void audit_records(const struct store *, struct sink *);

#endif
