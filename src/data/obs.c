/* SPDX-License-Identifier: MIT */
/*
 * data/obs.c - observation files into the store
 *
 * Neighbouring rows mostly agree in indicator, source and codes, so each
 * column remembers its last text and what it meant.
 */
#include "data/obs.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/num.h"
#include "data/build.h"
#include "data/cell.h"
#include "data/obsrow.h"
#include "data/records.h"
#include "data/rows.h"

#define SOURCES 64

/* A source with what the rows take from it. */
struct source {
	const char *key;
	const struct record *record; /* NULL: unknown */
	struct date known;
};

struct reader {
	struct load *load;
	struct rows *rows;
	const char *path;
	const struct area *area;
	struct table *indicators, *sources, *areas;
	size_t columns[C_COUNT];
	const char *last[C_COUNT]; /* interned text of the row before */
	size_t last_n[C_COUNT];
	bool last_ok[C_COUNT]; /* it passed its check */
	const struct indicator *indicator;
	struct source seen[SOURCES]; /* seen of late, by address of the word */
	const struct source *source;
	struct str f[C_COUNT]; /* fields of the row at hand */
	unsigned line;
	size_t offset;
};

static struct spot
spot(const struct reader *r, enum obs_column c)
{
	return (struct spot){r->rows, r->line, r->offset,
	    r->columns[c] == SIZE_MAX ? 0 : r->columns[c]};
}

static struct place
place(const struct reader *r, enum obs_column c)
{
	return spot_place(spot(r, c));
}

static const char *
text(const struct reader *r, enum obs_column c)
{
	return str_dup(r->load->arena, r->f[c]);
}

/* The interned text of a column; *same tells that the row before had it. */
static const char *
word(struct reader *r, enum obs_column c, bool *same)
{
	struct str s = r->f[c];

	*same = false;
	if (s.n == 0)
		return "";
	*same = r->last[c] && r->last_n[c] == s.n &&
		memcmp(r->last[c], s.p, s.n) == 0;
	if (!*same) {
		r->last[c] = store_word(r->load->store, s);
		r->last_n[c] = s.n;
	}
	return r->last[c];
}

/* --- references --- */

static bool
read_indicator(struct reader *r, struct obs *o)
{
	struct load *l = r->load;
	bool same;

	word(r, C_INDICATOR, &same);
	if (!same)
		r->indicator = store_indicator(l->store, r->f[C_INDICATOR]);
	o->indicator = r->indicator;
	if (o->indicator)
		return true;
	if (r->f[C_INDICATOR].n == 0)
		diag(l->sink, DIAG_CELL_EMPTY, place(r, C_INDICATOR),
		    "indicator", "an observation file");
	else
		records_find(l, r->indicators, NULL, r->f[C_INDICATOR],
		    spot(r, C_INDICATOR), "observation files");
	return false;
}

static bool
read_source(struct reader *r, struct obs *o)
{
	struct load *l = r->load;
	bool same;
	const char *key = word(r, C_SOURCE, &same);
	struct source *s = &r->seen[(uintptr_t)key / 16 % SOURCES];

	r->source = s;
	if (s->key != key || !s->record) {
		*s = (struct source){.key = key};
		if (key[0] == '\0')
			diag(l->sink, DIAG_CELL_EMPTY, place(r, C_SOURCE),
			    "source", "an observation file");
		else
			s->record =
			    records_find(l, r->sources, NULL, r->f[C_SOURCE],
				spot(r, C_SOURCE), "observation files");
		if (s->record)
			s->known = source_known(s->record);
	}
	o->source = s->record;
	return o->source != NULL;
}

static bool
read_place(struct reader *r, struct obs *o)
{
	bool same;

	o->place = word(r, C_PLACE, &same);
	if (r->f[C_PLACE].n == 0)
		return true;
	if (!same || !r->last_ok[C_PLACE])
		r->last_ok[C_PLACE] = records_find(r->load, r->areas, NULL,
		    r->f[C_PLACE], spot(r, C_PLACE), "observation files");
	return r->last_ok[C_PLACE];
}

/* --- codes --- */

/* Age, group and sex; each is checked when it differs from the row before. */
static bool
read_code(struct reader *r, enum obs_column c, const char **out)
{
	struct str s = r->f[c];
	bool same, ok;

	*out = word(r, c, &same);
	if (s.n == 0 || (same && r->last_ok[c]))
		return true;
	if (c == C_AGE)
		ok = cell_is_age(s);
	else if (c == C_GROUP)
		ok = cell_is_group(s);
	else
		ok = cell_choice(s, "F M") >= 0;
	r->last_ok[c] = ok;
	if (ok)
		return true;
	if (c == C_SEX)
		diag(r->load->sink, DIAG_CELL_CHOICE, place(r, c), text(r, c),
		    "sex", "", "F, M, or empty for both");
	else
		diag(r->load->sink, c == C_AGE ? DIAG_OBS_AGE : DIAG_OBS_GROUP,
		    place(r, c), text(r, c));
	return false;
}

static bool
read_codes(struct reader *r, struct obs *o)
{
	bool ok = read_code(r, C_SEX, &o->sex);

	ok = read_code(r, C_AGE, &o->age) && ok;
	if (!read_code(r, C_GROUP, &o->group))
		return false;
	if (o->group[0] != '\0' && strchr(o->group, ';'))
		o->group = store_word(r->load->store,
		    str_from(obsrow_group(r->load->arena, o->group)));
	return ok;
}

static bool
bad_choice(
    struct reader *r, enum obs_column c, const char *choices, const char *list)
{
	diag(r->load->sink, DIAG_CELL_CHOICE, place(r, c), text(r, c),
	    obsrow_columns[c],
	    cell_choice_hint(r->load->arena, text(r, c), choices), list);
	return false;
}

static bool
read_states(struct reader *r, struct obs *o)
{
	const char *all;
	bool ok = true;

	if (r->f[C_STATUS].n > 0 &&
	    !obsrow_is_status(r->f[C_STATUS], &o->status)) {
		all = obsrow_statuses(r->load->arena);
		ok = bad_choice(
		    r, C_STATUS, all, cell_choices(r->load->arena, all));
	}
	if (r->f[C_ACCESS].n > 0) {
		o->restricted = str_is(r->f[C_ACCESS], "restricted");
		if (!o->restricted)
			ok = bad_choice(r, C_ACCESS, "restricted",
			    "restricted, or empty for public");
	}
	if (r->f[C_COMPARATOR].n > 0 &&
	    !obsrow_is_comparator(r->f[C_COMPARATOR], &o->comparator))
		ok = bad_choice(
		    r, C_COMPARATOR, "", "~, <, >, or empty for equal");
	return ok;
}

/* --- time --- */

static bool
read_times(struct reader *r, struct obs *o)
{
	struct load *l = r->load;
	bool ok = true;

	if (!period_parse(r->f[C_PERIOD], &o->period)) {
		diag(l->sink, DIAG_OBS_PERIOD, place(r, C_PERIOD),
		    text(r, C_PERIOD));
		ok = false;
	}
	o->known = r->source->known;
	if (r->f[C_KNOWN].n > 0 && !date_parse(r->f[C_KNOWN], &o->known)) {
		diag(l->sink, DIAG_CELL_DATE, place(r, C_KNOWN),
		    text(r, C_KNOWN), "known");
		ok = false;
	}
	if (o->source && !date_known(o->known)) {
		diag(l->sink, DIAG_ROW_UNDATED, place(r, C_KNOWN),
		    record_text(o->source, "key"));
		ok = false;
	}
	if (ok && o->status != OBS_FORECAST && o->status < OBS_MISSING &&
	    date_is_after(o->period.to, o->known))
		diag(l->sink, DIAG_OBS_FUTURE, place(r, C_PERIOD),
		    text(r, C_PERIOD), date_text(l->arena, o->known));
	return ok;
}

/* --- value --- */

static bool
read_number(struct reader *r, enum obs_column c, double *v)
{
	*v = NAN;
	if (r->f[c].n == 0 || cell_number(r->f[c], v))
		return true;
	diag(r->load->sink, DIAG_CELL_NUMBER, place(r, c), text(r, c),
	    obsrow_columns[c]);
	return false;
}

/* The value of an indicator whose type is not number. */
static bool
read_other(struct reader *r, struct obs *o)
{
	static const enum obs_column numeric[] = {C_LOW, C_HIGH, C_COMPARATOR};
	enum ind_type type = o->indicator->type;
	struct str s = r->f[C_VALUE];
	bool ok = true;
	size_t i;

	for (i = 0; i < 3; i++) {
		if (r->f[numeric[i]].n == 0)
			continue;
		diag(r->load->sink, DIAG_OBS_ONLY_NUMBER, place(r, numeric[i]),
		    obsrow_columns[numeric[i]], o->indicator->id,
		    obsrow_type(type));
		ok = false;
	}
	o->text = "";
	if (s.n == 0)
		return ok;
	if (type == IND_VERDICT)
		obsrow_is_verdict(s, &o->verdict);
	else
		o->text = store_word(r->load->store, s);
	if ((type == IND_VERDICT && o->verdict == VERDICT_NONE) ||
	    (type == IND_DATE && !date_parse(s, &o->date))) {
		diag(r->load->sink, DIAG_OBS_VALUE, place(r, C_VALUE),
		    text(r, C_VALUE), o->indicator->id, obsrow_type(type),
		    obsrow_form(type));
		ok = false;
	}
	return ok;
}

static void
check_bound(struct reader *r, const struct obs *o, enum obs_column c, double v)
{
	const struct indicator *in = o->indicator;
	bool above = v > in->max;
	char bound[NUM_TEXT];

	if (!above && !(v < in->min)) /* also when v is NAN */
		return;
	num_shortest(above ? in->max : in->min, bound);
	diag(r->load->sink, DIAG_OBS_BOUNDS, place(r, c), obsrow_columns[c],
	    text(r, c), above ? "above" : "below",
	    above ? "maximum" : "minimum", bound, in->id);
}

static bool
check_number(struct reader *r, const struct obs *o)
{
	if (o->low > o->high) {
		diag(r->load->sink, DIAG_OBS_RANGE, place(r, C_LOW),
		    text(r, C_LOW), text(r, C_HIGH));
		return false;
	}
	if (o->comparator != CMP_EQUAL && isnan(o->value)) {
		diag(r->load->sink, DIAG_OBS_COMPARATOR, place(r, C_COMPARATOR),
		    text(r, C_COMPARATOR));
		return false;
	}
	if (o->value < o->low || o->value > o->high)
		diag(r->load->sink, DIAG_OBS_OUTSIDE, place(r, C_VALUE),
		    text(r, C_VALUE), r->f[C_LOW].n ? text(r, C_LOW) : "…",
		    r->f[C_HIGH].n ? text(r, C_HIGH) : "…");
	check_bound(r, o, C_VALUE, o->value);
	check_bound(r, o, C_LOW, o->low);
	check_bound(r, o, C_HIGH, o->high);
	return true;
}

static bool
check_presence(struct reader *r, const struct obs *o)
{
	bool given = r->f[C_VALUE].n || r->f[C_LOW].n || r->f[C_HIGH].n;

	if (!given && o->status < OBS_MISSING) {
		diag(r->load->sink, DIAG_OBS_NO_VALUE, place(r, C_VALUE));
		return false;
	}
	if (given && o->status >= OBS_MISSING) {
		diag(r->load->sink, DIAG_OBS_STATUS, place(r, C_STATUS),
		    text(r, C_STATUS));
		return false;
	}
	return true;
}

static bool
read_value(struct reader *r, struct obs *o)
{
	bool ok;

	o->value = o->low = o->high = NAN;
	ok = read_number(r, C_N, &o->n);
	if (o->indicator->type != IND_NUMBER)
		return read_other(r, o) && check_presence(r, o) && ok;
	o->text = "";
	if (r->f[C_VALUE].n > 0 && !cell_number(r->f[C_VALUE], &o->value)) {
		diag(r->load->sink, DIAG_OBS_VALUE, place(r, C_VALUE),
		    text(r, C_VALUE), o->indicator->id, "number",
		    obsrow_form(IND_NUMBER));
		return false;
	}
	ok = read_number(r, C_LOW, &o->low) && ok;
	ok = read_number(r, C_HIGH, &o->high) && ok;
	return ok && check_presence(r, o) && check_number(r, o);
}

/* --- rows and files --- */

static void
read_obs(struct reader *r, const struct row *row)
{
	struct arena *a = r->load->arena;
	struct obs o;
	struct obs *kept;
	bool ok, same;
	size_t i;

	for (i = 0; i < C_COUNT; i++)
		r->f[i] = r->columns[i] == SIZE_MAX
			      ? (struct str){"", 0}
			      : row->fields[r->columns[i]];
	r->line = row->line;
	r->offset = row->offset;
	if (r->columns[C_SUBJECT] != SIZE_MAX)
		r->area = store_area(r->load->store, r->f[C_SUBJECT]);
	o = (struct obs){.area = r->area};
	if (!o.area) {
		diag(r->load->sink, DIAG_OBS_SUBJECT, place(r, C_SUBJECT),
		    text(r, C_SUBJECT), "");
		return;
	}
	ok = read_indicator(r, &o);
	ok = read_source(r, &o) && ok;
	ok = read_place(r, &o) && ok;
	ok = read_codes(r, &o) && ok;
	ok = read_states(r, &o) && ok;
	ok = read_times(r, &o) && ok;
	if (!o.indicator || !read_value(r, &o) || !ok)
		return;
	o.locator = word(r, C_LOCATOR, &same);
	o.note = word(r, C_NOTE, &same);
	o.at = (struct place){r->path, row->line, 1};
	kept = ARENA_NEW(a, struct obs);
	*kept = o;
	VEC_PUSH(a, &r->load->store->obs, kept);
}

/* All rows; closes them. */
static void
read_rows(struct load *l, struct rows *rows, const char *path,
    const struct area *area)
{
	static const bool required[C_COUNT] = {
	    [C_INDICATOR] = true, [C_VALUE] = true, [C_SOURCE] = true};
	struct reader *r = ARENA_NEW(l->arena, struct reader);
	struct row row;

	r->load = l;
	r->path = path;
	r->indicators = records_table(l, "indicators");
	r->sources = records_table(l, "sources");
	r->areas = records_table(l, "areas");
	r->area = area;
	r->rows = rows;
	r->columns[C_SUBJECT] = SIZE_MAX;
	if (records_columns(l, rows, "observation files", obsrow_columns,
		required, area ? C_SUBJECT : C_COUNT, r->columns))
		while (rows_next(rows, &row))
			read_obs(r, &row);
	rows_close(rows);
}

static void
read_file(struct load *l, const char *path, const struct area *area)
{
	struct rows *rows = rows_open(l->arena, l->sink, path);

	if (rows)
		read_rows(l, rows, path, area);
}

void
obs_read_text(struct load *l, const char *name)
{
	bool missing;
	struct rows *rows = records_open(l, name, &missing);

	if (rows)
		read_rows(l, rows, name, NULL);
}

void
obs_read_folder(struct load *l, const char *folder)
{
	const char *path = path_join(l->arena, l->folder, folder);
	struct map *memo = map_new(l->arena);
	const struct table *areas = store_table_of(
	    l->store, store_table(l->store, STR("areas"))->schema);
	const char **files;
	size_t n = dir_list(l->arena, path, &files), i;

	for (i = 0; i < n; i++) {
		const char *file = path_join(l->arena, path, files[i]);
		const char *id = path_stem(l->arena, file);
		const struct area *area = store_area(l->store, str_from(id));

		if (!str_ends(str_from(files[i]), ".csv"))
			continue;
		if (area)
			read_file(l, file, area);
		else
			diag(l->sink, DIAG_OBS_SUBJECT,
			    (struct place){file, 0, 0}, id,
			    cell_hint(
				memo, id, areas->words.v, areas->words.n));
	}
}
