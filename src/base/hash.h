/* SPDX-License-Identifier: MIT */
/* base/hash.h - SHA-256 (FIPS 180-4), for document ids and build stamps */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct hash {
	uint64_t state[16]; /* nettle's */
};

void hash_init(struct hash *);
void hash_add(struct hash *, struct str bytes);
void hash_end(struct hash *, unsigned char digest[32]);

/* The digest of one text as 64 hexadecimal digits and a NUL. */
void hash_hex(struct str bytes, char out[65]);

#endif
