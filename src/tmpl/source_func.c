/* SPDX-License-Identifier: MIT */
/* tmpl/source_func.c - the filter that names whose values they are */
#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "tmpl/escape.h"
#include "tmpl/func.h"

struct works {
	struct map *met;
	VEC(const struct record *) list;
};

static void
add_work(struct call *c, struct works *w, const struct obs *o)
{
	if (map_get(w->met, o->source->key))
		return;
	map_put(w->met, str_from(o->source->key), w);
	VEC_PUSH(c->t->arena, &w->list, o->source);
}

/* The sources of an observation, or of all that a series shows. */
static void
add_works(struct call *c, struct works *w, const struct value *v)
{
	const struct obs **obs;
	struct value newest;
	size_t n, i;

	if (v->kind == VALUE_OBS)
		add_work(c, w, v->obs);
	if (v->kind != VALUE_SERIES)
		return;
	n = view_series(c->t->view, c->t->arena, &v->key, false, &obs);
	for (i = n; i-- > 0;)
		add_work(c, w, obs[i]);
	newest = access_newest(c->t, v);
	if (newest.kind == VALUE_OBS)
		add_work(c, w, newest.obs);
}

/* "World Bank (2026), *World Development Indicators*" */
static void
print_work(struct buf *b, const struct record *r)
{
	const char *author = record_text(r, "author");
	const char *year = record_text(r, "year");
	const char *title = record_text(r, "title");
	size_t from = b->n;

	if (!*author)
		author = record_text(r, "publisher");
	escape_text(b, str_from(author), SPOT_PROSE, false);
	if (*year)
		buf_printf(b, "%s(%s)", *author ? " " : "", year);
	if (!*title)
		return;
	buf_puts(b, b->n > from ? ", *" : "*");
	escape_text(b, str_from(title), SPOT_PROSE, false);
	buf_putc(b, '*');
}

static struct value
run_sources(struct call *c)
{
	struct works w = {.met = map_new(c->t->arena)};
	struct buf b = {0};
	size_t i;

	if (c->in.kind == VALUE_LIST)
		for (i = 0; i < c->in.n; i++)
			add_works(c, &w, &c->in.items[i]);
	else
		add_works(c, &w, &c->in);
	for (i = 0; i < w.list.n; i++) {
		buf_puts(&b, i ? "; " : "");
		print_work(&b, w.list.v[i]);
	}
	if (w.list.n == 0)
		return value_missing(ABSENT_ABSENT, "sources");
	return value_markup(c->t->arena, buf_take(&b, c->t->arena));
}

const struct filter func_sources[] = {
    {"sources", {0}, TAKES_SERIES | TAKES_LISTS,
	"a series, an observation or a list of them", FUNC_SERIES, run_sources},
    {0},
};
