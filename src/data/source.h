/* SPDX-License-Identifier: MIT */
/* data/source.h - a work of sources.csv in a source line */
#ifndef DATA_SOURCE_H
#define DATA_SOURCE_H

struct arena;
struct buf;
struct record;

/* Append "World Bank (2026), *World Development Indicators*" as Markdown;
 * `escape` makes author and title safe for where they stand. */
void source_print(struct buf *, struct arena *, const struct record *source,
    const char *(*escape)(struct arena *, const char *));

#endif
