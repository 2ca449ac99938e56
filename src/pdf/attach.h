/* SPDX-License-Identifier: MIT */
/* pdf/attach.h - embedded files */
#ifndef PDF_ATTACH_H
#define PDF_ATTACH_H

#include <stddef.h>

struct arena;
struct pdf;
struct pdf_input;
struct pdf_place;
struct tags;

/* Embed the attachments, the late ones too; the structure tree is written
 * already. */
void attach_write(struct arena *, struct pdf *, const struct pdf_input *,
    const struct tags *, const struct pdf_place *, size_t nplaces);

#endif
