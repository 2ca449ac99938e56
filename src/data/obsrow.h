/* SPDX-License-Identifier: MIT */
/* data/obsrow.h - the columns of an observation file and the words in them */
#ifndef DATA_OBSROW_H
#define DATA_OBSROW_H

#include <stdbool.h>

#include "base/str.h"
#include "data/store.h"

struct arena;

enum obs_column {
	C_INDICATOR,
	C_PERIOD,
	C_PLACE,
	C_SEX,
	C_AGE,
	C_GROUP,
	C_VALUE,
	C_LOW,
	C_HIGH,
	C_N,
	C_COMPARATOR,
	C_STATUS,
	C_ACCESS,
	C_SOURCE,
	C_LOCATOR,
	C_KNOWN,
	C_NOTE,
	C_SUBJECT, /* only where the name of the file does not say it */
	C_COUNT
};

#define C_OWN C_SUBJECT /* as many columns has a file of countries/ */

/* Names in the order of docs/data.md. */
extern const char *const obsrow_columns[C_COUNT];

/* The header of a file of countries/, without its line end. */
const char *obsrow_header(struct arena *);

/* "" for a normal observation, else "estimated", "not-collected". */
const char *obsrow_status(enum obs_status);
/* False for another word; "" is none either. */
bool obsrow_is_status(struct str, enum obs_status *);
/* All words, with blanks between. */
const char *obsrow_statuses(struct arena *);

/* "", "~", "<", ">" */
const char *obsrow_comparator(enum comparator);
bool obsrow_is_comparator(struct str, enum comparator *);

/* "", "yes", "no", "partial", "not_full", "unclear" */
const char *obsrow_verdict(enum verdict);
bool obsrow_is_verdict(struct str, enum verdict *);

/* Parts of a group in one order, so that "b:x;a:y" and "a:y;b:x" are the same
 * key; the text itself when it has one part or more than 16. */
const char *obsrow_group(struct arena *, const char *group);

/* "number", "verdict", "date", "text" */
const char *obsrow_type(enum ind_type);
/* Whether a text is a value of a type other than number; "" is one. */
bool obsrow_fits(enum ind_type, struct str);
/* What a value of the type looks like, for people. */
const char *obsrow_form(enum ind_type);

#endif
