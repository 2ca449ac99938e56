/* SPDX-License-Identifier: MIT */
/* base/csv_out.c - fields of CSV texts (RFC 4180) */
#include "base/csv_out.h"

#include <math.h>

#include "base/num.h"
#include "base/str.h"

static bool
needs_quotes(struct str s, char separator)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == separator || s.p[i] == '"' || s.p[i] == '\r' ||
		    s.p[i] == '\n')
			return true;
	return s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
}

void
csv_field(struct buf *b, const char *text, char separator)
{
	struct str s = str_from(text);
	size_t i;

	if (!needs_quotes(s, separator)) {
		buf_str(b, s);
		return;
	}
	buf_putc(b, '"');
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_putc(b, '"');
		buf_putc(b, s.p[i]);
	}
	buf_putc(b, '"');
}

void
csv_text(struct buf *b, const char *text, bool last)
{
	csv_field(b, text, ',');
	if (last)
		buf_puts(b, "\r\n");
	else
		buf_putc(b, ',');
}

void
csv_number(struct buf *b, double v, bool last)
{
	char text[NUM_TEXT] = "";

	if (isfinite(v))
		num_shortest(v, text);
	csv_text(b, text, last);
}
