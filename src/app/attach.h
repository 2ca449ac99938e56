/* SPDX-License-Identifier: MIT */
/* app/attach.h - the files that go into the PDF with the report */
#ifndef APP_ATTACH_H
#define APP_ATTACH_H

#include <stddef.h>

struct hooks;
struct pdf_attachment;

/* The data behind each figure and the build record; their number. */
size_t attach_all(struct hooks *, const struct pdf_attachment **);

#endif
