/* SPDX-License-Identifier: MIT */
/* app/attach.h - the files that go into the PDF with the report */
#ifndef APP_ATTACH_H
#define APP_ATTACH_H

#include <stddef.h>

struct hooks;
struct pdf_attachment;
struct pdf_place;

/* The data of each figure and table, and the works cited; their number. */
size_t attach_all(struct hooks *, const struct pdf_attachment **);

/*
 * What is known last: numbers.csv with the place of each number, the data
 * that they come from, and the build record.  ctx is the struct hooks.
 */
size_t attach_late(void *ctx, const struct pdf_place *, size_t n,
    const struct pdf_attachment **);

#endif
