/* SPDX-License-Identifier: MIT */
/* layout/contrast.h - can the texts of a style be read on their fields? */
#ifndef LAYOUT_CONTRAST_H
#define LAYOUT_CONTRAST_H

#include <stdbool.h>

struct sink;
struct style;

/* Report each role, and each colour of other texts, that stands out too little
 * from what it is printed on, at the place where the style gives it; false if
 * there is one. */
bool contrast_check(const struct style *, struct sink *);

#endif
