/* SPDX-License-Identifier: MIT */
/*
 * text/hyph_load.c - a hyphenation dictionary from its file
 *
 * libhyphen takes 5% of a report to read 14,000 patterns: it hashes each
 * prefix of each as text of its own.  Here they go into a trie, whose nodes,
 * numbered in breadth first order, are libhyphen's automaton: the transitions
 * of a state stand next to each other, and the state to fall back to, the
 * longest suffix that is a prefix of a pattern, is known from shorter ones (A.
 * Aho and M. Corasick, "Efficient string matching", 1975).  The head of the
 * file is libhyphen's to read, and so is a file that has more than a head and
 * patterns.
 */
#include "text/hyph_load.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "base/vec.h"

#define LINE_MAX 90 /* bytes; libhyphen leaves out lines of 100 */

/* A prefix of a pattern; 0, the empty one, is nobody's child. */
struct prefix {
	char ch;             /* its last letter */
	uint32_t kids, next; /* the first of its own, the next of its parent */
	const char *match;   /* digits, if a pattern ends here */
	uint32_t number, back; /* as a state */
};

struct trie {
	struct arena *arena; /* of the automaton */
	struct arena *scratch;
	VEC(struct prefix) v;
};

/* --- patterns --- */

static uint32_t
find_kid(const struct trie *t, uint32_t of, char ch)
{
	uint32_t k = t->v.v[of].kids;

	while (k && t->v.v[k].ch != ch)
		k = t->v.v[k].next;
	return k;
}

static uint32_t
add_kid(struct trie *t, uint32_t of, char ch)
{
	uint32_t k = find_kid(t, of, ch);

	if (k)
		return k;
	k = (uint32_t)t->v.n;
	VEC_PUSH(t->scratch, &t->v,
	    (struct prefix){.ch = ch, .next = t->v.v[of].kids});
	t->v.v[of].kids = k;
	return k;
}

/* ".ab3ol": letters, and the digits between them without leading zeros. */
static void
add_pattern(struct trie *t, struct str s)
{
	char digits[LINE_MAX + 2] = "0";
	size_t n = 0, zeros = 0, i;
	uint32_t at = 0;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9') {
			digits[n] = s.p[i];
		} else {
			at = add_kid(t, at, s.p[i]);
			digits[++n] = '0';
		}
	}
	n++;
	while (zeros < n && digits[zeros] == '0')
		zeros++;
	t->v.v[at].match = arena_strndup(t->arena, digits + zeros, n - zeros);
}

/* --- the automaton --- */

/* The longest proper suffix of a prefix's kid that is a prefix. */
static uint32_t
find_back(const struct trie *t, uint32_t of, char ch)
{
	uint32_t at = of, k;

	while (at) {
		at = t->v.v[at].back;
		k = find_kid(t, at, ch);
		if (k)
			return k;
	}
	return 0;
}

/* Number all prefixes, breadth first; fill in their states. */
static HyphenState *
make_states(struct trie *t)
{
	size_t n = t->v.n, last = 1, i;
	HyphenState *states = ARENA_ARRAY(t->arena, HyphenState, n);
	HyphenTrans *trans = ARENA_ARRAY(t->arena, HyphenTrans, n);
	uint32_t *order = ARENA_ARRAY(t->scratch, uint32_t, n), k;

	for (i = 0; i < n; i++) {
		const struct prefix *p = &t->v.v[order[i]];

		states[i].match = (char *)(uintptr_t)p->match;
		states[i].fallback_state = i ? (int)t->v.v[p->back].number : -1;
		states[i].trans = trans + last;
		for (k = p->kids; k; k = t->v.v[k].next) {
			t->v.v[k].number = (uint32_t)last;
			t->v.v[k].back = find_back(t, order[i], t->v.v[k].ch);
			trans[last].ch = t->v.v[k].ch;
			trans[last].new_state = (int)last;
			order[last++] = k;
			states[i].num_trans++;
		}
	}
	return states;
}

/* --- files --- */

static struct str
next_line(struct str text, size_t *at)
{
	size_t end = str_find(text, '\n', *at);
	struct str line = str_slice(text, *at, end);

	*at = end + 1;
	while (line.n && (unsigned char)line.p[line.n - 1] <= ' ')
		line.n--;
	return line;
}

static bool
is_comment(struct str line)
{
	return line.n == 0 || line.p[0] == '%' || line.p[0] == '#';
}

static bool
is_setting(struct str line)
{
	return line.n && line.p[0] >= 'A' && line.p[0] <= 'Z';
}

/* A replacement ("/") is none, nor is a line that libhyphen would cut. */
static bool
is_pattern(struct str line)
{
	size_t i;

	for (i = 0; i < line.n; i++)
		if ((unsigned char)line.p[i] <= ' ' || line.p[i] == '/')
			return false;
	return line.n <= LINE_MAX;
}

/* Is it UTF-8, settings, and then nothing but patterns?  Where they begin. */
static bool
find_patterns(struct str text, size_t *begin)
{
	size_t at = 0, from;
	struct str line = next_line(text, &at);

	*begin = 0;
	if (!str_is(line, "UTF-8"))
		return false;
	while (at < text.n) {
		from = at;
		line = next_line(text, &at);
		if (is_comment(line))
			continue;
		if (is_setting(line)) {
			if (*begin || str_starts(line, "NEXTLEVEL"))
				return false;
		} else {
			if (!is_pattern(line))
				return false;
			if (!*begin)
				*begin = from;
		}
	}
	return *begin > 0;
}

struct hyph_file
hyph_load_file(struct arena *a, const char *path)
{
	struct hyph_file f = {0};
	struct trie t = {.arena = a, .scratch = arena_new()};
	struct sink *quiet = sink_new(t.scratch);
	struct str text, line;
	HyphenDict *level;
	FILE *head;
	size_t at;

	if (!file_read(t.scratch, quiet, path, (struct place){0}, &text) ||
	    !find_patterns(text, &at)) {
		f.dict = hnj_hyphen_load(path);
		arena_free(t.scratch);
		return f;
	}
	head = fmemopen((void *)(uintptr_t)text.p, at, "r");
	f.dict = head ? hnj_hyphen_load_file(head) : NULL;
	if (head)
		fclose(head);
	VEC_PUSH(t.scratch, &t.v, (struct prefix){0});
	while (at < text.n) {
		line = next_line(text, &at);
		if (!is_comment(line))
			add_pattern(&t, line);
	}
	/* the first level, for words with hyphens, is libhyphen's own */
	level = f.dict ? f.dict->nextlevel : NULL;
	if (level) {
		f.own = level->states;
		level->states = make_states(&t);
	}
	arena_free(t.scratch);
	return f;
}

void
hyph_unload(struct hyph_file *f)
{
	if (f->own)
		f->dict->nextlevel->states = f->own;
	if (f->dict)
		hnj_hyphen_free(f->dict);
	*f = (struct hyph_file){0};
}
