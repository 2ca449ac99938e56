/* SPDX-License-Identifier: MIT */
/* layout/hatch.h - the sign for "no data": a hatched field */
#ifndef LAYOUT_HATCH_H
#define LAYOUT_HATCH_H

#include "layout/style.h"
#include "layout/vlist.h"

/* White, lines of 0.8 pt at 45 degrees every 4 pt, outlined (HOUSE-STYLE
 * section 6); drawn as an artifact, the words stand beside it. */
void hatch_add(
    struct arena *, struct vbox *, const struct style *, struct rect);

#endif
