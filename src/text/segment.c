/* SPDX-License-Identifier: MIT */
/*
 * text/segment.c - where a text may break
 *
 * ICU's iterator knows UAX #14 and the dictionaries of Khmer, Lao, Thai and
 * Burmese, but takes longer than shaping when it looks at every letter.  A
 * space between a letter, digit or closing mark and a letter or digit is a
 * break whatever stands around it (LB18; only LB14 to LB17 look through
 * spaces, at marks that are excluded here), so the text falls into pieces that
 * are independent of each other, and those of plain letters and digits hold no
 * break at all.  ICU gets the rest.
 *
 * The rules of the report's own come after (segment_rules.c).
 */
#include "text/segment.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/arena.h"
#include "text/segment_rules.h"
#include "text/words.h"

#define EXIT_MACHINE 3

struct segmenter {
	UBreakIterator *root, *special;
	char special_lang[8];
	const struct words *words; /* NULL: none */
};

struct segmenter *
segmenter_new(struct arena *a)
{
	return ARENA_NEW(a, struct segmenter);
}

void
segmenter_free(struct segmenter *s)
{
	if (s && s->root)
		ubrk_close(s->root);
	if (s && s->special)
		ubrk_close(s->special);
	if (s)
		*s = (struct segmenter){0};
}

void
segmenter_words(struct segmenter *s, const struct words *w)
{
	s->words = w;
}

static UBreakIterator *
open_iterator(const char *lang)
{
	UErrorCode e = U_ZERO_ERROR;
	UBreakIterator *b = ubrk_open(UBRK_LINE, lang, NULL, 0, &e);

	if (U_FAILURE(e)) {
		fprintf(stderr, "sitan: ICU has no line breaks: %s\n",
		    u_errorName(e));
		exit(EXIT_MACHINE);
	}
	return b;
}

/* CLDR tailors line breaks for these languages only; all others share the
 * root's rules, and dictionaries go by script. */
static bool
is_tailored(const char *lang)
{
	return strncmp(lang, "fi", 2) == 0 || strncmp(lang, "sv", 2) == 0 ||
	       strncmp(lang, "ja", 2) == 0 || strncmp(lang, "zh", 2) == 0 ||
	       strncmp(lang, "ko", 2) == 0;
}

static UBreakIterator *
iterator(struct segmenter *s, const char *lang)
{
	if (!lang || !is_tailored(lang)) {
		if (!s->root)
			s->root = open_iterator("");
		return s->root;
	}
	if (!s->special || strncmp(s->special_lang, lang, 2) != 0) {
		if (s->special)
			ubrk_close(s->special);
		s->special = open_iterator(lang);
		snprintf(s->special_lang, sizeof s->special_lang, "%.2s", lang);
	}
	return s->special;
}

static bool
is_alnum(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Marks that close or separate: LB13 allows no break before them. */
static bool
is_closing(unsigned char c)
{
	switch (c) {
	case ',':
	case '.':
	case ';':
	case ':':
	case ')':
	case '%':
		return true;
	default:
		return false;
	}
}

/* Length of a letter or digit that is plain for line breaking: ASCII, Latin-1
 * Supplement and Latin Extended-A letters; 0: another character. */
static size_t
plain_length(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.p[i];

	if (is_alnum(c))
		return 1;
	if (c >= 0xC3 && c <= 0xC5 && i + 1 < s.n)
		return 2;
	return 0;
}

/* Is the space at i a break whatever stands around? */
static bool
is_certain(struct str s, size_t i)
{
	unsigned char c;

	if (i == 0 || i + 1 >= s.n || !plain_length(s, i + 1))
		return false;
	c = (unsigned char)s.p[i - 1];
	if (is_alnum(c) || is_closing(c))
		return true;
	return i >= 2 && (unsigned char)s.p[i - 2] >= 0xC3 &&
	       (unsigned char)s.p[i - 2] <= 0xC5;
}

/* Has the piece [from, to) no break inside, by its characters? */
static bool
is_simple(struct str s, size_t from, size_t to)
{
	size_t i = from, n;

	while (i < to && s.p[i] == '(')
		i++;
	for (; i < to; i += n) {
		unsigned char c = (unsigned char)s.p[i];

		n = plain_length(s, i);
		if (n)
			continue;
		n = 1;
		if (is_closing(c) || c == '\'')
			continue;
		if (c == 0xE2 && i + 2 < to && memcmp(s.p + i, "’", 3) == 0) {
			n = 3;
			continue;
		}
		return false;
	}
	return true;
}

/* Breaks of the piece [from, to) by ICU; the end of the piece is the
 * caller's. */
static void
breaks_by_icu(
    UBreakIterator *b, struct str s, size_t from, size_t to, uint8_t *kinds)
{
	UErrorCode e = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;
	int32_t at;

	utext_openUTF8(&text, s.p + from, (int64_t)(to - from), &e);
	ubrk_setUText(b, &text, &e);
	assert(U_SUCCESS(e));
	for (ubrk_first(b); (at = ubrk_next(b)) != UBRK_DONE;) {
		size_t i = from + (size_t)at;
		int32_t status = ubrk_getRuleStatus(b);

		if (i >= to && i < s.n)
			continue;
		if (status >= UBRK_LINE_HARD && i < s.n)
			kinds[i] = BREAK_FORCED;
		else if (status >= UBRK_LINE_HARD && s.p[i - 1] == '\n')
			kinds[i] = BREAK_FORCED;
		else if (i == s.n)
			continue;
		else if (s.p[i - 1] == ' ')
			kinds[i] = BREAK_SPACE;
		else if (i >= 2 && memcmp(s.p + i - 2, "\u00AD", 2) == 0)
			kinds[i] = BREAK_HYPHEN;
		else
			kinds[i] = BREAK_PLAIN;
	}
	utext_close(&text);
}

uint8_t *
segment_breaks(
    struct segmenter *sg, struct arena *a, struct str s, const char *lang)
{
	uint8_t *kinds = ARENA_ARRAY(a, uint8_t, s.n + 1);
	size_t from = 0, i;
	bool other = false;

	for (i = 0; i <= s.n; i++) {
		bool end = i == s.n;

		if (!end && !(s.p[i] == ' ' && is_certain(s, i)))
			continue;
		/* the piece keeps its space, as LB18 needs */
		if (!is_simple(s, from, i)) {
			other = true;
			breaks_by_icu(iterator(sg, lang), s, from,
			    end ? i : i + 1, kinds);
		}
		if (!end) {
			kinds[i + 1] = BREAK_SPACE;
			from = i + 1;
		}
	}
	if (other && sg->words)
		words_apply(sg->words, s, kinds);
	segment_rules(s, kinds);
	return kinds;
}
