/* SPDX-License-Identifier: MIT */
/*
 * tmpl/escape.c - text made safe for the place where it is printed
 *
 * Only what Markdown would read as markup gets a backslash, so that ids and
 * plain names pass unchanged and --dump=md stays readable: "_" between
 * letters, "&" before a blank and the like mean nothing.
 */
#include "tmpl/escape.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

static bool
is_word(struct str s, size_t i)
{
	return i < s.n &&
	       (isalnum((unsigned char)s.p[i]) || (unsigned char)s.p[i] >= 128);
}

/* Is the text up to i nothing but digits? */
static bool
is_number(struct str s, size_t i)
{
	while (i > 0 && isdigit((unsigned char)s.p[i - 1]))
		i--;
	return i == 0;
}

/* Would Markdown take the character at i for markup? */
static bool
is_markup(struct str s, size_t i, bool start)
{
	switch (s.p[i]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '{':
	case '}':
	case '|':
		return true;
	case '_':
		return i == 0 || !is_word(s, i - 1) || !is_word(s, i + 1);
	case '<':
		return i + 1 >= s.n || s.p[i + 1] != ' ';
	case '&':
		return i + 1 < s.n && (is_word(s, i + 1) || s.p[i + 1] == '#');
	case '@':
		return is_word(s, i + 1) && (i == 0 || !is_word(s, i - 1));
	case '^':
		return i + 1 >= s.n || s.p[i + 1] == '[';
	case '#':
	case '>':
	case '+':
	case '-':
	case '=':
	case '~':
	case ':':
		return start && i == 0 && (s.n == 1 || !is_word(s, 1));
	case '.':
	case ')':
		return start && i > 0 && i <= 9 &&
		       (i + 1 >= s.n || s.p[i + 1] == ' ') && is_number(s, i);
	default:
		return false;
	}
}

static bool
is_url_safe(char c)
{
	return isalnum((unsigned char)c) || strchr("-._~:/?#@!$&'*+,;=%", c);
}

void
escape_text(struct buf *out, struct str s, enum spot spot, bool start)
{
	size_t i;

	if (spot == SPOT_ATTRIBUTE)
		buf_putc(out, '"');
	for (i = 0; i < s.n; i++) {
		char c = s.p[i];

		if ((c == '\n' || c == '\r') && spot != SPOT_CODE)
			c = ' ';
		if (spot == SPOT_ID && !isalnum((unsigned char)c) && c != '_')
			c = '-';
		if (spot == SPOT_LINK && !is_url_safe(c)) {
			buf_printf(out, "%%%02X", (unsigned char)c);
			continue;
		}
		if (spot <= SPOT_CELL ? is_markup(s, i, start)
		    : spot == SPOT_ATTRIBUTE || spot == SPOT_QUOTED
			? c == '"' || c == '\\'
			: false)
			buf_putc(out, '\\');
		buf_putc(out, c);
	}
	if (spot == SPOT_ATTRIBUTE)
		buf_putc(out, '"');
}

void
escape_markup(struct buf *out, struct str s, enum spot spot)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '|' && spot == SPOT_CELL &&
		    (i == 0 || s.p[i - 1] != '\\'))
			buf_putc(out, '\\');
		buf_putc(out, s.p[i]);
	}
}

void
escape_yaml(struct buf *out, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_putc(out, '\\');
		if (s.p[i] == '\n')
			buf_puts(out, "\\n");
		else if (s.p[i] == '\t')
			buf_puts(out, "\\t");
		else
			buf_putc(out, s.p[i]);
	}
}

/* U+F0000 to U+FFFFF begin with F3 B0 or more, plane 16 with F4. */
size_t
escape_forbidden(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == 0xF4 || (c == 0xF3 && i + 1 < s.n &&
				     (unsigned char)s.p[i + 1] >= 0xB0))
			break;
	}
	return i;
}
