/* SPDX-License-Identifier: MIT */
/* app/only.h - facts that the summary states and the body does not */
#ifndef APP_ONLY_H
#define APP_ONLY_H

struct hooks;

/* Report printed values of the pages of layout `summary` none of whose
 * observations and records stands behind a value of another part; and
 * the names of laws, plans and others that stand there alone; a report whose
 * other parts print no values is a summary by itself. */
void only_check(struct hooks *);

#endif
