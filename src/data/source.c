/* SPDX-License-Identifier: MIT */
/* data/source.c - author or publisher, year, title */
#include "data/source.h"

#include "base/str.h"
#include "data/store.h"

void
source_print(struct buf *b, struct arena *a, const struct record *source,
    const char *(*escape)(struct arena *, const char *))
{
	const char *author = record_text(source, "author");
	const char *year = record_text(source, "year");
	const char *title = record_text(source, "title");
	size_t from = b->n;

	if (!*author)
		author = record_text(source, "publisher");
	buf_puts(b, escape(a, author));
	if (*year)
		buf_printf(b, "%s(%s)", *author ? " " : "", year);
	if (*title)
		buf_printf(
		    b, "%s*%s*", b->n > from ? ", " : "", escape(a, title));
}
