/* SPDX-License-Identifier: MIT */
/* pdf/xmp.h - the same record as metadata stream and as document information */
#ifndef PDF_XMP_H
#define PDF_XMP_H

struct arena;
struct pdf;
struct pdf_meta;

/* Both, with the identifiers of PDF/UA-1 and PDF/A-3a. */
void xmp_write(struct arena *, struct pdf *, const struct pdf_meta *);

#endif
