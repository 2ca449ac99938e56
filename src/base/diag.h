/* SPDX-License-Identifier: MIT */
/*
 * base/diag.h - messages about the input
 *
 * Wrong input is reported here and work goes on with a stated fallback.  All
 * texts live in base/diag.def, from which the ids below, docs/messages.md and
 * a coverage test are made.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/str.h"

struct arena;

/* A place in an input file; line and column count from 1, 0 is unknown.
 * Columns count characters, not bytes. */
struct place {
	const char *file; /* as the user would write it; NULL: no file */
	unsigned line, col;
};

/*
 * Where generated text came from: find() turns a line and column of the text
 * at hand (both from 1) into the place that its author wrote.  A NULL find
 * means that the text is the file itself.
 */
struct origin {
	const char *file;
	struct place (*find)(const void *ctx, unsigned line, unsigned col);
	const void *ctx;
	unsigned first_line; /* added to lines, when find is NULL: 0 = none */
};

struct place origin_place(const struct origin *, unsigned line, unsigned col);

enum diag_level {
	DIAG_NOTE,    /* belongs to the message before it */
	DIAG_WARNING, /* written all the same, exit status 0 */
	DIAG_ROW,     /* error in a row of data: left out, report written */
	DIAG_ERROR,   /* the report that it concerns is not written */
};

enum diag_id {
#define X(id, level, text, help) DIAG_##id,
#include "base/diag.def"
#undef X
	DIAG_COUNT
};

struct diag {
	enum diag_id id;
	enum diag_level level;
	struct place at;
	const char *text;  /* one line, with its remedy */
	const char *about; /* sinks that were merged: whose it is, or NULL */
	size_t times;      /* how many of them have it */
	size_t order;      /* of arrival */
};

struct sink;

/* Messages collect in the sink; memory is the arena's. */
struct sink *sink_new(struct arena *);

/*
 * Report; the arguments fill the printf format of the id's text.  The same
 * text at the same place is kept once.
 */
void diag(struct sink *, enum diag_id, struct place, ...);

/*
 * Of the messages about one file only the first `most` of each kind are kept,
 * for files with a fault in every row, until sink_unlimit says how many more
 * there were.
 */
void sink_limit(struct sink *, const char *file, size_t most);
void sink_unlimit(struct sink *);

/* The highest level that was reported, or DIAG_NOTE; how many of a level. */
enum diag_level sink_level(const struct sink *);
size_t sink_count(const struct sink *, enum diag_level);

/* Messages sorted by file, line, column, arrival (notes stay behind theirs). */
size_t sink_sorted(struct sink *, const struct diag ***);

/* "file:line:col: error: text", one a line, sorted. */
void sink_print(struct sink *, FILE *);

/* A JSON array of {file, line, column, level, id, message}. */
void sink_print_json(struct sink *, FILE *);

/*
 * Messages between processes: the one writes its sink, the other adds what it
 * reads.  The same message of several sinks is kept once; `about` names the
 * sink it came from and is printed behind the message in brackets, "[KHM,
 * LAO]", unless all of the `all` sinks have it.
 */
void sink_save(struct sink *, FILE *);
void sink_merge(struct sink *, struct str saved, const char *about, size_t all);

const char *diag_name(enum diag_id); /* "unknown-indicator" */
const char *diag_help(enum diag_id); /* for docs/messages.md */
const char *diag_format(enum diag_id);
enum diag_level diag_level_of(enum diag_id);
const char *diag_level_name(enum diag_level);

#endif
