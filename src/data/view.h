/* SPDX-License-Identifier: MIT */
/* data/view.h - visibility, shared by the two halves of a view */
#ifndef DATA_VIEW_H
#define DATA_VIEW_H

#include <stdbool.h>

#include "data/store.h"

/* Whether the edition may see a record: known by the cut-off, not restricted
 * in a public edition. */
bool view_shows(const struct view *, const struct record *);

#endif
