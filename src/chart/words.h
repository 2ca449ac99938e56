/* SPDX-License-Identifier: MIT */
/*
 * chart/words.h - words of the language, and numbers as charts print them
 *
 * Words come from templates/locale/<lang>.yaml under `chart`, `unit` and
 * `topic`; the English text is the fallback.
 */
#ifndef CHART_WORDS_H
#define CHART_WORDS_H

#include <stddef.h>

#include "chart/canvas.h"
#include "chart/chart.h"
#include "chart/series.h"

struct buf;
struct chart;

/* The word at a path such as "chart.no_data". */
const char *word(const struct chart *, const char *path, const char *fallback);
/* A word for a code, such as "topic", "ocse": its text with blanks when the
 * language has none. */
const char *word_of(const struct chart *, const char *group, const char *code);

/* A name and its text, for a sentence; ended by a NULL name. */
struct filler {
	const char *name, *text;
};

/* The sentence at a path with each {name} replaced. */
const char *sentence(const struct chart *, const char *path,
    const char *fallback, const struct filler *);

/* A text of the data with the apostrophes of print. */
const char *typeset(const struct chart *, const char *);
/* With a capital, for the start of a sentence or a label. */
const char *capital(const struct chart *, const char *);

/* "{v}" formatted by the language. */
const char *number_text(const struct chart *, double v, int decimals);
/* "one" to "ten" in words, figures above. */
const char *count_word(const struct chart *, size_t n);
/* The template filter that prints so. */
const char *count_form(size_t n);
const char *ordinal_word(const struct chart *, int n);
/* A point's number: "73.3", "17.8" (million). */
struct chart_number point_figure(
    const struct chart *, const struct series *, const struct point *);
/* The same as its label has it: a share on few cases stands in brackets. */
struct chart_number point_number(
    const struct chart *, const struct series *, const struct point *);
const char *bracketed(const struct chart *, const char *text);
/* A tick of an axis. */
const char *tick_text(const struct chart *, double v, int decimals);

/*
 * In a sentence: with unit mark or scale word ("73.3%", "17.8 million").  The
 * number carries the marks of template output when `marked` (texts that are
 * Markdown) and numbers are recorded.
 */
const char *data_point_text(const struct chart *, const struct series *,
    const struct point *, bool marked);
/* "million", "billion" or "". */
const char *scale_word(const struct chart *, const struct measure *);

/* Words for a unit: "per 1,000", "%"; "" when the name says enough. */
const char *unit_words(const struct chart *, const struct measure *);

/* "not_full"; "" for what is no verdict. */
const char *verdict_name(enum verdict);

/* Text with Markdown's special characters escaped. */
const char *words_escape(struct arena *, const char *);

#endif
