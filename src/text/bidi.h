/* SPDX-License-Identifier: MIT */
/* text/bidi.h - UAX #9 by ICU: embedding levels and visual order */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* One embedding level for each byte of the text (in the arena); `rtl` is the
 * direction of the paragraph.  NULL when all of it is left to right and the
 * paragraph too (the usual case costs one scan). */
uint8_t *bidi_levels(struct arena *, struct str text, bool rtl);

/* Visual order of n pieces with these levels: order[i] is the index of the
 * piece that stands i-th from the left. */
void bidi_reorder(const uint8_t *levels, size_t n, size_t *order);

/* Is the main script of a language written from right to left? */
bool bidi_is_rtl(const char *lang);

#endif
