/* SPDX-License-Identifier: MIT */
/* doc/check.h - what the files of the checks share */
#ifndef DOC_CHECK_H
#define DOC_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

struct doc;
struct map;
struct node;

/* What a stretch of a block's text is. */
enum check_flag {
	CHECK_NUMBER = 1, /* a printed value */
	CHECK_CITED = 2,  /* of a source: title, author */
	CHECK_OTHER = 4,  /* code, links, another language, short marks */
	CHECK_EMPH = 8,   /* set off: a title, perhaps */
};

struct check_run {
	size_t from; /* in the block's text */
	const struct node *leaf;
	unsigned flags;
};

/* A note's mark, behind the text that stands before it. */
struct check_mark {
	size_t at;
	const struct node *mark;
};

/* The text of one block, its leaves joined. */
struct check_block {
	struct doc *doc;
	const struct node *node;
	struct str text;
	struct check_run *runs;
	size_t nruns;
	struct check_mark *marks;
	size_t nmarks;
	bool prose; /* a paragraph of the body, not of a note or table */
	bool note;
};

/* Flags and place of a position of the text. */
unsigned check_flags(const struct check_block *, size_t pos);
struct place check_place(const struct check_block *, size_t pos);
/* The word (letters, digits, inner hyphens and apostrophes) at a position. */
size_t check_word(struct str, size_t pos);
/* In small letters (ASCII). */
struct str check_small(struct arena *, struct str);
/* What is filed under the word at a position, in small letters. */
void *check_filed(const struct map *, struct str, size_t pos);
/* Bytes of a term at a position, case aside; the text may have any white space
 * where the term has a blank.  0: it does not stand there. */
size_t check_term(struct str, size_t pos, const char *term);

/* Digits with inner commas and points. */
struct check_numeral {
	size_t from, to;
	size_t digits;
	bool percent; /* "%" or "percent" follows */
};

/* The numeral that begins at a position, at a digit. */
struct check_numeral check_numeral(struct str, size_t pos);
/* Does a sentence begin at a position: after ". ", but for abbreviations? */
bool check_begins_sentence(struct str, size_t pos);

/* What looks at the blocks. */
struct check_visitor {
	void (*visit)(const struct check_block *, void *ctx);
	void *ctx;
};

/* Show every block of text to each visitor. */
void check_blocks(struct doc *, const struct check_visitor *, size_t n);

/* Repeated words, acronyms and terms in prose. */
struct check_visitor check_words(struct doc *);
/* Words of size, ordinals, plans that have ended; for English. */
struct check_visitor check_claims(void);
/* Numbers in prose that no value stands behind, or that begin a sentence. */
struct check_visitor check_numbers(void);

/* Figures, tables and annexes that prose names by a number typed by hand. */
struct check_visitor check_refs(struct doc *);

/* Years, pinpoints and short titles of works that the data know; for English.
 */
struct check_visitor check_works(struct doc *);

/* Placeholders, paragraphs that are alike. */
struct check_visitor check_draft(struct doc *);

/* A box of class "case" with too many details of one person. */
void check_case(struct doc *, const struct node *box);

#endif
