/* SPDX-License-Identifier: MIT */
/* tmpl/source_func.c - the filter that names whose values they are */
#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "data/source.h"
#include "tmpl/escape.h"
#include "tmpl/func.h"

struct works {
	struct map *met;
	VEC(const struct record *) list;
};

static void
add_work(struct call *c, struct works *w, const struct record *source)
{
	if (map_get(w->met, source->key))
		return;
	map_put(w->met, str_from(source->key), w);
	VEC_PUSH(c->t->arena, &w->list, source);
}

/* The source of a row, if its file has that column. */
static void
add_record(struct call *c, struct works *w, const struct record *r)
{
	const struct cell *source = record_cell(r, "source");

	if (source && source->ref)
		add_work(c, w, source->ref);
}

/* The sources of a row, an observation, or of all that a series shows. */
static void
add_works(struct call *c, struct works *w, const struct value *v)
{
	const struct obs **obs;
	struct value newest;
	size_t n, i;

	if (v->kind == VALUE_RECORD)
		add_record(c, w, v->record);
	if (v->kind == VALUE_OBS)
		add_work(c, w, v->obs->source);
	if (v->kind != VALUE_SERIES)
		return;
	n = view_series(c->t->view, c->t->arena, &v->key, false, &obs);
	for (i = n; i-- > 0;)
		add_work(c, w, obs[i]->source);
	newest = access_newest(c->t, v);
	if (newest.kind == VALUE_OBS)
		add_work(c, w, newest.obs->source);
}

static const char *
escape(struct arena *a, const char *text)
{
	struct buf b = {0};

	escape_text(&b, str_from(text), SPOT_PROSE, false);
	return buf_take(&b, a).p;
}

static struct value
run_sources(struct call *c)
{
	struct works w = {.met = map_new(c->t->arena)};
	struct buf b = {0};
	size_t i;

	if (c->in.kind == VALUE_TABLE)
		c->in = record_list(c->t, c->in.schema, false);
	if (c->in.kind == VALUE_LIST)
		for (i = 0; i < c->in.n; i++)
			add_works(c, &w, &c->in.items[i]);
	else
		add_works(c, &w, &c->in);
	for (i = 0; i < w.list.n; i++) {
		buf_puts(&b, i ? "; " : "");
		source_print(&b, c->t->arena, w.list.v[i], escape);
	}
	if (w.list.n == 0)
		return value_missing(ABSENT_ABSENT, "sources");
	return value_markup(c->t->arena, buf_take(&b, c->t->arena));
}

const struct filter func_sources[] = {
    {"sources", {0}, TAKES_SERIES | TAKES_LISTS | TAKES(VALUE_RECORD),
	"a series, an observation, a row or a list of them", FUNC_SERIES,
	run_sources},
    {0},
};
