/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/rig.h - an environment for charts, for tests */
#ifndef TEST_CHART_RIG_H
#define TEST_CHART_RIG_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/diag.h"
#include "base/locale.h"
#include "base/str.h"
#include "chart/chart.h"
#include "data/load.h"
#include "data/store.h"
#include "text/font.h"
#include "text/shape.h"

struct rig {
	struct arena *arena;
	struct sink *sink;
	struct store *store;
	struct locale *locale;
	struct chart_env env;
};

/* All that a chart needs, for one country of the data in dir/data. */
static inline struct rig *
rig_new(const char *dir, const char *country, const char *locale_file)
{
	struct arena *a = arena_new();
	struct rig *r = ARENA_NEW(a, struct rig);
	static const char *const prefer[] = {NULL};
	const char **folders = ARENA_ARRAY(a, const char *, 2);
	struct edition_rule rule = {.cutoff = {2026, 7, 31}, .prefer = prefer};
	struct conf *words;

	r->arena = a;
	r->sink = sink_new(a);
	r->store = store_load(a, r->sink, dir);
	words = locale_file ? conf_read(a, r->sink, locale_file) : NULL;
	r->locale = locale_new(a, "en", words);
	r->env.arena = a;
	folders[0] = dir;
	r->env.folders = folders;
	r->env.sink = sink_new(a);
	r->env.view = view_new(a, r->store, &rule);
	r->env.subject = store_area(r->store, str_from(country));
	r->env.region = r->env.subject ? r->env.subject->parent : NULL;
	r->env.locale = r->locale;
	r->env.lang = "en";
	r->env.edition_year = 2026;
	r->env.fonts = font_set_new(a);
	r->env.shaper = shaper_new(a, r->env.sink);
	return r;
}

static inline void
rig_free(struct rig *r)
{
	shaper_free(r->env.shaper);
	font_set_free(r->env.fonts);
	locale_free(r->locale);
	arena_free(r->arena);
}

/* A chart from YAML text; NULL after messages. */
static inline struct chart *
rig_chart(struct rig *r, const char *yaml)
{
	struct origin origin = {.file = "t.yaml"};
	struct conf *c =
	    conf_parse(r->arena, r->env.sink, &origin, str_from(yaml));

	return c ? chart_prepare(&r->env, c, (struct place){"t.yaml", 1, 1})
		 : NULL;
}

/* All messages so far, one a line. */
static inline const char *
rig_messages(struct rig *r)
{
	char *p = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&p, &n);
	char *out;

	sink_print(r->env.sink, f);
	fclose(f);
	out = arena_strdup(r->arena, p);
	free(p);
	return out;
}

#endif
