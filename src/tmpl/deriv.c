/* SPDX-License-Identifier: MIT */
/*
 * tmpl/deriv.c - how a printed value came from the data
 *
 * A derivation is a small tree that shares its leaves with the values it was
 * made from.  It is written out only when a value is printed: the closed
 * expression that `sitan verify` evaluates again, and the observations that
 * must be attached for that.
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/num.h"
#include "base/vec.h"
#include "data/address.h"
#include "data/period.h"
#include "tmpl/value.h"

const struct deriv *
deriv_text(struct arena *a, const char *text)
{
	struct deriv *d = ARENA_NEW(a, struct deriv);

	d->kind = DERIV_TEXT;
	d->text = text;
	return d;
}

const struct deriv *
deriv_binary(struct arena *a, const char *op, const struct deriv *x,
    const struct deriv *y)
{
	struct deriv *d = ARENA_NEW(a, struct deriv);

	d->kind = DERIV_BINARY;
	d->text = op;
	d->kid[0] = x;
	d->kid[1] = y;
	return d;
}

const struct deriv *
deriv_attr(struct arena *a, const struct deriv *of, const char *name)
{
	struct deriv *d = ARENA_NEW(a, struct deriv);

	d->kind = DERIV_ATTR;
	d->text = name;
	d->kid[0] = of;
	return d;
}

static const char *
quoted(struct arena *a, struct str s)
{
	struct buf b = {0};

	address_text(str_dup(a, s), &b);
	return buf_take(&b, a).p;
}

static const char *
number_text(struct arena *a, double v)
{
	char text[NUM_TEXT], whole[NUM_TEXT];

	if (!isfinite(v))
		return "\"\"";
	if (v == floor(v) && fabs(v) < 1e9)
		return arena_printf(a, "%ld", (long)v);
	num_shortest(v, text);
	if (strchr(text, 'e')) { /* the language has no exponents */
		num_fixed(v, fabs(v) < 1 ? 20 : 0, whole);
		return arena_strdup(a, whole);
	}
	return arena_strdup(a, text);
}

static const struct deriv *
list_of(struct arena *a, const struct value *items, size_t n)
{
	struct deriv *d = ARENA_NEW(a, struct deriv);
	struct deriv_arg *args = ARENA_ARRAY(a, struct deriv_arg, n);
	size_t i;

	d->kind = DERIV_LIST;
	for (i = 0; i < n; i++)
		args[i].value = deriv_of(a, &items[i]);
	d->args = args;
	d->nargs = n;
	return d;
}

static const struct deriv *
of_record(struct arena *a, const struct record *r)
{
	struct deriv *d = ARENA_NEW(a, struct deriv);

	d->kind = DERIV_RECORD;
	d->record = r;
	return d;
}

bool
value_is_derived(const struct value *v)
{
	return v->deriv || (v->record && v->field);
}

static const struct deriv *
piped(struct arena *a, const struct deriv *of, const char *filter,
    const char *arg)
{
	struct deriv *d = ARENA_NEW(a, struct deriv);
	struct deriv_arg *args = ARENA_NEW(a, struct deriv_arg);

	d->kind = DERIV_PIPE;
	d->text = filter;
	d->kid[0] = of;
	if (arg) {
		args->value = deriv_text(a, quoted(a, str_from(arg)));
		d->args = args;
		d->nargs = 1;
	}
	return d;
}

/* A number from a record or setting: its unit and form must stay with it. */
static const struct deriv *
number_of(struct arena *a, const struct value *v)
{
	const char *text = number_text(a, v->number);

	if (v->plain)
		return piped(
		    a, deriv_text(a, quoted(a, str_from(text))), "year", NULL);
	if (v->unit && *v->unit && !v->bare)
		return piped(a, deriv_text(a, text), "unit", v->unit);
	return deriv_text(a, text);
}

const struct deriv *
deriv_of(struct arena *a, const struct value *v)
{
	struct deriv *d;
	struct value ends[2];

	if (v->deriv)
		return v->deriv;
	if (v->field && v->record)
		return deriv_attr(a, of_record(a, v->record), v->field);
	switch (v->kind) {
	case VALUE_OBS:
	case VALUE_SERIES:
		d = ARENA_NEW(a, struct deriv);
		d->kind = v->kind == VALUE_OBS ? DERIV_OBS : DERIV_SERIES;
		d->obs = v->obs;
		d->key = v->key;
		return d;
	case VALUE_NUMBER:
		return number_of(a, v);
	case VALUE_RANGE:
		ends[0] = value_number(v->low, -1, "");
		ends[1] = value_number(v->high, -1, "");
		return list_of(a, ends, 2);
	case VALUE_BOOL:
		return deriv_text(a, v->truth ? "true" : "false");
	case VALUE_DATE:
		return deriv_text(
		    a, quoted(a, str_from(date_text(a, v->date))));
	case VALUE_CODE:
	case VALUE_TEXT:
		return deriv_text(a, quoted(a, value_plain(a, v)));
	case VALUE_AREA:
		return deriv_text(a, quoted(a, str_from(v->area->id)));
	case VALUE_RECORD:
		return of_record(a, v->record);
	case VALUE_LIST:
		return list_of(a, v->items, v->n);
	default:
		return deriv_text(a, "\"\"");
	}
}

/* --- as text --- */

static void
put2(struct buf *out, const char *a, const char *b)
{
	buf_puts(out, a);
	buf_puts(out, b);
}

static bool
needs_brackets(const struct deriv *d)
{
	return d->kind == DERIV_BINARY || d->kind == DERIV_PIPE ||
	       (d->kind == DERIV_TEXT && d->text[0] == '-');
}

static void
print_kid(const struct deriv *d, struct buf *out)
{
	bool brackets = needs_brackets(d);

	if (brackets)
		buf_putc(out, '(');
	deriv_print(d, out);
	if (brackets)
		buf_putc(out, ')');
}

static void
print_args(const struct deriv *d, char open, char close, struct buf *out)
{
	size_t i;

	buf_putc(out, open);
	for (i = 0; i < d->nargs; i++) {
		if (i)
			buf_puts(out, ", ");
		if (d->args[i].name)
			put2(out, d->args[i].name, ": ");
		deriv_print(d->args[i].value, out);
	}
	buf_putc(out, close);
}

void
deriv_print(const struct deriv *d, struct buf *out)
{
	switch (d->kind) {
	case DERIV_TEXT:
		buf_puts(out, d->text);
		break;
	case DERIV_OBS:
		address_obs(d->obs, out);
		break;
	case DERIV_SERIES:
		address_series(&d->key, out);
		break;
	case DERIV_BINARY:
		print_kid(d->kid[0], out);
		put2(out, " ", d->text);
		buf_putc(out, ' ');
		print_kid(d->kid[1], out);
		break;
	case DERIV_PIPE:
		if (d->kid[0]->kind == DERIV_PIPE)
			deriv_print(d->kid[0], out);
		else
			print_kid(d->kid[0], out);
		put2(out, " | ", d->text);
		if (d->nargs)
			print_args(d, '(', ')', out);
		break;
	case DERIV_ATTR:
		print_kid(d->kid[0], out);
		put2(out, ".", d->text);
		break;
	case DERIV_LIST:
		print_args(d, '[', ']', out);
		break;
	case DERIV_RECORD:
		address_record(d->record, out);
		break;
	}
}

/* --- observations and records --- */

struct collect {
	struct arena *arena;
	bool records; /* these, not observations */
	VEC(const void *) list;
	struct map *seen; /* by address, once the list is long */
};

#define SHORT_LIST 16

static void
remember(struct collect *c, const void *const *o)
{
	map_put(c->seen, (struct str){(const char *)o, sizeof *o}, c);
}

static bool
is_new(struct collect *c, const void *o)
{
	size_t i;

	if (c->list.n < SHORT_LIST) {
		for (i = 0; i < c->list.n; i++)
			if (c->list.v[i] == o)
				return false;
		return true;
	}
	if (!c->seen) {
		c->seen = map_new(c->arena);
		for (i = 0; i < c->list.n; i++)
			remember(c, &c->list.v[i]);
	}
	if (map_find(c->seen, (struct str){(const char *)&o, sizeof o}))
		return false;
	remember(c, &o);
	return true;
}

static void
add(struct collect *c, const void *o)
{
	if (o && is_new(c, o))
		VEC_PUSH(c->arena, &c->list, o);
}

static void
collect(struct collect *c, const struct deriv *d)
{
	size_t i;

	if (c->records) {
		add(c, d->record);
	} else {
		if (d->kind == DERIV_OBS)
			add(c, d->obs);
		for (i = 0; i < d->nused; i++)
			add(c, d->used[i]);
	}
	for (i = 0; i < 2; i++)
		if (d->kid[i])
			collect(c, d->kid[i]);
	for (i = 0; i < d->nargs; i++)
		collect(c, d->args[i].value);
}

size_t
deriv_obs(struct arena *a, const struct deriv *d, const struct obs *const **out)
{
	struct collect c = {.arena = a};

	collect(&c, d);
	*out = (const struct obs *const *)c.list.v;
	return c.list.n;
}

size_t
deriv_records(
    struct arena *a, const struct deriv *d, const struct record *const **out)
{
	struct collect c = {.arena = a, .records = true};

	collect(&c, d);
	*out = (const struct record *const *)c.list.v;
	return c.list.n;
}
