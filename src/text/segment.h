/* SPDX-License-Identifier: MIT */
/*
 * text/segment.h - where a text may break: UAX #14 by ICU plus the report's
 * own rules (number and unit, "p. 12", "Art. 2(b)", URLs, initials)
 */
#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct words;

enum break_kind {
	BREAK_NONE = 0,
	BREAK_RANGE,  /* after the dash of "2010–2015": the last resort of
		       * justified text, elsewhere no break */
	BREAK_SPACE,  /* the space before this offset vanishes at a line end */
	BREAK_PLAIN,  /* after a hyphen, a dash, between CJK or Khmer words */
	BREAK_URL,    /* inside a URL, DOI or document symbol: no hyphen */
	BREAK_HYPHEN, /* at U+00AD or by dictionary: a hyphen is added */
	BREAK_FORCED,
};

/* The break iterators of ICU, opened once. */
struct segmenter;
struct segmenter *segmenter_new(struct arena *);
void segmenter_free(struct segmenter *);
/* Words that all later texts are looked through for; borrowed. */
void segmenter_words(struct segmenter *, const struct words *);

/* kinds[i] says whether a line may end before byte i of the text (n + 1
 * entries, in the arena).  Dictionary hyphens are not included: text/hyph.h. */
uint8_t *segment_breaks(
    struct segmenter *, struct arena *, struct str text, const char *lang);

#endif
