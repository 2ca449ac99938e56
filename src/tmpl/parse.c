/* SPDX-License-Identifier: MIT */
/*
 * tmpl/parse.c - parts to a tree of statements
 *
 * Each statement's tokens are read to their end before its body, so that a
 * fault inside a mark never spoils the structure of the blocks around it.
 */
#include "tmpl/parse.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "tmpl/lex.h"

#define BLOCKS_MAX 100

struct blocks {
	struct arena *arena;
	struct sink *sink;
	const struct lex_part *parts;
	size_t n, i; /* the next part */
	int depth;
	int unknown; /* openers that were not understood and may have an end */
	struct tokens tokens;
	struct parser p; /* over the tokens of the last statement read */
	struct place at; /* its mark */
};

/* A list of statements being appended to. */
struct chain {
	struct stmt *first, **last;
};

static struct stmt *body(
    struct blocks *, const char *const *ends, const char **end);

static struct stmt *
stmt_new(struct blocks *b, struct chain *c, enum stmt_kind kind)
{
	struct stmt *s = ARENA_NEW(b->arena, struct stmt);

	s->kind = kind;
	s->at = b->at;
	s->eats =
	    b->i > 0 && kind != STMT_TEXT && b->parts[b->i - 1].trim_before;
	*c->last = s;
	c->last = &s->next;
	return s;
}

static void
open_tokens(struct blocks *b, const struct lex_part *part)
{
	lex_tokens(b->arena, b->sink, part->at, part->text, &b->tokens);
	b->p = (struct parser){b->arena, b->sink, b->tokens.v, false};
	b->at = part->mark;
}

/* A quoted name. */
static const char *
string(struct blocks *b)
{
	const struct token *t = b->p.t;

	if (t->kind != TOKEN_STRING) {
		parse_expected(&b->p, "a name in quotes");
		return "";
	}
	b->p.t++;
	return t->text;
}

static const char *
name(struct blocks *b)
{
	const struct token *t = b->p.t;

	if (t->kind != TOKEN_NAME) {
		parse_expected(&b->p, "a name");
		return "";
	}
	b->p.t++;
	return t->text;
}

/* The "end" of a block that begins at `at`; `kind` is its opening word. */
static void
close_block(
    struct blocks *b, const char *end, struct place at, const char *kind)
{
	const char *word;

	if (!end) {
		diag(b->sink, DIAG_TMPL_UNCLOSED_BLOCK, at, kind);
		return;
	}
	word = strlen(end) > 3 ? end + 3 : "";
	if (!*word && b->p.t->kind == TOKEN_NAME) {
		word = b->p.t->text;
		b->p.t++;
	}
	if (*word && strcmp(word, kind) != 0)
		diag(b->sink, DIAG_TMPL_WRONG_END, b->at, word, kind, at.line);
	else
		parse_end(&b->p);
}

static struct branch *
branch_new(struct blocks *b, struct branch ***last)
{
	struct branch *br = ARENA_NEW(b->arena, struct branch);

	br->at = b->at;
	**last = br;
	*last = &br->next;
	return br;
}

static const char *const ends_if[] = {"elif", "else", "end", "endif", NULL};
static const char *const ends_case[] = {"when", "else", "end", "endcase", NULL};
static const char *const ends_for[] = {"end", "endfor", NULL};
static const char *const ends_claim[] = {"end", "endclaim", NULL};
static const char *const ends_passage[] = {"end", "endpassage", NULL};

static void
read_if(struct blocks *b, struct stmt *s)
{
	struct branch **last = &s->branches, *br = branch_new(b, &last);
	const char *end;

	br->cond = parse_expr_tokens(&b->p);
	parse_end(&b->p);
	for (;;) {
		br->body = body(b, ends_if, &end);
		if (!end || strncmp(end, "end", 3) == 0)
			break;
		if (!br->cond)
			diag(b->sink, DIAG_TMPL_AFTER_ELSE, b->at, end);
		br = branch_new(b, &last);
		if (strcmp(end, "elif") == 0)
			br->cond = parse_expr_tokens(&b->p);
		parse_end(&b->p);
	}
	close_block(b, end, s->at, "if");
}

static void
read_states(struct blocks *b, struct branch *br)
{
	VEC(const char *) states = {0};

	do
		VEC_PUSH(b->arena, &states, name(b));
	while (parse_accept(&b->p, ","));
	br->states = states.v;
	br->nstates = states.n;
}

static void
read_case(struct blocks *b, struct stmt *s)
{
	struct branch **last = &s->branches, *br;
	struct stmt *before;
	const char *end;

	s->expr = parse_expr_tokens(&b->p);
	parse_end(&b->p);
	before = body(b, ends_case, &end);
	for (; before; before = before->next)
		if (before->kind != STMT_TEXT || str_trim(before->text).n) {
			diag(b->sink, DIAG_TMPL_BEFORE_WHEN, before->at);
			break;
		}
	while (end && strncmp(end, "end", 3) != 0) {
		br = branch_new(b, &last);
		if (strcmp(end, "when") == 0)
			read_states(b, br);
		parse_end(&b->p);
		br->body = body(b, ends_case, &end);
	}
	close_block(b, end, s->at, "case");
}

/* NAME in SELECTION */
static void
read_loop(struct blocks *b, struct stmt *s)
{
	s->name = name(b);
	if (!parse_accept(&b->p, "in"))
		parse_expected(&b->p, "'in'");
	s->rows = parse_selection_tokens(&b->p);
	parse_end(&b->p);
	if (b->p.failed)
		s->rows.of->kind = EXPR_BAD;
}

static void
read_for(struct blocks *b, struct stmt *s)
{
	const char *end;

	read_loop(b, s);
	s->body = body(b, ends_for, &end);
	close_block(b, end, s->at, "for");
}

static void
read_claim(struct blocks *b, struct stmt *s)
{
	const char *end;

	s->expr = parse_expr_tokens(&b->p);
	parse_end(&b->p);
	s->body = body(b, ends_claim, &end);
	close_block(b, end, s->at, "claim");
}

static void
read_passage(struct blocks *b, struct stmt *s)
{
	const char *end;

	s->name = string(b);
	parse_end(&b->p);
	s->body = body(b, ends_passage, &end);
	close_block(b, end, s->at, "passage");
}

static void
read_set(struct blocks *b, struct stmt *s)
{
	s->name = name(b);
	if (!parse_accept(&b->p, "="))
		parse_expected(&b->p, "'='");
	s->expr = parse_expr_tokens(&b->p);
	parse_end(&b->p);
}

static void
read_include(struct blocks *b, struct stmt *s)
{
	s->name = string(b);
	parse_end(&b->p);
}

static const struct opener {
	const char *word;
	enum stmt_kind kind;
	void (*read)(struct blocks *, struct stmt *);
} openers[] = {
    {"if", STMT_IF, read_if},
    {"case", STMT_CASE, read_case},
    {"for", STMT_FOR, read_for},
    {"claim", STMT_CLAIM, read_claim},
    {"passage", STMT_PASSAGE, read_passage},
    {"set", STMT_SET, read_set},
    {"include", STMT_INCLUDE, read_include},
};

/* Words that only make sense inside a block; here they stand alone. */
static const char *const middles[] = {"elif", "else", "when", "end", "endif",
    "endcase", "endfor", "endclaim", "endpassage"};

#define NOPENERS (sizeof openers / sizeof *openers)

/* Report; the opener that was meant, for going on as if it stood there. */
static const struct opener *
unknown_statement(struct blocks *b, const struct token *t)
{
	const char *words[NOPENERS], *near;
	size_t i, n = NOPENERS;

	for (i = 0; i < sizeof middles / sizeof *middles; i++)
		if (strcmp(middles[i], t->text) == 0) {
			if (!b->unknown)
				diag(b->sink, DIAG_TMPL_STRAY, b->at, t->text);
			else if (strncmp(t->text, "end", 3) == 0)
				b->unknown--;
			return NULL;
		}
	for (i = 0; i < n; i++)
		words[i] = openers[i].word;
	near = t->kind == TOKEN_NAME ? str_nearest(t->text, words, n) : NULL;
	diag(b->sink, DIAG_TMPL_UNKNOWN_STATEMENT, t->at, STR_ARG(t->src),
	    str_hint(near).text);
	for (i = 0; near && i < n; i++)
		if (strcmp(openers[i].word, near) == 0)
			return &openers[i];
	b->unknown++;
	return NULL;
}

static void
statement(struct blocks *b, struct chain *c)
{
	const struct token *t = b->p.t;
	const struct opener *o = NULL;
	size_t i;

	for (i = 0; i < NOPENERS; i++)
		if (t->kind == TOKEN_NAME &&
		    strcmp(openers[i].word, t->text) == 0)
			o = &openers[i];
	if (!o)
		o = unknown_statement(b, t);
	if (!o)
		return;
	if (b->depth >= BLOCKS_MAX) {
		diag(b->sink, DIAG_TMPL_DEEP, b->at);
		b->i = b->n;
		return;
	}
	b->p.t++;
	b->depth++;
	o->read(b, stmt_new(b, c, o->kind));
	b->depth--;
}

static bool
is_end(const struct token *t, const char *const *ends)
{
	for (; t->kind == TOKEN_NAME && *ends; ends++)
		if (strcmp(*ends, t->text) == 0)
			return true;
	return false;
}

/* A statement "endx" that closes an outer block although this one is open. */
static bool
is_foreign_end(const struct blocks *b, const struct token *t)
{
	return b->depth > 0 && t->kind == TOKEN_NAME &&
	       strncmp(t->text, "end", 3) == 0;
}

/* The place of the first character that is no blank. */
static struct place
begin(const struct lex_part *part)
{
	size_t i = 0;

	while (i < part->text.n && strchr(" \t\n\r", part->text.p[i]))
		i++;
	return lex_advance(part->at, str_slice(part->text, 0, i));
}

/*
 * Statements up to one of the words `ends`, whose tokens are then open behind
 * that word; *end is NULL at the end of the file.
 */
static struct stmt *
body(struct blocks *b, const char *const *ends, const char **end)
{
	struct chain c = {NULL, &c.first};
	struct stmt *s;

	*end = NULL;
	while (b->i < b->n) {
		const struct lex_part *part = &b->parts[b->i++];

		b->at = part->kind == LEX_TEXT ? part->at : part->mark;
		if (part->kind == LEX_TEXT && part->text.n) {
			s = stmt_new(b, &c, STMT_TEXT);
			s->text = part->text;
		} else if (part->kind == LEX_OUTPUT) {
			s = stmt_new(b, &c, STMT_OUTPUT);
			s->at = begin(part);
			open_tokens(b, part);
			s->expr = parse_whole(&b->p);
		} else if (part->kind == LEX_STATEMENT) {
			open_tokens(b, part);
			if (is_end(b->p.t, ends) || is_foreign_end(b, b->p.t)) {
				*end = b->p.t->text;
				b->p.t++;
				break;
			}
			statement(b, &c);
		}
	}
	return c.first;
}

struct stmt *
parse_template(
    struct arena *a, struct sink *sink, struct place at, struct str text)
{
	static const char *const none[] = {NULL};
	struct arena *scratch = arena_new(); /* parts and tokens */
	struct blocks b = {
	    .arena = a, .sink = sink, .tokens = {.arena = scratch}};
	struct lex_part *parts;
	struct stmt *tree;
	const char *end;

	b.n = lex_parts(scratch, sink, at, text, &parts);
	b.parts = parts;
	tree = body(&b, none, &end);
	arena_free(scratch);
	return tree;
}

struct stmt *
parse_loop(struct arena *a, struct sink *sink, struct place at, struct str text)
{
	struct lex_part part = {.text = text, .at = at, .mark = at};
	struct blocks b = {.arena = a, .sink = sink, .tokens = {.arena = a}};
	struct chain c = {NULL, &c.first};

	open_tokens(&b, &part);
	read_loop(&b, stmt_new(&b, &c, STMT_FOR));
	return c.first;
}
