/* SPDX-License-Identifier: MIT */
/* data/import_text.h - what an import adds to sources.csv, areas.csv, names/,
 * groups.csv and to imports.csv, the list of imports */
#ifndef DATA_IMPORT_TEXT_H
#define DATA_IMPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "data/import.h"

struct import_text;

/* Countries get their names in the languages `langs`, with "," between. */
struct import_text *import_text_new(
    struct arena *, struct sink *, const char *dir, const char *langs);

void import_text_source(struct import_text *, const char *key,
    const struct read_origin *, const char *database, struct date known);
void import_text_area(
    struct import_text *, const struct area *, const struct nation *);

/*
 * A country belongs to a group whose id is FAMILY-NAME: in a family of
 * incomes ("wb-…-income") to one at a time.  How many rows that adds or ends;
 * they are dated by import_text_date.
 */
size_t import_text_member(
    struct import_text *, const char *area, const char *group);
/* Source and date of the memberships since the last call. */
void import_text_date(
    struct import_text *, const char *source, struct date known);

/* Note that a file brought values. */
void import_text_log(struct import_text *, const struct import_file *);

/* How many files there may be; whether the i-th of them changes, and how. */
size_t import_text_files(const struct import_text *);
bool import_text_change(
    const struct import_text *, size_t i, struct import_change *);
/* The path that could not be written (errno), or NULL. */
const char *import_text_write(struct import_text *);

#endif
