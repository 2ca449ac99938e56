/* SPDX-License-Identifier: MIT */
/*
 * data/csvtext.h - a CSV file of data/ that is changed by a program
 *
 * What is not touched stays byte for byte: hand-made rows, their order, blank
 * lines, rows with errors.
 */
#ifndef DATA_CSVTEXT_H
#define DATA_CSVTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct csvtext;
struct sink;

#define CSVTEXT_NONE ((size_t)-1)

/* Open a file; one that is not there begins with the columns (names with ","
 * between).  NULL after a message. */
struct csvtext *csvtext_open(
    struct arena *, struct sink *, const char *path, const char *columns);

size_t csvtext_rows(const struct csvtext *); /* with those that were added */
size_t csvtext_column(const struct csvtext *, const char *name);
unsigned csvtext_line(const struct csvtext *, size_t row); /* 0: added */
/* "" for a column that is not there. */
const char *csvtext_cell(const struct csvtext *, size_t row, size_t column);
void csvtext_set(struct csvtext *, size_t row, size_t column, const char *text);

/* A row of empty cells behind another that was in the file (CSVTEXT_NONE:
 * before the first one); rows behind the same one keep their order. */
size_t csvtext_add(struct csvtext *, size_t after);

/* Rows of the file itself, without added ones. */
size_t csvtext_old(const struct csvtext *);
bool csvtext_changed(const struct csvtext *);
const char *csvtext_path(const struct csvtext *);
/* Complete or not at all; false: errno. */
bool csvtext_write(struct csvtext *);

#endif
