/* SPDX-License-Identifier: MIT */
/*
 * tmpl/check.c - what can be known to be wrong before anything is evaluated
 *
 * A wrong name in a branch that this country does not take is as wrong as in
 * one that it takes.  So each template is walked once when it is read: names,
 * filters and their arguments, attributes where the kind of a value is plain
 * from its expression, and the states of each `case`.  What was reported
 * becomes EXPR_BAD and stays silent afterwards.
 */
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "tmpl/engine.h"

/* What an expression is, as far as its text tells. */
struct type {
	enum value_kind kind; /* VALUE_ERROR: unknown */
	const struct indicator *indicator;
	const struct schema
	    *schema;               /* of a TABLE, RECORD, or LIST of records */
	const struct field *field; /* of a cell */
};

struct scope {
	const char *name;
	struct type type;
	int depth;
	struct scope *outer;
};

struct checker {
	struct tmpl *t;
	struct scope *scope;
	int depth;
	const struct schema *row; /* fields are names; NULL: none */
	bool any_row;             /* rows of a kind that is not known */
};

static struct type check(struct checker *, struct expr *);

static const struct type unknown = {VALUE_ERROR, NULL, NULL, NULL};

/* --- scopes --- */

static struct scope *
enter(struct checker *c)
{
	c->depth++;
	return c->scope;
}

static void
leave(struct checker *c, struct scope *mark)
{
	c->scope = mark;
	c->depth--;
}

static void
define(struct checker *c, const char *name, struct type type, struct place at)
{
	const char *what = access_taken(c->t, name);
	struct scope *s;

	if (what && *name)
		diag(c->t->sink, DIAG_TMPL_NAME_TAKEN, at, name, what);
	for (s = c->scope; s; s = s->outer)
		if (strcmp(s->name, name) == 0 && s->depth == c->depth) {
			s->type = type;
			return;
		}
	for (s = c->scope; s; s = s->outer)
		if (strcmp(s->name, name) == 0 && *name) {
			diag(c->t->sink, DIAG_TMPL_NAME_TAKEN, at, name,
			    "a variable of an outer block");
			break;
		}
	s = ARENA_NEW(c->t->arena, struct scope);
	*s = (struct scope){name, type, c->depth, c->scope};
	c->scope = s;
}

static const struct scope *
find(const struct checker *c, const char *name)
{
	const struct scope *s;

	for (s = c->scope; s; s = s->outer)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

/* --- types --- */

static struct type
type_of_field(struct checker *c, const struct schema *s, const char *name)
{
	struct type type = unknown;
	const struct record_table *target;
	size_t i;

	for (i = 0; i < s->nfields; i++)
		if (strcmp(s->fields[i].name, name) == 0)
			break;
	if (i == s->nfields)
		return unknown;
	type.field = &s->fields[i];
	if (type.field->type == FIELD_CODE) {
		type.kind = VALUE_CODE;
	} else if (type.field->type == FIELD_REF &&
		   strcmp(type.field->target, "areas") != 0 &&
		   strcmp(type.field->target, "indicators") != 0) {
		target = store_table(
		    c->t->view->store, str_from(type.field->target));
		if (target) {
			type.kind = VALUE_RECORD;
			type.schema = target->schema;
		}
	}
	return type;
}

static struct type
type_of_value(const struct value *v)
{
	struct type type = unknown;

	type.kind = v->kind;
	if (v->kind == VALUE_SERIES || v->kind == VALUE_OBS)
		type.indicator = v->key.indicator;
	else if (v->kind == VALUE_RECORD)
		type.schema = v->record->schema;
	else if (v->kind == VALUE_TABLE)
		type.schema = v->schema;
	else
		type.kind = VALUE_ERROR;
	return type;
}

/* --- expressions --- */

static void
bad(struct expr *e)
{
	e->kind = EXPR_BAD;
}

/* Each name is reported where it stands first in a file. */
static void
unknown_name(struct tmpl *t, const struct expr *e)
{
	struct str key =
	    str_from(arena_printf(t->arena, "%s:%s", e->at.file, e->name));

	if (map_find(t->reported, key))
		return;
	map_put(t->reported, key, t);
	diag(t->sink, DIAG_TMPL_UNKNOWN_NAME, e->at, e->name,
	    access_hint(t, e->name));
}

/* The value of a name that is no variable, kept once for all its uses. */
static const struct value *
constant(struct tmpl *t, const char *name, const struct value *v)
{
	struct value *kept = map_get(t->constants, name);

	if (!kept) {
		kept = ARENA_NEW(t->arena, struct value);
		*kept = *v;
		map_put(t->constants, str_from(name), kept);
	}
	return kept;
}

static struct type
check_name(struct checker *c, struct expr *e)
{
	const struct scope *s = find(c, e->name);
	struct value v;
	bool found;

	if (s)
		return s->type;
	if (c->row && record_has(c->row, e->name))
		return type_of_field(c, c->row, e->name);
	v = access_global(c->t, e->name, &found);
	if (found && !c->any_row)
		e->memo->constant = constant(c->t, e->name, &v);
	if (found)
		return type_of_value(&v);
	if (!c->any_row) {
		unknown_name(c->t, e);
		bad(e);
	}
	return unknown;
}

static struct type
check_attr(struct checker *c, struct expr *e)
{
	struct type of = check(c, e->a);
	const char *hint;

	if (of.kind == VALUE_SERIES || of.kind == VALUE_OBS) {
		if (series_has(e->name))
			return unknown;
		diag(c->t->sink, DIAG_TMPL_NO_ATTR, e->at, "a series", e->name,
		    series_hint(c->t, e->name));
		bad(e);
	} else if (of.kind == VALUE_RECORD) {
		if (record_has(of.schema, e->name))
			return type_of_field(c, of.schema, e->name);
		hint = record_hint(c->t, of.schema, e->name);
		diag(c->t->sink, DIAG_TMPL_NO_ATTR, e->at,
		    arena_printf(c->t->arena, "a row of %s", of.schema->name),
		    e->name, hint);
		bad(e);
	}
	return unknown;
}

/* A code without quotes: [sex: F], [age: 13-17], ratifications[opsc]. */
static bool
is_bare_code(struct checker *c, const struct arg *a, bool table)
{
	const struct expr *v = a->value;
	bool age = a->name && strcmp(a->name, "age") == 0;
	bool found = false;

	if (!a->name && !table)
		return false;
	if (v->kind == EXPR_NAME && !find(c, v->name)) {
		access_global(c->t, v->name, &found);
		return !found && !(c->row && record_has(c->row, v->name));
	}
	return (age && (v->kind == EXPR_NUMBER || v->kind == EXPR_BINARY)) ||
	       (a->name && v->kind == EXPR_BINARY && v->a->kind == EXPR_NAME &&
		   !find(c, v->a->name));
}

static struct type
check_index(struct checker *c, struct expr *e)
{
	struct type of = check(c, e->a), type = unknown;
	bool table = of.kind == VALUE_TABLE;
	size_t i;

	for (i = 0; i < e->nargs; i++) {
		struct arg *a = &e->args[i];

		if (is_bare_code(c, a, table)) {
			diag(c->t->sink, DIAG_TMPL_BARE_CODE, a->value->at,
			    a->name ? a->name : "", a->name ? ": " : "",
			    STR_ARG(a->value->src));
			bad(a->value);
		} else {
			check(c, a->value);
		}
	}
	if (table) {
		type.kind = VALUE_RECORD;
		type.schema = of.schema;
	} else if (of.kind == VALUE_SERIES) {
		type = of;
	}
	return type;
}

static struct type
check_pipe(struct checker *c, struct expr *e)
{
	struct type of = check(c, e->a);
	const char *near, *fault;
	size_t i, position = 0;

	for (i = 0; i < e->nargs; i++)
		check(c, e->args[i].value);
	if (!func_known(e->name)) {
		near = func_hint(e->name);
		diag(c->t->sink, DIAG_TMPL_UNKNOWN_FILTER, e->at, e->name,
		    str_hint(near).text);
		bad(e);
		return unknown;
	}
	for (i = 0; i < e->nargs; i++) {
		fault =
		    func_arg_fault(c->t->arena, e->name, &e->args[i], position);
		position += !e->args[i].name;
		if (!fault)
			fault = func_arg_again(c->t->arena, e->name, e, i);
		if (!fault)
			continue;
		diag(c->t->sink, DIAG_TMPL_ARG, e->args[i].at, fault);
		bad(e);
	}
	if (func_lacks(e->name, e)) {
		diag(c->t->sink, DIAG_TMPL_ARG_LACKS, e->at, e->name,
		    func_lacks(e->name, e));
		bad(e);
	}
	/* rows stay rows */
	if ((strcmp(e->name, "where") == 0 ||
		strcmp(e->name, "distinct") == 0) &&
	    of.schema)
		return (struct type){VALUE_LIST, NULL, of.schema, NULL};
	if ((strcmp(e->name, "first") == 0 || strcmp(e->name, "last") == 0) &&
	    of.schema)
		return (struct type){VALUE_RECORD, NULL, of.schema, NULL};
	return unknown;
}

static struct type
item_of(struct type of)
{
	struct type item = unknown;

	if (of.schema && (of.kind == VALUE_TABLE || of.kind == VALUE_LIST)) {
		item.kind = VALUE_RECORD;
		item.schema = of.schema;
	} else if (of.kind == VALUE_SERIES) {
		item = of;
	}
	return item;
}

/* [for x in rows where …] */
static struct type
check_rows_of(struct checker *c, struct expr *e)
{
	struct type of = check(c, e->a);
	struct scope *mark = enter(c);

	define(c, e->name, item_of(of), e->at);
	check(c, e->b);
	check(c, e->c);
	leave(c, mark);
	return (struct type){VALUE_LIST, NULL, of.schema, NULL};
}

static struct type
check(struct checker *c, struct expr *e)
{
	struct type a = unknown;
	size_t i;

	if (!e)
		return unknown;
	switch (e->kind) {
	case EXPR_NAME:
		return check_name(c, e);
	case EXPR_ATTR:
		return check_attr(c, e);
	case EXPR_INDEX:
		return check_index(c, e);
	case EXPR_PIPE:
		return check_pipe(c, e);
	case EXPR_ROWS:
		return check_rows_of(c, e);
	default:
		break;
	}
	if (e->a)
		a = check(c, e->a);
	if (e->b)
		check(c, e->b);
	if (e->c)
		check(c, e->c);
	for (i = 0; i < e->nargs; i++)
		check(c, e->args[i].value);
	if (e->kind == EXPR_TEST && a.kind == VALUE_CODE && a.field &&
	    strcmp(e->name, "known") != 0 && strcmp(e->name, "unknown") != 0 &&
	    !cond_has_word(a.field->choices, e->name)) {
		diag(c->t->sink, DIAG_TMPL_NO_STATE, e->at, e->name,
		    arena_printf(c->t->arena, "'%s'", a.field->name),
		    arena_printf(
			c->t->arena, "known unknown %s", a.field->choices));
		bad(e);
	}
	return unknown;
}

/* --- case --- */

/* The states that `case` must cover, or NULL when only the data tell. */
static const char *
states_of(struct type type)
{
	if (type.indicator && type.indicator->type == IND_VERDICT)
		return "yes no partial not_full unclear";
	if (type.kind == VALUE_CODE && type.field)
		return type.field->choices;
	return NULL;
}

static bool
has_branch(const struct stmt *s, const char *state, size_t n, bool other)
{
	const struct branch *b;
	size_t i;

	for (b = s->branches; b; b = b->next) {
		if (!b->states && other)
			return true;
		for (i = 0; i < b->nstates; i++)
			if (strlen(b->states[i]) == n &&
			    memcmp(b->states[i], state, n) == 0)
				return true;
	}
	return false;
}

static void
check_states(struct checker *c, const struct stmt *s, const char *states)
{
	const struct branch *b;
	struct buf lacking = {0};
	const char *p, *end;
	size_t i;

	for (b = s->branches; states && b; b = b->next)
		for (i = 0; i < b->nstates; i++)
			if (strcmp(b->states[i], "unknown") != 0 &&
			    !cond_has_word(states, b->states[i]))
				diag(c->t->sink, DIAG_TMPL_NO_STATE, b->at,
				    b->states[i], "this case",
				    arena_printf(
					c->t->arena, "%s unknown", states));
	for (p = states; p && *p; p = *end ? end + 1 : end) {
		end = strchr(p, ' ') ? strchr(p, ' ') : p + strlen(p);
		if (!has_branch(s, p, (size_t)(end - p), true))
			buf_printf(&lacking, "%s%.*s", lacking.n ? ", " : "",
			    (int)(end - p), p);
	}
	if (!has_branch(s, "unknown", 7, false))
		buf_printf(&lacking, "%sunknown", lacking.n ? ", " : "");
	if (lacking.n)
		diag(c->t->sink, DIAG_TMPL_CASE_LACKS, s->at, lacking.p);
	buf_free(&lacking);
}

/* --- statements --- */

static void check_body(struct checker *, struct stmt *);

static void
check_block(struct checker *c, struct stmt *body)
{
	struct scope *mark = enter(c);

	check_body(c, body);
	leave(c, mark);
}

static void
check_for(struct checker *c, struct stmt *s)
{
	struct type of = check(c, s->rows.of);
	struct scope *mark = enter(c);

	define(c, s->name, item_of(of), s->at);
	check(c, s->rows.where);
	check(c, s->rows.by);
	check_body(c, s->body);
	leave(c, mark);
}

static void
check_stmt(struct checker *c, struct stmt *s)
{
	struct branch *b;
	struct type type = unknown;

	if (s->kind == STMT_FOR) {
		check_for(c, s);
		return;
	}
	if (s->expr)
		type = check(c, s->expr);
	if (s->kind == STMT_SET)
		define(c, s->name, type, s->at);
	if (s->kind == STMT_CASE && s->expr->kind != EXPR_BAD) {
		check_states(c, s, states_of(type));
		s->checked = states_of(type) != NULL;
	}
	for (b = s->branches; b; b = b->next) {
		check(c, b->cond);
		check_block(c, b->body);
	}
	if (s->body)
		check_block(c, s->body);
}

static void
check_body(struct checker *c, struct stmt *s)
{
	for (; s; s = s->next)
		check_stmt(c, s);
}

/* The variables that are visible at run time, outermost first. */
static struct scope *
visible(struct tmpl *t, const struct var *v)
{
	struct scope *s;

	if (!v)
		return NULL;
	s = ARENA_NEW(t->arena, struct scope);
	*s = (struct scope){
	    v->name, type_of_value(&v->value), v->depth, visible(t, v->outer)};
	return s;
}

static struct checker
start(struct tmpl *t)
{
	struct checker c = {.t = t, .depth = t->depth};

	c.scope = visible(t, t->vars);
	return c;
}

void
check_template(struct tmpl *t, struct stmt *s)
{
	struct checker c = start(t);

	check_body(&c, s);
}

void
check_expr(struct tmpl *t, struct expr *e)
{
	struct checker c = start(t);

	check(&c, e);
}

void
check_rows(struct tmpl *t, struct selection *s, struct expr **exprs, size_t n)
{
	struct checker c = start(t);
	struct type of = check(&c, s->of), item = item_of(of);
	size_t i;

	c.depth++;
	define(&c, "row", item, s->of->at);
	c.row = item.schema;
	c.any_row = !item.schema;
	check(&c, s->where);
	check(&c, s->by);
	for (i = 0; i < n; i++)
		check(&c, exprs[i]);
}
