/* SPDX-License-Identifier: MIT */
/*
 * base/picture.c - how large a picture file is
 *
 * PNG: the IHDR chunk comes first (ISO/IEC 15948, 11.2.2).  JPEG: the frame
 * header is the first SOFn segment (ITU-T T.81, B.2.2).
 */
#include "base/picture.h"

#include <stdio.h>
#include <string.h>

static unsigned
be16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static bool
png_size(const unsigned char *p, int32_t *w, int32_t *h)
{
	unsigned wide = be16(p + 16) << 16 | be16(p + 18);
	unsigned high = be16(p + 20) << 16 | be16(p + 22);

	if (wide == 0 || high == 0 || wide > 100000 || high > 100000)
		return false;
	*w = (int32_t)wide * 1000;
	*h = (int32_t)high * 1000;
	return true;
}

static bool
is_frame(int marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	       marker != 0xC8 && marker != 0xCC;
}

static bool
jpeg_size(FILE *f, int32_t *w, int32_t *h)
{
	unsigned char s[9];

	if (fseek(f, 2, SEEK_SET) != 0)
		return false;
	while (fread(s, 1, 4, f) == 4 && s[0] == 0xFF) {
		if (is_frame(s[1])) {
			if (fread(s + 4, 1, 5, f) != 5)
				return false;
			*h = (int32_t)be16(s + 5) * 1000;
			*w = (int32_t)be16(s + 7) * 1000;
			return *w > 0 && *h > 0;
		}
		if (fseek(f, (long)be16(s + 2) - 2, SEEK_CUR) != 0)
			return false;
	}
	return false;
}

bool
picture_size(const char *path, int32_t *w, int32_t *h)
{
	static const unsigned char png[] = {0x89, 'P', 'N', 'G'};
	unsigned char head[24] = {0};
	FILE *f = fopen(path, "rb");
	bool ok = false;

	if (!f)
		return false;
	if (fread(head, 1, sizeof head, f) == sizeof head) {
		if (memcmp(head, png, sizeof png) == 0)
			ok = png_size(head, w, h);
		else if (head[0] == 0xFF && head[1] == 0xD8)
			ok = jpeg_size(f, w, h);
	}
	fclose(f);
	return ok;
}
