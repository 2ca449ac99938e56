/* SPDX-License-Identifier: MIT */
/* layout/master.h - running heads and folios */
#ifndef LAYOUT_MASTER_H
#define LAYOUT_MASTER_H

struct layout_env;
struct pages;

/* Add the furniture of all pages; their numbers and labels are set. */
void master_furnish(const struct layout_env *, struct pages *);

#endif
