/* SPDX-License-Identifier: MIT */
/* pdf/icc.h - the colour profile of the output intent */
#ifndef PDF_ICC_H
#define PDF_ICC_H

#include "base/str.h"

/* Append the profile of sRGB (IEC 61966-2-1) as a display (ICC.1:2004-10). */
void icc_srgb(struct buf *);

#endif
