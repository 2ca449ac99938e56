/* SPDX-License-Identifier: MIT */
/* data/encoding.c - how the bytes of a foreign file stand for characters */
#include "data/encoding.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum encoding
encoding_detect(struct str head, size_t *mark)
{
	size_t i, zero[2] = {0, 0}, n = head.n < 64 ? head.n & ~(size_t)1 : 64;

	*mark = 0;
	if (str_starts(head, "\xEF\xBB\xBF")) {
		*mark = 3;
		return ENCODING_UTF8;
	}
	if (str_starts(head, "\xFF\xFE") || str_starts(head, "\xFE\xFF")) {
		*mark = 2;
		return head.p[0] == '\xFF' ? ENCODING_UTF16LE
					   : ENCODING_UTF16BE;
	}
	for (i = 0; i < n; i++)
		zero[i & 1] += head.p[i] == '\0';
	if (n >= 4 && zero[1] == n / 2 && zero[0] == 0)
		return ENCODING_UTF16LE;
	if (n >= 4 && zero[0] == n / 2 && zero[1] == 0)
		return ENCODING_UTF16BE;
	return ENCODING_UTF8;
}

static void
add_unit(struct utf16 *u, unsigned unit, struct buf *out)
{
	bool low = unit >= 0xDC00 && unit < 0xE000;
	bool high = unit >= 0xD800 && unit < 0xDC00;

	if (u->high && low) {
		buf_utf8(out,
		    0x10000 + ((u->high - 0xD800) << 10) + (unit - 0xDC00));
		u->high = 0;
		return;
	}
	if (u->high)
		buf_utf8(out, 0xFFFD);
	u->high = high ? unit : 0;
	if (!high)
		buf_utf8(out, low ? 0xFFFD : unit);
}

void
encoding_utf16(struct utf16 *u, struct str s, struct buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (!u->has_half) {
			u->half = c;
			u->has_half = true;
			continue;
		}
		u->has_half = false;
		add_unit(u,
		    u->big ? (unsigned)u->half << 8 | c
			   : (unsigned)c << 8 | u->half,
		    out);
	}
}

bool
encoding_windows(struct str s, struct buf *out)
{
	/* 0x80 to 0x9F; 0 where Windows-1252 has no character */
	static const unsigned short upper[32] = {0x20AC, 0, 0x201A, 0x0192,
	    0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
	    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
	    0x0178};
	bool good = true;
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		uint32_t code = c;

		if (c >= 0x80 && c < 0xA0)
			code = upper[c - 0x80];
		if (code == 0 && c != 0) {
			good = false;
			code = 0xFFFD;
		}
		buf_utf8(out, code);
	}
	return good;
}

bool
encoding_has_high(struct str s)
{
	uint64_t word, any = 0;
	size_t i;

	for (i = 0; i + 8 <= s.n; i += 8) {
		memcpy(&word, s.p + i, 8);
		any |= word;
	}
	for (; i < s.n; i++)
		any |= (unsigned char)s.p[i];
	return (any & 0x8080808080808080u) != 0;
}
