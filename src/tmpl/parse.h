/* SPDX-License-Identifier: MIT */
/* tmpl/parse.h - template text to a tree */
#ifndef TMPL_PARSE_H
#define TMPL_PARSE_H

#include "base/diag.h"
#include "base/str.h"
#include "tmpl/tree.h"

struct arena;
struct sink;
struct token;

/* A whole template.  Each fault is reported once and left out of the tree. */
struct stmt *parse_template(
    struct arena *, struct sink *, struct place at, struct str text);

/* "place in places where …": a `for` without a body. */
struct stmt *parse_loop(
    struct arena *, struct sink *, struct place at, struct str text);

/* One expression, or one selection; never NULL (EXPR_BAD after a fault). */
struct expr *parse_expr(
    struct arena *, struct sink *, struct place at, struct str text);
struct selection parse_selection(
    struct arena *, struct sink *, struct place at, struct str text);

/* --- for parse.c: expressions within a row of tokens --- */

struct parser {
	struct arena *arena;
	struct sink *sink;
	const struct token *t; /* the next token */
	bool failed;           /* a fault in this row was reported */
};

struct expr *parse_expr_tokens(struct parser *);
/* The same up to the end of the row. */
struct expr *parse_whole(struct parser *);
struct selection parse_selection_tokens(struct parser *);
/* Is the next token this operator or word?  parse_accept also takes it. */
bool parse_is(const struct parser *, const char *text);
bool parse_accept(struct parser *, const char *text);
/* Report what was expected at the next token, once for each row. */
void parse_expected(struct parser *, const char *what);
/* Report what stands behind the end of a whole row. */
void parse_end(struct parser *);

#endif
