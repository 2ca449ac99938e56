/* SPDX-License-Identifier: MIT */
/* base/hash.c - SHA-256 (FIPS 180-4) */
#include "base/hash.h"

#include <string.h>

static const uint32_t k[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
    0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
    0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
    0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
    0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void
hash_init(struct hash *h)
{
	*h = (struct hash){
	    .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

static uint32_t
rotate(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

static uint32_t
read_word(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

/* The words of the schedule are made in a ring of sixteen. */
static inline uint32_t
schedule(uint32_t w[16], int i)
{
	uint32_t x = w[(i + 1) & 15], y = w[(i + 14) & 15];

	x = rotate(x, 7) ^ rotate(x, 18) ^ x >> 3;
	y = rotate(y, 17) ^ rotate(y, 19) ^ y >> 10;
	return w[i & 15] += x + w[(i + 9) & 15] + y;
}

/* One round; the eight words keep their places, their names go round. */
#define ROUND(a, b, c, d, e, f, g, h, word)                                    \
	do {                                                                   \
		uint32_t t = (h) + (word) +                                    \
			     (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +  \
			     ((g) ^ ((e) & ((f) ^ (g))));                      \
		(d) += t;                                                      \
		(h) = t + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +     \
		      (((a) & (b)) | ((c) & ((a) | (b))));                     \
	} while (0)

static void
mix(struct hash *hash, const unsigned char *p)
{
	uint32_t *s = hash->state, w[16];
	uint32_t a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5],
		 g = s[6], h = s[7];
	int i;

	for (i = 0; i < 16; i++)
		w[i] = read_word(p + 4 * i);
	for (i = 0; i < 64; i += 8) {
#define WORD(n) (k[i + (n)] + (i < 16 ? w[i + (n)] : schedule(w, i + (n))))
		ROUND(a, b, c, d, e, f, g, h, WORD(0));
		ROUND(h, a, b, c, d, e, f, g, WORD(1));
		ROUND(g, h, a, b, c, d, e, f, WORD(2));
		ROUND(f, g, h, a, b, c, d, e, WORD(3));
		ROUND(e, f, g, h, a, b, c, d, WORD(4));
		ROUND(d, e, f, g, h, a, b, c, WORD(5));
		ROUND(c, d, e, f, g, h, a, b, WORD(6));
		ROUND(b, c, d, e, f, g, h, a, WORD(7));
#undef WORD
	}
	s[0] += a;
	s[1] += b;
	s[2] += c;
	s[3] += d;
	s[4] += e;
	s[5] += f;
	s[6] += g;
	s[7] += h;
}

void
hash_add(struct hash *h, struct str s)
{
	size_t have = h->length % 64, take;

	h->length += s.n;
	while (s.n) {
		if (have == 0 && s.n >= 64) {
			mix(h, (const unsigned char *)s.p);
			s = str_slice(s, 64, s.n);
			continue;
		}
		take = 64 - have < s.n ? 64 - have : s.n;
		memcpy(h->block + have, s.p, take);
		s = str_slice(s, take, s.n);
		have += take;
		if (have == 64) {
			mix(h, h->block);
			have = 0;
		}
	}
}

void
hash_end(struct hash *h, unsigned char digest[32])
{
	uint64_t bits = h->length * 8;
	unsigned char tail[72] = {0x80};
	size_t pad = (h->length % 64 < 56 ? 56 : 120) - h->length % 64;
	int i;

	for (i = 0; i < 8; i++)
		tail[pad + (size_t)i] = (unsigned char)(bits >> (56 - 8 * i));
	hash_add(h, (struct str){(const char *)tail, pad + 8});
	for (i = 0; i < 32; i++)
		digest[i] =
		    (unsigned char)(h->state[i / 4] >> (24 - i % 4 * 8));
}

void
hash_hex(struct str bytes, char out[65])
{
	unsigned char digest[32];
	struct hash h;
	int i;

	hash_init(&h);
	hash_add(&h, bytes);
	hash_end(&h, digest);
	for (i = 0; i < 32; i++) {
		out[2 * i] = "0123456789abcdef"[digest[i] >> 4];
		out[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
	}
	out[64] = '\0';
}
