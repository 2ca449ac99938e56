/* SPDX-License-Identifier: MIT */
/* base/csv_out.c - fields of CSV texts (RFC 4180) */
#include "base/csv_out.h"

#include <math.h>
#include <string.h>

#include "base/num.h"
#include "base/str.h"

static bool
needs_quotes(const char *text, size_t n, char separator)
{
	const char special[] = {separator, '"', '\r', '\n', '\0'};

	return n && (text[0] == ' ' || text[n - 1] == ' ' ||
			strcspn(text, special) < n);
}

void
csv_field(struct buf *b, const char *text, char separator)
{
	struct str s = str_from(text);
	size_t i, end;

	if (!needs_quotes(s.p, s.n, separator)) {
		buf_str(b, s);
		return;
	}
	buf_putc(b, '"');
	for (i = 0; i < s.n; i = end + 1) {
		end = str_find(s, '"', i);
		buf_add(b, s.p + i, end - i);
		if (end < s.n)
			buf_puts(b, "\"\"");
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
