/* SPDX-License-Identifier: MIT */
/* app/json.c - JSON texts (RFC 8259) */
#include "app/json.h"

#include "base/str.h"

void
json_text(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_putc(b, '\\');
		if ((unsigned char)*s < ' ')
			buf_printf(b, "\\u%04x", (unsigned)*s);
		else
			buf_putc(b, *s);
	}
	buf_putc(b, '"');
}

void
json_member(struct buf *b, const char *glue, const char *key, const char *text)
{
	buf_puts(b, glue);
	json_text(b, key);
	buf_puts(b, ": ");
	json_text(b, text);
}
