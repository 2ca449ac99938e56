/* SPDX-License-Identifier: MIT */
/*
 * chart/marked.h - numbers within texts, and what proves them
 *
 * A recorded number stands between marks in its text, as in the output of
 * templates (tmpl/tmpl.h); where numbers are not recorded, without.
 */
#ifndef CHART_MARKED_H
#define CHART_MARKED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "chart/chart.h"
#include "chart/series.h"

struct chart;

/* Number a value; -1: it has no expression, or nobody records. */
int number_index(
    const struct chart_env *, const struct chart_number *, struct place);

/* A recorded number for a sentence. */
const char *marked_number(const struct chart *, const struct chart_number *);

/* --- years --- */

/* A year: no thousands mark. */
const char *year_text(const struct chart *, double year);
/* The year of a point; without an expression where it is none of a value. */
struct chart_number point_year(const struct chart *, const struct point *);
const char *marked_year(const struct chart *, const struct point *);
/* The year of a date that an expression names ("laws[…].known"); the
 * observation or record it names may be NULL. */
const char *marked_date(const struct chart *, double year, const char *date,
    const struct obs *, const struct record *);
/* The text of a record's field. */
const char *marked_field(
    const struct chart *, const struct record *, const char *field);
/* A year of the report's own: that of its edition. */
const char *marked_literal_year(const struct chart *, int year);
/* "2000–2024", or one year: of the drawn points of those years. */
const char *marked_span(const struct chart *, double from, double to);
/* "2000–2024" of two years that are marked. */
const char *span_text(const struct chart *, const char *from, const char *to);

/* --- numbers of things --- */

/* Things that are counted, with the names that expressions have for them. */
struct counted;
struct counted *counted_new(const struct chart *);
void counted_id(struct counted *, const char *id);
/* NULL: something that no expression names. */
void counted_obs(struct counted *, const struct obs *);
void counted_record(struct counted *, const struct record *);

size_t counted_n(const struct counted *);
/* Their number as a text, with the filters that print it so. */
struct chart_number counted_number(
    const struct counted *, const char *text, const char *format);
/* Marked: "eleven" (digits above twelve), "Eleven", "11". */
const char *counted_words(const struct counted *);
const char *counted_sentence(const struct counted *);
const char *counted_digits(const struct counted *);

/* --- texts with marks --- */

bool marked_any(const char *);
/* The text itself where it has no marks. */
const char *marked_strip(struct arena *, const char *);
/* The next piece of a text, with the index of its number or -1; false: there
 * is none. */
bool marked_next(const char **text, struct str *piece, int *value);
/* Unicode characters without the marks. */
size_t marked_length(const char *marked);
/* The text without the marks; where its numbers stand. */
const char *marked_plain(
    struct arena *, const char *marked, struct chart_value **, size_t *n);

/* The closed expression of an observation, of a record. */
const char *obs_expression(struct arena *, const struct obs *);
const char *record_expression(struct arena *, const struct record *);

#endif
