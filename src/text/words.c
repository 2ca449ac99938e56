/* SPDX-License-Identifier: MIT */
/*
 * text/words.c - words that the dictionaries of ICU lack
 *
 * The words are kept in a tree of bytes: a text is looked through once, and at
 * each place as many bytes are compared as the longest word there has.
 */
#include "text/words.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/vec.h"
#include "text/segment.h"

#define INNER_BREAKS 8 /* "|" in a word */

/* A byte of some words; those that may stand in its place are its brothers. */
struct branch {
	struct branch *down, *beside;
	unsigned char byte;
	bool end; /* a word ends here */
	uint8_t nbreaks;
	uint8_t breaks[INNER_BREAKS]; /* offsets in that word */
};

struct words {
	struct arena *arena;
	struct branch *first[256];
};

struct words *
words_new(struct arena *a)
{
	struct words *w = ARENA_NEW(a, struct words);

	w->arena = a;
	return w;
}

static struct branch *
find(struct branch *b, unsigned char byte)
{
	while (b && b->byte != byte)
		b = b->beside;
	return b;
}

void
words_add(struct words *w, struct str s)
{
	struct branch **at = NULL, *b = NULL;
	uint8_t breaks[INNER_BREAKS], n = 0;
	size_t i, length = 0;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '|') {
			if (n < INNER_BREAKS && length < 256)
				breaks[n++] = (uint8_t)length;
			continue;
		}
		at = length++ ? &b->down : &w->first[c];
		b = find(*at, c);
		if (b)
			continue;
		b = ARENA_NEW(w->arena, struct branch);
		b->byte = c;
		b->beside = *at;
		*at = b;
	}
	if (!b)
		return;
	b->end = true;
	b->nbreaks = n;
	memcpy(b->breaks, breaks, n);
}

void
words_read(struct words *w, struct sink *sink, const char *path)
{
	struct place at = {arena_strdup(w->arena, path), 0, 1};
	struct str text, line;
	size_t from, to;

	if (!file_read_text(w->arena, sink, path, at, &text))
		return;
	for (from = 0; from < text.n; from = to + 1) {
		to = str_find(text, '\n', from);
		line = str_slice(text, from, to);
		line = str_trim(str_slice(line, 0, str_find(line, '#', 0)));
		at.line++;
		if (str_find(line, ' ', 0) < line.n)
			diag(sink, DIAG_WORDS_BLANK, at,
			    arena_strndup(w->arena, line.p, line.n));
		else
			words_add(w, line);
	}
}

/* The end of the longest word that begins here; NULL for none. */
static const struct branch *
longest(const struct words *w, struct str s, size_t from, size_t *end)
{
	struct branch *b = w->first[(unsigned char)s.p[from]];
	const struct branch *found = NULL;
	size_t i = from;

	while (b && i < s.n) {
		if (b->end) {
			found = b;
			*end = i + 1;
		}
		if (++i < s.n)
			b = find(b->down, (unsigned char)s.p[i]);
	}
	return found;
}

/* Is byte i the first of a letter beyond the alphabets? */
static bool
begins_letter(struct str s, size_t i)
{
	return i < s.n && (unsigned char)s.p[i] >= 0xE0;
}

void
words_apply(const struct words *w, struct str s, uint8_t *kinds)
{
	size_t i, k, end;

	for (i = 0; i < s.n; i++) {
		const struct branch *b = longest(w, s, i, &end);

		if (!b || (i > 0 && !begins_letter(s, i)))
			continue;
		for (k = i + 1; k < end; k++)
			kinds[k] = BREAK_NONE;
		for (k = 0; k < b->nbreaks; k++)
			kinds[i + b->breaks[k]] = BREAK_PLAIN;
		if (kinds[i] == BREAK_NONE && i >= 3 && s.p[i - 1] != ' ' &&
		    begins_letter(s, i - 3))
			kinds[i] = BREAK_PLAIN;
		if (kinds[end] == BREAK_NONE && begins_letter(s, end))
			kinds[end] = BREAK_PLAIN;
		i = end - 1;
	}
}
