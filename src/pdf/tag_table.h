/* SPDX-License-Identifier: MIT */
/* pdf/tag_table.h - structure of tables: heads, scopes, spans, headers */
#ifndef PDF_TAG_TABLE_H
#define PDF_TAG_TABLE_H

struct elem;
struct node;
struct tags;

/* Plan a TABLE node: Table, then its reading, key and source. */
void tag_table(struct tags *, const struct node *table, struct elem *parent);
/* Plan a DIV of key statistics: Table with a row for each. */
void tag_statistics(
    struct tags *, const struct node *stats, struct elem *parent);

#endif
