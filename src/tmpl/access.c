/* SPDX-License-Identifier: MIT */
/* tmpl/access.c - names, x[...] */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/locale.h"
#include "tmpl/engine.h"

/* --- names --- */

static struct value
global_area(struct tmpl *t, const struct area *a, const char *name)
{
	if (a)
		return value_area(a);
	return value_missing(ABSENT_ABSENT, arena_strdup(t->arena, name));
}

static struct value
global_country(struct tmpl *t)
{
	return global_area(t, t->country, "country");
}

static struct value
global_subject(struct tmpl *t)
{
	return global_area(t, t->env.subject, "subject");
}

static struct value
global_region(struct tmpl *t)
{
	return global_area(t, t->env.region, "region");
}

static struct value
global_edition(struct tmpl *t)
{
	(void)t;
	return (struct value){.kind = VALUE_EDITION};
}

static struct value
global_report(struct tmpl *t)
{
	return (struct value){
	    .kind = VALUE_CONF, .conf = t->env.settings, .text = "report"};
}

static struct value
global_lang(struct tmpl *t)
{
	return value_text(t->arena, str_from(t->env.lang));
}

static const struct global {
	const char *name;
	struct value (*value)(struct tmpl *);
} globals[] = {
    {"country", global_country},
    {"subject", global_subject},
    {"region", global_region},
    {"edition", global_edition},
    {"report", global_report},
    {"lang", global_lang},
};

#define NGLOBALS (sizeof globals / sizeof *globals)

static const struct global *
find_global(const char *name)
{
	size_t i;

	for (i = 0; i < NGLOBALS; i++)
		if (strcmp(globals[i].name, name) == 0)
			return &globals[i];
	return NULL;
}

static struct value
series_of(struct tmpl *t, const struct indicator *ind)
{
	struct obs_key key = {.area = t->env.subject, .indicator = ind};

	return value_series(&key);
}

struct value
access_global(struct tmpl *t, const char *name, bool *found)
{
	struct str key = str_from(name);
	const struct record_table *table;
	const struct indicator *ind;
	const struct global *g;

	*found = true;
	if ((g = find_global(name)) != NULL)
		return g->value(t);
	if ((ind = store_indicator(t->view->store, key)) != NULL)
		return series_of(t, ind);
	if ((table = store_table(t->view->store, key)) != NULL)
		return (struct value){
		    .kind = VALUE_TABLE, .schema = table->schema};
	*found = false;
	return value_error;
}

struct value
access_name(struct tmpl *t, const char *name, bool *found)
{
	const struct var *v;
	struct value value;

	*found = true;
	for (v = t->vars; v; v = v->outer)
		if (strcmp(v->name, name) == 0)
			return v->value;
	if (t->row) {
		value = attr_field(t, t->row, name, found);
		if (*found)
			return value;
	}
	return access_global(t, name, found);
}

const char *
access_taken(struct tmpl *t, const char *name)
{
	struct str key = str_from(name);

	if (find_global(name))
		return "a part of every report";
	if (store_table(t->view->store, key))
		return "a record file";
	if (store_indicator(t->view->store, key))
		return "an indicator";
	return NULL;
}

const char *
access_hint(struct tmpl *t, const char *name)
{
	const struct indicator *const *inds;
	const struct record_table *const *tables;
	size_t ninds = store_indicators(t->view->store, &inds);
	size_t ntables = store_tables(t->view->store, &tables);
	const char **names, *near;
	const struct var *v;
	size_t n = 0, i, nvars = 0;

	for (v = t->vars; v; v = v->outer)
		nvars++;
	names = ARENA_ARRAY(
	    t->arena, const char *, nvars + NGLOBALS + ntables + ninds);
	for (v = t->vars; v; v = v->outer)
		names[n++] = v->name;
	for (i = 0; i < NGLOBALS; i++)
		names[n++] = globals[i].name;
	for (i = 0; i < ntables; i++)
		names[n++] = tables[i]->schema->name;
	for (i = 0; i < ninds; i++)
		names[n++] = inds[i]->id;
	near = str_nearest(name, names, n);
	return arena_strdup(t->arena, str_hint(near).text);
}

/* --- observations --- */

static struct value
obs_or_missing(const struct obs *o, const struct obs_key *k, enum absence why,
    struct period period)
{
	struct value v;

	if (o)
		return value_obs(o);
	v = value_missing(why ? why : ABSENT_ABSENT, NULL);
	v.key = *k;
	v.period = period;
	return v;
}

static bool
is_same_key(const struct obs_key *a, const struct obs_key *b)
{
	return a->indicator == b->indicator && a->area == b->area &&
	       a->place == b->place && a->sex == b->sex && a->age == b->age &&
	       a->group == b->group;
}

/* Remember what a statement at work is decided by. */
static struct value
note_decided(struct tmpl *t, struct value v)
{
	if (t->deciding && v.kind == VALUE_OBS)
		VEC_PUSH(t->arena, &t->decided,
		    (struct decided){t->deciding, t->deciding_at, v.obs});
	return v;
}

/* A sentence asks for the same series several times: is it known, its value,
 * its year, its note. */
struct value
access_newest(struct tmpl *t, const struct value *v)
{
	struct recent *r;
	const struct obs *o;

	if (v->kind != VALUE_SERIES)
		return *v;
	r = &t->recent[((uintptr_t)v->key.indicator / 16 +
			   (uintptr_t)v->key.area / 16) %
		       RECENT];
	if (!r->value.kind || !is_same_key(&r->value.key, &v->key)) {
		enum absence why = ABSENT_ABSENT;

		o = v->key.area ? view_newest(t->view, &v->key, &why) : NULL;
		r->value = obs_or_missing(o, &v->key, why, (struct period){0});
		r->value.key = v->key;
	}
	return note_decided(t, r->value);
}

static struct value
at_period(struct tmpl *t, const struct obs_key *k, struct period p)
{
	enum absence why = ABSENT_ABSENT;
	const struct obs *o = k->area ? view_at(t->view, k, p, &why) : NULL;

	return note_decided(t, obs_or_missing(o, k, why, p));
}

struct value
access_year(struct tmpl *t, const struct value *v, int year)
{
	struct date d = {.year = (short)year};
	struct period p = {d, d};

	return at_period(t, &v->key, p);
}

/* Among an observation and those that lost to it, the one of a source. */
static struct value
of_source(struct tmpl *t, const struct value *v, const char *source)
{
	const struct obs **others;
	struct value missing;
	size_t n, i;

	if (v->kind != VALUE_OBS || streq(v->obs->source->key, source))
		return *v;
	n = view_others(t->view, t->arena, v->obs, &others);
	for (i = 0; i < n; i++)
		if (streq(others[i]->source->key, source))
			return value_obs(others[i]);
	missing = value_missing(
	    ABSENT_ABSENT, arena_printf(t->arena, "%s (%s, source %s)",
			       v->key.indicator->id, v->key.area->id, source));
	missing.key = v->key;
	return missing;
}

/* --- x[...] --- */

/* What the arguments of an index say. */
struct index {
	struct obs_key key;
	struct period period;
	bool has_period, bad;
	const char *source;
};

static const struct area *
area_code(struct tmpl *t, const struct value *v, struct place at)
{
	const struct area *a;
	const char *near;
	struct str id;

	if (v->kind == VALUE_AREA)
		return v->area;
	if (v->kind != VALUE_TEXT && v->kind != VALUE_CODE) {
		if (v->kind != VALUE_ERROR)
			diag(t->sink, DIAG_TMPL_INDEX, at, "area",
			    "an area or its code in quotes", value_what(v));
		return NULL;
	}
	id = value_plain(t->arena, v);
	a = store_area(t->view->store, id);
	if (a)
		return a;
	near = store_near_area(t->view->store, str_dup(t->arena, id));
	diag(t->sink, DIAG_TMPL_NO_AREA, at, STR_ARG(id), str_hint(near).text);
	return NULL;
}

static void
index_period(
    struct tmpl *t, struct index *x, const struct value *v, struct place at)
{
	struct str s = {0};

	if (v->kind == VALUE_NUMBER && v->number == floor(v->number) &&
	    v->number >= 1 && v->number <= 9999) {
		x->period.from.year = x->period.to.year = (short)v->number;
		x->has_period = true;
		return;
	}
	if (v->kind == VALUE_TEXT)
		s = value_plain(t->arena, v);
	if (s.n && period_parse(s, &x->period)) {
		x->has_period = true;
		return;
	}
	x->bad = true;
	if (v->kind != VALUE_ERROR)
		diag(t->sink, DIAG_TMPL_INDEX, at, "period",
		    "a year, or a period such as \"2014/2018\"",
		    v->kind == VALUE_TEXT
			? arena_printf(t->arena, "'" STR_FMT "'", STR_ARG(s))
			: value_what(v));
}

static void
index_code(
    struct tmpl *t, struct index *x, const struct arg *a, const struct value *v)
{
	static const char *const names[] = {
	    "place", "sex", "age", "group", "source", "area"};
	const char **targets[] = {
	    &x->key.place, &x->key.sex, &x->key.age, &x->key.group, &x->source};
	const char *near;
	size_t i;

	for (i = 0; i < 5; i++)
		if (strcmp(names[i], a->name) == 0)
			break;
	if (i == 5) {
		near = str_nearest(a->name, names, 6);
		diag(t->sink, DIAG_TMPL_INDEX_NAME, a->at, a->name,
		    str_hint(near).text);
		x->bad = true;
	} else if (v->kind == VALUE_TEXT || v->kind == VALUE_CODE) {
		*targets[i] = str_dup(t->arena, value_plain(t->arena, v));
	} else if (v->kind == VALUE_AREA) {
		*targets[i] = v->area->id;
	} else if (v->kind == VALUE_RECORD) {
		*targets[i] = v->record->key;
	} else {
		x->bad = true;
		if (v->kind != VALUE_ERROR)
			diag(t->sink, DIAG_TMPL_INDEX, a->at, a->name,
			    "a code in quotes", value_what(v));
	}
}

static struct value
index_series(struct tmpl *t, const struct value *of, const struct expr *e)
{
	struct index x = {.key = of->key};
	struct value v;
	size_t i;

	for (i = 0; i < e->nargs; i++) {
		const struct arg *a = &e->args[i];

		v = eval_expr(t, a->value);
		if (v.kind == VALUE_MISSING)
			return v;
		if (!a->name) {
			index_period(t, &x, &v, a->at);
		} else if (streq(a->name, "area")) {
			x.key.area = area_code(t, &v, a->at);
			x.bad |= !x.key.area;
		} else {
			index_code(t, &x, a, &v);
		}
	}
	if (x.bad)
		return value_error;
	if (x.has_period)
		v = at_period(t, &x.key, x.period);
	else
		v = value_series(&x.key);
	if (x.source) {
		v = access_newest(t, &v);
		v = of_source(t, &v, x.source);
	}
	return v;
}

static struct value
index_table(struct tmpl *t, const struct value *of, const struct expr *e)
{
	const struct area *area = t->country ? t->country : t->env.subject;
	struct buf key = {0};
	struct value v = value_error;
	bool bad = false;
	size_t i;

	for (i = 0; i < e->nargs && !bad; i++) {
		const struct arg *a = &e->args[i];

		v = eval_expr(t, a->value);
		if (a->name && streq(a->name, "area")) {
			area = area_code(t, &v, a->at);
			bad = !area;
		} else if (v.kind == VALUE_TEXT || v.kind == VALUE_CODE) {
			buf_puts(&key, key.n ? "/" : "");
			buf_str(&key, value_plain(t->arena, &v));
		} else {
			bad = true;
			if (v.kind != VALUE_ERROR && v.kind != VALUE_MISSING)
				diag(t->sink, DIAG_TMPL_INDEX, a->at, "key",
				    "a code in quotes", value_what(&v));
		}
	}
	if (!bad)
		v = record_find(t, of->schema, area, buf_view(&key),
		    e->nargs ? e->args[0].at : e->at);
	else if (v.kind != VALUE_MISSING)
		v = value_error;
	buf_free(&key);
	return v;
}

/* report.blocks["law"]: the setting of a key that is only known here. */
static struct value
index_settings(struct tmpl *t, const struct value *of, const struct expr *e)
{
	struct value key = value_error;
	bool found;

	if (e->nargs == 1 && !e->args[0].name)
		key = eval_expr(t, e->args[0].value);
	if (key.kind == VALUE_ERROR || key.kind == VALUE_MISSING)
		return key;
	if (key.kind == VALUE_TEXT || key.kind == VALUE_CODE)
		return attr_field(t, of,
		    str_dup(t->arena, value_plain(t->arena, &key)), &found);
	diag(t->sink, DIAG_TMPL_NO_INDEX, e->at, value_what(of));
	return value_error;
}

struct value
access_index(struct tmpl *t, const struct value *of, const struct expr *e)
{
	switch (of->kind) {
	case VALUE_ERROR:
	case VALUE_MISSING:
		return *of;
	case VALUE_SERIES:
		return index_series(t, of, e);
	case VALUE_TABLE:
		return index_table(t, of, e);
	case VALUE_CONF:
		return index_settings(t, of, e);
	default:
		diag(t->sink, DIAG_TMPL_NO_INDEX, e->at, value_what(of));
		return value_error;
	}
}
