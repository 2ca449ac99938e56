/* SPDX-License-Identifier: MIT */
/*
 * layout/inline.h - inline nodes to one text with spans
 *
 * The whole paragraph is one text, so that breaks and directions are found
 * over it; spans say which leaf and face each byte belongs to.
 */
#ifndef LAYOUT_INLINE_H
#define LAYOUT_INLINE_H

#include <stddef.h>
#include <stdint.h>

#include "layout/para.h"

struct arena;

/* What stands for a status mark in the text: U+FFFC, object replacement. */
#define INLINE_OBJECT "\uFFFC"

enum span_kind {
	SPAN_TEXT,
	SPAN_NOTE,   /* the mark of a note */
	SPAN_STATUS, /* a status mark: INLINE_OBJECT */
	SPAN_BREAK,  /* forced break: a line feed */
};

struct span {
	enum span_kind kind;
	uint32_t from, to; /* bytes */
	const struct node *leaf;
	const struct node *link; /* LINK, NOTE_MARK or PAGE_REF, or NULL */
	const struct node *dest; /* node that can be jumped to, or NULL */
	const struct face *face;
	const char *lang;
};

struct inline_text {
	struct str text; /* without U+00AD and U+200B; single spaces */
	uint8_t *kinds;  /* of breaks before each byte: text/segment.h */
	uint8_t *levels; /* of bidi, NULL: left to right throughout */
	struct span *spans;
	size_t nspans;
	bool rtl; /* direction of the paragraph */
};

/* What a paragraph asks of collecting. */
struct inline_job {
	const struct layout_env *env;
	struct arena *arena; /* for text and spans */
	const struct node *block;
	enum role role;
	const struct para_options *options; /* colour, run_in, only; or NULL */
};

struct inline_text inline_collect(const struct inline_job *);

/* The same for generated text with one leaf. */
struct inline_text inline_plain(
    const struct inline_job *, const char *text, const struct node *leaf);

#endif
