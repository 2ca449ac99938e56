/* SPDX-License-Identifier: MIT */
/*
 * tmpl/value.h - what an expression is worth
 *
 * A value carries its unit, its derivation (how it came from observations, as
 * a closed expression) and, if it is text, the pieces that were printed from
 * data.  Values are passed by copy; what they point to is the arena's.
 */
#ifndef TMPL_VALUE_H
#define TMPL_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "data/store.h"

struct arena;
struct conf;
struct deriv;
struct locale;
struct tmpl_edition;

enum value_kind {
	VALUE_ERROR,   /* reported before; everything it touches is silent */
	VALUE_MISSING, /* no value, with a reason */
	VALUE_BOOL,
	VALUE_NUMBER,
	VALUE_RANGE, /* low to high of a record */
	VALUE_DATE,
	VALUE_CODE, /* a word of a fixed list: text is the code */
	VALUE_TEXT, /* pieces */
	VALUE_OBS,
	VALUE_SERIES,
	VALUE_RECORD,
	VALUE_TABLE, /* all records of a file, before selection */
	VALUE_AREA,
	VALUE_LIST,
	VALUE_CONF, /* settings */
	VALUE_EDITION,
	VALUE_KINDS
};

/* One piece of a text. */
struct piece {
	struct str text;
	bool markup;            /* Markdown already: a note, a status mark */
	const struct value *of; /* what the text prints; NULL: plain words */
	const char *format;     /* filters behind the value: "number(1)" */
	int decimals;           /* as printed; -1: words */
};

struct value {
	enum value_kind kind;
	bool truth;
	bool about;       /* NUMBER: from a "~" value */
	bool bracketed;   /* NUMBER: from a share on 25 to 49 cases */
	bool plain;       /* NUMBER: a year, printed without separators */
	bool bare;        /* NUMBER: printed without the mark of its unit */
	enum absence why; /* MISSING */
	int decimals;     /* NUMBER: places to print; -1: as many as needed */
	double number;
	union {
		struct {
			double low, high; /* RANGE; NAN: open */
		};
		struct {
			struct date date;     /* DATE */
			struct period period; /* MISSING: that was asked for */
		};
	};
	const char *unit; /* locale unit id, "" or NULL: none */
	const char *text; /* CODE: the word; MISSING: what, or a field */
	union {
		struct {
			const char *list; /* CODE: states of its column */
			const char *path; /* CODE: locale section: "action" */
		};
		struct {
			const struct value_attr *attrs; /* NUMBER */
			size_t nattrs;
		};
	};
	union {
		const struct obs *obs;
		const struct schema *schema; /* TABLE */
		const struct area *area;
		const struct conf *conf;
		const struct tmpl_edition *edition; /* NULL: the report's */
	};
	const struct record *record; /* RECORD; MISSING: an empty cell's; else
				      * whose field the value is, or NULL */
	const char *field;           /* of that record */
	struct obs_key key;          /* OBS, SERIES, MISSING */
	union {
		const struct value *items; /* LIST, in order */
		const struct piece *pieces;
	};
	size_t n;                  /* items or pieces */
	const struct deriv *deriv; /* NULL: from nothing in the data */
};

struct value_attr {
	const char *name;
	struct value value;
};

extern const struct value value_error;

struct value value_bool(bool);
struct value value_number(double, int decimals, const char *unit);
struct value value_year(int);
struct value value_text(struct arena *, struct str);
struct value value_markup(struct arena *, struct str);
/* Text that prints v: one piece. */
struct value value_printed(struct arena *, const struct value *v,
    struct str text, const char *format, int decimals);
struct value value_missing(enum absence, const char *what);
/* What is missing, for messages. */
const char *value_subject(struct arena *, const struct value *);
struct value value_date(struct date);
struct value value_area(const struct area *);
struct value value_record(const struct record *);
struct value value_list(const struct value *items, size_t n);
struct value value_obs(const struct obs *);
struct value value_series(const struct obs_key *);

/* "a number", "an observation", …: for messages. */
const char *value_kind_name(enum value_kind);
/* The kind of v in words; says more for verdicts. */
const char *value_what(const struct value *);

/* The text of a TEXT or CODE, pieces joined. */
struct str value_plain(struct arena *, const struct value *);

/* Does an observation hold one number that arithmetic may use? */
bool obs_is_point(const struct obs *);

/* --- derivations --- */

enum deriv_kind {
	DERIV_TEXT,   /* a literal */
	DERIV_OBS,    /* one observation */
	DERIV_SERIES, /* all observations of a key that were used */
	DERIV_BINARY, /* kid text kid */
	DERIV_PIPE,   /* kid | text(args) */
	DERIV_ATTR,   /* kid.text */
	DERIV_LIST,   /* [args] */
	DERIV_RECORD, /* one record */
};

struct deriv_arg {
	const char *name; /* NULL: by position */
	const struct deriv *value;
};

struct deriv {
	enum deriv_kind kind;
	const char *text;
	const struct obs *obs;
	const struct obs *const *used; /* observations that came in besides */
	size_t nused;
	struct obs_key key; /* SERIES */
	const struct deriv *kid[2];
	const struct deriv_arg *args;
	size_t nargs;
	const struct record *record; /* RECORD, or that is needed besides */
};

const struct deriv *deriv_text(struct arena *, const char *);
const struct deriv *deriv_binary(
    struct arena *, const char *op, const struct deriv *, const struct deriv *);
const struct deriv *deriv_attr(
    struct arena *, const struct deriv *, const char *name);

/* Does v come from the data? */
bool value_is_derived(const struct value *v);

/* How v would be written so that nothing but data decides its value. */
const struct deriv *deriv_of(struct arena *, const struct value *v);

/* The closed expression. */
void deriv_print(const struct deriv *, struct buf *out);

/* The distinct observations that it depends on; the array is the arena's. */
size_t deriv_obs(
    struct arena *, const struct deriv *, const struct obs *const **out);
/* The same for records. */
size_t deriv_records(
    struct arena *, const struct deriv *, const struct record *const **out);

#endif
