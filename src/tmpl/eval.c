/* SPDX-License-Identifier: MIT */
/*
 * tmpl/eval.c - expressions to values
 *
 * Two kinds of nothing run through here.  A missing value has a reason and is
 * handed on until something needs it; an error was reported where it arose
 * and makes everything that it touches silent, so that one wrong name gives
 * one message.
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "stat/decimal.h"
#include "stat/disclose.h"
#include "tmpl/engine.h"

struct value
eval_missing(
    struct tmpl *t, const struct value *v, struct place at, const char *use)
{
	if (v->kind != VALUE_MISSING)
		return value_error;
	t->met_missing = true;
	if (!t->quiet)
		diag(t->sink, DIAG_TMPL_MISSING_USED, at,
		    value_subject(t->arena, v), absence_name(v->why), use);
	return value_error;
}

/* --- numbers --- */

bool
eval_number(struct tmpl *t, struct value *v, struct place at, const char *use)
{
	const struct deriv *deriv;
	const struct obs *o;

	*v = access_newest(t, v);
	if (v->kind == VALUE_NUMBER)
		return true;
	if (v->kind == VALUE_ERROR || v->kind == VALUE_MISSING)
		return false;
	o = v->kind == VALUE_OBS ? v->obs : NULL;
	if (!o || o->indicator->type != IND_NUMBER) {
		diag(t->sink, DIAG_TMPL_NEEDS_NUMBER, at, use, value_what(v));
		*v = value_error;
		return false;
	}
	if (!obs_is_point(o)) {
		diag(t->sink, DIAG_TMPL_NO_POINT, at, o->indicator->id,
		    o->area->id, use);
		*v = value_error;
		return false;
	}
	deriv = deriv_of(t->arena, v);
	*v = value_number(o->value, o->indicator->decimals, o->indicator->unit);
	v->about = o->comparator == CMP_ABOUT;
	v->bracketed = disclose_obs(o) == DISCLOSE_BRACKET;
	v->deriv = deriv;
	return true;
}

static int
more(int a, int b)
{
	return a < 0 || b < 0 ? -1 : a > b ? a : b;
}

static struct value
arithmetic(struct tmpl *t, const struct expr *e, struct value a, struct value b)
{
	char op = e->name[0];
	struct value v;
	bool data;

	if (op == '-' || op == '/') {
		a = access_newest(t, &a);
		b = access_newest(t, &b);
		if (a.kind == VALUE_OBS && b.kind == VALUE_OBS &&
		    !care_pair(t, a.obs, b.obs, e->at))
			return value_error;
	}
	if (!eval_number(t, &a, e->a->at, "arithmetic"))
		return a;
	if (!eval_number(t, &b, e->b->at, "arithmetic"))
		return b;
	if (op == '/' && b.number == 0) {
		diag(t->sink, DIAG_TMPL_DIVISION, e->at);
		return value_error;
	}
	data = value_is_derived(&a) || value_is_derived(&b);
	v = value_number(op == '+'   ? decimal_plus(a.number, b.number)
			 : op == '-' ? decimal_minus(a.number, b.number)
			 : op == '*' ? a.number * b.number
				     : a.number / b.number,
	    op == '+' || op == '-' ? more(a.decimals, b.decimals) : -1, "");
	if (op == '-' && streq(a.unit, "percent") && streq(b.unit, "percent"))
		v.unit = "percent_point";
	else if (streq(a.unit, b.unit) && op != '*' && op != '/')
		v.unit = a.unit;
	else if (op == '*' || op == '/')
		v.unit = !*b.unit                ? a.unit
			 : op == '*' && !*a.unit ? b.unit
						 : "";
	else
		v.unit = !*b.unit ? a.unit : !*a.unit ? b.unit : "";
	v.about = a.about || b.about;
	v.bracketed = a.bracketed || b.bracketed;
	v.plain = a.plain && b.plain && op != '*' && op != '/';
	if (op == '-' && a.plain && b.plain)
		v.plain = false; /* a number of years is no year */
	if (data)
		v.deriv = deriv_binary(t->arena, e->name,
		    deriv_of(t->arena, &a), deriv_of(t->arena, &b));
	return v;
}

static bool
is_text(const struct value *v)
{
	return v->kind == VALUE_TEXT || v->kind == VALUE_CODE;
}

static struct value
join(struct tmpl *t, const struct expr *e, struct value a, struct value b)
{
	struct value v = {.kind = VALUE_TEXT};
	struct piece *pieces;

	a = form_default(t, &a, e->a->at);
	if (a.kind != VALUE_TEXT)
		return a;
	b = form_default(t, &b, e->b->at);
	if (b.kind != VALUE_TEXT)
		return b;
	pieces = ARENA_ARRAY(t->arena, struct piece, a.n + b.n);
	if (a.n)
		memcpy(pieces, a.pieces, a.n * sizeof *pieces);
	if (b.n)
		memcpy(pieces + a.n, b.pieces, b.n * sizeof *pieces);
	v.pieces = pieces;
	v.n = a.n + b.n;
	return v;
}

static struct value
binary(struct tmpl *t, const struct expr *e)
{
	struct value a = eval_expr(t, e->a), b = eval_expr(t, e->b);

	if (a.kind == VALUE_ERROR || b.kind == VALUE_ERROR)
		return value_error;
	if (a.kind == VALUE_MISSING)
		return a;
	if (b.kind == VALUE_MISSING)
		return b;
	if (e->name[0] == '+' && (is_text(&a) || is_text(&b)))
		return join(t, e, a, b);
	if (is_text(&a) || is_text(&b)) {
		const struct expr *x = is_text(&b) ? e->b : e->a;

		if (x->kind == EXPR_PIPE && x == e->b)
			diag(t->sink, DIAG_TMPL_TEXT_PIPE, e->at, e->name,
			    STR_ARG(e->a->src), e->name, STR_ARG(x->a->src),
			    x->name);
		else
			diag(t->sink, DIAG_TMPL_NEEDS_NUMBER, x->at,
			    "arithmetic", "a text");
		return value_error;
	}
	return arithmetic(t, e, a, b);
}

/* --- the rest of expressions --- */

static struct value
negative(struct tmpl *t, const struct expr *e)
{
	struct value v = eval_expr(t, e->a);

	if (!eval_number(t, &v, e->a->at, "arithmetic"))
		return v;
	if (value_is_derived(&v))
		v.deriv = deriv_binary(t->arena, "-", deriv_text(t->arena, "0"),
		    deriv_of(t->arena, &v));
	v.number = -v.number;
	return v;
}

static struct value
list(struct tmpl *t, const struct expr *e)
{
	struct value *items = ARENA_ARRAY(t->arena, struct value, e->nargs);
	size_t i;

	for (i = 0; i < e->nargs; i++) {
		items[i] = eval_expr(t, e->args[i].value);
		if (items[i].kind == VALUE_ERROR)
			return value_error;
	}
	return value_list(items, e->nargs);
}

/* A cell of a record whose column is remembered; false: not that simple. */
static bool
cell(struct tmpl *t, const struct expr *e, const struct value *of,
    struct value *out)
{
	struct memo *m = e->memo;

	if (of->kind != VALUE_RECORD)
		return false;
	if (m->schema != of->record->schema) {
		m->schema = of->record->schema;
		m->field = record_column(m->schema, e->name);
	}
	if (m->field == SIZE_MAX)
		return false;
	*out = record_value(t, of->record, m->field);
	return true;
}

static struct value
attr(struct tmpl *t, const struct expr *e)
{
	struct value of = eval_expr(t, e->a), v;

	return cell(t, e, &of, &v) ? v : attr_get(t, &of, e->name, e->at);
}

static struct value
string(struct tmpl *t, const struct expr *e)
{
	struct value *v;

	if (!e->memo->constant) {
		v = ARENA_NEW(t->arena, struct value);
		*v = value_text(t->arena, str_from(e->name));
		e->memo->constant = v;
	}
	return *e->memo->constant;
}

static struct value
name(struct tmpl *t, const struct expr *e)
{
	struct value v;
	bool found;

	if (e->memo->constant)
		return *e->memo->constant;
	for (const struct var *x = t->vars; x; x = x->outer)
		if (strcmp(x->name, e->name) == 0)
			return x->value;
	if (t->row && cell(t, e, t->row, &v))
		return v;
	v = access_name(t, e->name, &found);
	if (!found)
		diag(t->sink, DIAG_TMPL_UNKNOWN_NAME, e->at, e->name,
		    access_hint(t, e->name));
	return v;
}

static struct value
condition(struct tmpl *t, const struct expr *e)
{
	int truth = cond_eval(t, e);

	return truth < 0 ? value_error : value_bool(truth);
}

struct value
eval_expr(struct tmpl *t, const struct expr *e)
{
	struct value v;
	int truth;

	switch (e->kind) {
	case EXPR_BAD:
		return value_error;
	case EXPR_NUMBER:
		return value_number(e->number, -1, "");
	case EXPR_STRING:
		return string(t, e);
	case EXPR_BOOL:
		return value_bool(e->number != 0);
	case EXPR_NAME:
		return name(t, e);
	case EXPR_ATTR:
		return attr(t, e);
	case EXPR_INDEX:
		v = eval_expr(t, e->a);
		return access_index(t, &v, e);
	case EXPR_PIPE:
		v = eval_expr(t, e->a);
		return func_call(t, &v, e);
	case EXPR_LIST:
		return list(t, e);
	case EXPR_ROWS:
		return select_rows(t,
		    &(struct selection){e->a, e->b, e->c, e->negated}, e->name);
	case EXPR_NEGATIVE:
		return negative(t, e);
	case EXPR_BINARY:
		return binary(t, e);
	case EXPR_IF:
		truth = cond_eval(t, e->b);
		return truth < 0 ? value_error
				 : eval_expr(t, truth ? e->a : e->c);
	default:
		return condition(t, e);
	}
}
