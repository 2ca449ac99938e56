/* SPDX-License-Identifier: MIT */
/* data/read.c - any country data file as statements */
#include "data/read.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"
#include "data/input.h"

/* The first that matches a row is taken, so those with more columns of their
 * own stand first. */
static const struct dialect *const dialects[] = {&dialect_tidy, &dialect_hxl,
    &dialect_sdmx, &dialect_wb_wide, &dialect_wb_databank, &dialect_wb_series,
    &dialect_ilo, &dialect_sdg, &dialect_dhs, &dialect_statcompiler,
    &dialect_unhcr, &dialect_unhcr_finder, &dialect_unhcr_popstats,
    &dialect_uis, &dialect_uis_other, &dialect_gho, &dialect_who,
    &dialect_inform, &dialect_inform_trend, &dialect_hdro, &dialect_wb_country,
    &dialect_wb_other, &dialect_wb_long, &dialect_owid};

#define NDIALECTS  (sizeof dialects / sizeof *dialects)
#define FIRST_ROWS 40
#define SAME_FAULT 10 /* messages of one kind, of each file */

/* --- recognition --- */

/* "#tag" or empty fields, at least one of the former: row of HXL tags. */
static bool
is_tag_row(const struct sheet_row *row)
{
	size_t i, tags = 0;

	for (i = 0; i < row->n; i++) {
		if (row->fields[i].n == 0)
			continue;
		if (row->fields[i].p[0] != '#')
			return false;
		tags++;
	}
	return tags > 1;
}

static bool
match_row(struct reading *r, const struct sheet_row *row)
{
	size_t i;

	for (i = 0; i < NDIALECTS; i++) {
		r->kind = dialects[i]->kind;
		r->labels = false;
		r->fixed_area = NULL;
		if (dialects[i]->match(r, row)) {
			r->dialect = dialects[i];
			r->origin = dialects[i]->origin;
			r->system = dialects[i]->system;
			return true;
		}
	}
	return false;
}

/* Columns of the same name, of which only the first is read by name. */
static void
note_doubles(struct reading *r)
{
	size_t i, k;

	for (i = 1; i < r->ncolumns; i++)
		for (k = 0; k < i && r->columns[i].label.n > 0; k++)
			if (str_eq(r->columns[i].label, r->columns[k].label))
				dialect_quirk(
				    r, arena_printf(r->arena,
					   "column '%.*s' stands twice",
					   STR_ARG(r->columns[i].label)));
}

static void
begin(struct reading *r, const struct sheet_row *rows, size_t n, size_t header)
{
	const struct sheet_row *last = &rows[header];
	size_t i;

	r->header_line = last->line;
	r->comma_decimal = r->separator == ';';
	if (r->dialect->preamble)
		for (i = 0; i < header; i++)
			r->dialect->preamble(r, &rows[i]);
	else if (header > 0 && r->dialect != &dialect_hxl)
		dialect_quirk(r, "lines before the header are left out");
	note_doubles(r);
	if (header + 1 < n && is_tag_row(&rows[header + 1])) {
		last = &rows[header + 1];
		dialect_quirk(r, "a row of HXL tags behind the header");
	}
	sheet_start(r->sheet, r->separator, last, r->ncolumns, rows[header].n);
}

static bool
recognise(struct reading *r)
{
	static const char separators[] = ",;\t|";
	struct sheet_row rows[FIRST_ROWS];
	const char *why = "it is empty";
	size_t n, i, k;

	for (k = 0; k < 4; k++) {
		r->separator = separators[k];
		n = sheet_peek(r->sheet, r->separator, FIRST_ROWS, rows);
		for (i = 0; i < n; i++) {
			r->headed = NULL;
			if (match_row(r, &rows[i])) {
				begin(r, rows, n, i);
				return true;
			}
		}
		if (n > 0 && k == 0)
			why = arena_printf(r->arena, "line %u begins '%.60s'",
			    rows[0].line, rows[0].fields[0].p);
	}
	diag(r->sink, DIAG_READ_UNKNOWN, (struct place){r->path, 1, 1}, why);
	return false;
}

struct reading *
read_open(struct arena *a, struct sink *sink, const char *path)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->arena = a;
	r->sink = sink;
	r->path = arena_strdup(a, path);
	r->database = "";
	r->sheet = sheet_open(a, sink, path);
	if (!r->sheet)
		return NULL;
	sink_limit(sink, path, SAME_FAULT);
	if (input_packed(sheet_input(r->sheet)))
		dialect_quirk(r, "gzip");
	if (input_utf16(sheet_input(r->sheet)))
		dialect_quirk(r, "UTF-16");
	else if (input_marked(sheet_input(r->sheet)))
		dialect_quirk(r, "a byte order mark");
	if (recognise(r))
		return r;
	read_close(r);
	return NULL;
}

void
read_close(struct reading *r)
{
	sink_unlimit(r->sink);
	sheet_close(r->sheet);
	buf_free(&r->group);
	buf_free(&r->note);
}

/* --- what it was --- */

struct place
read_place(const struct reading *r, const struct fact *f)
{
	return sheet_place(r->sheet, f->column);
}

const char *
read_key(const struct reading *r)
{
	return r->dialect->key;
}

const char *
read_title(const struct reading *r)
{
	return r->dialect->title;
}

const char *
read_system(const struct reading *r)
{
	return r->system;
}

enum code_kind
read_area_kind(const struct reading *r)
{
	return r->kind;
}

bool
read_is_metadata(const struct reading *r)
{
	return r->dialect->metadata;
}

bool
read_is_tidy(const struct reading *r)
{
	return r->dialect->tidy;
}

const struct read_count *
read_counts(const struct reading *r)
{
	return &r->count;
}

size_t
read_quirks(const struct reading *r, const struct quirk **all)
{
	*all = r->quirks.v;
	return r->quirks.n;
}

struct date
read_release(const struct reading *r)
{
	return r->release;
}

struct date
read_changed(const struct reading *r)
{
	return input_date(sheet_input(r->sheet));
}

const char *
read_database(const struct reading *r)
{
	return r->database;
}

const struct read_origin *
read_origin(const struct reading *r)
{
	return &r->origin;
}

unsigned
read_header_line(const struct reading *r)
{
	return r->header_line;
}

char
read_separator(const struct reading *r)
{
	return r->separator;
}

const char *
read_ignored(const struct reading *r)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < r->ncolumns; i++) {
		if (r->columns[i].role != ROLE_NONE ||
		    r->columns[i].label.n == 0)
			continue;
		if (b.n > 0)
			buf_puts(&b, ", ");
		buf_str(&b, r->columns[i].label);
	}
	return buf_take(&b, r->arena).p;
}
