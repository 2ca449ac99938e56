/* SPDX-License-Identifier: MIT */
/*
 * tmpl/record.c - rows of record files as values
 *
 * A field that holds the key of another file is that file's record; one that
 * names an area is the area, one that names an indicator its series for the
 * area of the row.  An empty field is missing, never false or "".
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "tmpl/engine.h"

#define SHORT_KEY 4 /* bytes; shorter keys differ by a letter on purpose */

static const struct area *
cell_area(struct tmpl *t, const struct record *r, const char *field)
{
	const struct cell *c = record_cell(r, field);

	return c && *c->text ? store_area(t->view->store, str_from(c->text))
			     : NULL;
}

static bool
is_own(const struct field *f)
{
	return f->key || f->required;
}

/* The area whose row it is: its area, its event, the country of its place, or
 * the area of its law. */
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
		if (is_own(f) && f->type == FIELD_REF &&
		    streq(f->name, "place"))
			return area_country(cell_area(t, r, f->name));
		if (is_own(f) && streq(f->name, "law") && r->cells[i].ref)
			return record_owner(t, r->cells[i].ref);
	}
	return NULL;
}

/* --- fields --- */

static struct value
empty(const struct record *r, const char *field)
{
	struct value v = value_missing(ABSENT_ABSENT, field);

	v.record = r;
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
	return (struct value){.kind = VALUE_CODE,
	    .text = text,
	    .list = f->choices,
	    .path = f->name};
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
		key.indicator =
		    store_indicator(t->view->store, str_from(c->text));
		key.area =
		    record_owner(t, r) ? record_owner(t, r) : t->env.subject;
		if (key.indicator)
			return value_series(&key);
	}
	return c->ref ? value_record(c->ref)
		      : value_text(t->arena, str_from(c->text));
}

/* The value of a field, for its derivation. */
static struct value
from_record(struct value v, const struct record *r, const char *field)
{
	v.record = r;
	v.field = field;
	return v;
}

struct value
record_value(struct tmpl *t, const struct record *r, size_t i)
{
	const struct field *f = &r->schema->fields[i];
	const struct cell *c = &r->cells[i];
	struct value of;

	if (!*c->text)
		return empty(r, f->name);
	switch (f->type) {
	case FIELD_NUMBER:
		if (view_hides(t->view, r, i))
			return value_missing(ABSENT_SUPPRESSED, f->name);
		return from_record(
		    value_number(c->number, -1, unit_of(t, r, f->name)), r,
		    f->name);
	case FIELD_DATE:
		return from_record(value_date(c->date), r, f->name);
	case FIELD_CODE:
		return code(f, c->text);
	case FIELD_REF:
		return reference(t, r, f, c);
	default:
		of = from_record(
		    value_text(t->arena, str_from(c->text)), r, f->name);
		return numeral_text(t, &of, str_from(c->text));
	}
}

/* prison from prison_low and prison_high, victim from victim_from and _to. */
static struct value
range_field(
    struct tmpl *t, const struct record *r, const char *field, bool *found)
{
	static const char *const ends[][2] = {
	    {"_low", "_high"}, {"_from", "_to"}};
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
		return isnan(v.low) && isnan(v.high) ? empty(r, field)
						     : from_record(v, r, field);
	}
	return value_error;
}

/* A recommendation is open while its condition holds and it is not done. */
static bool
is_open(struct tmpl *t, const struct record *r)
{
	static const bool yes_no[] = {false, true};
	struct str id = {(const char *)&r, sizeof r}; /* its address */
	const bool *known = map_find(t->open, id);
	const char *cond;

	if (known)
		return *known;
	cond = record_text(r, "while");
	known =
	    &yes_no[!streq(record_text(r, "status"), "done") &&
		    (!*cond || tmpl_condition(t, str_from(cond), r->at) == 1)];
	map_put(t->open, id, (void *)(uintptr_t)known);
	return *known;
}

struct value
record_field(
    struct tmpl *t, const struct record *r, const char *field, bool *found)
{
	const struct cell *c;
	const struct area *a;

	*found = true;
	if (streq(field, "known"))
		return r->known.year
			   ? from_record(value_date(r->known), r, "known")
			   : empty(r, field);
	if (streq(field, "open") && streq(r->schema->name, "recommendations"))
		return value_bool(is_open(t, r));
	c = record_cell(r, field);
	if (c)
		return record_value(t, r, (size_t)(c - r->cells));
	if (streq(field, "country") || streq(field, "area")) {
		a = record_owner(t, r);
		return a ? value_area(a) : empty(r, field);
	}
	if (streq(field, "key"))
		return value_text(t->arena, str_from(r->key));
	if (streq(field, "file"))
		return value_text(t->arena, str_from(r->schema->name));
	*found = false;
	return range_field(t, r, field, found);
}

size_t
record_column(const struct schema *s, const char *field)
{
	size_t i;

	for (i = 0; i < s->nfields; i++)
		if (strcmp(s->fields[i].name, field) == 0)
			break;
	return i == s->nfields || streq(field, "known") ? SIZE_MAX : i;
}

bool
record_has(const struct schema *s, const char *field)
{
	static const char *const extra[] = {
	    "known", "country", "area", "key", "file"};
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
	return arena_strdup(t->arena, str_hint(near).text);
}

/* --- tables --- */

/* The visible records of a table, and those of the subject's. */
struct records {
	const struct record **v;
	size_t n;
	struct value
	    lists[2]; /* of the subject, of all; kind ERROR: not made */
};

static struct records *
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
	struct records *r = visible(t, s);
	struct value *items;
	size_t i, n = 0;

	if (r->lists[all].kind == VALUE_LIST)
		return r->lists[all];
	items = ARENA_ARRAY(t->arena, struct value, r->n);
	for (i = 0; i < r->n; i++)
		if (is_of_report(t, r->v[i]) &&
		    (all || is_of_subject(t, r->v[i])))
			items[n++] = value_record(r->v[i]);
	r->lists[all] = value_list(items, n);
	return r->lists[all];
}

/* The first part of a record's key without its report: "upr" of "upr/2014". */
static const char *
head_of_key(struct tmpl *t, const struct record *r)
{
	const char *report = record_text(r, "report"), *key = r->key;
	size_t n = strlen(report);

	if (n && strncmp(key, report, n) == 0 && key[n] == '/')
		key += n + 1;
	return str_dup(t->arena,
	    str_slice(str_from(key), 0, str_find(str_from(key), '/', 0)));
}

/*
 * Is a key that finds nothing a slip?  One that a row of another area has, or
 * that is a row of the file that keys refer to, is merely absent; one that is
 * nearly such a key is reported.
 */
static bool
is_misspelt(
    struct tmpl *t, const struct schema *s, struct str key, struct place at)
{
	const struct record_table *rows =
	    store_table(t->view->store, str_from(s->name));
	const char *head = str_dup(
		       t->arena, str_slice(key, 0, str_find(key, '/', 0))),
		   **names, *near;
	const struct record_table *others = NULL;
	size_t n = 0, i;

	for (i = 0; i < s->nfields && !others; i++)
		if (s->fields[i].key && s->fields[i].type == FIELD_REF &&
		    !streq(s->fields[i].target, "areas"))
			others = store_table(
			    t->view->store, str_from(s->fields[i].target));
	names = ARENA_ARRAY(
	    t->arena, const char *, rows->n + (others ? others->n : 0));
	for (i = 0; i < rows->n; i++)
		names[n++] = head_of_key(t, rows->rows[i]);
	for (i = 0; others && i < others->n; i++)
		names[n++] = others->rows[i]->key;
	for (i = 0; i < n; i++)
		if (streq(names[i], head))
			return false;
	near = strlen(head) < SHORT_KEY ? NULL : str_nearest(head, names, n);
	if (near)
		diag(t->sink, DIAG_TMPL_NO_KEY, at, s->name, head, near);
	return near != NULL;
}

struct value
record_find(struct tmpl *t, const struct schema *s, const struct area *area,
    struct str key, struct place at)
{
	const struct record *best, *r;
	struct records *all;
	size_t i;

	best = view_record(t->view, s->name, area, key);
	if (!best && t->env.report)
		best = view_record(t->view, s->name, area,
		    str_from(arena_printf(
			t->arena, "%s/" STR_FMT, t->env.report, STR_ARG(key))));
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
	if (is_misspelt(t, s, key, at))
		return value_error;
	return value_missing(ABSENT_ABSENT,
	    arena_printf(t->arena, "%s[\"" STR_FMT "\"]%s%s%s", s->name,
		STR_ARG(key), s->by_area && area ? " (" : "",
		s->by_area && area ? area->id : "",
		s->by_area && area ? ")" : ""));
}
