/* SPDX-License-Identifier: MIT */
/*
 * data/store.h - observations, catalogues and records in memory
 *
 * A passive model: filled by data/load.c, read by everybody through a view,
 * which fixes what one edition may see (cut-off date, access).  Observations
 * are kept sorted by (area, indicator, place, sex, age, group, period), so
 * that a series is a slice and a lookup is a binary search.
 */
#ifndef DATA_STORE_H
#define DATA_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "base/str.h"
#include "data/period.h"

struct arena;
struct conf;
struct map;
struct record;

enum ind_type { IND_NUMBER, IND_VERDICT, IND_DATE, IND_TEXT };
enum better { BETTER_NONE, BETTER_HIGHER, BETTER_LOWER };
enum aggregate { AGG_NONE, AGG_SUM, AGG_WEIGHTED };

struct indicator {
	const char *id, *name, *short_name, *unit, *topic, *sdg, *producer,
	    *definition, *standard, *weight; /* "" when empty */
	enum ind_type type;
	int decimals;
	double min, max; /* -HUGE_VAL, HUGE_VAL when not declared */
	enum better better;
	enum aggregate aggregate;
	bool guard;    /* counts of persons: disclosure rules apply */
	double target; /* NAN when there is none */
	int target_year;
	const struct record *record; /* its row, for all other columns */
	struct place at;
	unsigned rank; /* among all by id, from 0 */
};

struct area {
	const char *id, *kind, *lang, *iso2, *m49, *currency;
	const struct area *parent; /* NULL: none */
	const struct record *record;
	struct place at;
	unsigned rank; /* among all by id, from 0 */
};

enum verdict {
	VERDICT_NONE, /* the observation is no verdict */
	VERDICT_YES,
	VERDICT_NO,
	VERDICT_PARTIAL,
	VERDICT_NOT_FULL,
	VERDICT_UNCLEAR,
};

enum comparator { CMP_EQUAL, CMP_ABOUT, CMP_LESS, CMP_MORE };

enum obs_status {
	OBS_NORMAL,
	OBS_ESTIMATED,
	OBS_MODELLED,
	OBS_IMPUTED,
	OBS_PROVISIONAL,
	OBS_FORECAST,
	OBS_BREAK,
	OBS_DEFINITION,
	OBS_UNRELIABLE,
	OBS_MISSING, /* these and below have no value */
	OBS_NOT_COLLECTED,
	OBS_NOT_APPLICABLE,
	OBS_SUPPRESSED,
};

/* One row of an observation file.  Texts are interned: equal texts are the
 * same pointer; "" when empty. */
struct obs {
	const struct area *area;
	const struct indicator *indicator;
	const char *place, *sex, *age, *group;
	struct period period;
	double value;     /* NAN: none (range only, verdict, date, text) */
	double low, high; /* NAN: none */
	double n;         /* NAN: none */
	const char *text; /* of a date or text indicator, else "" */
	struct date date; /* of a date indicator */
	enum verdict verdict;
	enum comparator comparator;
	enum obs_status status;
	bool restricted;
	const struct record *source; /* row of sources.csv, not NULL */
	const char *locator, *note;
	struct date known; /* the row's, else the source's */
	struct place at;
};

/* --- records: every other file of data/, as typed tables --- */

enum field_type {
	FIELD_TEXT,
	FIELD_CODE, /* one of the words that the schema lists */
	FIELD_NUMBER,
	FIELD_DATE,
	FIELD_REF, /* key of another table, or of areas/indicators */
};

struct field {
	const char *name;
	enum field_type type;
	bool key; /* part of the table's key */
	bool required;
	const char *target;  /* of a FIELD_REF: table name */
	const char *choices; /* of a FIELD_CODE: words separated by blanks */
	bool word; /* of a FIELD_TEXT: a key in a-z, 0-9, "-" and "_" */
};

/* The schema of one file: data/table.c holds the array of all. */
struct schema {
	const char *name; /* "ratifications": data/ratifications.csv */
	const struct field *fields;
	size_t nfields;
	bool by_area; /* the area is part of the key: rows belong to a subject,
		       * and keys are unique within it */
};

/* A cell: the text as written, and what it means by its field's type. */
struct cell {
	const char *text;         /* "" when empty */
	double number;            /* FIELD_NUMBER; NAN when empty */
	struct date date;         /* FIELD_DATE */
	const struct record *ref; /* FIELD_REF: the row, or NULL */
};

struct record {
	const struct schema *schema;
	const struct cell *cells; /* one for each field of the schema */
	const char *key;         /* key fields but area and known, "/"-joined */
	const struct area *area; /* NULL: belongs to no area */
	struct date known;       /* year 0: always visible */
	struct place at;
	bool restricted;
};

struct record_table {
	const struct schema *schema;
	const struct record **rows; /* in file order */
	size_t n;
};

struct store;

/* Everything of one workspace, for the loader and for dumps. */
struct store *store_new(struct arena *);

const struct indicator *store_indicator(const struct store *, struct str id);
const struct area *store_area(const struct store *, struct str id);
const struct record_table *store_table(const struct store *, struct str name);
/* All of them, in file order. */
size_t store_indicators(const struct store *, const struct indicator *const **);
size_t store_areas(const struct store *, const struct area *const **);
size_t store_tables(const struct store *, const struct record_table *const **);
/* The id most like one that does not exist, or NULL: see str_nearest. */
const char *store_near_indicator(const struct store *, const char *id);
const char *store_near_area(const struct store *, const char *id);
/* All observations in sorted order. */
size_t store_obs(const struct store *, const struct obs *const **);
/* A name of an area or other id in a language: form "short", "formal", "the",
 * "adjective", "people", "name", "title"; NULL if there is none. */
const char *store_name(
    const struct store *, const char *lang, const char *id, const char *form);
/* A cell of a record by field name; an unknown field gives NULL. */
const struct cell *record_cell(const struct record *, const char *field);
/* Text of a cell, "" if empty or unknown. */
const char *record_text(const struct record *, const char *field);

/* Whether two observations state the same: value, range, comparator, text. */
bool obs_agree(const struct obs *, const struct obs *);

/* Print the store: observations in their order, then records in that of their
 * tables and files, one a line. */
void store_dump(const struct store *, FILE *);

/* --- what one edition sees --- */

struct edition_rule {
	struct date cutoff;        /* year 0: no cut-off */
	bool restricted;           /* may see restricted rows */
	const char *const *prefer; /* source keys, best first; NULL-ended */
	int threshold; /* guarded counts of 1 to threshold - 1 are suppressed;
			* 0 is the default, 6; 1 suppresses nothing */
};

struct view {
	const struct store *store;
	struct edition_rule rule;
	void *index;        /* of the view's own */
	struct map *hidden; /* rows whose count is not shown */
};

/* A view of the store; cheap (no copy of observations). */
struct view *view_new(
    struct arena *, const struct store *, const struct edition_rule *);

/* Is the field a count of persons that must not be shown: it is small, or
 * would give away a small one of the same study and place? */
bool view_hides(const struct view *, const struct record *, size_t field);

/* Which observation of an indicator is wanted; NULL or "" is total. */
struct obs_key {
	const struct area *area;
	const struct indicator *indicator;
	const char *place, *sex, *age, *group;
};

/* Why there is no observation. */
enum absence {
	ABSENT_NO, /* there is one */
	ABSENT_ABSENT,
	ABSENT_MISSING,
	ABSENT_NOT_COLLECTED,
	ABSENT_NOT_APPLICABLE,
	ABSENT_SUPPRESSED,
	ABSENT_WITHHELD, /* survey base below 25 */
	ABSENT_RESTRICTED,
	ABSENT_AFTER_CUTOFF,
	ABSENT_SUBGROUPS_ONLY,
};
const char *absence_name(enum absence); /* "not-collected" */

/*
 * The newest visible observation (DATA 2.4): latest period ending by the
 * cut-off, forecasts excluded; rows without a period come after all dated
 * rows.  NULL with *why set when there is none.  O(log n).
 */
const struct obs *view_newest(
    const struct view *, const struct obs_key *, enum absence *why);

/*
 * The visible observation of a period (forecasts allowed), or NULL.  A bare
 * year that no period equals is answered by the last period within it.
 */
const struct obs *view_at(const struct view *, const struct obs_key *,
    struct period, enum absence *why);

/* Visible observations of an area that hold a number, each key and period
 * once. */
size_t view_values(const struct view *, const struct area *);

/*
 * All visible observations of a key that state something, forecasts included,
 * one a period by the rule of preference, by period; rows without a period are
 * left out unless `undated` (then they come first).  The array is the arena's.
 */
size_t view_series(const struct view *, struct arena *, const struct obs_key *,
    bool undated, const struct obs ***);

/*
 * Visible statements beside `o`, best first: on the same key and period; for
 * the newest or an undated one also the last statement of each other source
 * on the same key.
 */
size_t view_others(const struct view *, struct arena *, const struct obs *,
    const struct obs ***);

/*
 * The visible observation that contradicts `o` with equal right: same key and
 * period, neither preferred nor known later, another value.  NULL if none; else
 * report OBS_TIE where `o` is used.
 */
const struct obs *view_tie(const struct view *, const struct obs *o);

/* Report OBS_TIE for every key and period, for lint. */
void view_report_ties(const struct view *, struct sink *);

/* All visible distinct (place, sex, age, group) keys of an indicator. */
size_t view_keys(const struct view *, struct arena *, const struct area *,
    const struct indicator *, struct obs_key **);

/*
 * The visible record of a key in a table (for by-area tables of the area, then
 * of no area); of the same key the latest known.  The first parts of a key
 * ("upr" for "upr/2014") name its last in order.  NULL if none.
 */
const struct record *view_record(const struct view *, const char *table,
    const struct area *, struct str key);

/* All visible records of a table in file order, of the same key the latest
 * known only. */
size_t view_records(const struct view *, struct arena *, const char *table,
    const struct record ***);

/* Members of a group or region (by groups.csv at the cut-off, or areas whose
 * parent it is), sorted by id. */
size_t view_members(const struct view *, struct arena *, const char *group,
    const struct area ***);

#endif
