/* SPDX-License-Identifier: MIT */
/* base/locale_initial.c - the first letter of a text, large or small */
#include <unicode/uchar.h>

#include "base/locale.h"
#include "base/str.h"
#include "base/utf8.h"

/* The first letter of s changed by f, the rest as it is. */
static void
with_initial(struct str s, UChar32 (*f)(UChar32), struct buf *out)
{
	const char *p = s.p;
	uint32_t c;

	if (s.n == 0)
		return;
	c = utf8_decode(&p, s.p + s.n);
	buf_utf8(out, c == UTF8_BAD ? c : (uint32_t)f((UChar32)c));
	buf_add(out, p, s.n - (size_t)(p - s.p));
}

void
locale_sentence(const struct locale *l, struct str s, struct buf *out)
{
	(void)l;
	with_initial(s, u_totitle, out);
}

void
locale_inside(const struct locale *l, struct str s, struct buf *out)
{
	const char *p = s.p, *end = s.p + s.n;
	bool name = false;

	(void)l;
	if (p < end)
		utf8_decode(&p, end);
	while (!name && p < end && *p != ' ')
		name = u_isupper((UChar32)utf8_decode(&p, end));
	if (name)
		buf_str(out, s);
	else
		with_initial(s, u_tolower, out);
}
