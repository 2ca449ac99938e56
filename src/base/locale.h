/* SPDX-License-Identifier: MIT */
/*
 * base/locale.h - words and numbers of one language
 *
 * ICU gives separators, plural categories, collation and month names; the
 * report's own words (units, comparators, verdicts, trend words, labels such
 * as "Figure") come from templates/locale/<lang>.yaml.  Numbers are rounded by
 * num_fixed first, ICU only places separators and digits.
 */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct buf;
struct conf;
struct sink;
struct locale;

/* A language ("en", "km") with the words of its YAML tree (borrowed, may be
 * NULL).  Freed with the arena's end by locale_free. */
struct locale *locale_new(
    struct arena *, const char *lang, const struct conf *words);
void locale_free(struct locale *);
const char *locale_lang(const struct locale *);

/* The word at a dotted path such as "label.figure" or "trend.rose"; NULL when
 * the language has none. */
const char *locale_word(const struct locale *, const char *path);

/* 1234567.5 as "1,234,567.5": exactly `decimals` places, minus is U+2212. */
void locale_number(
    const struct locale *, double v, int decimals, struct buf *out);

/* The same for text that num_fixed made. */
void locale_digits(const struct locale *, const char *fixed, struct buf *out);

/* Cardinal in words ("seventy-three"), ordinal with mark ("143rd"). */
void locale_words(const struct locale *, double v, struct buf *out);
void locale_ordinal(const struct locale *, long v, struct buf *out);
/* Ordinal in words up to twelfth ("fifth"), beyond as locale_ordinal. */
void locale_ordinal_words(const struct locale *, long v, struct buf *out);

/* "one", "few", "other" …: the CLDR plural category of a number as printed. */
const char *locale_plural(const struct locale *, double v, int decimals);

/* A date at its precision: day 0 = "June 2016", month 0 = "2004". */
void locale_date(
    const struct locale *, int year, int month, int day, struct buf *out);

/* Order by the language's collation rules: <0, 0, >0. */
int locale_compare(const struct locale *, struct str a, struct str b);

/* "a, b and c"; `conj` is "and" or "or". */
void locale_list(const struct locale *, const struct str *items, size_t n,
    const char *conj, struct buf *out);

/* The first letter as a capital (for the start of a sentence). */
void locale_sentence(const struct locale *, struct str s, struct buf *out);

/* The first letter small, for the middle of a sentence, unless the first word
 * has another capital (OPSC, SAIEVAC). */
void locale_inside(const struct locale *, struct str s, struct buf *out);

/* All letters as capitals, or all small, by the language's rules. */
void locale_case(
    const struct locale *, bool upper, struct str s, struct buf *out);

#endif
