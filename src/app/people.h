/* SPDX-License-Identifier: MIT */
/* app/people.h - of whom a share is, in the words beside it */
#ifndef APP_PEOPLE_H
#define APP_PEOPLE_H

struct hooks;

/* Report "19% of children" where the value is about women aged 20 to 24: words
 * behind a printed share that name people of another age or sex than its
 * observation.  For reports in English. */
void people_check(struct hooks *);

#endif
