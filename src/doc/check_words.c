/* SPDX-License-Identifier: MIT */
/* doc/check_words.c - rules of a good report: words */
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/check.h"
#include "doc/work.h"

#define ACRONYM_MAX 8 /* letters */

struct term {
	const char *avoid, *use;
	struct term *next; /* with the same first word */
};

struct words {
	struct doc *doc;
	struct map *terms;  /* first word -> struct term */
	struct map *seen;   /* acronyms that were reported */
	struct map *folded; /* acronyms in lower case -> as they are written */
	bool english;
};

static bool
same(struct str a, struct str b)
{
	size_t i;

	if (a.n != b.n)
		return false;
	for (i = 0; i < a.n; i++)
		if (tolower((unsigned char)a.p[i]) !=
		    tolower((unsigned char)b.p[i]))
			return false;
	return true;
}

/* --- repeated words --- */

static void
check_repeated(const struct check_block *b, size_t before, size_t before_end,
    size_t from, size_t to)
{
	static const char *const allowed[] = {"had", "that", "do"};
	struct str x = str_slice(b->text, before, before_end);
	struct str y = str_slice(b->text, from, to);
	size_t i;

	if (isdigit((unsigned char)y.p[0]) || !same(x, y) ||
	    str_trim(str_slice(b->text, before_end, from)).n ||
	    (check_flags(b, from) & (CHECK_OTHER | CHECK_CITED)))
		return;
	for (i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (same(y, str_from(allowed[i])))
			return;
	diag(b->doc->sink, DIAG_DOC_WORD_TWICE, check_place(b, from),
	    STR_ARG(y));
}

/* --- acronyms --- */

static bool
is_roman(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!strchr("IVXLCDM", s.p[i]))
			return false;
	return true;
}

/* Letters of an acronym at the start of the word, a plural s left out; 0 when
 * it is none. */
static size_t
acronym_length(struct str w)
{
	size_t n = 0;

	while (n < w.n && isupper((unsigned char)w.p[n]))
		n++;
	if (n < 2 || n > ACRONYM_MAX ||
	    (n < w.n && !(n + 1 == w.n && w.p[n] == 's')))
		return 0;
	return is_roman(str_slice(w, 0, n)) ? 0 : n;
}

/* Part of a code or number: "SP.POP.TOTL", "CRC/C/OPSC", "A4". */
static bool
is_code(struct str s, size_t from, size_t to)
{
	char before = from > 0 ? s.p[from - 1] : ' ';
	char after = to < s.n ? s.p[to] : ' ';
	char behind = to + 1 < s.n ? s.p[to + 1] : ' ';

	if (before == '.' || before == '/' || before == '_' || before == '-')
		return true;
	return after == '/' || after == '_' || after == '$' ||
	       ((after == '.' || after == '-') &&
		   isalnum((unsigned char)behind));
}

static void
check_acronym(
    struct words *w, const struct check_block *b, size_t from, size_t to)
{
	static const char *const common[] = {
	    "US", "UK", "TV", "ID", "PDF", "OK"};
	const struct doc_env *e = b->doc->env;
	struct str s = str_slice(b->text, from, to);
	size_t n = acronym_length(s), i;

	if (!e->acronym || n == 0 || b->node->kind == NODE_HEADING ||
	    is_code(b->text, from, to) ||
	    (check_flags(b, from) &
		(CHECK_OTHER | CHECK_CITED | CHECK_NUMBER | CHECK_EMPH)))
		return;
	s.n = n;
	for (i = 0; i < sizeof common / sizeof *common; i++)
		if (str_is(s, common[i]))
			return;
	if (e->acronym(e->ctx, s) || map_find(w->seen, s))
		return;
	map_put(w->seen, s, w);
	diag(b->doc->sink, DIAG_DOC_ACRONYM, check_place(b, from), STR_ARG(s));
}

/* "MOSVY" where acronyms.csv has "MoSVY"; words of small letters are words. */
static void
check_spelling(
    struct words *w, const struct check_block *b, size_t from, size_t to)
{
	struct str s = str_slice(b->text, from, to);
	size_t i, capitals = 0;
	const char *right;

	for (i = 0; i < s.n; i++)
		capitals += isupper((unsigned char)s.p[i]) != 0;
	if (capitals < 2 || w->folded->n == 0 || is_code(b->text, from, to) ||
	    (check_flags(b, from) &
		(CHECK_OTHER | CHECK_CITED | CHECK_NUMBER | CHECK_EMPH)))
		return;
	right = map_find(w->folded, check_small(w->doc->arena, s));
	if (right && !str_is(s, right) && !map_find(w->seen, s) &&
	    !w->doc->env->acronym(w->doc->env->ctx, s)) {
		map_put(w->seen, str_from(str_dup(w->doc->arena, s)), w);
		diag(w->doc->sink, DIAG_DOC_SPELLING, check_place(b, from),
		    STR_ARG(s), right);
	}
}

/* --- discouraged terms --- */

size_t
check_term(struct str s, size_t from, const char *term)
{
	size_t i = from;

	for (; *term; term++) {
		if (i >= s.n)
			return 0;
		if (*term == ' ') {
			if (s.p[i] != ' ' && s.p[i] != '\n')
				return 0;
		} else if (tolower((unsigned char)s.p[i]) !=
			   tolower((unsigned char)*term)) {
			return 0;
		}
		i++;
	}
	return i < s.n && isalnum((unsigned char)s.p[i]) ? 0 : i - from;
}

/* Inside quotation marks a term is somebody else's word; with capitals it is
 * part of a legal title. */
static bool
is_title(struct str s, size_t from, size_t to)
{
	size_t i = from, open = 0;

	while (i < to && s.p[i] != ' ')
		i++;
	if (i + 1 < to ? isupper((unsigned char)s.p[i + 1])
		       : from > 0 && isupper((unsigned char)s.p[from]))
		return true;
	for (i = 0; i + 2 < from; i++) {
		if (memcmp(s.p + i, "\u201C", 3) == 0)
			open = 1;
		else if (memcmp(s.p + i, "\u201D", 3) == 0)
			open = 0;
	}
	return open;
}

static void
check_terms(struct words *w, const struct check_block *b, size_t from)
{
	const struct term *t;
	size_t n;

	if (w->terms->n == 0 || b->note ||
	    (check_flags(b, from) & (CHECK_OTHER | CHECK_CITED | CHECK_EMPH)))
		return;
	t = check_filed(w->terms, b->text, from);
	for (; t; t = t->next) {
		n = check_term(b->text, from, t->avoid);
		if (n && !is_title(b->text, from, from + n)) {
			diag(b->doc->sink, DIAG_DOC_TERM, check_place(b, from),
			    t->avoid, t->use);
			return;
		}
	}
}

static void
visit(const struct check_block *b, void *ctx)
{
	struct words *w = ctx;
	size_t i = 0, n, before = 0, before_end = 0;

	while (i < b->text.n) {
		n = check_word(b->text, i);
		if (n == 0) {
			i++;
			continue;
		}
		if (w->english && before_end > before)
			check_repeated(b, before, before_end, i, i + n);
		check_spelling(w, b, i, i + n);
		check_acronym(w, b, i, i + n);
		check_terms(w, b, i);
		before = i;
		before_end = i += n;
	}
}

static void
read_terms(struct words *w)
{
	const struct doc_env *e = w->doc->env;
	const char *const *avoid = NULL, *const *use = NULL;
	size_t n = e->terms ? e->terms(e->ctx, &avoid, &use) : 0, i;

	for (i = 0; i < n; i++) {
		struct term *t = ARENA_NEW(w->doc->arena, struct term);
		struct str s = str_from(avoid[i]), key;

		key = check_small(
		    w->doc->arena, str_slice(s, 0, check_word(s, 0)));
		t->avoid = avoid[i];
		t->use = use[i];
		t->next = map_find(w->terms, key);
		map_put(w->terms, key, t);
	}
}

static void
read_acronyms(struct words *w)
{
	const struct doc_env *e = w->doc->env;
	const char *const *names = NULL;
	size_t n = e->acronyms ? e->acronyms(e->ctx, &names) : 0, i;

	w->folded = map_new(w->doc->arena);
	for (i = 0; i < n; i++)
		map_put(w->folded,
		    check_small(w->doc->arena, str_from(names[i])),
		    (void *)(uintptr_t)names[i]);
}

struct check_visitor
check_words(struct doc *d)
{
	struct words *w = ARENA_NEW(d->arena, struct words);

	w->doc = d;
	w->english = d->env->lang && strncmp(d->env->lang, "en", 2) == 0;
	w->terms = map_new(d->arena);
	w->seen = map_new(d->arena);
	read_terms(w);
	read_acronyms(w);
	return (struct check_visitor){visit, w};
}
