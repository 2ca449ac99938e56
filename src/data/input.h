/* SPDX-License-Identifier: MIT */
/*
 * data/input.h - the bytes of a foreign file, piece by piece
 *
 * Gzip is unpacked and UTF-16 converted on the way, so that memory does not
 * grow with the file.
 */
#ifndef DATA_INPUT_H
#define DATA_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "data/period.h"

struct arena;
struct input;

/* NULL after a message: not there, or no file of text (an archive, a
 * workbook).  The caller closes it. */
struct input *input_open(struct arena *, struct sink *, const char *path);
void input_close(struct input *);

/*
 * The next bytes, at most n, without a mark of the encoding; 0 at the end,
 * and after a message where the file is damaged.
 */
size_t input_read(struct input *, char *p, size_t n);

bool input_packed(const struct input *); /* gzip */
bool input_utf16(const struct input *);
bool input_marked(const struct input *); /* a byte order mark */
bool input_damaged(const struct input *);
struct date input_date(const struct input *); /* when it was last changed */

#endif
