/* SPDX-License-Identifier: MIT */
/* layout/lost.h - is every text of the document on a page? */
#ifndef LAYOUT_LOST_H
#define LAYOUT_LOST_H

struct doc;
struct layout_env;
struct pages;

/* Report each block of which a text stands on no page, once, as LAYOUT_LOST:
 * a page layout has no place for it. */
void lost_report(
    const struct layout_env *, const struct doc *, const struct pages *);

#endif
