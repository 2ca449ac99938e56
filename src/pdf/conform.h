/* SPDX-License-Identifier: MIT */
/* pdf/conform.h - what PDF/UA-1 and PDF/A-3a want of the file as a whole */
#ifndef PDF_CONFORM_H
#define PDF_CONFORM_H

struct content;
struct font_files;
struct pdf;
struct pdf_input;
struct sink;
struct tags;

/* Output intent, language and flags of the catalog. */
void conform_write(struct pdf *, const struct pdf_input *);

/*
 * The last look at what was made, by the conditions of the Matterhorn
 * Protocol that a machine can check and that the author can break: title and
 * language, alternative texts, order of headings, characters without glyph or
 * without meaning, content without structure.
 */
void conform_check(struct sink *, const struct pdf_input *, const struct tags *,
    const struct font_files *, const struct content *);

#endif
