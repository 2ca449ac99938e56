/* SPDX-License-Identifier: MIT */
/* pdf/string.c - strings in PDF syntax */
#include "pdf/string.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"
#include "pdf/obj.h"

#define LIMIT 32767 /* bytes of a string, ISO 19005-2 6.1.13 */

void
string_bytes(struct buf *out, struct str s)
{
	buf_putc(out, '(');
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '(' || c == ')' || c == '\\' || c == '\r')
			buf_putc(out, '\\');
		/* a bare carriage return would be read as a line feed */
		buf_putc(out, c == '\r' ? 'r' : c);
	}
	buf_putc(out, ')');
}

/* The code of a character in PDFDocEncoding (annex D.2), as far as texts have
 * it; 0: none. */
static unsigned char
doc_code(uint32_t c)
{
	static const uint16_t marks[] = {0x2022, 0x2020, 0x2021, 0x2026, 0x2014,
	    0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E,
	    0x201C, 0x201D, 0x2018, 0x2019, 0x201A};
	size_t i;

	if (c == 0xA0)
		return ' ';
	if ((c >= ' ' && c <= '~') || (c >= 0xA1 && c <= 0xFF && c != 0xAD))
		return (unsigned char)c;
	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i] == c)
			return (unsigned char)(0x80 + i);
	return 0;
}

static bool
in_doc_encoding(struct str s, struct buf *out)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		unsigned char code = doc_code(utf8_decode(&p, end));

		if (!code)
			return false;
		buf_putc(out, (char)code);
	}
	return out->n <= LIMIT;
}

void
string_units(struct buf *out, struct str utf8)
{
	buf_add(out, "\xFE\xFF", 2);
	obj_utf16(out, utf8);
	if (out->n > LIMIT) {
		out->n = LIMIT - 1;
		/* not between the halves of a surrogate pair */
		if ((out->p[out->n - 2] & 0xFC) == 0xD8)
			out->n -= 2;
	}
}

void
string_utf16(struct buf *out, struct str utf8)
{
	struct buf b = {0};

	string_units(&b, utf8);
	string_bytes(out, buf_view(&b));
	buf_free(&b);
}

void
string_text(struct buf *out, struct str utf8)
{
	struct buf b = {0};

	if (in_doc_encoding(utf8, &b))
		string_bytes(out, buf_view(&b));
	else
		string_utf16(out, utf8);
	buf_free(&b);
}
