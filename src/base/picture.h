/* SPDX-License-Identifier: MIT */
/* base/picture.h - how large a picture file is */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

/* Width and height of a PNG or JPEG file in millipoints, one pixel being a
 * point; false when it is neither or cannot be read. */
bool picture_size(const char *path, int32_t *width, int32_t *height);

#endif
