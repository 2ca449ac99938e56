/* SPDX-License-Identifier: MIT */
/* tests/unit/doc/fixture.h - a small world for documents: sources, acronyms,
 * terms, values, charts; and documents as text. */
#ifndef TESTS_DOC_FIXTURE_H
#define TESTS_DOC_FIXTURE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/locale.h"
#include "doc/doc.h"

#define NONE "", "", "", ""

/* key type author year title title_en container number publisher place symbol
 * url accessed short_title via */
static const struct source fixture_sources[] = {
    {"unicef-sowc-2017", "report", "UNICEF", "2017",
	"The State of the World's Children 2017", NONE, "", "", "", "", "", ""},
    {"khm-civil-code-2007", "law", "Government of Cambodia", "2007",
	"Civil Code of Cambodia", NONE, "", "", "http://www.ilo.org/x",
	"2017-07-24", "Civil Code", ""},
    {"world-bank-wdi-2026", "dataset", "World Bank", "2026",
	"World Development Indicators", "", "", "", "World Bank", "", "",
	"https://data.worldbank.org", "", "WDI", ""},
    {"davis-2014", "report", "Davis, Jarrett; Miles, Glenn", "2014",
	"I want to be brave", "", "", "", "Love146", "Phnom Penh", "", "", "",
	"", "unicef-sowc-2017"},
    {"kay-2016", "news", "Kay, Paul", "2016", "On the streets", "",
	"Post Magazine", "", "", "", "", "", "", "", ""},
    {"un-opsc-2000", "un-doc", "UN General Assembly", "2000",
	"Optional Protocol on the Sale of Children", "", "", "",
	"United Nations", "", "A/RES/54/263", "", "", "OPSC", ""},
    {"aple-2018", "comm", "APLE Cambodia", "2018",
	"Information provided by APLE Cambodia", NONE, "", "", "", "", "", ""},
    {"adb-khm", "web", "Asian Development Bank", "", "Cambodia and ADB", NONE,
	"", "", "https://www.adb.org/countries/cambodia", "2017-07", "", ""},
    {"forum-2016", "web", "", "2016", "A forum of children", NONE, "", "",
	"https://www.example.org/forum", "", "", ""},
    {"npa-2014", "law", "Cambodia", "2014", "Phenkar sakmmaphap",
	"National Plan of Action", "", "", "", "", "", "", "", "", ""},
    {"un-2001-a", "report", "United Nations", "2001", "First report", NONE, "",
	"", "", "", "", ""},
    {"un-2001-b", "report", "United Nations", "2001", "Second report", NONE, "",
	"", "", "", "", ""},
    {"four-2010", "article", "A, B; C, D; E, F; G, H", "2010", "Much work", "",
	"Journal of Work", "20(1-2): 105-126", "", "", "", "", "", "", ""},
    {"nobody-web", "web", "", "", "Raising awareness", NONE, "", "", "", "", "",
	""},
};

#define FIXTURE_NSOURCES (sizeof fixture_sources / sizeof *fixture_sources)

struct fixture {
	struct arena *arena;
	struct sink *sink;
	struct doc_env env;
	struct doc *doc;
	const char *keys[FIXTURE_NSOURCES];
	const struct conf *spec; /* of the last chart */
};

static inline const struct source *
fixture_source(void *ctx, struct str key)
{
	size_t i;

	(void)ctx;
	for (i = 0; i < FIXTURE_NSOURCES; i++)
		if (str_is(key, fixture_sources[i].key))
			return &fixture_sources[i];
	return NULL;
}

static inline size_t
fixture_keys(void *ctx, const char *const **keys)
{
	struct fixture *f = ctx;
	size_t i;

	for (i = 0; i < FIXTURE_NSOURCES; i++)
		f->keys[i] = fixture_sources[i].key;
	*keys = f->keys;
	return FIXTURE_NSOURCES;
}

static const char *const fixture_short[] = {
    "ASEAN", "CRC", "ILO", "NGO", "NPA", "SDG"};
static const char *const fixture_long[] = {
    "the Association of Southeast Asian Nations",
    "Convention on the Rights of the Child",
    "the International Labour Organization", "non-governmental organisation",
    "National Plan of Action", "Sustainable Development Goal"};

static inline const char *
fixture_acronym(void *ctx, struct str s)
{
	size_t i;

	(void)ctx;
	for (i = 0; i < 6; i++)
		if (str_is(s, fixture_short[i]))
			return fixture_long[i];
	return NULL;
}

static inline size_t
fixture_acronyms(void *ctx, const char *const **list)
{
	(void)ctx;
	*list = fixture_short;
	return 6;
}

static inline size_t
fixture_terms(void *ctx, const char *const **avoid, const char *const **use)
{
	static const char *const a[] = {"child prostitution", "child labourer"};
	static const char *const b[] = {
	    "exploitation of children in prostitution", "child in labour"};

	(void)ctx;
	*avoid = a;
	*use = b;
	return 2;
}

static inline bool
fixture_chart(void *ctx, const struct conf *spec, struct place at,
    struct chart_texts *out)
{
	struct fixture *f = ctx;
	const char *kind = conf_str(spec, f->sink, "kind", "line");

	(void)at;
	f->spec = spec;
	out->id = conf_str(spec, f->sink, "id", "");
	out->title = str_from(conf_str(spec, f->sink, "title", ""));
	out->subtitle = str_from(conf_str(spec, f->sink, "subtitle", ""));
	out->reading = str_from(conf_str(spec, f->sink, "reading", ""));
	out->source = str_from(conf_str(spec, f->sink, "source", ""));
	out->alt = conf_str(
	    spec, f->sink, "alt", arena_printf(f->arena, "%s chart.", kind));
	out->span = conf_str(spec, f->sink, "span", "column");
	out->attach = conf_str(spec, f->sink, "attach", "");
	out->bare = strcmp(kind, "spark") == 0;
	out->plot = f;
	return strcmp(kind, "wrong") != 0;
}

static inline const char *
fixture_printed(void *ctx, int value)
{
	(void)ctx;
	return value < 10 ? "value" : NULL;
}

static inline struct fixture *
fixture_new(void)
{
	static const char words[] =
	    "date: {day: '{day} {month} {year}', month: '{month} {year}'}\n"
	    "month: [January, February, March, April, May, June, July]\n";
	struct arena *a = arena_new();
	struct fixture *f = ARENA_NEW(a, struct fixture);
	struct origin o = {.file = "words.yaml"};

	f->arena = a;
	f->sink = sink_new(a);
	f->env = (struct doc_env){.lang = "en",
	    .source = fixture_source,
	    .source_keys = fixture_keys,
	    .acronym = fixture_acronym,
	    .acronyms = fixture_acronyms,
	    .terms = fixture_terms,
	    .chart = fixture_chart,
	    .printed = fixture_printed,
	    .ctx = f};
	f->env.locale =
	    locale_new(a, "en", conf_parse(a, f->sink, &o, str_from(words)));
	return f;
}

static inline void
fixture_free(struct fixture *f)
{
	locale_free((struct locale *)(uintptr_t)f->env.locale);
	arena_free(f->arena);
}

/* The document of one text, complete. */
static inline struct doc *
fixture_read(struct fixture *f, const char *text)
{
	static const struct origin o = {.file = "x.md"};

	f->doc = doc_new(f->arena, f->sink, &f->env);
	doc_add_part(f->doc, "x.md", str_from(text), &o);
	doc_complete(f->doc);
	return f->doc;
}

static inline const char *
fixture_dump(struct fixture *f)
{
	char *p = NULL, *copy;
	size_t n;
	FILE *out = open_memstream(&p, &n);

	doc_dump(f->doc, out);
	fclose(out);
	copy = arena_strndup(f->arena, p, n);
	free(p);
	return copy;
}

static inline const char *
fixture_messages(struct fixture *f)
{
	char *p = NULL, *copy;
	size_t n;
	FILE *out = open_memstream(&p, &n);

	sink_print(f->sink, out);
	fclose(out);
	copy = arena_strndup(f->arena, p, n);
	free(p);
	return copy;
}

/* All notes, one a line: "1 World Bank (2026), …." with *emphasis*. */
static inline const char *
fixture_notes(struct fixture *f)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < f->doc->nnotes; i++) {
		const struct node *root = f->doc->notes[i], *n = root;

		for (; n; n = node_next(n, root)) {
			if (n != root && node_is_block(n) && n->prev)
				buf_putc(&b, ' ');
			if (n->parent->kind == NODE_EMPH && !n->prev)
				buf_putc(&b, '*');
			if (node_is_leaf(n))
				buf_puts(&b, n->text);
			if (n->parent->kind == NODE_EMPH && !n->next)
				buf_putc(&b, '*');
		}
		buf_putc(&b, '\n');
	}
	return buf_take(&b, f->arena).p;
}

/* The notes of a text. */
static inline void
assert_notes(const char *text, const char *notes)
{
	struct fixture *f = fixture_new();

	fixture_read(f, text);
	assert_string_equal(fixture_notes(f), notes);
	assert_string_equal(fixture_messages(f), "");
	fixture_free(f);
}

/* The messages of reading and checking a text. */
static inline void
assert_messages(const char *text, const char *messages)
{
	struct fixture *f = fixture_new();

	doc_check(fixture_read(f, text));
	assert_string_equal(fixture_messages(f), messages);
	fixture_free(f);
}

#endif
