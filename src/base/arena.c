/* SPDX-License-Identifier: MIT */
/* base/arena.c - memory that is freed all at once */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE   ((size_t)64 * 1024)
#define ALIGNMENT    ((size_t)16)
#define EXIT_MACHINE 3

struct block {
	struct block *next;
	size_t size, used;
	_Alignas(16) char data[];
};

struct arena {
	struct block *blocks;
	size_t used;
};

void *
xrealloc(void *p, size_t n)
{
	void *q = realloc(p, n ? n : 1);

	if (!q) {
		fprintf(stderr, "sitan: out of memory\n");
		exit(EXIT_MACHINE);
	}
	return q;
}

void *
xmalloc(size_t n)
{
	return xrealloc(NULL, n);
}

struct arena *
arena_new(void)
{
	struct arena *a = xmalloc(sizeof *a);

	*a = (struct arena){0};
	return a;
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (!a)
		return;
	for (b = a->blocks; b; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/* A block with room for n bytes becomes the arena's first. */
static struct block *
block_add(struct arena *a, size_t n)
{
	size_t size = n > BLOCK_SIZE ? n : BLOCK_SIZE;
	struct block *b = xmalloc(sizeof *b + size);

	b->size = size;
	b->used = 0;
	/* an oversized block goes behind the one that still has room */
	if (n > BLOCK_SIZE && a->blocks) {
		b->next = a->blocks->next;
		a->blocks->next = b;
	} else {
		b->next = a->blocks;
		a->blocks = b;
	}
	return b;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	size_t want = (n + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	struct block *b = a->blocks;
	char *p;

	if (n > SIZE_MAX / 2) {
		fprintf(stderr, "sitan: out of memory\n");
		exit(EXIT_MACHINE);
	}
	if (!b || b->size - b->used < want)
		b = block_add(a, want);
	p = b->data + b->used;
	b->used += want;
	a->used += want;
	return n ? memset(p, 0, n) : p;
}

void *
arena_grow(struct arena *a, void *p, size_t old, size_t size)
{
	void *q = arena_alloc(a, size);

	if (old)
		memcpy(q, p, old < size ? old : size);
	return q;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = arena_alloc(a, n + 1);

	if (n)
		memcpy(p, s, n);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	p = arena_alloc(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

size_t
arena_used(const struct arena *a)
{
	return a->used;
}
