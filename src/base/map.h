/* SPDX-License-Identifier: MIT */
/* base/map.h - text keys to pointers, iterated in order of insertion */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

struct map_entry {
	struct str key;
	void *value;
	uint64_t hash;
};

/* Entries may be read directly, in order of insertion. */
struct map {
	struct arena *arena;
	struct map_entry *entries;
	size_t n, cap;
	uint32_t *slots; /* index + 1 into entries, 0 is free */
	size_t nslots;
};

/* An empty map whose memory is the arena's; keys are copied. */
struct map *map_new(struct arena *);

/* The value of the key, or NULL.  O(1). */
void *map_find(const struct map *, struct str key);
void *map_get(const struct map *, const char *key);

/* Set or replace; value is not NULL. */
void map_put(struct map *, struct str key, void *value);

#endif
