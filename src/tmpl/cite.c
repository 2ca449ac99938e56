/* SPDX-License-Identifier: MIT */
/*
 * tmpl/cite.c - citation marks for values and records
 *
 * A note names its sources by key and pinpoint, [@key, 12; @other]; which
 * words that becomes is the document's business.  A series in a database has
 * no page: its pinpoint is the indicator's name and its code there.
 */
#include <string.h>

#include "base/arena.h"
#include "tmpl/engine.h"

struct citation {
	const char *key, *locator;
};

struct cites {
	struct tmpl *t;
	VEC(struct citation) list;
	struct place at;
	bool failed;
};

static void
add(struct cites *c, const char *key, const char *locator)
{
	struct citation new = {key, locator ? locator : ""};
	size_t i;

	for (i = 0; i < c->list.n; i++)
		if (streq(c->list.v[i].key, key) &&
		    streq(c->list.v[i].locator, new.locator))
			return;
	VEC_PUSH(c->t->arena, &c->list, new);
}

/* The code that the source's database has for the indicator, from codes such
 * as "wb=SP.POP.TOTL;unicef=…"; "" if there is none. */
static const char *
series_code(struct tmpl *t, const struct indicator *ind, const char *source)
{
	static const char *const prefixes[][2] = {{"wb", "world-bank"},
	    {"unicef", "unicef"}, {"ilo", "ilo"}, {"sdg", "un-sdg"},
	    {"uis", "unesco"}, {"dhs", "dhs"}, {"undp", "undp"},
	    {"owid", "owid"}, {"itu", "itu"}};
	struct str codes = str_from(record_text(ind->record, "codes"));
	size_t i, k, end;

	for (i = 0; i < codes.n; i = end + 1) {
		struct str part;
		size_t eq;

		end = str_find(codes, ';', i);
		part = str_trim(str_slice(codes, i, end));
		eq = str_find(part, '=', 0);
		for (k = 0; k < sizeof prefixes / sizeof *prefixes; k++)
			if (str_is(str_slice(part, 0, eq), prefixes[k][0]) &&
			    strncmp(source, prefixes[k][1],
				strlen(prefixes[k][1])) == 0)
				return str_dup(
				    t->arena, str_slice(part, eq + 1, part.n));
	}
	return "";
}

static void
add_obs(struct cites *c, const struct obs *o, const char *locator)
{
	const struct value v = value_obs(o);
	struct value name;
	const char *code;
	bool found;

	if (!locator && *o->locator)
		locator = o->locator;
	if (!locator && streq(record_text(o->source, "type"), "dataset")) {
		name = series_attr(c->t, &v, "name", &found);
		code = series_code(c->t, o->indicator, o->source->key);
		locator = arena_printf(c->t->arena, "“" STR_FMT "”%s%s%s",
		    STR_ARG(value_plain(c->t->arena, &name)), *code ? " (" : "",
		    code, *code ? ")" : "");
	}
	add(c, o->source->key, locator);
}

static void
add_record(struct cites *c, const struct record *r, const char *locator)
{
	const struct cell *source = record_cell(r, "source");

	if (streq(r->schema->name, "sources")) {
		add(c, r->key, locator);
	} else if (source && source->ref) {
		if (!locator)
			locator = record_text(r, "locator");
		add(c, source->ref->key, locator);
	} else if (!c->failed) {
		diag(c->t->sink, DIAG_TMPL_NO_SOURCE, c->at,
		    arena_printf(
			c->t->arena, "this row of %s", r->schema->name));
		c->failed = true;
	}
}

/* The observations that a value depends on, else the records. */
static void
add_inputs(struct cites *c, const struct deriv *d, const char *locator)
{
	const struct obs *const *obs;
	const struct record *const *records;
	size_t n = deriv_obs(c->t->arena, d, &obs), nrecords = 0, i;

	for (i = 0; i < n; i++)
		add_obs(c, obs[i], locator);
	if (n == 0)
		nrecords = deriv_records(c->t->arena, d, &records);
	for (i = 0; i < nrecords; i++)
		add_record(c, records[i], locator);
}

static void
add_value(struct cites *c, const struct value *value, const char *locator)
{
	struct value v = access_newest(c->t, value);
	size_t i;

	switch (v.kind) {
	case VALUE_MISSING:
	case VALUE_ERROR:
		return;
	case VALUE_OBS:
		add_obs(c, v.obs, locator);
		return;
	case VALUE_RECORD:
		add_record(c, v.record, locator);
		return;
	case VALUE_LIST:
		for (i = 0; i < v.n; i++)
			add_value(c, &v.items[i], locator);
		return;
	case VALUE_TEXT:
		for (i = 0; i < v.n; i++)
			if (v.pieces[i].of)
				add_value(c, v.pieces[i].of, locator);
		break;
	default:
		if (value_is_derived(&v))
			add_inputs(c, deriv_of(c->t->arena, &v), locator);
	}
	if (c->list.n == 0 && !c->failed) {
		diag(c->t->sink, DIAG_TMPL_NO_SOURCE, c->at, value_what(&v));
		c->failed = true;
	}
}

/* A pinpoint that Markdown might misread stands in braces. */
static void
print_locator(const char *s, struct buf *out)
{
	bool braces = strpbrk(s, ";[]{}@*_`\\<>|^&") != NULL;

	buf_puts(out, braces ? "{" : "");
	for (; *s; s++) {
		if (*s == '{' || *s == '}')
			buf_putc(out, *s == '{' ? '(' : ')');
		else
			buf_putc(out, *s == '\n' ? ' ' : *s);
	}
	buf_puts(out, braces ? "}" : "");
}

struct value
cite_values(struct tmpl *t, const struct value *values, size_t n,
    const char *locator, struct place at)
{
	struct cites c = {.t = t, .at = at};
	struct buf out = {0};
	size_t i;

	for (i = 0; i < n; i++)
		add_value(&c, &values[i], i == 0 ? locator : NULL);
	if (c.failed)
		return value_error;
	for (i = 0; i < c.list.n; i++) {
		buf_printf(&out, "%s@%s", i ? "; " : "[", c.list.v[i].key);
		if (*c.list.v[i].locator) {
			buf_puts(&out, ", ");
			print_locator(c.list.v[i].locator, &out);
		}
	}
	if (c.list.n)
		buf_putc(&out, ']');
	return value_markup(t->arena, buf_take(&out, t->arena));
}
