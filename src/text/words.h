/* SPDX-License-Identifier: MIT */
/*
 * text/words.h - words that the dictionaries of ICU lack
 *
 * Khmer, Lao, Thai and Burmese are written without spaces: lines end where a
 * dictionary says that a word does.  Names and terms of the reports stand in
 * lists of their own (data/words/<lang>.txt), which a writer can lengthen.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdint.h>

#include "base/str.h"

struct arena;
struct sink;
struct words;

struct words *words_new(struct arena *);

/* Add a word; "|" in it is a place where a line may end. */
void words_add(struct words *, struct str);

/* Add the words of a file: one a line, "#" begins a comment.  A line with a
 * blank inside is reported as WORDS_BLANK and left out. */
void words_read(struct words *, struct sink *, const char *path);

/*
 * Put the breaks of a text right: none inside a listed word but at its "|", one
 * before and behind it where a letter stands.  Of several words that begin at
 * one place the longest counts.
 */
void words_apply(const struct words *, struct str text, uint8_t *kinds);

#endif
