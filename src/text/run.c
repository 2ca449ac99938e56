/* SPDX-License-Identifier: MIT */
/* text/run.c - joining shaped pieces to runs */
#include "text/run.h"

#include <string.h>

#include "base/arena.h"

/* Spaces that justification widens: U+0020 and U+00A0. */
static size_t
count_spaces(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == ' ' || ((unsigned char)s.p[i] == 0xA0 && i &&
					  (unsigned char)s.p[i - 1] == 0xC2);
	return n;
}

struct run *
run_join(struct arena *a, const struct run_piece *pieces, size_t n,
    const struct run *look)
{
	struct run *r = ARENA_NEW(a, struct run);
	size_t bytes = 0, i, k, at = 0;
	int64_t advance = 0;
	struct glyph *glyphs;
	char *text;

	*r = *look;
	r->nglyphs = 0;
	for (i = 0; i < n; i++) {
		bytes += pieces[i].text.n;
		r->nglyphs += pieces[i].n;
	}
	text = arena_alloc(a, bytes + 1);
	glyphs = ARENA_ARRAY(a, struct glyph, r->nglyphs);
	r->text = (struct str){text, bytes};
	r->glyphs = glyphs;
	if (look->rtl)
		glyphs += r->nglyphs;
	for (i = 0; i < n; i++) {
		const struct run_piece *p = &pieces[i];

		memcpy(text + at, p->text.p, p->text.n);
		if (look->rtl)
			glyphs -= p->n;
		for (k = 0; k < p->n; k++) {
			glyphs[k] = p->glyphs[k];
			glyphs[k].cluster += (uint32_t)at - p->base;
			advance += glyphs[k].advance;
		}
		if (!look->rtl)
			glyphs += p->n;
		at += p->text.n;
	}
	r->width = font_scale(r->font, (int32_t)advance, r->size);
	r->width += (mpt)((int64_t)r->width * r->expand / 1000) +
		    r->letter_space * (mpt)r->nglyphs;
	if (r->word_space)
		r->width += r->word_space * (mpt)count_spaces(r->text);
	return r;
}
