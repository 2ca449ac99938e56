/* SPDX-License-Identifier: MIT */
/* data/encoding.h - how the bytes of a foreign file stand for characters */
#ifndef DATA_ENCODING_H
#define DATA_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;

enum encoding {
	ENCODING_UTF8, /* or ASCII; single fields may still be Windows-1252 */
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
};

/* By a mark at the beginning, or by NUL as every other byte; *mark is the
 * length of the mark. */
enum encoding encoding_detect(struct str head, size_t *mark);

/* What conversion of UTF-16 carries from one piece to the next. */
struct utf16 {
	bool big;
	unsigned char half; /* the first byte of a pair that was cut */
	bool has_half;
	unsigned high; /* a high surrogate without its low one, or 0 */
};

/* Append a piece of UTF-16 as UTF-8; what is no character becomes U+FFFD. */
void encoding_utf16(struct utf16 *, struct str, struct buf *out);

/* Append Windows-1252 as UTF-8.  False when a byte means nothing there; it
 * becomes U+FFFD. */
bool encoding_windows(struct str, struct buf *out);

/* Whether any byte is not ASCII. */
bool encoding_has_high(struct str);

#endif
