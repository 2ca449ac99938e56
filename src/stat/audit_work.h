/* SPDX-License-Identifier: MIT */
/* stat/audit_work.h - what the files of the audit share */
#ifndef STAT_AUDIT_WORK_H
#define STAT_AUDIT_WORK_H

#include "data/store.h"

struct sink;

/* Values off the line of their neighbours. */
void audit_series(const struct store *, struct sink *);

/* Totals that their parts contradict. */
void audit_sums(const struct store *, struct sink *);

/* Indicators of one name, or of nearly one. */
void audit_names(const struct store *, struct sink *);

#endif
