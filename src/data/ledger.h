/* SPDX-License-Identifier: MIT */
/*
 * data/ledger.h - statements put into one observation file of data/
 *
 * A row is never lost and never moved.  A statement that became known later
 * than the row of the same key and source stands beside it, so that older
 * editions find what they printed; at the same date it takes the row's place,
 * unless the row has a note or pinpoint of its own.
 */
#ifndef DATA_LEDGER_H
#define DATA_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

#include "data/figure.h"
#include "data/period.h"
#include "data/store.h"

struct arena;
struct ledger;
struct map;
struct sink;

/* One statement on its way into data/. */
struct claim {
	const struct area *area;
	const struct indicator *indicator;
	const char *place, *sex, *age, *group, *access, *source, *note;
	const char *text;    /* value of a verdict, date or text, else "" */
	const char *locator; /* "" keeps that of the row */
	struct period period;
	struct figure figure;
	char base[FIGURE_TEXT];
	struct date known;
	bool dated;    /* the row says itself when it became known */
	unsigned line; /* where it was read */
	size_t column;
	const char *file;
};

enum outcome {
	OUTCOME_NEW,
	OUTCOME_REVISED,
	OUTCOME_UNCHANGED,
	OUTCOME_REPEATED, /* the same stood in the files before */
	OUTCOME_TWICE,    /* another value for the key stood there */
	OUTCOME_BY_HAND,  /* the row has a note or pinpoint of its own: kept */
	OUTCOME_COUNT
};

/* What became of a claim, and what stood there before. */
struct entry {
	enum outcome outcome;
	const char *old;       /* as ledger_value, "" if nothing */
	const char *old_known; /* "" if nothing */
	unsigned line;         /* of the old row; of TWICE: in the import */
};

/* `dates` gives the struct date of a source by its key.  NULL after a
 * message. */
struct ledger *ledger_open(
    struct arena *, struct sink *, const char *path, const struct map *dates);

struct entry ledger_put(struct ledger *, const struct claim *);

size_t ledger_added(const struct ledger *);
size_t ledger_changed(const struct ledger *);
const char *ledger_path(const struct ledger *);
bool ledger_write(struct ledger *); /* false: errno */

/* "12.5", "<1", "1200 to 1500", "suppressed", "66.4 estimated". */
const char *ledger_value(struct arena *, const struct claim *);

#endif
