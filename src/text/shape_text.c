/* SPDX-License-Identifier: MIT */
/* text/shape_text.c - cutting and measuring shaped words, whole texts to runs
 */
#include "text/shape.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"

#define SOFT_HYPHEN      0x00AD
#define ZERO_WIDTH_SPACE 0x200B

mpt
face_size(const struct face *f, unsigned chain)
{
	return f->scale
		   ? (mpt)(((int64_t)f->size * f->scale[chain] + 500) / 1000)
		   : f->size;
}

size_t
shaped_slice(const struct shaped_part *p, bool rtl, size_t from, size_t to,
    const struct glyph **first)
{
	size_t a = 0, b = p->n;

	if (from > p->from || to < p->to) {
		if (rtl) { /* clusters fall */
			while (a < b && p->glyphs[a].cluster >= to)
				a++;
			while (b > a && p->glyphs[b - 1].cluster < from)
				b--;
		} else {
			while (a < b && p->glyphs[a].cluster < from)
				a++;
			while (b > a && p->glyphs[b - 1].cluster >= to)
				b--;
		}
	}
	*first = p->glyphs + a;
	return b - a;
}

mpt
shaped_width(
    const struct shaped *w, const struct face *f, size_t from, size_t to)
{
	const struct glyph *g;
	mpt width = 0;
	size_t i, k, n;

	for (i = 0; i < w->n; i++) {
		const struct shaped_part *p = &w->parts[i];
		int64_t advance = p->advance;

		if (p->to <= from || p->from >= to)
			continue;
		n = shaped_slice(p, w->rtl, from, to, &g);
		if (n < p->n)
			for (k = 0, advance = 0; k < n; k++)
				advance += g[k].advance;
		width += font_scale(p->font, (int32_t)advance,
			     face_size(f, p->chain)) +
			 f->letter_space * (mpt)n;
	}
	return width;
}

bool
shaped_is_safe(const struct shaped *w, size_t at)
{
	size_t i, k;
	bool found = false;

	if (at == 0 || at >= w->text.n)
		return true;
	for (i = 0; i < w->n; i++) {
		const struct shaped_part *p = &w->parts[i];

		if (p->from == at)
			return true;
		if (p->from > at || p->to <= at)
			continue;
		for (k = 0; k < p->n; k++)
			if (p->glyphs[k].cluster == at) {
				if (p->glyphs[k].unsafe_to_break)
					return false;
				found = true;
			}
	}
	return found;
}

/* --- whole texts --- */

/* A copy without U+00AD and U+200B; the text itself when it has none. */
static struct str
strip(struct arena *a, struct str s)
{
	char *copy = NULL;
	const char *p = s.p, *end = s.p + s.n, *from;
	size_t n = 0;

	if (!memchr(s.p, 0xC2, s.n) && !memchr(s.p, 0xE2, s.n))
		return s;
	copy = arena_alloc(a, s.n + 1);
	while (p < end) {
		uint32_t code;

		from = p;
		code = utf8_decode(&p, end);
		if (code == SOFT_HYPHEN || code == ZERO_WIDTH_SPACE)
			continue;
		memcpy(copy + n, from, (size_t)(p - from));
		n += (size_t)(p - from);
	}
	return (struct str){copy, n};
}

/* The next word: up to a space, or one space. */
static struct str
next_word(struct str s, size_t at)
{
	size_t end = at + 1;

	if (s.p[at] != ' ')
		end = str_find(s, ' ', at);
	return str_slice(s, at, end);
}

struct text_piece {
	struct run_piece piece;
	const struct font *font;
	unsigned chain;
};

size_t
shape_text(struct shaper *sh, struct str text, const struct face *face,
    const char *lang, bool rtl, const struct node *leaf, struct place at,
    struct run **runs)
{
	VEC(struct text_piece) pieces = {0};
	struct arena *a = shaper_arena(sh);
	struct run look = {.colour = face->colour,
	    .lang = lang,
	    .rtl = rtl,
	    .leaf = leaf,
	    .raise = face->raise,
	    .letter_space = face->letter_space};
	struct run_piece *flat;
	size_t i, k, from, n = 0;

	text = strip(a, text);
	for (from = 0; from < text.n;) {
		struct str word = next_word(text, from);
		const struct shaped *w =
		    shape_word(sh, word, face, lang, rtl, at);

		for (i = 0; i < w->n; i++) {
			const struct shaped_part *p = &w->parts[i];
			struct text_piece tp = {
			    {p->glyphs, p->n, p->from,
				str_slice(w->text, p->from, p->to)},
			    p->font, p->chain};

			VEC_PUSH(a, &pieces, tp);
		}
		from += word.n;
	}
	*runs = ARENA_ARRAY(a, struct run, pieces.n);
	flat = ARENA_ARRAY(a, struct run_piece, pieces.n);
	for (i = 0; i < pieces.n; i++)
		flat[i] = pieces.v[i].piece;
	for (i = 0; i < pieces.n; i = k) {
		for (k = i + 1;
		     k < pieces.n && pieces.v[k].chain == pieces.v[i].chain;
		     k++)
			;
		look.font = pieces.v[i].font;
		look.size = face_size(face, pieces.v[i].chain);
		(*runs)[n++] = *run_join(a, flat + i, k - i, &look);
	}
	for (i = 0; rtl && i < n / 2; i++) {
		struct run r = (*runs)[i];

		(*runs)[i] = (*runs)[n - 1 - i];
		(*runs)[n - 1 - i] = r;
	}
	return n;
}

mpt
shape_width(struct shaper *sh, struct str text, const struct face *face,
    const char *lang)
{
	mpt width = 0;
	size_t from;

	text = strip(shaper_arena(sh), text);
	for (from = 0; from < text.n;) {
		struct str word = next_word(text, from);

		width += shaped_width(
		    shape_word(sh, word, face, lang, false, (struct place){0}),
		    face, 0, word.n);
		from += word.n;
	}
	return width;
}
