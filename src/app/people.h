/* SPDX-License-Identifier: MIT */
/* app/base.h - of whom a share is, in the words beside it */
#ifndef APP_BASE_H
#define APP_BASE_H

struct hooks;

/* Report "19% of children" where the value is about women aged 20 to 24: words
 * behind a printed share that name people of another age or sex than its
 * observation.  For reports in English. */
void base_check(struct hooks *);

#endif
