/* SPDX-License-Identifier: MIT */
/* text/bidi.c - UAX #9 by ICU: embedding levels and visual order */
#include "text/bidi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>

#include "base/arena.h"
#include "base/utf8.h"

#define EXIT_MACHINE 3

/* Letters and controls of right-to-left scripts; a few too many do no harm. */
static bool
is_rtl_code(uint32_t c)
{
	return (c >= 0x590 && c <= 0x8FF) || c == 0x200F || c == 0x202B ||
	       c == 0x202E || c == 0x2067 || (c >= 0xFB1D && c <= 0xFDFF) ||
	       (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
	       (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool
has_rtl(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		if ((unsigned char)*p < 0xD6)
			p++;
		else if (is_rtl_code(utf8_decode(&p, end)))
			return true;
	}
	return false;
}

/* The text in UTF-16 and, for each unit, the byte where its character
 * begins. */
static size_t
to_utf16(struct str s, UChar *units, uint32_t *bytes)
{
	const char *p = s.p, *end = s.p + s.n;
	size_t n = 0;

	while (p < end) {
		uint32_t at = (uint32_t)(p - s.p), c = utf8_decode(&p, end);

		if (c == UTF8_BAD)
			c = 0xFFFD;
		if (c >= 0x10000) {
			bytes[n] = at;
			units[n++] = (UChar)(0xD800 + ((c - 0x10000) >> 10));
			c = 0xDC00 + (c & 0x3FF);
		}
		bytes[n] = at;
		units[n++] = (UChar)c;
	}
	return n;
}

uint8_t *
bidi_levels(struct arena *a, struct str s, bool rtl)
{
	UErrorCode e = U_ZERO_ERROR;
	const UBiDiLevel *by_unit;
	struct arena *scratch;
	uint8_t *levels;
	uint32_t *bytes;
	UChar *units;
	UBiDi *bidi;
	size_t n, i, k;

	if (!rtl && !has_rtl(s))
		return NULL;
	scratch = arena_new();
	units = ARENA_ARRAY(scratch, UChar, s.n + 1);
	bytes = ARENA_ARRAY(scratch, uint32_t, s.n + 1);
	levels = ARENA_ARRAY(a, uint8_t, s.n + 1);
	n = to_utf16(s, units, bytes);
	bytes[n] = (uint32_t)s.n;
	bidi = ubidi_open();
	ubidi_setPara(bidi, units, (int32_t)n, rtl ? 1 : 0, NULL, &e);
	by_unit = ubidi_getLevels(bidi, &e);
	if (U_FAILURE(e) && n) {
		fprintf(stderr, "sitan: ICU has no bidi: %s\n", u_errorName(e));
		exit(EXIT_MACHINE);
	}
	for (i = 0; i < n; i++)
		for (k = bytes[i]; k < bytes[i + 1]; k++)
			levels[k] = by_unit[i];
	ubidi_close(bidi);
	arena_free(scratch);
	return levels;
}

void
bidi_reorder(const uint8_t *levels, size_t n, size_t *order)
{
	int32_t *map = xmalloc(n * sizeof *map);
	size_t i;

	ubidi_reorderVisual(levels, (int32_t)n, map);
	for (i = 0; i < n; i++)
		order[i] = (size_t)map[i];
	free(map);
}

bool
bidi_is_rtl(const char *lang)
{
	static const char *const languages[] = {
	    "ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"};
	size_t i, n = 0;

	while (lang && lang[n] && lang[n] != '-' && lang[n] != '_')
		n++;
	for (i = 0; n && i < sizeof languages / sizeof *languages; i++)
		if (languages[i][0] == lang[0] &&
		    strncmp(languages[i], lang, n) == 0 && !languages[i][n])
			return true;
	return false;
}
