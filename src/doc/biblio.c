/* SPDX-License-Identifier: MIT */
/* doc/biblio.c - the list of sources, by type, in the language's order */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/work.h"

static const struct {
	const char *type, *path, *english;
} types[] = {
    {"un-doc", "source_type.un-doc", "United Nations documents"},
    {"law", "source_type.law", "Laws and treaties"},
    {"report", "source_type.report", "Reports"},
    {"book", "source_type.book", "Books"},
    {"article", "source_type.article", "Articles"},
    {"dataset", "source_type.dataset", "Data"},
    {"news", "source_type.news", "News"},
    {"web", "source_type.web", "Web pages"},
    {"interview", "source_type.interview", "Interviews"},
    {"comm", "source_type.comm", "Personal communications"},
    {"", "source_type.other", "Other sources"},
};

#define NTYPES (sizeof types / sizeof *types)

struct entry {
	const struct doc *doc;
	const struct source *source;
	size_t type;
	const char *name; /* author, else title */
	struct place at;
};

static size_t
type_of(const char *name)
{
	size_t i = 0;

	while (i + 1 < NTYPES && strcmp(types[i].type, name) != 0)
		i++;
	return i;
}

static int
compare(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	int c;

	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	c = doc_compare(a->doc, a->name, b->name);
	if (c == 0)
		c = strcmp(a->source->year, b->source->year);
	if (c == 0)
		c = doc_compare(a->doc, a->source->title, b->source->title);
	return c ? c : strcmp(a->source->key, b->source->key);
}

/* What stands in place of an author who is that of the entry before. */
static const char *
repeated(const struct node *list, const struct entry *e, const struct entry *v)
{
	const char *mark = node_attr(list, "repeated");

	if (!mark[0] || e == v || e->type != e[-1].type ||
	    !e->source->author[0] ||
	    strcmp(e->source->author, e[-1].source->author) != 0)
		return NULL;
	return mark;
}

static void
add_entry(
    struct doc *d, struct node *list, const struct entry *e, const char *author)
{
	struct cite_item it = {.at = list->at,
	    .source = e->source,
	    .author = author,
	    .locator = "",
	    .pin = "",
	    .form = CITE_ENTRY};
	struct node *p = doc_block(d, list, NODE_PARA, "entry");
	const char *id = arena_printf(d->arena, "source-%s", e->source->key);

	/* a second list has no anchors of its own */
	if (!map_get(d->ids, id)) {
		p->id = id;
		map_put(d->ids, str_from(id), p);
	}
	cite_write(d, p, &it);
	node_text(d, p, STR("."));
}

static void
fill(struct doc *d, struct node *list, const struct entry *v, size_t n)
{
	const struct node *section = node_find_up(list, NODE_SECTION);
	size_t i;

	for (i = 0; i < n; i++) {
		if (i == 0 || v[i].type != v[i - 1].type) {
			struct node *h =
			    doc_block(d, list, NODE_HEADING, "unlisted");

			h->level = section ? section->level + 1 : 2;
			node_text(d, h,
			    str_from(doc_word(d, types[v[i].type].path,
				types[v[i].type].english)));
		}
		add_entry(d, list, &v[i], repeated(list, &v[i], v));
	}
}

/* Entries name the source that a work is cited in: it is listed as well. */
static void
add_vias(struct doc *d, struct work *w)
{
	const struct doc_env *e = d->env;
	size_t i;

	for (i = 0; e->source && i < w->cited.n; i++) {
		const struct cited *k = w->cited.v[i];
		const struct source *s =
		    k->source->via[0]
			? e->source(e->ctx, str_from(k->source->via))
			: NULL;
		struct cited *new;

		if (!s || map_get(w->cited_by_key, s->key))
			continue;
		new = ARENA_NEW(d->arena, struct cited);
		new->source = s;
		new->at = k->at;
		map_put(w->cited_by_key, str_from(s->key), new);
		VEC_PUSH(d->arena, &w->cited, new);
	}
}

/* --- an agreed list of works, "key; key": what differs from the notes --- */

static bool
is_agreed(struct str works, const char *key)
{
	size_t i, end;

	for (i = 0; i < works.n; i = end + 1) {
		end = str_find(works, ';', i);
		if (str_is(str_trim(str_slice(works, i, end)), key))
			return true;
	}
	return false;
}

/* A work that is cited and not listed, one that is listed and never cited. */
static void
compare_agreed(struct doc *d, const struct node *list)
{
	struct str works = str_from(node_attr(list, "works"));
	const struct work *w = work_of(d);
	size_t i, end;

	if (works.n == 0)
		return;
	for (i = 0; i < w->cited.n; i++)
		if (!is_agreed(works, w->cited.v[i]->source->key))
			diag(d->sink, DIAG_DOC_WORK_UNLISTED, w->cited.v[i]->at,
			    w->cited.v[i]->source->key);
	for (i = 0; i < works.n; i = end + 1) {
		struct str key;

		end = str_find(works, ';', i);
		key = str_trim(str_slice(works, i, end));
		if (key.n && !map_find(w->cited_by_key, key))
			diag(d->sink, DIAG_DOC_WORK_UNCITED, list->at,
			    STR_ARG(key));
	}
}

static bool
has_list(const struct work *w)
{
	size_t i;

	for (i = 0; i < w->lists.n; i++)
		if (w->lists.v[i]->kind == NODE_BIBLIOGRAPHY)
			return true;
	return false;
}

void
biblio_fill(struct doc *d)
{
	struct work *w = work_of(d);
	struct entry *v;
	size_t i;

	if (!has_list(w))
		return;
	for (i = 0; i < w->lists.n; i++)
		if (w->lists.v[i]->kind == NODE_BIBLIOGRAPHY)
			compare_agreed(d, w->lists.v[i]);
	add_vias(d, w);
	v = ARENA_ARRAY(d->arena, struct entry, w->cited.n);
	for (i = 0; i < w->cited.n; i++) {
		const struct source *s = w->cited.v[i]->source;

		v[i] = (struct entry){d, s, type_of(s->type),
		    s->author[0] ? s->author : s->title, w->cited.v[i]->at};
	}
	if (w->cited.n)
		qsort(v, w->cited.n, sizeof *v, compare);
	for (i = 0; i < w->lists.n; i++)
		if (w->lists.v[i]->kind == NODE_BIBLIOGRAPHY)
			fill(d, w->lists.v[i], v, w->cited.n);
}

size_t
doc_cited(const struct doc *d, const struct source *const **out)
{
	struct work *w = work_of(d);
	const struct source **v =
	    ARENA_ARRAY(d->arena, const struct source *, w->cited.n);
	size_t i;

	for (i = 0; i < w->cited.n; i++)
		v[i] = w->cited.v[i]->source;
	*out = v;
	return w->cited.n;
}
