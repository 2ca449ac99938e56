/* SPDX-License-Identifier: MIT */
/* tmpl/tree.h - a template as a tree of statements and expressions */
#ifndef TMPL_TREE_H
#define TMPL_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

enum expr_kind {
	EXPR_BAD, /* reported; evaluates to nothing, silently */
	EXPR_NUMBER,
	EXPR_STRING, /* name: the text */
	EXPR_BOOL,   /* number: 0 or 1 */
	EXPR_NAME,
	EXPR_ATTR,  /* a.name */
	EXPR_INDEX, /* a[args] */
	EXPR_PIPE,  /* a | name(args) */
	EXPR_LIST,  /* [args] */
	EXPR_ROWS,  /* [for name in a where b by c], negated: desc */
	EXPR_NEGATIVE,
	EXPR_NOT,
	EXPR_AND,
	EXPR_OR,
	EXPR_IF,      /* a if b else c */
	EXPR_BINARY,  /* a name b, name is + - * / */
	EXPR_COMPARE, /* a name b, name is == != < <= > >= in */
	EXPR_TEST,    /* a is name */
	EXPR_TREND,   /* a rises|falls|holds b..c */
};

struct arg {
	const char *name; /* NULL: by position */
	struct expr *value;
	struct place at;
};

struct expr {
	enum expr_kind kind;
	bool negated; /* is not, not in */
	struct place at;
	struct str src; /* as written */
	const char *name;
	double number;
	struct expr *a, *b, *c;
	struct arg *args;
	size_t nargs;
	struct memo *memo; /* of NAME, ATTR, PIPE, STRING */
};

struct filter;
struct schema;
struct value;

/* Answers that stay the same for the whole report. */
struct memo {
	const struct value *constant; /* NAME of no variable, STRING */
	const struct filter *filter;  /* PIPE */
	const struct schema *schema;  /* ATTR, NAME: of the last record … */
	size_t field;                 /* … and the place of the field in it */
};

/* rows where condition by key desc */
struct selection {
	struct expr *of, *where, *by;
	bool desc;
};

enum stmt_kind {
	STMT_TEXT,
	STMT_OUTPUT,
	STMT_IF,
	STMT_CASE,
	STMT_FOR,
	STMT_CLAIM,
	STMT_PASSAGE,
	STMT_SET,
	STMT_INCLUDE,
};

/* if/elif/else and when/else */
struct branch {
	struct expr *cond;   /* NULL: else */
	const char **states; /* of a when */
	size_t nstates;
	struct place at;
	struct stmt *body;
	struct branch *next;
};

struct stmt {
	enum stmt_kind kind;
	struct place at;  /* of the mark, or of the text */
	struct str text;  /* TEXT */
	const char *name; /* FOR, SET: variable; PASSAGE, INCLUDE: file */
	struct expr *expr;
	struct selection rows; /* FOR */
	struct branch *branches;
	struct stmt *body;
	struct stmt *next;
	bool checked; /* CASE: its states were compared when it was read */
	bool eats;    /* "{{-": white space that a block before it wrote */
};

#endif
