/* SPDX-License-Identifier: MIT */
/* doc/md_smart.c - typographic characters for typed ones */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/md.h"

#define NBSP   0xA0u
#define NARROW 0x202Fu /* no-break, a quarter of an em */

struct quotes {
	const char *lang;
	const char *open, *close, *inner_open, *inner_close;
};

static const struct quotes table[] = {
    {"en", "\u201C", "\u201D", "\u2018", "\u2019"},
    {"fr", "\u00AB\u202F", "\u202F\u00BB", "\u201C", "\u201D"},
    {"es", "\u00AB", "\u00BB", "\u201C", "\u201D"},
    {"pt", "\u00AB", "\u00BB", "\u201C", "\u201D"},
    {"ar", "\u00AB", "\u00BB", "\u201C", "\u201D"},
    {"lo", "\u201C", "\u201D", "\u2018", "\u2019"},
};

/* Words that stay with the number behind them. */
static const char *const leads[] = {"Article", "Articles", "Art.", "art.",
    "arts.", "Chapter", "chapter", "Section", "section", "Figure", "Table",
    "Box", "Annex", "No.", "no.", "para.", "paras.", "p.", "pp.", "page",
    "vol.", "ch.", "US$", "SDG", "Target", "target"};
/* Words that stay with the number before them. */
static const char *const units[] = {"million", "billion", "thousand", "percent",
    "per cent", "%", "km", "USD", "riels", "years", "pts"};

/* Characters that typing stands for, or that may have to change. */
static const bool special[256] = {
    ['"'] = true, ['\''] = true, [' '] = true, ['.'] = true, ['-'] = true};

/* The same for French, whose tall marks keep off the word. */
static const bool special_fr[256] = {
    [';'] = true, [':'] = true, ['!'] = true, ['?'] = true, [0xC2] = true};

static const struct quotes *
quotes_of(const char *lang)
{
	size_t i;

	for (i = 1; lang && i < sizeof table / sizeof *table; i++)
		if (strncmp(lang, table[i].lang, 2) == 0)
			return &table[i];
	return &table[0];
}

static bool
is_space(uint32_t c)
{
	return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == NBSP ||
	       (c >= 0x2000 && c <= 0x200B) || c == 0x202F;
}

/* May a quotation begin behind this character? */
static bool
opens_after(uint32_t c)
{
	return is_space(c) || c == '(' || c == '[' || c == '{' || c == '/' ||
	       c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x201C ||
	       c == 0xAB;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Is the last word of the text one that stays with a number behind it? */
static bool
ends_with_lead(const struct buf *b)
{
	size_t i, n = b->n, from = n;

	while (from > 0 && b->p[from - 1] != ' ' && b->p[from - 1] != '(' &&
	       (unsigned char)b->p[from - 1] < 0x80)
		from--;
	for (i = 0; i < sizeof leads / sizeof *leads; i++)
		if (strlen(leads[i]) == n - from &&
		    memcmp(b->p + from, leads[i], n - from) == 0)
			return true;
	return false;
}

static bool
starts_with_unit(struct str rest)
{
	size_t i, n;

	for (i = 0; i < sizeof units / sizeof *units; i++) {
		n = strlen(units[i]);
		if (str_starts(rest, units[i]) &&
		    (rest.n == n || !isalpha((unsigned char)rest.p[n])))
			return true;
	}
	return false;
}

/* The blank at text[i]: no-break where a number and its word meet. */
static void
blank(struct buf *out, struct str text, size_t i, uint32_t before, bool number)
{
	bool digit_next = i + 1 < text.n ? is_digit(text.p[i + 1]) : number;
	bool keep = false;

	if (digit_next && out->n)
		keep = ends_with_lead(out);
	else if (before < 0x80 && is_digit((char)before))
		keep = starts_with_unit(str_slice(text, i + 1, text.n));
	if (keep)
		buf_utf8(out, NBSP);
	else
		buf_putc(out, ' ');
}

static void
quote(
    struct buf *out, const struct quotes *q, char c, uint32_t before, char next)
{
	bool open = opens_after(before) && next != '\0' && next != ' ';

	if (c == '"')
		buf_puts(out, open ? q->open : q->close);
	else if (open && !is_digit(next))
		buf_puts(out, q->inner_open);
	else
		buf_puts(out, is_space(before) || isalnum((int)(before & 0x7F))
				  ? "\u2019"
				  : q->inner_close);
}

/* A run of two or three hyphens or three dots; its length, 0 if none. */
static size_t
run(struct buf *out, struct str text, size_t i)
{
	struct str rest = str_slice(text, i, text.n);

	if (str_starts(rest, "...")) {
		buf_puts(out, "\u2026");
		return 3;
	}
	if (str_starts(rest, "---")) {
		buf_puts(out, "\u2014");
		return 3;
	}
	if (str_starts(rest, "--")) {
		buf_puts(out, "\u2013");
		return 2;
	}
	return 0;
}

static uint32_t
last_char(const struct buf *b, uint32_t before)
{
	const char *p;

	if (b->n == 0)
		return before;
	p = b->p + b->n - 1;
	while (p > b->p && ((unsigned char)*p & 0xC0) == 0x80)
		p--;
	return utf8_decode(&p, b->p + b->n);
}

/* Does a French mark at text[i] of n bytes stand behind a word?  Not the colon
 * of "10:30" or "https:", nor the second mark of "?!". */
static bool
is_tall(struct str text, size_t i, size_t n, uint32_t last)
{
	char next = i + n < text.n ? text.p[i + n] : ' ';

	return last != 0 && !strchr("!?([", last < 0x80 ? (int)last : 'x') &&
	       (n > 1 || !(isalnum((unsigned char)next) || next == '/'));
}

/* Length of the space that the text begins with. */
static size_t
typed_space(struct str s)
{
	return str_starts(s, " ")        ? 1
	       : str_starts(s, "\u00A0") ? 2
	       : str_starts(s, "\u202F") ? 3
					 : 0;
}

/* French: a narrow space, whether or not one is typed, before ; : ! ? and the
 * closing quotation mark and after the opening one.  Its length, 0 if none. */
static size_t
french(struct buf *out, struct str text, size_t i, uint32_t last)
{
	struct str rest = str_slice(text, i, text.n);
	bool close = str_starts(rest, "\u00BB");
	size_t n = close ? 2 : 1;

	if (str_starts(rest, "\u00AB")) {
		buf_puts(out, "\u00AB\u202F");
		return 2 + typed_space(str_slice(rest, 2, rest.n));
	}
	if (!close && !strchr(";:!?", rest.p[0]))
		return 0;
	if (is_tall(text, i, n, last)) {
		if (last == ' ' && out->n)
			out->n--;
		else if (last == NBSP && out->n)
			out->n -= 2;
		if (last != NARROW && (out->n || !is_space(last)))
			buf_utf8(out, NARROW);
	}
	buf_add(out, rest.p, n);
	return n;
}

void
md_smart(struct buf *out, struct str text, const char *lang, uint32_t *before,
    bool number)
{
	const struct quotes *q = quotes_of(lang);
	bool fr = lang && strncmp(lang, "fr", 2) == 0;
	size_t i = 0, n, plain;

	while (i < text.n) {
		char c = text.p[i];
		char next = i + 1 < text.n ? text.p[i + 1] : number ? '0' : 0;
		uint32_t last;

		plain = i;
		while (i < text.n && !special[(unsigned char)text.p[i]] &&
		       !(fr && special_fr[(unsigned char)text.p[i]]))
			i++;
		if (i > plain) {
			buf_add(out, text.p + plain, i - plain);
			continue;
		}
		last = last_char(out, *before);
		if (fr && (n = french(out, text, i, last)) != 0) {
			i += n;
			continue;
		}
		if (c == '"' || c == '\'') {
			/* at a leaf's end something may still follow */
			quote(out, q, c, last, next ? next : 'x');
		} else if (c == ' ') {
			blank(out, text, i, last, number);
		} else if ((n = run(out, text, i)) != 0) {
			i += n;
			continue;
		} else {
			buf_putc(out, c);
		}
		i++;
	}
	*before = last_char(out, *before);
}
