/* SPDX-License-Identifier: MIT */
/* tmpl/value.c - what an expression is worth */
#include "tmpl/value.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

const struct value value_error = {.kind = VALUE_ERROR};

struct value
value_bool(bool truth)
{
	return (struct value){.kind = VALUE_BOOL, .truth = truth};
}

struct value
value_number(double v, int decimals, const char *unit)
{
	return (struct value){.kind = VALUE_NUMBER,
	    .number = v,
	    .decimals = decimals,
	    .unit = unit ? unit : ""};
}

struct value
value_year(int year)
{
	struct value v = value_number(year, 0, "");

	v.plain = true;
	return v;
}

static struct value
one_piece(struct arena *a, struct piece p)
{
	struct piece *copy = ARENA_NEW(a, struct piece);

	*copy = p;
	return (struct value){.kind = VALUE_TEXT, .pieces = copy, .n = 1};
}

struct value
value_text(struct arena *a, struct str text)
{
	return one_piece(a, (struct piece){.text = text});
}

struct value
value_markup(struct arena *a, struct str text)
{
	return one_piece(a, (struct piece){.text = text, .markup = true});
}

struct value
value_printed(struct arena *a, const struct value *v, struct str text,
    const char *format, int decimals)
{
	struct value *copy = ARENA_NEW(a, struct value);

	*copy = *v;
	return one_piece(
	    a, (struct piece){text, false, copy, format, decimals});
}

struct value
value_missing(enum absence why, const char *what)
{
	return (struct value){.kind = VALUE_MISSING, .why = why, .text = what};
}

/* "population (KHM, 2014, sex F)" */
static const char *
describe(struct arena *a, const struct value *v)
{
	const struct obs_key *k = &v->key;
	const char *const names[] = {"place ", "sex ", "age ", "group "};
	const char *const codes[] = {k->place, k->sex, k->age, k->group};
	const char *period = period_text(a, v->period);
	struct buf b = {0};
	size_t i;

	buf_printf(
	    &b, "%s (%s", k->indicator->id, k->area ? k->area->id : "no area");
	if (*period)
		buf_printf(&b, ", %s", period);
	for (i = 0; i < 4; i++)
		if (codes[i] && *codes[i])
			buf_printf(&b, ", %s%s", names[i], codes[i]);
	buf_putc(&b, ')');
	return buf_take(&b, a).p;
}

const char *
value_subject(struct arena *a, const struct value *v)
{
	if (v->record)
		return arena_printf(a, "%s of %s[\"%s\"]", v->text,
		    v->record->schema->name, v->record->key);
	if (!v->text && v->key.indicator)
		return describe(a, v);
	return v->text ? v->text : "this";
}

struct value
value_date(struct date d)
{
	return (struct value){.kind = VALUE_DATE, .date = d};
}

struct value
value_area(const struct area *area)
{
	return (struct value){.kind = VALUE_AREA, .area = area};
}

struct value
value_record(const struct record *r)
{
	return (struct value){.kind = VALUE_RECORD, .record = r};
}

struct value
value_list(const struct value *items, size_t n)
{
	return (struct value){.kind = VALUE_LIST, .items = items, .n = n};
}

struct value
value_obs(const struct obs *o)
{
	return (struct value){.kind = VALUE_OBS,
	    .obs = o,
	    .key = {o->area, o->indicator, o->place, o->sex, o->age, o->group}};
}

struct value
value_series(const struct obs_key *key)
{
	return (struct value){.kind = VALUE_SERIES, .key = *key};
}

const char *
value_kind_name(enum value_kind kind)
{
	static const char *const names[VALUE_KINDS] = {"an error",
	    "a missing value", "a condition", "a number", "a range", "a date",
	    "a word", "a text", "an observation", "a series", "a record",
	    "a table", "an area", "a list", "a setting", "the edition"};

	return names[kind];
}

const char *
value_what(const struct value *v)
{
	if ((v->kind == VALUE_OBS || v->kind == VALUE_SERIES) &&
	    v->key.indicator->type == IND_VERDICT)
		return "a verdict";
	return value_kind_name(v->kind);
}

struct str
value_plain(struct arena *a, const struct value *v)
{
	struct buf b = {0};
	size_t i;

	if (v->kind == VALUE_CODE)
		return str_from(v->text);
	if (v->n == 1)
		return v->pieces[0].text;
	for (i = 0; i < v->n; i++)
		buf_str(&b, v->pieces[i].text);
	return buf_take(&b, a);
}

bool
obs_is_point(const struct obs *o)
{
	return isfinite(o->value) &&
	       (o->comparator == CMP_EQUAL || o->comparator == CMP_ABOUT);
}
