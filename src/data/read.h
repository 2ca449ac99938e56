/* SPDX-License-Identifier: MIT */
/*
 * data/read.h - any country data file as statements
 *
 * A file is recognised by its header, wherever in the first lines that
 * stands, and read in one pass.  Each dialect says what its columns are
 * (data/dialect.h); what a row becomes is the same for all.
 */
#ifndef DATA_READ_H
#define DATA_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "data/crosswalk.h"
#include "data/figure.h"
#include "data/store.h"

struct arena;
struct dialect;
struct reading;

/* One statement of a file, in the words of docs/data.md; texts live until
 * the callback returns. */
struct fact {
	struct str area;      /* the code or name as written */
	struct str indicator; /* the publisher's code */
	struct str title;     /* its name, may be empty */
	struct period period;
	/* "" when empty */
	const char *place, *sex, *age, *group, *access;
	/* of rows of data/ only: the value as written, and the first column
	 * with something that only numbers have, or NULL */
	const char *source, *locator, *text, *numeric;
	enum obs_status status; /* of the row, whatever its cell says */
	struct figure figure;
	char base[FIGURE_TEXT]; /* n, "" when not stated */
	const char *note;
	struct date known; /* the row's own, year 0: none */
	unsigned line;
	size_t column; /* of the value, from 0 */
};

/* Where a statement stands, inside the callback. */
struct place read_place(const struct reading *, const struct fact *);

/* What is wanted; NULL members want all. */
struct read_wish {
	bool (*area)(void *, struct str code);
	bool (*indicator)(void *, struct str code);
	void (*fact)(void *, const struct fact *);
	/* a country belongs to a group, by a file of metadata */
	void (*member)(void *, struct str area, const char *group);
	void *ctx;
};

enum read_skip {
	SKIP_AREA,      /* nobody wants the area */
	SKIP_INDICATOR, /* nobody wants the indicator */
	SKIP_EMPTY,     /* no value at all */
	SKIP_DETAIL,    /* a dialect's reason, told as a quirk */
	SKIP_FOOTER,
	SKIP_COUNT
};

/* Something worth knowing about a file. */
struct quirk {
	const char *text;
	size_t count;
	unsigned line; /* of the first */
};

/* Rows: read == kept + the skipped + refused. */
struct read_count {
	size_t rows, kept, skipped[SKIP_COUNT], refused;
	size_t values; /* handed on */
	size_t empty;  /* cells without a value in kept rows */
	size_t bad;    /* cells that were reported, in kept rows */
};

/* Open and recognise; NULL after a message. */
struct reading *read_open(struct arena *, struct sink *, const char *path);
void read_close(struct reading *);

/* The whole file, row by row. */
void read_run(struct reading *, const struct read_wish *);

const char *read_key(const struct reading *);    /* "wb-wide" */
const char *read_title(const struct reading *);  /* for people */
const char *read_system(const struct reading *); /* of codes: "wb" */
enum code_kind read_area_kind(const struct reading *);
bool read_is_metadata(const struct reading *);
bool read_is_tidy(const struct reading *); /* rows are those of data/ */
const struct read_count *read_counts(const struct reading *);
size_t read_quirks(const struct reading *, const struct quirk **);
/* Stated in the file, else year 0.  Complete after read_run. */
struct date read_release(const struct reading *);
struct date read_changed(const struct reading *); /* of the file itself */
/* The data set's own name, "" if the file does not say. */
const char *read_database(const struct reading *);
/* For a row of sources.csv: beginning of its key, author, title, url. */
struct read_origin {
	const char *key, *author, *title, *url;
};
const struct read_origin *read_origin(const struct reading *);
unsigned read_header_line(const struct reading *);
char read_separator(const struct reading *);
/* Columns that mean nothing here, one text with commas. */
const char *read_ignored(const struct reading *);

#endif
