/* SPDX-License-Identifier: MIT */
/* data/cell.h - what the text of one field may be */
#ifndef DATA_CELL_H
#define DATA_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct map;

/* [a-z0-9]+([-_][a-z0-9]+)* */
bool cell_is_word(struct str);

/* "0-17", "15+", "<18" */
bool cell_is_age(struct str);

/* "dimension:code", several joined by ";" */
bool cell_is_group(struct str);

/* num_parse, with a short way for what most data are: up to 15 digits with a
 * point. */
bool cell_number(struct str, double *value);

/* Index of the word among choices joined by blanks, or -1. */
int cell_choice(struct str, const char *choices);

/* The choices as a list: "a, b, c". */
const char *cell_choices(struct arena *, const char *choices);

/* " (did you mean 'x'?)" or "", remembered in `memo` (from map_new). */
const char *cell_hint(
    struct map *memo, const char *text, const char *const *names, size_t n);

/* The same among choices joined by blanks. */
const char *cell_choice_hint(
    struct arena *, const char *text, const char *choices);

#endif
