/* SPDX-License-Identifier: MIT */
/* layout/items.h - the text of a paragraph as shaped units and bricks */
#ifndef LAYOUT_ITEMS_H
#define LAYOUT_ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/breaks.h"
#include "layout/inline.h"
#include "text/shape.h"

/* A word, a space, a status mark or a forced break: one span, one direction,
 * no space inside. */
struct unit {
	uint32_t from, to;
	const struct span *span;
	const struct shaped *shaped; /* NULL: status mark, forced break */
	mpt width;
	mpt lead; /* room before it (note and status marks) */
	uint8_t level;
	bool space;
};

struct items {
	const struct layout_env *env;
	struct arena *arena;
	struct inline_text text;
	struct unit *units;
	size_t nunits;
	struct brick *bricks; /* ends with a forced penalty */
	size_t nbricks;
	bool hyphenated; /* dictionary points are in */
};

/* Shape the text; bricks without dictionary hyphens. */
struct items items_new(const struct layout_env *, struct arena *,
    struct inline_text, bool justified);

/* The bricks again, with the points of the hyphenation dictionaries. */
void items_hyphenate(struct items *, bool justified);

/* How much of the word at byte `from` may stick out at a line's start. */
mpt items_hang_start(const struct items *, uint32_t from);

/* Index of the unit that holds byte `at`, or nunits. */
size_t items_find(const struct items *, uint32_t at);

/* A unit's bytes [from, to) as they stand alone on a line: shaped anew where
 * a cut is unsafe or a hyphen is added.  *at is where the slice begins in the
 * shaped word. */
const struct shaped *items_fragment(const struct items *, const struct unit *,
    size_t from, size_t to, bool hyphen, size_t *at);

#endif
