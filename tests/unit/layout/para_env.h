/* SPDX-License-Identifier: MIT */
/* para_env.h - a document and what layout needs, for the tests of layout */
#ifndef TEST_PARA_ENV_H
#define TEST_PARA_ENV_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "layout/para.h"
#include "text/hyph.h"

#define HOUSE "templates/styles/house.yaml"

struct world {
	struct arena *arena;
	struct sink *sink;
	struct doc *doc;
	struct layout_env env;
};

static inline void
world_open(struct world *w, const char *lang)
{
	w->arena = arena_new();
	w->sink = sink_new(w->arena);
	w->doc = ARENA_NEW(w->arena, struct doc);
	w->doc->arena = w->arena;
	w->doc->sink = w->sink;
	w->doc->root = node_new(w->doc, NODE_DOCUMENT, (struct place){0});
	w->doc->root->lang = lang;
	w->env = (struct layout_env){.arena = w->arena,
	    .sink = w->sink,
	    .fonts = font_set_new(w->arena),
	    .shaper = shaper_new(w->arena, w->sink),
	    .hyph = hyph_new(w->arena),
	    .lang = lang};
	w->env.style = style_read(w->arena, w->sink, w->env.fonts, HOUSE, lang);
}

static inline void
world_close(struct world *w)
{
	hyph_free(w->env.hyph);
	shaper_free(w->env.shaper);
	font_set_free(w->env.fonts);
	arena_free(w->arena);
}

static inline struct node *
world_node(struct world *w, struct node *parent, enum node_kind kind)
{
	struct node *n =
	    node_new(w->doc, kind, (struct place){"report.md", 7, 3});

	node_append(parent, n);
	return n;
}

/* A paragraph with one leaf. */
static inline struct node *
world_para(struct world *w, const char *text)
{
	struct node *p = world_node(w, w->doc->root, NODE_PARA);

	node_text(w->doc, p, str_from(text))->at =
	    (struct place){"report.md", 7, 3};
	return p;
}

/* All messages as text, in the arena. */
static inline const char *
world_messages(struct world *w)
{
	struct diag **all;
	struct buf b = {0};
	size_t n = sink_sorted(w->sink, (const struct diag ***)&all), i;

	buf_puts(&b, "");
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s:%u:%u: %s\n", all[i]->at.file,
		    all[i]->at.line, all[i]->at.col, all[i]->text);
	return buf_take(&b, w->arena).p;
}

#endif
