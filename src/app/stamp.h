/* SPDX-License-Identifier: MIT */
/*
 * app/stamp.h - which reports are up to date
 *
 * OUT/.stamps holds for each PDF a digest of everything it was made from: the
 * program, the files of data, templates and charts (name, size, time of
 * change) and the options.  A report with errors gets no stamp.
 */
#ifndef APP_STAMP_H
#define APP_STAMP_H

#include <stdbool.h>

struct arena;
struct job;
struct stamps;
struct workspace;

struct stamps *stamps_read(
    struct arena *, const struct workspace *, const char *out);
bool stamps_fresh(const struct stamps *, const struct job *);
void stamps_set(struct stamps *, const struct job *, bool good);
/* Nothing is said when the file cannot be written: reports are then built
 * again. */
void stamps_write(const struct stamps *);

#endif
