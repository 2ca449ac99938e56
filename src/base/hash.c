/* SPDX-License-Identifier: MIT */
/* base/hash.c - SHA-256 by nettle, which knows the processor's instructions */
#include "base/hash.h"

#include <assert.h>

#include <nettle/sha2.h>

static_assert(sizeof(struct sha256_ctx) <= sizeof(struct hash),
    "a hash holds nettle's state");

static struct sha256_ctx *
state_of(struct hash *h)
{
	return (struct sha256_ctx *)h->state;
}

void
hash_init(struct hash *h)
{
	sha256_init(state_of(h));
}

void
hash_add(struct hash *h, struct str s)
{
	sha256_update(state_of(h), s.n, (const uint8_t *)s.p);
}

void
hash_end(struct hash *h, unsigned char digest[32])
{
	sha256_digest(state_of(h), 32, digest);
}

void
hash_hex(struct str bytes, char out[65])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char digest[32];
	struct hash h;
	int i;

	hash_init(&h);
	hash_add(&h, bytes);
	hash_end(&h, digest);
	for (i = 0; i < 32; i++) {
		out[2 * i] = digits[digest[i] >> 4];
		out[2 * i + 1] = digits[digest[i] & 15];
	}
	out[64] = '\0';
}
