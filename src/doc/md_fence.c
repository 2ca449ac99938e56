/* SPDX-License-Identifier: MIT */
/* doc/md_fence.c - fences that are charts */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/map.h"
#include "doc/md.h"
#include "doc/work.h"

struct fence_origin {
	const struct md *md;
	size_t line, indent;
};

static struct place
fence_place(const void *ctx, unsigned line, unsigned col)
{
	const struct fence_origin *o = ctx;

	if (!o->md->origin)
		return o->md->fixed;
	return origin_place(
	    o->md->origin, (unsigned)o->line + line, (unsigned)o->indent + col);
}

/* The map with one more key; a scalar or nothing becomes a map of it. */
static struct conf *
with_key(struct arena *a, const struct conf *c, struct place at,
    const char *key, const char *text)
{
	struct conf *map = ARENA_NEW(a, struct conf);
	struct conf *value = ARENA_NEW(a, struct conf);
	size_t n = c && c->kind == CONF_MAP ? c->n : 0, i;

	*value = (struct conf){.kind = CONF_SCALAR, .at = at, .text = text};
	*map =
	    (struct conf){.kind = CONF_MAP, .at = at, .text = "", .n = n + 1};
	map->kids = ARENA_ARRAY(a, struct conf *, n + 1);
	map->keys = ARENA_ARRAY(a, const char *, n + 1);
	for (i = 0; i < n; i++) {
		map->kids[i] = c->kids[i];
		map->keys[i] = c->keys[i];
	}
	map->kids[n] = value;
	map->keys[n] = key;
	return map;
}

/* The spec of a fence: its YAML, a name in charts/, or both. */
static const struct conf *
spec_of(struct md *md, const char *kind, struct str name, struct str text,
    size_t source, size_t indent, struct place at)
{
	struct fence_origin ctx = {md, 0, indent};
	struct origin o = {.file = at.file, .find = fence_place, .ctx = &ctx};
	struct arena *a = md->doc->arena;
	struct conf *c;

	while (ctx.line + 1 < md->nlines && md->lines[ctx.line + 1] <= source)
		ctx.line++;
	c = conf_parse(a, md->doc->sink, &o, text);
	if (!c)
		return NULL;
	if (c->kind == CONF_SCALAR)
		c = with_key(a, NULL, at, "use", c->text);
	if (name.n && !conf_find(c, "use"))
		c = with_key(a, c, at, "use", str_dup(a, name));
	if (strcmp(kind, "chart") != 0 && !conf_find(c, "kind"))
		c = with_key(a, c, at, "kind", kind);
	return c;
}

static void
inline_part(struct md *md, struct node *parent, enum node_kind kind,
    const char *label, struct str text, struct place at)
{
	struct node *n;

	if (text.n == 0)
		return;
	n = doc_block(md->doc, parent, kind, "");
	n->at = at;
	if (label)
		doc_label(md->doc, n, label);
	md_inline_foreign(md->doc, md->part, n, text, at);
}

/* In key statistics the values of small charts stand in their row. */
static bool
is_statistic(const struct node *n)
{
	while (n && !node_has_class(n, "stat"))
		n = n->parent;
	return n != NULL;
}

static void
figure(struct md *md, struct node *parent, const struct chart_texts *t,
    bool goes_on, struct place at)
{
	struct doc *d = md->doc;
	struct node *f = node_new(d, NODE_FIGURE, at), *c, *plot;

	node_append(parent, f);
	f->classes = t->span && strcmp(t->span, "page") == 0 ? "span-page"
							     : "span-column";
	if (t->bare)
		f->classes = arena_printf(d->arena, "%s bare%s", f->classes,
		    t->decorative || is_statistic(parent) ? " decorative" : "");
	if (goes_on)
		f->classes = arena_printf(d->arena, "%s goes-on", f->classes);
	if (t->id && t->id[0])
		f->id = arena_strdup(d->arena, t->id);
	if (t->attach && t->attach[0])
		node_set_attr(d, f, "attach", t->attach);
	if (t->short_title && t->short_title[0])
		node_set_attr(d, f, "short", t->short_title);
	f->alt = t->alt ? arena_strdup(d->arena, t->alt) : "";
	if (!t->bare) {
		c = doc_block(d, f, NODE_CAPTION, "");
		inline_part(md, c, NODE_TITLE, NULL, t->title, at);
		inline_part(md, c, NODE_SUBTITLE, NULL, t->subtitle, at);
	}
	plot = doc_block(d, f, NODE_PLOT, "");
	plot->alt = f->alt;
	plot->data = t->plot;
	if (t->bare)
		return;
	inline_part(md, f, NODE_READING,
	    doc_word(d, "label.how_to_read", "How to read"), t->reading, at);
	inline_part(md, f, NODE_SOURCE, doc_word(d, "label.source", "Source"),
	    t->source, at);
}

/* References to a figure without data are no errors. */
static void
leave_out(struct doc *d, const char *id)
{
	struct work *w = work_of(d);

	if (!w->left_out)
		w->left_out = map_new(d->arena);
	map_put(w->left_out, str_from(id), w);
}

bool
md_fence(struct md *md, struct node *parent, struct str info, struct str text,
    size_t source, size_t indent)
{
	static const char *const kinds[] = {"chart", "timeline", "map"};
	struct chart_texts texts = {0};
	const struct chart_texts *t;
	const struct conf *spec;
	struct place at;
	struct str name;
	size_t errors = sink_count(md->doc->sink, DIAG_ERROR), n, i;

	info = str_trim(info);
	for (n = 0; n < info.n && info.p[n] != ' ';)
		n++;
	name = str_trim(str_slice(info, n, info.n));
	info = str_slice(info, 0, n);
	for (i = 0; i < 3 && !str_is(info, kinds[i]);)
		i++;
	if (i == 3)
		return false;
	at = md_place(md, source);
	if (at.line && md->origin)
		at = md_place(md, source ? source - 1 : 0);
	at.col = 1;
	spec = spec_of(md, kinds[i], name, text, source, indent, at);
	if (spec && md->doc->env->chart &&
	    md->doc->env->chart(md->doc->env->ctx, spec, at, &texts))
		for (t = &texts; t; t = t->next)
			figure(md, parent, t, t != &texts, at);
	else if (sink_count(md->doc->sink, DIAG_ERROR) > errors)
		md->doc->partial = true;
	else if (texts.id && *texts.id)
		leave_out(md->doc, texts.id);
	return true;
}
