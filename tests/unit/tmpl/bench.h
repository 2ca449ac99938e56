/* SPDX-License-Identifier: MIT */
/* tests/unit/tmpl/bench.h - an engine over tests/golden/tmpl/workspace */
#ifndef TESTS_TMPL_BENCH_H
#define TESTS_TMPL_BENCH_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/diag.h"
#include "base/locale.h"
#include "base/utf8.h"
#include "data/load.h"
#include "tmpl/tmpl.h"

#define WORKSPACE "tests/golden/tmpl/workspace"

/* The programs run in the root of the project. */
struct bench {
	struct arena *arena;
	struct sink *sink;
	struct locale *locale;
	struct tmpl_env env;
	struct tmpl *tmpl;
	const char *folders[2];
};

static inline void
bench_open(struct bench *b, const char *subject)
{
	static const char *const prefer[] = {"world-bank-wdi-2026", NULL};
	struct edition_rule rule = {.cutoff = {2026, 9, 30}, .prefer = prefer};
	struct store *store;

	*b = (struct bench){.arena = arena_new()};
	b->sink = sink_new(b->arena);
	b->locale = locale_new(b->arena, "en",
	    conf_read(b->arena, b->sink, "templates/locale/en.yaml"));
	store = store_load(b->arena, b->sink, WORKSPACE);
	b->folders[0] = WORKSPACE "/templates";
	b->env = (struct tmpl_env){.arena = b->arena,
	    .sink = b->sink,
	    .view = view_new(b->arena, store, &rule),
	    .subject = store_area(store, str_from(subject)),
	    .region = store_area(store, STR("SEA")),
	    .locale = b->locale,
	    .lang = "en",
	    .edition = "2026",
	    .edition_year = 2026,
	    .report = "country-overview",
	    .settings = conf_read(b->arena, b->sink,
		WORKSPACE "/templates/country-overview/report.yaml"),
	    .folders = b->folders};
	b->tmpl = tmpl_new(&b->env);
}

static inline void
bench_close(struct bench *b)
{
	locale_free(b->locale);
	arena_free(b->arena);
}

/* The text with number marks as ‹ and ›. */
static inline const char *
bench_text(struct arena *a, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	struct buf out = {0};

	while (p < end) {
		uint32_t c = utf8_decode(&p, end);

		if (c == TMPL_MARK_END)
			buf_puts(&out, "›");
		else if (c >= TMPL_MARK_FIRST)
			buf_puts(&out, "‹");
		else
			buf_utf8(&out, c);
	}
	return buf_take(&out, a).p;
}

/* All messages, one a line. */
static inline const char *
bench_messages(struct bench *b)
{
	char *text = NULL, *copy;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);

	sink_print(b->sink, f);
	fclose(f);
	copy = arena_strndup(b->arena, text, n);
	free(text);
	return copy;
}

#endif
