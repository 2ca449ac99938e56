/* SPDX-License-Identifier: MIT */
/* tmpl/form.h - values as text */
#ifndef TMPL_FORM_H
#define TMPL_FORM_H

#include <stdbool.h>

#include "base/diag.h"
#include "data/period.h"
#include "tmpl/value.h"

struct buf;
struct tmpl;

/* What a value prints when nothing is asked: a text; missing and errors are
 * handed on.  `at` is for messages. */
struct value form_default(struct tmpl *, const struct value *, struct place at);

/* The number of an observation, number or range with `decimals` places (-1:
 * its own), with comparator or range; `mark`: with the mark of its unit. */
struct value form_number(struct tmpl *, const struct value *, int decimals,
    bool mark, const char *format);

/* The same with another way to write one number. */
struct value form_with(struct tmpl *, const struct value *,
    void (*write)(struct tmpl *, double, const void *ctx, struct buf *),
    const void *ctx, const char *format, int decimals);

/* "2 to 5", "at least 2", "up to 5", or the one number of both ends. */
void form_span(struct tmpl *, double low, double high,
    void (*write)(struct tmpl *, double, const void *ctx, struct buf *),
    const void *ctx, struct buf *out);

struct value form_date(
    struct tmpl *, const struct value *, struct date, const char *format);
/* "a, b and c"; conj is "and" or "or". */
struct value form_list(
    struct tmpl *, const struct value *list, const char *conj, struct place at);

/* Decimals that a value prints by itself. */
int form_decimals(const struct value *);
/* Locale path of the words around an inexact number, or NULL. */
const char *form_comparator(const struct value *);
/* Append digits, with the mark of the unit if it has one; unit "" for none;
 * plain: without separators. */
void form_digits(struct tmpl *, double, int decimals, const char *unit,
    bool plain, struct buf *);
/* "year" or "years" as the number wants it. */
const char *form_unit(struct tmpl *, const char *unit, double n, int decimals);

/* A word of the locale; reported and "" when it is not there. */
const char *form_word(struct tmpl *, const char *path);
/* Append the pattern with {name} filled in: pairs of name and text, ended by
 * (char *)NULL. */
void form_fill(struct buf *out, const char *pattern, ...);

#endif
