/* SPDX-License-Identifier: MIT */
/*
 * stat/audit_names.c - indicators that readers take for one
 *
 * Names are compared as sets of words, those without a meaning of their own
 * left out.  Two sets that differ in one word have a common set when that word
 * is left out of each; so each name is filed under itself and under itself
 * without each of its words, and neighbours meet there in one pass (deletion
 * neighbourhoods, Bocek, Hunt and Stiller 2007).
 */
#include "stat/audit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "data/store.h"
#include "stat/audit_work.h"

#define WORDS_MAX 32 /* of a name that are compared */
#define ALIKE     3  /* words that near names share */

struct names {
	struct sink *sink;
	struct arena *arena;
	struct map *near; /* words, sorted -> the first indicator */
};

static bool
is_filler(struct str s)
{
	static const char *const list[] = {"a", "an", "and", "are", "as", "at",
	    "by", "for", "from", "have", "has", "in", "is", "it", "its", "of",
	    "on", "or", "that", "the", "their", "to", "was", "were", "who",
	    "whose", "with", "per", "all"};
	size_t i;

	for (i = 0; i < sizeof list / sizeof *list; i++)
		if (str_is(s, list[i]))
			return true;
	return false;
}

static int
by_text(const void *pa, const void *pb)
{
	return str_cmp(*(const struct str *)pa, *(const struct str *)pb);
}

/* The words of a name in small letters and without a plural's s, sorted. */
static size_t
words_of(struct arena *a, const char *name, struct str out[WORDS_MAX])
{
	char *p = arena_strdup(a, name);
	size_t n = 0, len;

	for (char *s = p; *s && n < WORDS_MAX; s += len) {
		for (len = 0; isalnum((unsigned char)s[len]) ||
			      (unsigned char)s[len] >= 0x80;
		     len++)
			s[len] = (char)tolower((unsigned char)s[len]);
		if (len == 0) {
			len = 1;
			continue;
		}
		out[n] = (struct str){s, len};
		if (!is_filler(out[n])) {
			out[n].n -= len > 3 && s[len - 1] == 's';
			n++;
		}
	}
	qsort(out, n, sizeof *out, by_text);
	return n;
}

/* The words but for one, as a key; of indicators of one unit. */
static struct str
key_of(struct arena *a, const char *unit, const struct str *v, size_t n,
    size_t without)
{
	struct buf b = {0};
	size_t i;

	buf_puts(&b, unit);
	for (i = 0; i < n; i++)
		if (i != without)
			buf_printf(&b, "\n" STR_FMT, STR_ARG(v[i]));
	return buf_take(&b, a);
}

/* A number, a degree, or a word of sex or place tells two names apart by
 * itself. */
static bool
tells_apart(struct str s)
{
	static const char *const list[] = {"girl", "boy", "women", "men",
	    "female", "male", "urban", "rural", "one", "two", "three", "four",
	    "five", "ten", "first", "second", "primary", "secondary",
	    "tertiary", "lower", "upper", "before", "after", "up", "under",
	    "over", "minimum", "maximum"};
	size_t i;

	for (i = 0; i < s.n; i++)
		if (isdigit((unsigned char)s.p[i]))
			return true;
	for (i = 0; i < sizeof list / sizeof *list; i++)
		if (str_is(s, list[i]))
			return true;
	return false;
}

/* Shares and rates: two counts are of two things as their words say, but two
 * shares may be of one thing on two bases. */
static bool
is_share(const struct indicator *x)
{
	return x->type == IND_NUMBER &&
	       (streq(x->unit, "percent") ||
		   str_starts(str_from(x->unit), "per_"));
}

/* Report the first that stands under the key already, and stand there. */
static bool
meets(struct names *c, struct str key, const struct indicator *x)
{
	const struct indicator *other = map_find(c->near, key);

	if (!other) {
		map_put(c->near, key, (void *)(uintptr_t)x);
		return false;
	}
	if (other == x || (*x->definition && *other->definition))
		return false;
	diag(c->sink, DIAG_AUDIT_NEAR, x->record->at, x->id, x->name, other->id,
	    other->name);
	return true;
}

static void
check_near(struct names *c, const struct indicator *x)
{
	struct str v[WORDS_MAX];
	size_t n = words_of(c->arena, x->name, v), i;

	if (!is_share(x) || n < ALIKE ||
	    meets(c, key_of(c->arena, x->unit, v, n, n), x))
		return;
	for (i = 0; n > ALIKE && i < n; i++)
		if (!tells_apart(v[i]) &&
		    meets(c, key_of(c->arena, x->unit, v, n, i), x))
			return;
}

/* Two indicators that print the same name, of which nothing tells how they
 * differ. */
static bool
check_same(struct names *c, struct map *seen, const struct indicator *x)
{
	struct str key =
	    str_from(arena_printf(c->arena, "%s\n%s", x->name, x->unit));
	const struct indicator *other = map_find(seen, key);

	if (!other) {
		map_put(seen, key, (void *)(uintptr_t)x);
		return false;
	}
	if (!*x->definition || !*other->definition)
		diag(c->sink, DIAG_AUDIT_NAME, x->record->at, x->id, x->name,
		    other->id);
	return true;
}

void
audit_names(const struct store *s, struct sink *sink)
{
	const struct indicator *const *all;
	size_t n = store_indicators(s, &all), i;
	struct names c = {.sink = sink, .arena = arena_new()};
	struct map *seen = map_new(c.arena);

	c.near = map_new(c.arena);
	for (i = 0; i < n; i++)
		if (!check_same(&c, seen, all[i]))
			check_near(&c, all[i]);
	arena_free(c.arena);
}
