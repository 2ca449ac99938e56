/* SPDX-License-Identifier: MIT */
/*
 * tmpl/record.c - rows of record files as values
 *
 * A field that holds the key of another file is that file's record; one that
 * names an area is the area, one that names an indicator its series for the
 * area of the row.  An empty field is missing, never false or "".
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "tmpl/engine.h"

static const struct area *
cell_area(struct tmpl *t, const struct record *r, const char *field)
{
	const struct cell *c = record_cell(r, field);

	return c && *c->text
		   ? store_area(t->view->store, str_from(c->text))
		   : NULL;
}

static bool
is_own(const struct field *f)
{
	return f->key || f->required;
}

/* The area whose row it is: its area, its event, or the area of its law. */
const struct area *
record_owner(struct tmpl *t, const struct record *r)
{
	size_t i;

	if (r->area)
		return r->area;
	for (i = 0; i < r->schema->nfields; i++) {
		const struct field *f = &r->schema->fields[i];

		if (is_own(f) && f->type == FIELD_REF &&
		    (streq(f->name, "area") || streq(f->name, "event")))
			return cell_area(t, r, f->name);
		if (is_own(f) && streq(f->name, "law") && r->cells[i].ref)
			return record_owner(t, r->cells[i].ref);
	}
	return NULL;
}

/* --- fields --- */

static struct value
empty(struct tmpl *t, const struct record *r, const char *field)
{
	struct value v = value_missing(ABSENT_ABSENT,
	    arena_printf(t->arena, "%s of %s[\"%s\"]", field, r->schema->name,
		r->key));

	v.truth = true; /* a cell, which may be compared in `where` */
	return v;
}

/* The text of a sibling field, such as the unit of a number. */
static const char *
sibling(const struct record *r, const char *field, const char *ending)
{
	char name[64];

	snprintf(name, sizeof name, "%s%s", field, ending);
	return record_text(r, name);
}

static const char *
unit_of(struct tmpl *t, const struct record *r, const char *field)
{
	const char *unit = sibling(r, field, "_unit"), *p;
	struct buf b = {0};

	if (*unit || !*record_text(r, "currency"))
		return unit;
	for (p = record_text(r, "currency"); *p; p++)
		buf_putc(&b, (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p));
	return buf_take(&b, t->arena).p;
}

static struct value
code(const struct field *f, const char *text)
{
	return (struct value){.kind = VALUE_CODE, .text = text,
	    .list = f->choices, .path = f->name};
}

static struct value
reference(struct tmpl *t, const struct record *r, const struct field *f,
    const struct cell *c)
{
	struct obs_key key = {0};
	const struct area *a;

	if (streq(f->target, "areas")) {
		a = store_area(t->view->store, str_from(c->text));
		return a ? value_area(a)
			 : value_text(t->arena, str_from(c->text));
	}
	if (streq(f->target, "indicators")) {
		key.indicator = store_indicator(t->view->store,
		    str_from(c->text));
		key.area = record_owner(t, r) ? record_owner(t, r) : t->env.subject;
		if (key.indicator)
			return value_series(&key);
	}
	return c->ref ? value_record(c->ref)
		      : value_text(t->arena, str_from(c->text));
}

static struct value
cell_value(struct tmpl *t, const struct record *r, const struct field *f,
    const struct cell *c)
{
	if (!*c->text)
		return empty(t, r, f->name);
	switch (f->type) {
	case FIELD_NUMBER:
		return value_number(c->number, -1, unit_of(t, r, f->name));
	case FIELD_DATE:
		return value_date(c->date);
	case FIELD_CODE:
		return code(f, c->text);
	case FIELD_REF:
		return reference(t, r, f, c);
	default:
		return value_text(t->arena, str_from(c->text));
	}
}

/* prison from prison_low and prison_high, victim from victim_from and _to. */
static struct value
range_field(struct tmpl *t, const struct record *r, const char *field,
    bool *found)
{
	static const char *const ends[][2] = {{"_low", "_high"},
	    {"_from", "_to"}};
	char name[2][64];
	size_t i;

	for (i = 0; i < 2; i++) {
		const struct cell *low, *high;
		struct value v = {.kind = VALUE_RANGE};

		snprintf(name[0], 64, "%s%s", field, ends[i][0]);
		snprintf(name[1], 64, "%s%s", field, ends[i][1]);
		low = record_cell(r, name[0]);
		high = record_cell(r, name[1]);
		if (!low || !high)
			continue;
		*found = true;
		v.low = low->number;
		v.high = high->number;
		v.unit = i == 1 ? "year"
				: *sibling(r, field, "_unit")
			? sibling(r, field, "_unit")
			: streq(field, "fine") ? unit_of(t, r, field)
					       : "";
		return isnan(v.low) && isnan(v.high) ? empty(t, r, field) : v;
	}
	return value_error;
}

/* A recommendation is open while its condition holds and it is not done. */
static struct value
is_open(struct tmpl *t, const struct record *r)
{
	const struct cell *c = record_cell(r, "while");
	struct place at = r->at;

	if (streq(record_text(r, "status"), "done"))
		return value_bool(false);
	if (!c || !*c->text)
		return value_bool(true);
	return value_bool(tmpl_condition(t, str_from(c->text), at) == 1);
}

struct value
record_field(struct tmpl *t, const struct record *r, const char *field,
    bool *found)
{
	const struct cell *c = record_cell(r, field);
	const struct area *a;
	size_t i;

	*found = true;
	if (streq(field, "known"))
		return r->known.year ? value_date(r->known)
				     : empty(t, r, field);
	if (c) {
		for (i = 0; i < r->schema->nfields; i++)
			if (c == &r->cells[i])
				break;
		return cell_value(t, r, &r->schema->fields[i], c);
	}
	if (streq(field, "country") || streq(field, "area")) {
		a = record_owner(t, r);
		return a ? value_area(a) : empty(t, r, field);
	}
	if (streq(field, "open") && record_cell(r, "while"))
		return is_open(t, r);
	if (streq(field, "key"))
		return value_text(t->arena, str_from(r->key));
	*found = false;
	return range_field(t, r, field, found);
}

bool
record_has(const struct schema *s, const char *field)
{
	static const char *const extra[] = {"known", "country", "area", "key"};
	size_t i, n = strlen(field);

	for (i = 0; i < sizeof extra / sizeof *extra; i++)
		if (streq(extra[i], field))
			return true;
	for (i = 0; i < s->nfields; i++) {
		const char *name = s->fields[i].name;

		if (streq(name, field) ||
		    (streq(name, "while") && streq(field, "open")) ||
		    (strncmp(name, field, n) == 0 &&
			(streq(name + n, "_low") || streq(name + n, "_from"))))
			return true;
	}
	return false;
}

const char *
record_hint(struct tmpl *t, const struct schema *s, const char *field)
{
	const char **names = ARENA_ARRAY(t->arena, const char *, s->nfields);
	const char *near;
	size_t i;

	for (i = 0; i < s->nfields; i++)
		names[i] = s->fields[i].name;
	near = str_nearest(field, names, s->nfields);
	return near ? arena_printf(t->arena, " (did you mean '%s'?)", near)
		    : "";
}

/* --- tables --- */

struct records {
	const struct record **v;
	size_t n;
};

static const struct records *
visible(struct tmpl *t, const struct schema *s)
{
	struct records *r = map_get(t->lists, s->name);

	if (!r) {
		r = ARENA_NEW(t->arena, struct records);
		r->n = view_records(t->view, t->arena, s->name, &r->v);
		map_put(t->lists, str_from(s->name), r);
	}
	return r;
}

/* Is the row about the subject: its own, its country's, or nobody's? */
static bool
is_of_subject(struct tmpl *t, const struct record *r)
{
	const struct area *a = record_owner(t, r), *s = t->env.subject;

	return !a || a == s ||
	       (s && streq(s->kind, "place") && a == t->country);
}

static bool
is_of_report(struct tmpl *t, const struct record *r)
{
	const char *report = record_text(r, "report");

	return !*report || !t->env.report || streq(report, t->env.report);
}

struct value
record_list(struct tmpl *t, const struct schema *s, bool all)
{
	const struct records *r = visible(t, s);
	struct value *items = ARENA_ARRAY(t->arena, struct value, r->n);
	size_t i, n = 0;

	for (i = 0; i < r->n; i++)
		if (is_of_report(t, r->v[i]) &&
		    (all || is_of_subject(t, r->v[i])))
			items[n++] = value_record(r->v[i]);
	return value_list(items, n);
}

struct value
record_find(struct tmpl *t, const struct schema *s, const struct area *area,
    struct str key)
{
	const struct record *best, *r;
	const struct records *all;
	size_t i;

	best = view_record(t->view, s->name, area, key);
	if (!best && t->env.report)
		best = view_record(t->view, s->name, area,
		    str_from(arena_printf(t->arena, "%s/" STR_FMT,
			t->env.report, STR_ARG(key))));
	if (best)
		return value_record(best);
	all = visible(t, s);
	for (i = 0; i < all->n; i++) {
		r = all->v[i];
		if (strlen(r->key) > key.n && r->key[key.n] == '/' &&
		    memcmp(r->key, key.p, key.n) == 0 &&
		    (!s->by_area || !r->area || r->area == area) &&
		    (!best || strcmp(r->key, best->key) > 0))
			best = r;
	}
	if (best)
		return value_record(best);
	return value_missing(ABSENT_ABSENT,
	    arena_printf(t->arena, "%s[\"" STR_FMT "\"]%s%s%s", s->name,
		STR_ARG(key), s->by_area && area ? " (" : "",
		s->by_area && area ? area->id : "",
		s->by_area && area ? ")" : ""));
}
