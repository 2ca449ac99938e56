/* SPDX-License-Identifier: MIT */
/* layout/mark.h - status marks, drawn */
#ifndef LAYOUT_MARK_H
#define LAYOUT_MARK_H

#include "layout/style.h"
#include "layout/vlist.h"

struct arena;

/* Height of a mark's middle above the baseline of the text beside it. */
mpt mark_middle(const struct face *);

/* How wide its mark is. */
mpt mark_width(const struct style *, const struct node *status);

/* Add the mark of a STATUS leaf (attribute "state") to a box: left edge x,
 * middle y.  In right-to-left text the half disc is filled on the right. */
void mark_add(struct arena *, struct vbox *, const struct style *,
    const struct node *status, bool rtl, mpt x, mpt y);

#endif
