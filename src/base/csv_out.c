/* SPDX-License-Identifier: MIT */
/* base/csv_out.c - fields of CSV texts (RFC 4180) */
#include "base/csv_out.h"

#include <math.h>
#include <string.h>

#include "base/num.h"
#include "base/str.h"

static bool
needs_quotes(const char *s, char separator)
{
	size_t n = strlen(s);

	return strchr(s, separator) || strpbrk(s, "\"\r\n") ||
	       (n && (s[0] == ' ' || s[n - 1] == ' '));
}

void
csv_field(struct buf *b, const char *text, char separator)
{
	const char *p;

	if (!needs_quotes(text, separator)) {
		buf_puts(b, text);
		return;
	}
	buf_putc(b, '"');
	for (p = text; *p; p++) {
		if (*p == '"')
			buf_putc(b, '"');
		buf_putc(b, *p);
	}
	buf_putc(b, '"');
}

void
csv_text(struct buf *b, const char *text, bool last)
{
	csv_field(b, text, ',');
	buf_puts(b, last ? "\r\n" : ",");
}

void
csv_number(struct buf *b, double v, bool last)
{
	char text[NUM_TEXT] = "";

	if (isfinite(v))
		num_shortest(v, text);
	csv_text(b, text, last);
}
