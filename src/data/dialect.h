/* SPDX-License-Identifier: MIT */
/* data/dialect.h - what the readers of single formats share */
#ifndef DATA_DIALECT_H
#define DATA_DIALECT_H

#include "base/vec.h"
#include "data/read.h"
#include "data/sheet.h"

/* What a column is for. */
enum role {
	ROLE_NONE,
	ROLE_AREA,
	ROLE_INDICATOR,
	ROLE_TITLE, /* name of the indicator */
	ROLE_PERIOD,
	ROLE_VALUE,
	ROLE_LOW,
	ROLE_HIGH,
	ROLE_BASE,   /* unweighted number of cases */
	ROLE_STATUS, /* letter of SDMX */
	ROLE_CONF,   /* letter of SDMX */
	ROLE_POWER,  /* of ten, by which values are multiplied */
	ROLE_SEX,
	ROLE_AGE,
	ROLE_DIM,         /* part of the group; name is its dimension */
	ROLE_NOTE,        /* goes into the note */
	ROLE_SERIES,      /* values of one indicator, whose code is name */
	ROLE_YEAR,        /* values of one period */
	ROLE_HOOK,        /* read by the dialect's row hook only */
	ROLE_KNOWN_NOISE, /* known and of no use here */
};

struct column {
	struct str head;  /* lower case, without blanks around */
	struct str label; /* as written */
	enum role role;
	const char *name;
	struct period period;
	bool wanted; /* of ROLE_SERIES */
	/* of single columns of values; NULL, 0: nothing */
	const char *sex, *age;
	enum obs_status status;
	size_t
	    year_from; /* 1 + column with the year that it is borrowed from */
	const char *other; /* its code when the row is about the other area */
	bool other_wanted;
};

enum fate { FATE_KEEP, FATE_SKIP, FATE_REFUSE, FATE_FOOTER };

struct dialect {
	const char *key, *title;
	const char *system; /* prefix in the codes of indicators.csv */
	enum code_kind kind;
	struct read_origin origin;
	/* Whether the row is its header; sets roles. */
	bool (*match)(struct reading *, const struct sheet_row *);
	/* A row before the header, NULL: nothing to learn from. */
	void (*preamble)(struct reading *, const struct sheet_row *);
	/* A row that is no statement; asked for each, before it is checked. */
	bool (*footer)(struct reading *);
	/* The area of the row, NULL: its column ROLE_AREA. */
	struct str (*area)(struct reading *);
	/* The code of the row's series, NULL: its column ROLE_INDICATOR. */
	struct str (*series)(struct reading *);
	/* Complete or reject a statement of a checked row. */
	enum fate (*row)(struct reading *, struct fact *);
	bool metadata, tidy;
};

#define NO_COLUMN SIZE_MAX

struct reading {
	struct arena *arena;
	struct sink *sink;
	const char *path;
	struct sheet *sheet;
	const struct dialect *dialect;
	struct column *columns;
	size_t ncolumns;
	const struct sheet_row *headed; /* whose columns these are */
	size_t area, indicator, period; /* columns, or NO_COLUMN */
	bool comma_decimal;
	char separator;
	unsigned header_line;
	struct date release;
	const char *database;
	const char *fixed_area;    /* area of the whole file, or NULL */
	const char *system;        /* of the dialect, or better */
	struct read_origin origin; /* the same */
	bool other;                /* the row at hand is about the other area */
	enum code_kind kind;
	const struct read_wish *wish;
	struct read_count count;
	VEC(struct quirk) quirks;
	struct buf group, note; /* of the row at hand */
	char age[16];
	bool labels; /* SDMX: cells are "ID: label" */
	void *own;   /* of the dialect */
};

/* --- headers --- */

/* A header's name against a lower-case one; "_" is a blank. */
bool head_is(struct str head, const char *name);

/* Index of the column, or NO_COLUMN. */
size_t dialect_column(const struct reading *, const char *head);

struct binding {
	const char *head;
	enum role role;
	const char *name;
	bool required;
};

/* Set the columns of a header by their names; false when one that is required
 * is missing. */
bool dialect_bind(struct reading *, const struct sheet_row *,
    const struct binding *, size_t n);
/* Set columns without roles. */
void dialect_columns(struct reading *, const struct sheet_row *);

/* --- rows --- */

/* A field of the row at hand by header name; empty when there is no such
 * column. */
struct str dialect_field(struct reading *, const char *head);
/* The field of a column, of SDMX its code without a label. */
struct str dialect_code(struct reading *, size_t column);

void dialect_quirk(struct reading *, const char *text);
/* Append to the note of the row at hand. */
void dialect_note(struct reading *, struct str);
/* Append "dimension:code" to its group; the code is made to fit. */
void dialect_group(struct reading *, const char *dimension, struct str code);
/* Sex or age as publishers write them into the statement, or into the group
 * where data/ has no such word. */
void dialect_sex(struct reading *, struct fact *, struct str code);
void dialect_age(struct reading *, struct fact *, struct str code);

/* --- the formats --- */

extern const struct dialect dialect_wb_wide, dialect_wb_databank,
    dialect_wb_series, dialect_wb_long, dialect_wb_country, dialect_wb_other,
    dialect_sdmx, dialect_ilo, dialect_sdg, dialect_uis, dialect_uis_other,
    dialect_dhs, dialect_statcompiler, dialect_unhcr, dialect_unhcr_finder,
    dialect_unhcr_popstats, dialect_owid, dialect_hxl, dialect_inform,
    dialect_inform_trend, dialect_hdro, dialect_gho, dialect_who, dialect_tidy;

#endif
