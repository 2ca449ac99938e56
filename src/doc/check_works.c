/* SPDX-License-Identifier: MIT */
/*
 * doc/check_works.c - what prose says of works that the data know by name
 *
 * A year typed beside the name of a law or treaty, the pinpoint of a
 * definition, the short title of a source.  A name that several works have is
 * judged by the one that fits best; a year only where the words say that it is
 * the work's own: "(2008)", "of 2008", "adopted in 2008".
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/check.h"
#include "doc/cite_work.h"

#define NEAR 24 /* bytes between "adopted" and its year */

struct entry {
	const struct doc_name *name; /* NULL: a short title */
	const struct source *source; /* of a short title that nothing cites */
	struct entry *next;          /* with the same first word */
};

struct works {
	struct doc *doc;
	struct map *names;  /* first word, small -> struct entry */
	struct map *pairs;  /* "terminology guidelines" of any title */
	struct map *heads;  /* "guidelines" of a cited short title -> it */
	struct map *terms;  /* key of a source -> the struct term it defines */
	struct map *drafts; /* note -> what it cites; NULL: no names */
};

/* A term that a source defines at a place. */
struct term {
	const struct doc_name *name;
	const char *pin; /* the place as pinpoint() has it */
	const struct term *next;
};

/* --- years --- */

static bool
word_is(struct str s, size_t i, const char *word)
{
	size_t n = strlen(word);

	return i + n <= s.n && memcmp(s.p + i, word, n) == 0 &&
	       (i + n == s.n || !isalpha((unsigned char)s.p[i + n]));
}

/* Four digits of a year, typed by hand; 0 if none begins here. */
static int
year_at(const struct check_block *b, size_t i)
{
	struct check_numeral n;

	if (i >= b->text.n || !isdigit((unsigned char)b->text.p[i]) ||
	    check_flags(b, i) & (CHECK_NUMBER | CHECK_OTHER | CHECK_CITED))
		return 0;
	n = check_numeral(b->text, i);
	return n.digits == 4 && n.to - n.from == 4
		   ? atoi(str_dup(b->doc->arena, str_slice(b->text, i, n.to)))
		   : 0;
}

/* The year that the words behind a name give it: *at is where it stands. */
static int
own_year(const struct check_block *b, size_t end, size_t *at)
{
	static const char *const verbs[] = {"adopted", "enacted", "passed",
	    "promulgated", "signed", "concluded"};
	struct str s = b->text;
	size_t i, k, m;

	*at = end + 2;
	if (end + 2 < s.n && memcmp(s.p + end, " (", 2) == 0 && end + 6 < s.n &&
	    s.p[end + 6] == ')')
		return year_at(b, *at);
	if (word_is(s, end, " of")) {
		*at = end + 4;
		return year_at(b, *at);
	}
	for (i = end; i < s.n && i < end + NEAR; i++) {
		if (strchr(".;", s.p[i]))
			return 0;
		for (k = 0; k < sizeof verbs / sizeof *verbs; k++) {
			if (!word_is(s, i, verbs[k]))
				continue;
			for (m = i;
			     m < s.n && m < i + NEAR && !strchr(".;,", s.p[m]);
			     m++)
				if (s.p[m] == ' ' && year_at(b, m + 1)) {
					*at = m + 1;
					return year_at(b, m + 1);
				}
			return 0;
		}
	}
	return 0;
}

/* Returns the bytes of the name that stands there, 0: none. */
static size_t
check_year(const struct check_block *b, const struct entry *e, size_t from)
{
	const struct doc_name *wrong = NULL;
	size_t n = 0, longest = 0, at;
	int year = 0;

	for (; e; e = e->next) {
		n = e->name && e->name->from
			? check_term(b->text, from, e->name->name)
			: 0;
		if (n == 0 || n < longest)
			continue;
		if (n > longest)
			wrong = NULL;
		else if (longest && !wrong)
			continue; /* another work of the name fits */
		longest = n;
		year = own_year(b, from + n, &at);
		wrong = year && (year < e->name->from || year > e->name->to)
			    ? e->name
			    : NULL;
	}
	if (wrong)
		diag(b->doc->sink, DIAG_DOC_YEAR, check_place(b, at),
		    wrong->name, year, wrong->from, wrong->key);
	return longest;
}

/* --- pinpoints --- */

/* "Article 2(b)" and "art. 2(b)" alike: from the first digit on, without
 * blanks; "" if there is none. */
static const char *
pinpoint(struct arena *a, const char *locator)
{
	char *p = arena_strdup(a, locator), *out = p, *s = p;

	while (*s && !isdigit((unsigned char)*s))
		s++;
	for (; *s; s++)
		if (*s != ' ')
			*out++ = (char)tolower((unsigned char)*s);
	*out = '\0';
	return p;
}

/* Does the text name a term between two places? */
static bool
is_said(
    const struct check_block *b, const struct term *t, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++)
		if ((i == 0 || !isalnum((unsigned char)b->text.p[i - 1])) &&
		    check_term(b->text, i, t->name->name) > 0)
			return true;
	return false;
}

/* A note names the place of one term in a sentence about another of the same
 * source. */
static void
check_pinpoint(const struct works *w, const struct check_block *b,
    const struct cite_item *it, size_t from, size_t to)
{
	const struct doc_name *here = NULL, *said = NULL;
	const struct term *t;
	const char *pin;

	if (!it->source || !it->locator[0])
		return;
	pin = pinpoint(b->doc->arena, it->locator);
	for (t = map_get(w->terms, it->source->key); t; t = t->next) {
		bool there = streq(t->pin, pin),
		     named = is_said(b, t, from, to);

		if (there && named)
			return;
		if (there && !here)
			here = t->name;
		if (named && !said)
			said = t->name;
	}
	if (here && said)
		diag(b->doc->sink, DIAG_DOC_PINPOINT, it->at, it->locator,
		    it->source->key, here->name, said->name, said->locator);
}

/* The notes of a block, each with the words since the one before it. */
static void
check_pinpoints(const struct works *w, const struct check_block *b)
{
	size_t i, k, from = 0, start;

	for (i = 0; i < b->nmarks; i++) {
		const struct node *note = b->marks[i].mark->target;
		const struct draft *t = map_find(
		    w->drafts, (struct str){(const char *)&note, sizeof note});

		for (start = b->marks[i].at; start > from; start--)
			if (start < b->marks[i].at &&
			    check_begins_sentence(b->text, start))
				break;
		for (k = 0; t && k < t->items.n; k++)
			check_pinpoint(
			    w, b, t->items.v[k], start, b->marks[i].at);
		from = b->marks[i].at;
	}
}

static void
read_drafts(struct works *w)
{
	const struct citing *c = work_of(w->doc)->citing;
	size_t i;

	w->drafts = map_new(w->doc->arena);
	for (i = 0; c && i < c->drafts.n; i++)
		map_put(w->drafts,
		    (struct str){(const char *)&c->drafts.v[i].note,
			sizeof c->drafts.v[i].note},
		    &c->drafts.v[i]);
}

/* --- short titles --- */

static bool
is_short(const struct source *s)
{
	return s && strchr(s->short_title, ' ') != NULL;
}

/* The word before `from`, if only a blank parts them. */
static struct str
word_before(struct str s, size_t from)
{
	size_t i;

	if (from < 2 || s.p[from - 1] != ' ')
		return (struct str){"", 0};
	for (i = from - 1; i > 0 && isalpha((unsigned char)s.p[i - 1]); i--)
		;
	return str_slice(s, i, from - 1);
}

/* "the Terminology Guidelines" in a text that never cites them; a law or plan
 * of the name may be meant, in another report. */
static void
check_undeclared(
    const struct check_block *b, const struct entry *e, size_t from)
{
	const struct entry *found = NULL;

	for (; e; e = e->next) {
		const char *name =
		    e->name ? e->name->name : e->source->short_title;

		if (check_term(b->text, from, name) == 0)
			continue;
		if (e->name)
			return;
		if (memcmp(b->text.p + from, name, strlen(name)) == 0)
			found = e;
	}
	if (found)
		diag(b->doc->sink, DIAG_DOC_SHORT_UNCITED, check_place(b, from),
		    found->source->short_title, found->source->key);
}

/* "Luxembourg Guidelines" where the work is called "Terminology Guidelines":
 * two words with capitals that no title has. */
static void
check_mismatch(
    const struct works *w, const struct check_block *b, size_t from, size_t to)
{
	static const char *const none[] = {
	    "The", "This", "These", "Its", "Their", "Both", "Such", "Our"};
	struct arena *a = b->doc->arena;
	struct str head = str_slice(b->text, from, to);
	struct str before = word_before(b->text, from), pair;
	const struct source *s;
	size_t i;

	if (!isupper((unsigned char)head.p[0]) || before.n < 3 ||
	    !isupper((unsigned char)before.p[0]))
		return;
	for (i = 0; i < sizeof none / sizeof *none; i++)
		if (str_is(before, none[i]))
			return;
	s = map_find(w->heads, check_small(a, head));
	pair = check_small(a, (struct str){before.p, before.n + 1 + head.n});
	if (s && !map_find(w->pairs, pair))
		diag(b->doc->sink, DIAG_DOC_SHORT_OTHER,
		    check_place(b, from - 1 - before.n),
		    STR_ARG(((struct str){before.p, pair.n})), s->short_title,
		    s->key);
}

/* The bytes to go on by: a name that stands in a longer one is not meant. */
static size_t
check_names(
    const struct works *w, const struct check_block *b, size_t i, size_t word)
{
	const struct entry *e = check_filed(w->names, b->text, i);
	size_t n;

	if (check_flags(b, i) & (CHECK_OTHER | CHECK_CITED))
		return word;
	n = check_year(b, e, i);
	check_undeclared(b, e, i);
	check_mismatch(w, b, i, i + word);
	return n > word ? n : word;
}

static void
visit(const struct check_block *b, void *ctx)
{
	const struct works *w = ctx;
	size_t i = 0, n;

	if (!b->prose)
		return;
	while (i < b->text.n) {
		n = check_word(b->text, i);
		if (n > 0)
			n = check_names(w, b, i, n);
		i += n ? n : 1;
	}
	if (w->drafts)
		check_pinpoints(w, b);
}

/* --- what is known --- */

/* Each two words of a title that follow each other. */
static void
add_pairs(struct works *w, const char *title)
{
	struct str s = check_small(w->doc->arena, str_from(title));
	size_t i = 0, before = 0, end = 0, n;

	while (i < s.n) {
		n = check_word(s, i);
		if (n == 0) {
			i++;
			continue;
		}
		if (end > before && end + 1 == i)
			map_put(w->pairs, str_slice(s, before, i + n), w);
		before = i;
		end = i += n;
	}
}

static void
add_entry(struct works *w, const char *name, struct entry e)
{
	struct entry *x = ARENA_NEW(w->doc->arena, struct entry);
	struct str s = str_from(name), key;

	key = check_small(w->doc->arena, str_slice(s, 0, check_word(s, 0)));
	*x = e;
	x->next = map_find(w->names, key);
	map_put(w->names, key, x);
}

static void
add_source(struct works *w, const struct source *s)
{
	struct str name = str_from(s->short_title);
	size_t head = name.n;

	add_pairs(w, s->title);
	add_pairs(w, s->title_en);
	add_pairs(w, s->short_title);
	add_pairs(w, s->author);
	add_pairs(w, s->publisher);
	if (!is_short(s))
		return;
	if (!map_find(work_of(w->doc)->cited_by_key, str_from(s->key))) {
		add_entry(w, s->short_title, (struct entry){.source = s});
		return;
	}
	while (head > 0 && isalpha((unsigned char)name.p[head - 1]))
		head--;
	if (isupper((unsigned char)name.p[head]))
		map_put(w->heads,
		    check_small(w->doc->arena, str_slice(name, head, name.n)),
		    (void *)(uintptr_t)s);
}

static void
add_term(struct works *w, const struct doc_name *name)
{
	struct term *t = ARENA_NEW(w->doc->arena, struct term);

	*t = (struct term){name, pinpoint(w->doc->arena, name->locator),
	    map_get(w->terms, name->key)};
	map_put(w->terms, str_from(name->key), t);
}

struct check_visitor
check_works(struct doc *d)
{
	struct works *w = ARENA_NEW(d->arena, struct works);
	const struct doc_env *e = d->env;
	const struct doc_name *names = NULL;
	const char *const *keys = NULL;
	size_t n = e->names ? e->names(e->ctx, &names) : 0, i;

	w->doc = d;
	w->names = map_new(d->arena);
	w->pairs = map_new(d->arena);
	w->heads = map_new(d->arena);
	w->terms = map_new(d->arena);
	if (n > 0)
		read_drafts(w);
	for (i = n; i-- > 0;)
		if (*names[i].locator)
			add_term(w, &names[i]);
	for (i = 0; i < n; i++) {
		add_entry(w, names[i].name, (struct entry){.name = &names[i]});
		add_pairs(w, names[i].name);
	}
	n = e->names && e->source_keys ? e->source_keys(e->ctx, &keys) : 0;
	for (i = 0; i < n; i++)
		add_source(w, e->source(e->ctx, str_from(keys[i])));
	return (struct check_visitor){visit, w};
}
