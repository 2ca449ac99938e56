/* SPDX-License-Identifier: MIT */
/* layout/style_font.h - the fonts of a style and their fallback chains */
#ifndef LAYOUT_STYLE_FONT_H
#define LAYOUT_STYLE_FONT_H

#include <stdbool.h>

#include "layout/style.h"

struct style_fonts;

/* `script` is the entry of `scripts` that the document is written in, or
 * NULL. */
struct style_fonts *style_fonts_new(struct arena *, struct sink *,
    struct font_set *, const struct conf *style, const struct conf *script);

/* Fill in the chains of a role's four cuts; false: a font was missing and
 * reported. */
bool style_font_cuts(struct style_fonts *, struct role_style *, bool serif,
    enum font_weight, bool italic);

/* Offset of the baseline from the middle of the line, in sizes. */
double style_font_baseline(const struct style_fonts *, bool serif);
bool style_font_ligatures(const struct style_fonts *, bool serif);

#endif
