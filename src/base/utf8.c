/* SPDX-License-Identifier: MIT */
/* base/utf8.c - UTF-8 (RFC 3629) */
#include "base/utf8.h"

#include <string.h>

#define HIGH_BITS 0x8080808080808080u

uint32_t
utf8_decode(const char **p, const char *end)
{
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	const unsigned char *s = (const unsigned char *)*p;
	uint32_t c = s[0];
	size_t more, i;

	(*p)++;
	if (c < 0x80)
		return c;
	more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
	if (more == 0 || c > 0xF4 || (size_t)(end - *p) < more)
		return UTF8_BAD;
	c &= 0x3Fu >> more;
	for (i = 1; i <= more; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return UTF8_BAD;
		c = c << 6 | (s[i] & 0x3Fu);
	}
	if (c < least[more] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return UTF8_BAD;
	*p += more;
	return c;
}

size_t
utf8_encode(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t
utf8_check(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		const char *at = p;
		uint64_t eight;

		/* most text is ASCII: eight characters at once */
		if (end - p >= 8) {
			memcpy(&eight, p, sizeof eight);
			if (!(eight & HIGH_BITS)) {
				p += 8;
				continue;
			}
		}
		if ((unsigned char)*p < 0x80)
			p++;
		else if (utf8_decode(&p, end) == UTF8_BAD)
			return (size_t)(at - s.p);
	}
	return s.n;
}

size_t
utf8_length(struct str s)
{
	size_t n = 0, i;

	for (i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}
