/* SPDX-License-Identifier: MIT */
/*
 * tmpl/out.h - the Markdown being written, and where each part came from
 *
 * The writer follows the text line by line: several blank lines become one,
 * fences and front matter are recognised, and for a value that is about to be
 * printed it tells the spot on which it stands.
 */
#ifndef TMPL_OUT_H
#define TMPL_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "tmpl/escape.h"

struct arena;

/* From a place in the output on: the author's place. */
struct out_span {
	unsigned line, col;
	struct place at;
	bool fixed; /* all that follows has the same place */
};

enum out_region {
	OUT_PROSE,
	OUT_CODE,  /* a fence of another name */
	OUT_YAML,  /* front matter and fences that hold YAML */
	OUT_TABLE, /* YAML of a table */
};

/* A finished ``` table fence: from the line behind its head, text and where
 * it begins.  The fence itself is gone from the output. */
struct out_table {
	struct str text;
	struct origin origin;
	struct place at; /* of the fence */
};

/* The markup of the line being written, as far as it was followed. */
struct out_scan {
	size_t line_start, upto;
	bool attribute, quoted, link, code, id;
};

struct out {
	struct arena *arena;
	struct buf text;
	size_t line_start;  /* offset of the line being written */
	unsigned line, col; /* of the next character, from 1 */
	bool blank;         /* the line before is blank, or there is none */
	enum out_region region;
	char fence; /* '`', '~', or '-' for front matter */
	size_t fence_length;
	size_t fence_start; /* offset of its first line */
	unsigned fence_line;
	int block_indent; /* YAML: inside a block scalar below this; -1 */
	size_t scalar;    /* offset behind our own quote; 0: none open */
	bool flow;        /* that scalar stands in [] or {} */
	struct out_scan scan;
	VEC(struct out_span) map;
	VEC(unsigned) events; /* lines on which a block statement stood */
	void (*on_table)(void *ctx, const struct out_table *);
	void *ctx;
};

/* An empty output; ends with out_end or buf_free of the text. */
void out_init(struct out *, struct arena *, bool yaml);

/* Text of a template that begins at a place. */
void out_literal(struct out *, struct str text, struct place at);

/* A printed value, escaped for out_spot unless the region is YAML, where the
 * writer quotes the scalar around it. */
void out_value(struct out *, struct str text, struct place at);

/* Take back the white space at the end of the prose: "{{-" behind a block. */
void out_eat(struct out *);

/* Whole lines that the program makes; ends with a line end. */
void out_lines(struct out *, struct str text, struct place at);

/* The spot of the next value; not for YAML regions. */
enum spot out_spot(struct out *);
static inline bool
out_is_yaml(const struct out *o)
{
	return o->region == OUT_YAML || o->region == OUT_TABLE;
}

/* Does the next value begin a line, a list item, a quotation? */
bool out_begins(const struct out *);
/* In YAML: is the next value the first thing in its scalar? */
bool out_scalar_is_empty(const struct out *);

/* A block statement stands here: a section that stays empty may vanish. */
void out_event(struct out *);

/* Close the last line, drop what was left empty; text and line map are the
 * arena's. */
void out_end(struct out *, struct str *text, struct origin *);

#endif
