/* SPDX-License-Identifier: MIT */
/* base/map.c - open addressing over an array of entries */
#include "base/map.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"

/* FNV-1a, 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv) */
static uint64_t
hash(struct str s)
{
	uint64_t h = 14695981039346656037u;
	size_t i;

	for (i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
	return h;
}

struct map *
map_new(struct arena *a)
{
	struct map *m = ARENA_NEW(a, struct map);

	m->arena = a;
	return m;
}

/* The slot that holds the key, or the free one where it would go. */
static size_t
slot_of(const struct map *m, struct str key, uint64_t h)
{
	size_t i = h & (m->nslots - 1);

	while (m->slots[i]) {
		const struct map_entry *e = &m->entries[m->slots[i] - 1];

		if (e->hash == h && str_eq(e->key, key))
			break;
		i = (i + 1) & (m->nslots - 1);
	}
	return i;
}

void *
map_find(const struct map *m, struct str key)
{
	size_t i;

	if (m->n == 0)
		return NULL;
	i = slot_of(m, key, hash(key));
	return m->slots[i] ? m->entries[m->slots[i] - 1].value : NULL;
}

void *
map_get(const struct map *m, const char *key)
{
	return map_find(m, str_from(key));
}

static void
grow(struct map *m)
{
	size_t cap = m->cap ? m->cap * 2 : 8, i;

	m->entries = arena_grow(m->arena, m->entries,
	    m->cap * sizeof *m->entries, cap * sizeof *m->entries);
	m->cap = cap;
	m->nslots = cap * 2;
	m->slots = ARENA_ARRAY(m->arena, uint32_t, m->nslots);
	for (i = 0; i < m->n; i++) {
		const struct map_entry *e = &m->entries[i];

		m->slots[slot_of(m, e->key, e->hash)] = (uint32_t)i + 1;
	}
}

void
map_put(struct map *m, struct str key, void *value)
{
	uint64_t h = hash(key);
	size_t i;

	assert(value);
	if (m->n == m->cap)
		grow(m);
	i = slot_of(m, key, h);
	if (m->slots[i]) {
		m->entries[m->slots[i] - 1].value = value;
		return;
	}
	m->entries[m->n] = (struct map_entry){
	    {arena_strndup(m->arena, key.p, key.n), key.n}, value, h};
	m->slots[i] = (uint32_t)++m->n;
}
