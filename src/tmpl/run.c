/* SPDX-License-Identifier: MIT */
/* tmpl/run.c - statements */
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "tmpl/engine.h"

#define FILES_MAX 20

/* --- variables --- */

struct var *
run_enter(struct tmpl *t)
{
	t->depth++;
	return t->vars;
}

void
run_leave(struct tmpl *t, struct var *mark)
{
	t->vars = mark;
	t->depth--;
}

void
run_set(struct tmpl *t, const char *name, const struct value *value)
{
	struct var *v;

	for (v = t->vars; v && v->depth == t->depth; v = v->outer)
		if (strcmp(v->name, name) == 0) {
			v->value = *value;
			return;
		}
	v = ARENA_NEW(t->arena, struct var);
	*v = (struct var){name, *value, t->depth, t->vars};
	t->vars = v;
}

static void
run_block(struct tmpl *t, const struct stmt *body)
{
	struct var *mark = run_enter(t);

	run_body(t, body);
	run_leave(t, mark);
}

/* --- statements --- */

static void
begin_deciding(struct tmpl *t, const char *statement, struct place at)
{
	t->deciding = statement;
	t->deciding_at = at;
}

static int
decide(struct tmpl *t, const char *statement, const struct expr *cond)
{
	int truth;

	begin_deciding(t, statement, cond->at);
	truth = cond_eval(t, cond);
	t->deciding = NULL;
	return truth;
}

static void
run_if(struct tmpl *t, const struct stmt *s)
{
	const struct branch *b;
	int truth = 0;

	for (b = s->branches; b; b = b->next) {
		truth = b->cond ? decide(t, "if", b->cond) : 1;
		if (truth)
			break;
	}
	if (truth == 1)
		run_block(t, b->body);
}

const char *
run_state(struct tmpl *t, const struct value *value, struct place at)
{
	struct value v = access_newest(t, value);

	switch (v.kind) {
	case VALUE_MISSING:
		return "unknown";
	case VALUE_CODE:
	case VALUE_TEXT:
		return str_dup(t->arena, value_plain(t->arena, &v));
	case VALUE_OBS:
		if (v.obs->indicator->type == IND_VERDICT)
			return cond_verdict(v.obs->verdict);
		break;
	case VALUE_ERROR:
		return NULL;
	default:
		break;
	}
	diag(t->sink, DIAG_TMPL_NO_CASE, at, value_what(&v));
	return NULL;
}

static void
run_case(struct tmpl *t, const struct stmt *s)
{
	const struct branch *b, *other = NULL;
	const char *state;
	struct value v;
	size_t i;

	begin_deciding(t, "case", s->expr->at);
	v = eval_expr(t, s->expr);
	state = run_state(t, &v, s->expr->at);
	t->deciding = NULL;
	if (!state)
		return;
	for (b = s->branches; b; b = b->next) {
		for (i = 0; i < b->nstates; i++)
			if (strcmp(b->states[i], state) == 0) {
				run_block(t, b->body);
				return;
			}
		if (!b->states)
			other = b;
	}
	if (strcmp(state, "unknown") == 0) /* reported when it was read */
		return;
	if (other)
		run_block(t, other->body);
	else if (!s->checked)
		diag(t->sink, DIAG_TMPL_CASE_LACKS, s->at, state);
}

static void
run_for(struct tmpl *t, const struct stmt *s)
{
	struct value rows = select_rows(t, &s->rows, s->name);
	struct var var;
	size_t i;

	if (rows.kind != VALUE_LIST)
		return;
	t->depth++;
	for (i = 0; i < rows.n; i++) {
		var = (struct var){s->name, rows.items[i], t->depth, t->vars};
		t->vars = &var;
		run_body(t, s->body);
		t->vars = var.outer;
	}
	t->depth--;
}

static void
run_claim(struct tmpl *t, const struct stmt *s)
{
	if (decide(t, "claim", s->expr) == 0)
		claim_report(t, s->expr);
	run_block(t, s->body);
}

/* --- files --- */

static void
run_file(struct tmpl *t, const char *path, struct place at)
{
	const char *outer = t->path;
	const struct stmt *tree;

	if (t->looped)
		return;
	if (t->files_open >= FILES_MAX) {
		diag(t->sink, DIAG_TMPL_INCLUDE_LOOP, at, path);
		t->looped = true;
		return;
	}
	t->files_open++;
	t->path = path;
	tree = engine_file(t, path, at);
	if (tree)
		run_block(t, tree);
	t->path = outer;
	t->files_open--;
}

/* A file beside the one at work, else from the template folders. */
static void
run_include(struct tmpl *t, const struct stmt *s)
{
	const char *beside =
	    path_join(t->arena, path_folder(t->arena, t->path), s->name);

	run_file(t, engine_has(t, beside) ? beside : s->name, s->at);
}

/*
 * The passage of the area: <report>/<kind>/KHM/<name>.md, in another language
 * <report>/<lang>/<kind>/KHM/<name>.md or <report>/<kind>/KHM/<lang>/<name>.md,
 * where kind is "countries" or "regions".  NULL when it has none.
 */
static const char *
passage_of(
    struct tmpl *t, const char *kind, const struct area *a, const char *name)
{
	const char *paths[2], *r = t->env.report, *lang = t->env.lang;
	size_t n = 0, i;

	if (!a || !r)
		return NULL;
	if (streq(lang, t->main_lang)) {
		paths[n++] = arena_printf(
		    t->arena, "%s/%s/%s/%s.md", r, kind, a->id, name);
	} else {
		paths[n++] = arena_printf(
		    t->arena, "%s/%s/%s/%s/%s.md", r, lang, kind, a->id, name);
		paths[n++] = arena_printf(
		    t->arena, "%s/%s/%s/%s/%s.md", r, kind, a->id, lang, name);
	}
	for (i = 0; i < n; i++)
		if (engine_has(t, paths[i]))
			return paths[i];
	return NULL;
}

/* The country's own words, else those of the report's region. */
static const char *
passage_file(struct tmpl *t, const char *name)
{
	const char *own = passage_of(t, "countries", t->env.subject, name);

	return own ? own : passage_of(t, "regions", t->env.region, name);
}

static void
run_passage(struct tmpl *t, const struct stmt *s)
{
	const char *path = passage_file(t, s->name);

	if (path)
		run_file(t, path, s->at);
	else
		run_block(t, s->body);
}

/* Is the next text the end of the YAML scalar in which a value stands? */
static bool
stands_alone(const struct stmt *s)
{
	struct str text;
	size_t i = 0;

	if (!s->next)
		return true;
	if (s->next->kind != STMT_TEXT)
		return false;
	text = s->next->text;
	while (i < text.n && text.p[i] == ' ')
		i++;
	return i == text.n || strchr("\n,]}", text.p[i]);
}

static void
run_output(struct tmpl *t, const struct stmt *s)
{
	struct value v = eval_expr(t, s->expr);

	print_value(t, &v, s->at, stands_alone(s));
}

static void
run_stmt(struct tmpl *t, const struct stmt *s)
{
	struct value v;

	if (s->eats)
		out_eat(t->out);
	switch (s->kind) {
	case STMT_TEXT:
		out_literal(t->out, s->text, s->at);
		return;
	case STMT_OUTPUT:
		run_output(t, s);
		return;
	case STMT_SET:
		v = eval_expr(t, s->expr);
		run_set(t, s->name, &v);
		return;
	default:
		break;
	}
	out_event(t->out);
	if (s->kind == STMT_IF)
		run_if(t, s);
	else if (s->kind == STMT_CASE)
		run_case(t, s);
	else if (s->kind == STMT_FOR)
		run_for(t, s);
	else if (s->kind == STMT_CLAIM)
		run_claim(t, s);
	else if (s->kind == STMT_PASSAGE)
		run_passage(t, s);
	else
		run_include(t, s);
}

void
run_body(struct tmpl *t, const struct stmt *s)
{
	for (; s; s = s->next)
		run_stmt(t, s);
}
