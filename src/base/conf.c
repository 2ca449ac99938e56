/* SPDX-License-Identifier: MIT */
/* base/conf.c - YAML (libyaml) as a read-only tree with places */
#include "base/conf.h"

#include <stdint.h>

#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/num.h"
#include "base/vec.h"

#define DEPTH_MAX 64

struct reader {
	yaml_parser_t parser;
	struct arena *arena;
	struct sink *sink;
	const struct origin *origin;
	bool failed;
};

static struct place
place_of(const struct reader *r, yaml_mark_t m)
{
	return origin_place(
	    r->origin, (unsigned)m.line + 1, (unsigned)m.column + 1);
}

static void
fail(struct reader *r, yaml_mark_t mark, const char *why)
{
	if (!r->failed)
		diag(r->sink, DIAG_YAML_SYNTAX, place_of(r, mark), why);
	r->failed = true;
}

static bool
next(struct reader *r, yaml_event_t *e)
{
	if (r->failed)
		return false;
	if (yaml_parser_parse(&r->parser, e))
		return true;
	fail(r, r->parser.problem_mark,
	    r->parser.problem ? r->parser.problem : "no valid text");
	return false;
}

static struct conf *
node_new(struct reader *r, enum conf_kind kind, yaml_mark_t mark)
{
	struct conf *c = ARENA_NEW(r->arena, struct conf);

	c->kind = kind;
	c->at = place_of(r, mark);
	c->text = "";
	return c;
}

static struct conf *
scalar(struct reader *r, const yaml_event_t *e)
{
	struct conf *c = node_new(r, CONF_SCALAR, e->start_mark);

	c->text = arena_strndup(
	    r->arena, (char *)e->data.scalar.value, e->data.scalar.length);
	c->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	if (!c->quoted && (c->text[0] == '\0' || strcmp(c->text, "~") == 0 ||
			      strcmp(c->text, "null") == 0))
		c->kind = CONF_NULL;
	return c;
}

static struct conf *value(struct reader *, yaml_event_t *, int depth);

static struct conf *
list(struct reader *r, yaml_mark_t mark, int depth)
{
	struct conf *c = node_new(r, CONF_LIST, mark);
	VEC(struct conf *) kids = {0};
	yaml_event_t e;

	while (next(r, &e)) {
		bool end = e.type == YAML_SEQUENCE_END_EVENT;

		if (!end) {
			struct conf *kid = value(r, &e, depth + 1);

			if (kid)
				VEC_PUSH(r->arena, &kids, kid);
		}
		yaml_event_delete(&e);
		if (end)
			break;
	}
	c->kids = kids.v;
	c->n = kids.n;
	return c;
}

static struct conf *
mapping(struct reader *r, yaml_mark_t mark, int depth)
{
	struct conf *c = node_new(r, CONF_MAP, mark), *kid;
	VEC(struct conf *) kids = {0};
	VEC(const char *) keys = {0};
	yaml_event_t e;

	while (next(r, &e)) {
		const char *key;
		yaml_mark_t at = e.start_mark;
		bool end = e.type == YAML_MAPPING_END_EVENT;

		if (!end && e.type != YAML_SCALAR_EVENT)
			fail(r, at, "a key must be a plain word");
		key = e.type != YAML_SCALAR_EVENT
			  ? NULL
			  : arena_strdup(r->arena, (char *)e.data.scalar.value);
		yaml_event_delete(&e);
		if (end || !key || !next(r, &e))
			break;
		kid = value(r, &e, depth + 1);
		yaml_event_delete(&e);
		c->kids = kids.v;
		c->keys = keys.v;
		c->n = kids.n;
		if (kid && conf_find(c, key)) {
			diag(
			    r->sink, DIAG_YAML_DUPLICATE, place_of(r, at), key);
		} else if (kid) {
			VEC_PUSH(r->arena, &kids, kid);
			VEC_PUSH(r->arena, &keys, key);
		}
	}
	c->kids = kids.v;
	c->keys = keys.v;
	c->n = kids.n;
	return c;
}

static struct conf *
value(struct reader *r, yaml_event_t *e, int depth)
{
	if (depth > DEPTH_MAX)
		fail(r, e->start_mark, "nested too deep");
	if (r->failed)
		return NULL;
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return scalar(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return list(r, e->start_mark, depth);
	case YAML_MAPPING_START_EVENT:
		return mapping(r, e->start_mark, depth);
	default:
		fail(r, e->start_mark, "anchors and aliases are not supported");
		return NULL;
	}
}

struct conf *
conf_parse(struct arena *a, struct sink *sink, const struct origin *origin,
    struct str text)
{
	struct reader r = {.arena = a, .sink = sink, .origin = origin};
	struct conf *root = NULL;
	yaml_event_t e;
	bool end = false;

	yaml_parser_initialize(&r.parser);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &r.parser, (const unsigned char *)text.p, text.n);
	while (!end && next(&r, &e)) {
		end = e.type == YAML_STREAM_END_EVENT;
		if (e.type == YAML_DOCUMENT_START_EVENT && root)
			fail(&r, e.start_mark, "a second document");
		else if (e.type == YAML_SCALAR_EVENT ||
			 e.type == YAML_SEQUENCE_START_EVENT ||
			 e.type == YAML_MAPPING_START_EVENT ||
			 e.type == YAML_ALIAS_EVENT)
			root = value(&r, &e, 0);
		yaml_event_delete(&e);
	}
	if (!root && !r.failed)
		root = node_new(&r, CONF_NULL, r.parser.mark);
	yaml_parser_delete(&r.parser);
	return r.failed ? NULL : root;
}

struct conf *
conf_read(struct arena *a, struct sink *sink, const char *path)
{
	struct origin origin = {.file = arena_strdup(a, path)};
	struct str text;

	if (!file_read_text(a, sink, path, (struct place){0}, &text))
		return NULL;
	return conf_parse(a, sink, &origin, text);
}

const struct conf *
conf_over(struct arena *a, const struct conf *own, const struct conf *base)
{
	struct conf *c;

	if (!own || !base || own->kind != CONF_MAP || base->kind != CONF_MAP)
		return own ? own : base;
	c = ARENA_NEW(a, struct conf);
	*c = *own;
	c->n = 0;
	c->kids = ARENA_ARRAY(a, struct conf *, own->n + base->n);
	c->keys = ARENA_ARRAY(a, const char *, own->n + base->n);
	for (size_t i = 0; i < own->n; i++) {
		const struct conf *both =
		    conf_over(a, own->kids[i], conf_find(base, own->keys[i]));

		c->keys[c->n] = own->keys[i];
		c->kids[c->n++] = (struct conf *)(uintptr_t)both;
	}
	for (size_t i = 0; i < base->n; i++) {
		if (conf_find(own, base->keys[i]))
			continue;
		c->keys[c->n] = base->keys[i];
		c->kids[c->n++] = base->kids[i];
	}
	return c;
}

const struct conf *
conf_find(const struct conf *c, const char *key)
{
	size_t i;

	if (c && c->kind == CONF_MAP)
		for (i = 0; i < c->n; i++)
			if (strcmp(c->keys[i], key) == 0)
				return c->kids[i];
	return NULL;
}

/* The scalar of a key, or NULL when there is none (reported if no scalar). */
static const struct conf *
find_scalar(
    const struct conf *c, struct sink *sink, const char *key, const char *kind)
{
	const struct conf *v = conf_find(c, key);

	if (!v || v->kind == CONF_NULL)
		return NULL;
	if (v->kind == CONF_SCALAR)
		return v;
	diag(sink, DIAG_CONF_KIND, v->at, key, kind);
	return NULL;
}

const char *
conf_str(const struct conf *c, struct sink *sink, const char *key,
    const char *fallback)
{
	const struct conf *v = find_scalar(c, sink, key, "a text");

	return v ? v->text : fallback;
}

double
conf_num(
    const struct conf *c, struct sink *sink, const char *key, double fallback)
{
	const struct conf *v = find_scalar(c, sink, key, "a number");
	double n;

	if (!v)
		return fallback;
	if (num_parse(str_from(v->text), &n))
		return n;
	diag(sink, DIAG_CONF_KIND, v->at, key, "a number");
	return fallback;
}

long
conf_int(
    const struct conf *c, struct sink *sink, const char *key, long fallback)
{
	const struct conf *v = find_scalar(c, sink, key, "a whole number");
	long n;

	if (!v)
		return fallback;
	if (num_parse_int(str_from(v->text), &n))
		return n;
	diag(sink, DIAG_CONF_KIND, v->at, key, "a whole number");
	return fallback;
}

bool
conf_bool(
    const struct conf *c, struct sink *sink, const char *key, bool fallback)
{
	const struct conf *v = find_scalar(c, sink, key, "true or false");

	if (!v)
		return fallback;
	if (strcmp(v->text, "true") == 0 || strcmp(v->text, "yes") == 0)
		return true;
	if (strcmp(v->text, "false") == 0 || strcmp(v->text, "no") == 0)
		return false;
	diag(sink, DIAG_CONF_KIND, v->at, key, "true or false");
	return fallback;
}

int
conf_choice(const struct conf *c, struct sink *sink, const char *key,
    const char *const *names, const char *what, int fallback)
{
	const struct conf *v = find_scalar(c, sink, key, "a word");
	struct buf all = {0};
	int i;

	if (!v)
		return fallback;
	for (i = 0; names[i]; i++)
		if (strcmp(names[i], v->text) == 0)
			return i;
	for (i = 0; names[i]; i++)
		buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
	diag(sink, DIAG_CONF_CHOICE, v->at, v->text, what, all.p);
	buf_free(&all);
	return fallback;
}

const struct conf *
conf_list(const struct conf *c, struct sink *sink, const char *key)
{
	const struct conf *v = conf_find(c, key);

	if (!v || v->kind == CONF_NULL)
		return NULL;
	if (v->kind == CONF_LIST)
		return v;
	diag(sink, DIAG_CONF_KIND, v->at, key, "a list");
	return NULL;
}

void
conf_known(const struct conf *c, struct sink *sink, const char *const *keys)
{
	size_t i, n = 0, k;

	if (!c || c->kind != CONF_MAP)
		return;
	while (keys[n])
		n++;
	for (i = 0; i < c->n; i++) {
		const char *near;

		for (k = 0; k < n; k++)
			if (strcmp(c->keys[i], keys[k]) == 0)
				break;
		if (k < n)
			continue;
		near = str_nearest(c->keys[i], keys, n);
		diag(sink, DIAG_CONF_UNKNOWN_KEY, c->kids[i]->at, c->keys[i],
		    str_hint(near).text);
	}
}
