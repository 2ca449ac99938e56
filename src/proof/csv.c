/* SPDX-License-Identifier: MIT */
/* proof/csv.c - fields of CSV texts (RFC 4180) */
#include "proof/csv.h"

#include <math.h>
#include <string.h>

#include "base/num.h"
#include "base/str.h"

/* Blanks at the ends would be lost by readers that trim. */
static bool
needs_quotes(const char *s)
{
	size_t n = strlen(s);

	return strpbrk(s, ",\"\r\n;\t") ||
	       (n && (s[0] == ' ' || s[n - 1] == ' '));
}

void
csv_text(struct buf *b, const char *text, bool last)
{
	const char *p;

	if (needs_quotes(text)) {
		buf_putc(b, '"');
		for (p = text; *p; p++) {
			if (*p == '"')
				buf_putc(b, '"');
			buf_putc(b, *p);
		}
		buf_putc(b, '"');
	} else {
		buf_puts(b, text);
	}
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
