/* SPDX-License-Identifier: MIT */
/* tmpl/attr.c - x.name: what can be asked of each kind of value */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/locale.h"
#include "base/num.h"
#include "tmpl/engine.h"

static struct value
words(struct tmpl *t, const char *text, const char *what)
{
	if (!text || !*text)
		return value_missing(ABSENT_ABSENT, what);
	return value_text(t->arena, str_from(text));
}

/* --- areas, the edition, settings, dates, numbers --- */

size_t
attr_members(struct tmpl *t, const char *group, const struct area ***out)
{
	size_t n = view_members(t->view, t->arena, group, out), i, k = 0;

	/* an event has the region as its parent, but is no part of it */
	for (i = 0; i < n; i++)
		if (!streq((*out)[i]->kind, "event"))
			(*out)[k++] = (*out)[i];
	return k;
}

const char *
attr_area_name(struct tmpl *t, const struct area *a, const char *form)
{
	static const char *const fall[] = {"", "short", "name"};
	const struct store *s = t->view->store;
	const char *name;
	size_t i;

	for (i = 0; i < 3; i++) {
		name = store_name(s, t->env.lang, a->id, i ? fall[i] : form);
		if (name)
			return name;
	}
	return NULL;
}

/* An area in a list that is read: by the name that will be printed. */
struct named {
	struct tmpl *t;
	const struct area *area;
	const char *name;
};

static int
by_name(const void *pa, const void *pb)
{
	const struct named *a = pa, *b = pb;
	int order =
	    locale_compare(a->t->locale, str_from(a->name), str_from(b->name));

	if (order)
		return order;
	return (a->area->rank > b->area->rank) -
	       (a->area->rank < b->area->rank);
}

struct value
attr_areas(struct tmpl *t, const struct area *const *areas, size_t n)
{
	struct named *v = xmalloc((n + 1) * sizeof *v);
	struct value *items = ARENA_ARRAY(t->arena, struct value, n);
	size_t i;

	for (i = 0; i < n; i++) {
		const char *name = attr_area_name(t, areas[i], "short");

		v[i] = (struct named){t, areas[i], name ? name : areas[i]->id};
	}
	if (n > 1)
		qsort(v, n, sizeof *v, by_name);
	for (i = 0; i < n; i++)
		items[i] = value_area(v[i].area);
	free(v);
	return value_list(items, n);
}

static struct value
members(struct tmpl *t, const struct area *a)
{
	const struct area **v;
	size_t n = attr_members(t, a->id, &v);

	return attr_areas(t, v, n);
}

static struct value
area_words(struct tmpl *t, const struct area *a, const char *form,
    bool fallback, bool capital)
{
	const char *name =
	    fallback ? attr_area_name(t, a, form)
		     : store_name(t->view->store, t->env.lang, a->id, form);
	struct buf b = {0};

	if (!name)
		return value_missing(ABSENT_ABSENT,
		    arena_printf(t->arena,
			"the name of %s (%s) in data/names/%s.csv", a->id, form,
			t->env.lang));
	if (!capital)
		return value_text(t->arena, str_from(name));
	locale_sentence(t->locale, str_from(name), &b);
	return value_text(t->arena, buf_take(&b, t->arena));
}

static struct value
area_attr(struct tmpl *t, const struct area *a, const char *name, bool *found)
{
	static const struct {
		const char *name, *form;
		bool fallback, capital;
	} forms[] = {{"name", "short", true, false},
	    {"short", "short", true, false}, {"the", "the", true, false},
	    {"The", "the", true, true}, {"formal", "formal", true, false},
	    {"adjective", "adjective", false, false},
	    {"people", "people", false, false}};
	size_t i;

	*found = true;
	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (streq(forms[i].name, name))
			return area_words(t, a, forms[i].form,
			    forms[i].fallback, forms[i].capital);
	if (streq(name, "id") || streq(name, "code"))
		return value_text(t->arena, str_from(a->id));
	if (streq(name, "local"))
		return words(t,
		    store_name(t->view->store, a->lang, a->id, "short"),
		    "name in the area's own language");
	if (streq(name, "members"))
		return members(t, a);
	if (streq(name, "parent"))
		return a->parent ? value_area(a->parent)
				 : value_missing(ABSENT_ABSENT, "parent");
	if (a->record && record_cell(a->record, name))
		return record_field(t, a->record, name, found);
	*found = false;
	return value_error;
}

static struct value
edition_attr(
    struct tmpl *t, const struct tmpl_edition *e, const char *name, bool *found)
{
	const struct view *view = e ? e->view : t->view;
	struct date cutoff = view->rule.cutoff;

	*found = true;
	if (streq(name, "year"))
		return value_year(e ? e->year : t->env.edition_year);
	if (streq(name, "cutoff"))
		return cutoff.year ? value_date(cutoff)
				   : value_missing(ABSENT_ABSENT,
					 "cutoff of the edition");
	if (streq(name, "name") || streq(name, "id"))
		return words(
		    t, e ? e->name : t->env.edition, "name of the edition");
	if (streq(name, "previous"))
		return !e && t->env.previous
			   ? (struct value){.kind = VALUE_EDITION,
				 .edition = t->env.previous}
			   : value_missing(ABSENT_ABSENT, "previous edition");
	if (streq(name, "printed") && !e)
		return edition_printed(t);
	*found = false;
	return value_error;
}

static struct value
conf_value(struct tmpl *t, const struct conf *c, const char *name)
{
	struct value *items;
	double n;
	size_t i;

	switch (c ? c->kind : CONF_NULL) {
	case CONF_SCALAR:
		if (!c->quoted && num_parse(str_from(c->text), &n))
			return value_number(n, -1, "");
		if (!c->quoted &&
		    (streq(c->text, "true") || streq(c->text, "false")))
			return value_bool(c->text[0] == 't');
		return value_text(t->arena, str_from(c->text));
	case CONF_LIST:
		items = ARENA_ARRAY(t->arena, struct value, c->n);
		for (i = 0; i < c->n; i++)
			items[i] = conf_value(t, c->kids[i], name);
		return value_list(items, c->n);
	case CONF_MAP:
		return (struct value){
		    .kind = VALUE_CONF, .conf = c, .text = name};
	default:
		return value_missing(ABSENT_ABSENT,
		    arena_printf(t->arena, "'%s' of report.yaml", name));
	}
}

static struct value
date_attr(struct tmpl *t, const struct value *v, const char *name, bool *found)
{
	struct value part_of;
	int part = streq(name, "year")    ? v->date.year
		   : streq(name, "month") ? v->date.month
		   : streq(name, "day")   ? v->date.day
					  : -1;

	*found = part >= 0;
	if (part == 0)
		return value_missing(ABSENT_ABSENT, "part of a date");
	part_of = value_year(part);
	if (value_is_derived(v))
		part_of.deriv =
		    deriv_attr(t->arena, deriv_of(t->arena, v), name);
	return part_of;
}

static struct value
number_attr(
    struct tmpl *t, const struct value *v, const char *name, bool *found)
{
	struct value x;
	size_t i;

	*found = true;
	for (i = 0; i < v->nattrs; i++)
		if (streq(v->attrs[i].name, name)) {
			x = v->attrs[i].value;
			if (x.kind == VALUE_NUMBER && !x.deriv)
				x.deriv = deriv_attr(
				    t->arena, deriv_of(t->arena, v), name);
			return x;
		}
	if (streq(name, "value")) {
		x = value_number(v->number, v->decimals, v->unit);
		x.bare = true;
		x.deriv = v->deriv;
		x.record = v->record;
		x.field = v->field;
		return x;
	}
	if (streq(name, "unit"))
		return series_unit(t, v->unit);
	*found = false;
	return value_error;
}

static struct value
range_attr(struct tmpl *t, const struct value *v, const char *name, bool *found)
{
	struct value n;
	double end = streq(name, "low") ? v->low : v->high;

	*found = streq(name, "low") || streq(name, "high");
	if (*found && isnan(end))
		return value_missing(ABSENT_ABSENT, name);
	n = value_number(end, -1, v->unit);
	if (value_is_derived(v))
		n.deriv = deriv_attr(t->arena, deriv_of(t->arena, v), name);
	return n;
}

struct value
attr_field(struct tmpl *t, const struct value *v, const char *name, bool *found)
{
	*found = true;
	switch (v->kind) {
	case VALUE_ERROR:
		return *v;
	case VALUE_MISSING:
		if (v->key.indicator && series_has(name))
			return series_attr(t, v, name, found);
		return streq(name, "reason") ? series_reason(t, v) : *v;
	case VALUE_SERIES:
	case VALUE_OBS:
		return series_attr(t, v, name, found);
	case VALUE_RECORD:
		return record_field(t, v->record, name, found);
	case VALUE_AREA:
		return area_attr(t, v->area, name, found);
	case VALUE_EDITION:
		return edition_attr(t, v->edition, name, found);
	case VALUE_CONF:
		return conf_value(t, conf_find(v->conf, name), name);
	case VALUE_DATE:
		return date_attr(t, v, name, found);
	case VALUE_NUMBER:
		return number_attr(t, v, name, found);
	case VALUE_RANGE:
		return range_attr(t, v, name, found);
	default:
		*found = false;
		return value_error;
	}
}

struct value
attr_get(
    struct tmpl *t, const struct value *v, const char *name, struct place at)
{
	const char *hint = "";
	struct value x;
	bool found;

	x = attr_field(t, v, name, &found);
	if (found)
		return x;
	if (v->kind == VALUE_RECORD)
		hint = record_hint(t, v->record->schema, name);
	else if (v->kind == VALUE_SERIES || v->kind == VALUE_OBS)
		hint = series_hint(t, name);
	diag(t->sink, DIAG_TMPL_NO_ATTR, at,
	    v->kind == VALUE_RECORD
		? arena_printf(t->arena, "a row of %s", v->record->schema->name)
		: value_what(v),
	    name, hint);
	return value_error;
}
