/* SPDX-License-Identifier: MIT */
/* tmpl/select.c - rows where … by … */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "tmpl/engine.h"

static bool
is_area_name(const char *name)
{
	return streq(name, "area") || streq(name, "country") ||
	       streq(name, "event");
}

/* Does a condition speak about the area of the row: x.area, or in a table,
 * where fields are names, area? */
static bool
names_area(const struct expr *e, const char *var)
{
	size_t i;

	if (!e)
		return false;
	if (e->kind == EXPR_ATTR && is_area_name(e->name) &&
	    e->a->kind == EXPR_NAME && streq(e->a->name, var ? var : "row"))
		return true;
	if (!var && e->kind == EXPR_NAME && is_area_name(e->name))
		return true;
	for (i = 0; i < e->nargs; i++)
		if (names_area(e->args[i].value, var))
			return true;
	return names_area(e->a, var) || names_area(e->b, var) ||
	       names_area(e->c, var);
}

/* Everything that can be gone through, before `where`. */
static struct value
items_of(struct tmpl *t, const struct selection *s, const char *var)
{
	struct value v = eval_expr(t, s->of);
	bool found;

	switch (v.kind) {
	case VALUE_TABLE:
		return record_list(t, v.schema, names_area(s->where, var));
	case VALUE_AREA:
		return attr_field(t, &v, "members", &found);
	case VALUE_SERIES:
		return attr_field(t, &v, "series", &found);
	case VALUE_LIST:
		return v;
	case VALUE_MISSING:
		return eval_missing(t, &v, s->of->at, "gone through");
	case VALUE_ERROR:
		return v;
	default:
		diag(t->sink, DIAG_TMPL_NOT_A_LIST, s->of->at, value_what(&v));
		return value_error;
	}
}

/* The item as the loop variable, or as the row of a table. */
struct binding {
	struct var var;
	const struct value *row;
};

static void
bind(struct tmpl *t, struct binding *b, const char *var,
    const struct value *item)
{
	t->depth++;
	b->var = (struct var){var ? var : "row", *item, t->depth, t->vars};
	b->row = t->row;
	t->vars = &b->var;
	if (!var)
		t->row = item;
}

static void
unbind(struct tmpl *t, const struct binding *b)
{
	t->row = b->row;
	run_leave(t, b->var.outer);
}

struct sorted {
	struct value item, key;
	struct tmpl *t;
	size_t index;
	bool desc;
};

static int
compare(const void *pa, const void *pb)
{
	const struct sorted *a = pa, *b = pb;
	int c = cond_order(a->t, &a->key, &b->key);
	bool missing =
	    a->key.kind == VALUE_MISSING || b->key.kind == VALUE_MISSING;

	if (a->desc && !missing) /* what is missing comes last either way */
		c = -c;
	return c ? c : (a->index > b->index) - (a->index < b->index);
}

static void
sort(struct tmpl *t, const struct selection *s, const char *var,
    struct value *items, size_t n)
{
	struct sorted *v = xmalloc((n + 1) * sizeof *v);
	struct binding b;
	size_t i;

	for (i = 0; i < n; i++) {
		v[i] = (struct sorted){
		    .item = items[i], .t = t, .index = i, .desc = s->desc};
		bind(t, &b, var, &items[i]);
		v[i].key = eval_expr(t, s->by);
		v[i].key = access_newest(t, &v[i].key);
		unbind(t, &b);
	}
	if (n > 1)
		qsort(v, n, sizeof *v, compare);
	for (i = 0; i < n; i++)
		items[i] = v[i].item;
	free(v);
}

struct value
select_rows(struct tmpl *t, const struct selection *s, const char *var)
{
	struct value all = items_of(t, s, var);
	VEC(struct value) items = {0};
	bool selecting = t->selecting;
	struct binding b;
	size_t i;

	if (all.kind != VALUE_LIST || (!s->where && !s->by))
		return all;
	t->selecting = true;
	for (i = 0; i < all.n; i++) {
		int truth = 1;

		if (s->where) {
			bind(t, &b, var, &all.items[i]);
			truth = cond_eval(t, s->where);
			unbind(t, &b);
		}
		if (truth == 1)
			VEC_PUSH(t->arena, &items, all.items[i]);
	}
	if (s->by)
		sort(t, s, var, items.v, items.n);
	t->selecting = selecting;
	return value_list(items.v, items.n);
}
