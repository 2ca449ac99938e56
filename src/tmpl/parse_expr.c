/* SPDX-License-Identifier: MIT */
/* tmpl/parse_expr.c - expressions, by recursive descent */
#include "tmpl/parse.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "tmpl/lex.h"

#define DEPTH_MAX  200
#define TOKENS_MAX 2000

static struct expr *expression(struct parser *);
static struct expr *sum(struct parser *);
static struct expr *unary(struct parser *);
static struct expr *negation(struct parser *);

bool
parse_is(const struct parser *p, const char *text)
{
	return p->t->text[0] == text[0] &&
	       (p->t->kind == TOKEN_OP || p->t->kind == TOKEN_NAME) &&
	       strcmp(p->t->text, text) == 0;
}

bool
parse_accept(struct parser *p, const char *text)
{
	if (!parse_is(p, text))
		return false;
	p->t++;
	return true;
}

void
parse_expected(struct parser *p, const char *what)
{
	if (!p->failed && p->t->kind == TOKEN_END)
		diag(p->sink, DIAG_TMPL_EXPECTED_END, p->t->at, what);
	else if (!p->failed)
		diag(p->sink, DIAG_TMPL_EXPECTED, p->t->at, what,
		    STR_ARG(p->t->src));
	p->failed = true;
}

void
parse_end(struct parser *p)
{
	if (p->t->kind != TOKEN_END && !p->failed) {
		diag(p->sink, DIAG_TMPL_EXTRA, p->t->at, STR_ARG(p->t->src));
		p->failed = true;
	}
}

static struct expr *
node(struct parser *p, enum expr_kind kind, const struct token *from)
{
	struct expr *e = ARENA_NEW(p->arena, struct expr);

	e->kind = kind;
	e->at = from->at;
	e->src = from->src;
	if (kind == EXPR_NAME || kind == EXPR_ATTR || kind == EXPR_PIPE ||
	    kind == EXPR_STRING)
		e->memo = ARENA_NEW(p->arena, struct memo);
	return e;
}

/* Stretch the source text of a node to the last token taken. */
static struct expr *
done(struct parser *p, struct expr *e, const struct token *from)
{
	struct str last = p->t[-1].src;

	if (p->t > from)
		e->src = (struct str){
		    from->src.p, (size_t)(last.p + last.n - from->src.p)};
	return e;
}

static bool
is_keyword(const char *name)
{
	static const char *const words[] = {"and", "or", "not", "in", "is",
	    "if", "else", "where", "by", "rises", "falls", "holds"};
	size_t i;

	if (!strchr("aoniewbrfh", name[0]))
		return false;
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], name) == 0)
			return true;
	return false;
}

/* Arguments up to the closing bracket, which is taken. */
static void
arguments(struct parser *p, struct expr *e, const char *close)
{
	VEC(struct arg) args = {0};

	while (!p->failed && !parse_is(p, close)) {
		struct arg a = {.at = p->t->at};

		if (p->t->kind == TOKEN_NAME && p->t[1].kind == TOKEN_OP &&
		    strcmp(p->t[1].text, ":") == 0) {
			a.name = p->t->text;
			p->t += 2;
		}
		a.value = expression(p);
		VEC_PUSH(p->arena, &args, a);
		if (!parse_accept(p, ","))
			break;
	}
	e->args = args.v;
	e->nargs = args.n;
	if (!parse_accept(p, close))
		parse_expected(
		    p, close[0] == ')' ? "',' or ')'" : "',' or ']'");
}

/* The rest of [for name in selection]. */
static struct expr *
rows(struct parser *p, const struct token *from)
{
	struct expr *e = node(p, EXPR_ROWS, from);
	struct selection s;

	e->name = p->t->text;
	if (p->t->kind == TOKEN_NAME)
		p->t++;
	else
		parse_expected(p, "a name");
	if (!parse_accept(p, "in"))
		parse_expected(p, "'in'");
	s = parse_selection_tokens(p);
	e->a = s.of;
	e->b = s.where;
	e->c = s.by;
	e->negated = s.desc;
	if (!parse_accept(p, "]"))
		parse_expected(p, "']'");
	return done(p, e, from);
}

static struct expr *
primary(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *e;

	if (parse_accept(p, "(")) {
		e = expression(p);
		if (!parse_accept(p, ")"))
			parse_expected(p, "')'");
		return e;
	}
	if (parse_accept(p, "[")) {
		if (parse_accept(p, "for"))
			return rows(p, from);
		e = node(p, EXPR_LIST, from);
		arguments(p, e, "]");
		return done(p, e, from);
	}
	if (from->kind == TOKEN_NUMBER) {
		e = node(p, EXPR_NUMBER, from);
		e->number = from->number;
	} else if (from->kind == TOKEN_STRING) {
		e = node(p, EXPR_STRING, from);
		e->name = from->text;
	} else if (parse_is(p, "true") || parse_is(p, "false")) {
		e = node(p, EXPR_BOOL, from);
		e->number = from->text[0] == 't';
	} else if (from->kind == TOKEN_NAME && !is_keyword(from->text)) {
		e = node(p, EXPR_NAME, from);
		e->name = from->text;
	} else {
		parse_expected(p, "a value");
		return node(p, EXPR_BAD, from);
	}
	p->t++;
	return e;
}

static struct expr *
postfix(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *a = primary(p), *e;

	while (!p->failed) {
		const struct token *here = p->t;

		if (parse_accept(p, ".")) {
			e = node(p, EXPR_ATTR, here + 1);
			e->name = p->t->text;
			if (p->t->kind == TOKEN_NAME)
				p->t++;
			else
				parse_expected(p, "a name");
		} else if (parse_accept(p, "[")) {
			e = node(p, EXPR_INDEX, here);
			arguments(p, e, "]");
		} else {
			break;
		}
		e->a = a;
		a = done(p, e, from);
	}
	return a;
}

static struct expr *
pipe_(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *a = postfix(p), *e;

	while (!p->failed && parse_accept(p, "|")) {
		e = node(p, EXPR_PIPE, p->t);
		e->name = p->t->text;
		e->a = a;
		if (p->t->kind == TOKEN_NAME)
			p->t++;
		else
			parse_expected(p, "the name of a filter");
		if (parse_accept(p, "("))
			arguments(p, e, ")");
		a = done(p, e, from);
	}
	return a;
}

static struct expr *
unary(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *e;

	if (!parse_accept(p, "-"))
		return pipe_(p);
	e = node(p, EXPR_NEGATIVE, from);
	e->a = unary(p);
	return done(p, e, from);
}

/* Left to right: next { op next }, for the operators of one level. */
static struct expr *
binary(struct parser *p, enum expr_kind kind, const char *op1, const char *op2,
    struct expr *(*next)(struct parser *))
{
	const struct token *from = p->t;
	struct expr *a = next(p), *e;

	while (!p->failed && (parse_is(p, op1) || (op2 && parse_is(p, op2)))) {
		e = node(p, kind, p->t);
		e->name = p->t->text;
		p->t++;
		e->a = a;
		e->b = next(p);
		a = done(p, e, from);
	}
	return a;
}

static struct expr *
product(struct parser *p)
{
	return binary(p, EXPR_BINARY, "*", "/", unary);
}

static struct expr *
sum(struct parser *p)
{
	return binary(p, EXPR_BINARY, "+", "-", product);
}

static const char *
comparison(struct parser *p)
{
	static const char *const ops[] = {
	    "==", "!=", "<=", ">=", "<", ">", "in"};
	size_t i;

	for (i = 0; i < sizeof ops / sizeof *ops; i++)
		if (parse_accept(p, ops[i]))
			return ops[i];
	return NULL;
}

static struct expr *
test(struct parser *p, struct expr *a, const struct token *from)
{
	struct expr *e = node(p, EXPR_TEST, p->t - 1);

	e->a = a;
	e->negated = parse_accept(p, "not");
	e->name = p->t->text;
	if (p->t->kind == TOKEN_NAME)
		p->t++;
	else
		parse_expected(p, "a state such as 'known' or 'yes'");
	return done(p, e, from);
}

static struct expr *
trend(struct parser *p, struct expr *a, const struct token *from)
{
	struct expr *e = node(p, EXPR_TREND, p->t);

	e->name = p->t->text;
	p->t++;
	e->a = a;
	e->b = sum(p);
	if (!parse_accept(p, ".."))
		parse_expected(p, "'..' and the last year");
	else
		e->c = sum(p);
	return done(p, e, from);
}

static struct expr *
compare(struct parser *p)
{
	const struct token *from = p->t, *op;
	struct expr *a = sum(p), *e;
	const char *name;
	bool negated;

	if (p->failed)
		return a;
	if (parse_accept(p, "is"))
		return test(p, a, from);
	if (parse_is(p, "rises") || parse_is(p, "falls") ||
	    parse_is(p, "holds"))
		return trend(p, a, from);
	op = p->t;
	negated = parse_is(p, "not") && p->t[1].kind == TOKEN_NAME &&
		  strcmp(p->t[1].text, "in") == 0;
	p->t += negated;
	name = comparison(p);
	if (!name)
		return a;
	e = node(p, EXPR_COMPARE, op);
	e->name = name;
	e->negated = negated;
	e->a = a;
	e->b = sum(p);
	op = p->t;
	if (!p->failed && (name = comparison(p)) != NULL) {
		p->t = op;
		diag(p->sink, DIAG_TMPL_CHAIN, op->at, name);
		p->failed = true;
	}
	return done(p, e, from);
}

static struct expr *
negation(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *e;

	if (!parse_accept(p, "not"))
		return compare(p);
	e = node(p, EXPR_NOT, from);
	e->a = negation(p);
	return done(p, e, from);
}

static struct expr *
conjunction(struct parser *p)
{
	return binary(p, EXPR_AND, "and", NULL, negation);
}

static struct expr *
disjunction(struct parser *p)
{
	return binary(p, EXPR_OR, "or", NULL, conjunction);
}

static struct expr *
expression(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *a = disjunction(p), *e;

	if (p->failed || !parse_accept(p, "if"))
		return a;
	e = node(p, EXPR_IF, from);
	e->a = a;
	e->b = disjunction(p);
	if (!parse_accept(p, "else"))
		parse_expected(p, "'else'");
	else
		e->c = expression(p);
	return done(p, e, from);
}

/* No expression is deeper than the stack bears. */
static bool
too_deep(struct parser *p)
{
	const struct token *t;
	int depth = 0;

	for (t = p->t; t->kind != TOKEN_END; t++) {
		switch (t->kind == TOKEN_STRING ? '"' : t->text[0]) {
		case ')':
		case ']':
			depth--;
			break;
		case '(':
		case '[':
		case '-':
			depth++;
			break;
		default:
			depth += strcmp(t->text, "not") == 0 ||
				 strcmp(t->text, "else") == 0;
		}
		if (depth > DEPTH_MAX || t - p->t > TOKENS_MAX) {
			diag(p->sink, DIAG_TMPL_DEEP, t->at);
			p->failed = true;
			return true;
		}
	}
	return false;
}

struct expr *
parse_expr_tokens(struct parser *p)
{
	const struct token *from = p->t;
	struct expr *e;

	if (too_deep(p))
		return node(p, EXPR_BAD, from);
	e = expression(p);
	return p->failed ? node(p, EXPR_BAD, from) : e;
}

struct selection
parse_selection_tokens(struct parser *p)
{
	const struct token *from = p->t;
	struct selection s = {0};

	if (!too_deep(p))
		s.of = disjunction(p);
	if (!p->failed && parse_accept(p, "where"))
		s.where = disjunction(p);
	if (!p->failed && parse_accept(p, "by")) {
		s.by = disjunction(p);
		s.desc = parse_accept(p, "desc");
	}
	if (p->failed) {
		s = (struct selection){0};
		s.of = node(p, EXPR_BAD, from);
	}
	return s;
}

struct expr *
parse_expr(struct arena *a, struct sink *sink, struct place at, struct str text)
{
	struct parser p = {.arena = a, .sink = sink};
	struct tokens tokens = {.arena = a};

	lex_tokens(a, sink, at, text, &tokens);
	p.t = tokens.v;
	return parse_whole(&p);
}

struct expr *
parse_whole(struct parser *p)
{
	struct expr *e = parse_expr_tokens(p);

	parse_end(p);
	if (p->failed)
		e->kind = EXPR_BAD;
	return e;
}

struct selection
parse_selection(
    struct arena *a, struct sink *sink, struct place at, struct str text)
{
	struct parser p = {.arena = a, .sink = sink};
	struct tokens tokens = {.arena = a};
	struct selection s;

	lex_tokens(a, sink, at, text, &tokens);
	p.t = tokens.v;
	s = parse_selection_tokens(&p);
	parse_end(&p);
	if (p.failed)
		s.of->kind = EXPR_BAD;
	return s;
}
