/* SPDX-License-Identifier: MIT */
/* tmpl/lex.h - template text to parts, expression text to tokens */
#ifndef TMPL_LEX_H
#define TMPL_LEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct sink;

enum lex_kind {
	LEX_TEXT,
	LEX_OUTPUT,    /* {{ }} */
	LEX_STATEMENT, /* {% %} */
	LEX_COMMENT,   /* {# #} */
};

struct lex_part {
	enum lex_kind kind;
	struct str text;   /* between the marks, or the text itself */
	struct place at;   /* of the first character of `text` */
	struct place mark; /* of the opening mark */
	bool trim_before, trim_after;
};

/*
 * Split a template into parts.  White space that "-" eats and the lines that
 * hold nothing but statements and comments are already gone from the texts.
 * `at` is the place of the first character.
 */
size_t lex_parts(struct arena *, struct sink *, struct place at,
    struct str text, struct lex_part **);

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_OP };

struct token {
	enum token_kind kind;
	struct str src;   /* as written */
	const char *text; /* NAME, STRING without quotes and escapes, OP */
	double number;
	struct place at;
};

/* A row of tokens; one list may be filled again and again. */
struct tokens {
	struct arena *arena; /* of the list; texts live longer */
	struct token *v;
	size_t n, cap;
};

/* All tokens of an expression or statement, the last is TOKEN_END.  The first
 * character that begins no token is reported, all such are left out. */
void lex_tokens(struct arena *, struct sink *, struct place at, struct str text,
    struct tokens *);

/* The place behind text that begins at `at`. */
struct place lex_advance(struct place at, struct str text);

#endif
