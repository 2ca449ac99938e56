/* SPDX-License-Identifier: MIT */
/*
 * pdf/string.h - strings in PDF syntax (ISO 32000-1 7.3.4, 7.9.2)
 *
 * Literal strings: in hexadecimal, which libharu writes, they would be twice
 * as long, and deflate does not make up for all of it.
 */
#ifndef PDF_STRING_H
#define PDF_STRING_H

#include "base/str.h"

/* Append bytes as they are. */
void string_bytes(struct buf *, struct str);

/* Append a text string: PDFDocEncoding where it has all characters (and a
 * blank for a no-break space), else UTF-16. */
void string_text(struct buf *, struct str utf8);

/* The same always in UTF-16. */
void string_utf16(struct buf *, struct str utf8);

/* Append the bytes of UTF-16 with its byte order mark, without parentheses; cut
 * at the format's limit of 32,767 bytes.  The buffer is empty. */
void string_units(struct buf *, struct str utf8);

#endif
