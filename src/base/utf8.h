/* SPDX-License-Identifier: MIT */
/* base/utf8.h - UTF-8 (RFC 3629) */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD 0xFFFFFFFFu

/*
 * Decode the character at *p, which is before end, and move *p behind it.
 * An ill-formed byte gives UTF8_BAD and moves by one.
 */
uint32_t utf8_decode(const char **p, const char *end);

/* Write the character to out; its length, 1 to 4. */
size_t utf8_encode(uint32_t code, char out[4]);

/* Offset of the first ill-formed byte, or s.n. */
size_t utf8_check(struct str s);

/* Characters in well-formed text. */
size_t utf8_length(struct str s);

#endif
