/* SPDX-License-Identifier: MIT */
/*
 * data/import.h - files of publishers into data/
 *
 * A value becomes a row of countries/<ISO3>.csv or regions/<ID>.csv when
 * areas.csv has its area and `codes` in indicators.csv its series
 * (data/mapping.h).  Its source is a row of sources.csv, made when it is not
 * there; `known` is the release date of the file.
 */
#ifndef DATA_IMPORT_H
#define DATA_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "data/ledger.h"
#include "data/read.h"

struct arena;
struct import;
struct sink;
struct store;

struct import_rule {
	const char *dir;    /* the workspace */
	const char *source; /* NULL: by format and year */
	struct date known;  /* year 0: what the file says */
	/* NULL: the areas of areas.csv and the countries of `also`; "all"; or
	 * codes of areas, countries and groups with "," between, a region or
	 * group for itself and its members.  Countries that areas.csv does
	 * not have are added when they get a row */
	const char *areas;
	const char *also;  /* codes with "," between, "" for none */
	const char *langs; /* in which new countries are named, the same */
	bool dry_run;      /* nothing is written */
};

/* A value that was revised, or refused with the reason. */
struct import_line {
	const struct claim *claim;
	struct entry entry;
};

/* What became of one file. */
struct import_file {
	const char *path, *title, *key, *source;
	struct date known;
	bool source_made, date_guessed;
	struct read_count rows;
	size_t claims; /* values that are wanted; the sum of the outcomes */
	size_t outcome[OUTCOME_COUNT], refused;
	const struct import_line *lines; /* all but unchanged and repeated */
	size_t nlines;
	const char **areas; /* codes that areas.csv does not have */
	size_t nareas;
	const char **codes; /* series that no indicator has */
	size_t ncodes;
	const struct quirk *quirks;
	size_t nquirks;
	size_t members; /* of groups, by a file of metadata */
};

/* A file of data/ that changes. */
struct import_change {
	const char *path;
	size_t added, changed;
};

struct import *import_new(struct arena *, struct sink *, const struct store *,
    const struct import_rule *);

/* Read a file and decide on its values; NULL after a message.  Later files
 * meet what earlier ones brought. */
const struct import_file *import_read(struct import *, const char *path);

/* What will change, or has; valid after the last import_read. */
size_t import_changes(struct import *, struct import_change **);

/* Write all that changed, unless it is a dry run.  The path of the file that
 * could not be written (errno says why; those behind it stay as they were), or
 * NULL. */
const char *import_write(struct import *);

#endif
