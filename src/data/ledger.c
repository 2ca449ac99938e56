/* SPDX-License-Identifier: MIT */
/* data/ledger.c - statements put into one observation file of data/ */
#include "data/ledger.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "data/cell.h"
#include "data/csvtext.h"
#include "data/obsrow.h"

/* A row that is there, of one key and source. */
struct held {
	size_t row;
	struct date known;
	unsigned import_line; /* it was put in this import, from that line */
};

struct slot {
	VEC(struct held) held;
};

/* Where the rows of an indicator stand. */
struct spot {
	size_t row;
	struct period period;
};

struct block {
	VEC(struct spot) spots; /* in the order of the file */
};

struct ledger {
	struct arena *arena;
	struct csvtext *text;
	const struct map *dates;
	size_t columns[C_OWN];
	struct map *keys;   /* to struct slot */
	struct map *blocks; /* indicator to struct block */
	size_t added, changed;
};

/* --- texts --- */

static const char *
value_text(struct arena *a, const char *value, const char *low,
    const char *high, const char *comparator, const char *status)
{
	const char *between = value[0] && (low[0] || high[0]) ? " (" : "";
	const char *range = "";

	if (low[0] && high[0])
		range = arena_printf(a, "%s to %s", low, high);
	else if (low[0])
		range = arena_printf(a, "at least %s", low);
	else if (high[0])
		range = arena_printf(a, "at most %s", high);
	return arena_printf(a, "%s%s%s%s%s%s%s", comparator, value, between,
	    range, between[0] ? ")" : "",
	    (value[0] || range[0]) && status[0] ? " " : "", status);
}

const char *
ledger_value(struct arena *a, const struct claim *c)
{
	const struct figure *f = &c->figure;

	if (c->text[0])
		return value_text(
		    a, c->text, "", "", "", obsrow_status(f->status));
	if (f->kind == FIGURE_REASON)
		return obsrow_status(f->status);
	return value_text(a, f->value, f->low, f->high,
	    obsrow_comparator(f->comparator), obsrow_status(f->status));
}

static const char *
cell(const struct ledger *l, size_t row, enum obs_column c)
{
	return csvtext_cell(l->text, row, l->columns[c]);
}

static const char *
row_value(const struct ledger *l, size_t row)
{
	return value_text(l->arena, cell(l, row, C_VALUE), cell(l, row, C_LOW),
	    cell(l, row, C_HIGH), cell(l, row, C_COMPARATOR),
	    cell(l, row, C_STATUS));
}

/* --- what is there --- */

static struct str
key_text(struct arena *a, const char *indicator, const char *period,
    const char *place, const char *sex, const char *age, const char *group,
    const char *source)
{
	return str_from(arena_printf(a, "%s\t%s\t%s\t%s\t%s\t%s\t%s", indicator,
	    period, place, sex, age, obsrow_group(a, group), source));
}

static void
hold(struct ledger *l, struct str key, struct held held)
{
	struct slot *slot = map_find(l->keys, key);

	if (!slot) {
		slot = ARENA_NEW(l->arena, struct slot);
		map_put(l->keys, key, slot);
	}
	VEC_PUSH(l->arena, &slot->held, held);
}

static struct date
row_known(const struct ledger *l, size_t row)
{
	struct date known = {0};
	const struct date *of_source;

	if (date_parse(str_from(cell(l, row, C_KNOWN)), &known))
		return known;
	of_source = map_get(l->dates, cell(l, row, C_SOURCE));
	return of_source ? *of_source : known;
}

static struct block *
find_block(struct ledger *l, const char *indicator)
{
	struct block *b = map_get(l->blocks, indicator);

	if (!b) {
		b = ARENA_NEW(l->arena, struct block);
		map_put(l->blocks, str_from(indicator), b);
	}
	return b;
}

static void
index_row(struct ledger *l, size_t row)
{
	struct period p = {0};
	const char *period = cell(l, row, C_PERIOD);
	struct block *b = find_block(l, cell(l, row, C_INDICATOR));

	if (period_parse(str_from(period), &p))
		period = period_text(l->arena, p);
	VEC_PUSH(l->arena, &b->spots, (struct spot){row, p});
	hold(l,
	    key_text(l->arena, cell(l, row, C_INDICATOR), period,
		cell(l, row, C_PLACE), cell(l, row, C_SEX), cell(l, row, C_AGE),
		cell(l, row, C_GROUP), cell(l, row, C_SOURCE)),
	    (struct held){row, row_known(l, row), 0});
}

struct ledger *
ledger_open(struct arena *a, struct sink *sink, const char *path,
    const struct map *dates)
{
	struct ledger *l = ARENA_NEW(a, struct ledger);
	size_t i;

	l->arena = a;
	l->dates = dates;
	l->keys = map_new(a);
	l->blocks = map_new(a);
	l->text = csvtext_open(a, sink, path, obsrow_header(a));
	if (!l->text)
		return NULL;
	for (i = 0; i < C_OWN; i++) {
		l->columns[i] = csvtext_column(l->text, obsrow_columns[i]);
		if (l->columns[i] != CSVTEXT_NONE)
			continue;
		diag(sink, DIAG_IMPORT_COLUMN, (struct place){path, 1, 1},
		    obsrow_columns[i]);
		return NULL;
	}
	for (i = 0; i < csvtext_rows(l->text); i++)
		index_row(l, i);
	return l;
}

/* --- putting --- */

static bool
same_number(const char *a, const char *b)
{
	double x, y;

	if (streq(a, b))
		return true;
	return cell_number(str_from(a), &x) && cell_number(str_from(b), &y) &&
	       x == y;
}

/* The cells that a claim fills. */
static void
claim_cells(const struct claim *c, const char *cells[C_OWN])
{
	const struct figure *f = &c->figure;
	bool reason = f->kind == FIGURE_REASON || c->text[0];

	memset(cells, 0, C_OWN * sizeof *cells);
	cells[C_VALUE] = c->text[0] ? c->text : reason ? "" : f->value;
	cells[C_LOW] = reason ? "" : f->low;
	cells[C_HIGH] = reason ? "" : f->high;
	cells[C_N] = c->base;
	cells[C_COMPARATOR] =
	    reason || !f->value[0] ? "" : obsrow_comparator(f->comparator);
	cells[C_STATUS] = obsrow_status(f->status);
	cells[C_ACCESS] = c->access;
	if (c->locator[0])
		cells[C_LOCATOR] = c->locator;
}

static bool
says_same(const struct ledger *l, size_t row, const struct claim *c)
{
	const char *cells[C_OWN];

	claim_cells(c, cells);
	return same_number(cell(l, row, C_VALUE), cells[C_VALUE]) &&
	       same_number(cell(l, row, C_LOW), cells[C_LOW]) &&
	       same_number(cell(l, row, C_HIGH), cells[C_HIGH]) &&
	       same_number(cell(l, row, C_N), cells[C_N]) &&
	       streq(cell(l, row, C_COMPARATOR), cells[C_COMPARATOR]) &&
	       streq(cell(l, row, C_STATUS), cells[C_STATUS]) &&
	       streq(cell(l, row, C_ACCESS), cells[C_ACCESS]) &&
	       (!cells[C_LOCATOR] ||
		   streq(cell(l, row, C_LOCATOR), cells[C_LOCATOR]));
}

static void
set_value(struct ledger *l, size_t row, const struct claim *c)
{
	const char *cells[C_OWN];
	size_t i;

	claim_cells(c, cells);
	for (i = 0; i < C_OWN; i++)
		if (cells[i])
			csvtext_set(l->text, row, l->columns[i], cells[i]);
}

/* Behind the last row of the indicator that is not about a later period;
 * before its first row if all are later; at the end if there is none. */
static size_t
find_spot(struct ledger *l, const struct claim *c)
{
	struct block *b = find_block(l, c->indicator->id);
	size_t i, after = CSVTEXT_NONE;

	if (b->spots.n == 0)
		return csvtext_old(l->text) - 1;
	for (i = 0; i < b->spots.n; i++)
		if (b->spots.v[i].period.from.year != 0 &&
		    period_compare(b->spots.v[i].period, c->period) <= 0)
			after = b->spots.v[i].row;
	return after != CSVTEXT_NONE ? after : b->spots.v[0].row - 1;
}

static void
add_row(struct ledger *l, const struct claim *c, struct str key)
{
	const struct date *of_source = map_get(l->dates, c->source);
	bool plain = of_source && date_known(*of_source) &&
		     !date_is_after(c->known, *of_source) &&
		     !date_is_after(*of_source, c->known);
	size_t row = csvtext_add(l->text, find_spot(l, c));

	csvtext_set(l->text, row, l->columns[C_INDICATOR], c->indicator->id);
	csvtext_set(l->text, row, l->columns[C_PERIOD],
	    period_text(l->arena, c->period));
	csvtext_set(l->text, row, l->columns[C_PLACE], c->place);
	csvtext_set(l->text, row, l->columns[C_SEX], c->sex);
	csvtext_set(l->text, row, l->columns[C_AGE], c->age);
	csvtext_set(l->text, row, l->columns[C_GROUP], c->group);
	csvtext_set(l->text, row, l->columns[C_SOURCE], c->source);
	if (!plain)
		csvtext_set(l->text, row, l->columns[C_KNOWN],
		    date_text(l->arena, c->known));
	csvtext_set(l->text, row, l->columns[C_NOTE], c->note);
	set_value(l, row, c);
	hold(l, key, (struct held){row, c->known, c->line});
	l->added++;
}

/* The row whose date is the claim's, else the latest; *exact tells which. */
static struct held *
find_held(struct slot *slot, struct date known, bool *exact)
{
	struct held *best = NULL;
	size_t i;

	*exact = false;
	for (i = 0; i < slot->held.n; i++) {
		struct held *h = &slot->held.v[i];

		if (!date_is_after(h->known, known) &&
		    !date_is_after(known, h->known)) {
			*exact = true;
			return h;
		}
		if (!best || date_compare(h->known, best->known) >= 0)
			best = h;
	}
	return best;
}

/* Whether a row has a note or a pinpoint that the claim does not bring. */
static bool
is_by_hand(const struct ledger *l, size_t row, const struct claim *c)
{
	const char *note = cell(l, row, C_NOTE);

	return (note[0] && !streq(note, c->note)) ||
	       (cell(l, row, C_LOCATOR)[0] && !c->locator[0]);
}

static struct entry
meet(struct ledger *l, const struct claim *c, struct str key, struct held *h,
    bool exact)
{
	struct entry e = {OUTCOME_REVISED, row_value(l, h->row),
	    date_text(l->arena, h->known),
	    h->import_line ? h->import_line : csvtext_line(l->text, h->row)};

	if (says_same(l, h->row, c) && (exact || !c->dated)) {
		e.outcome =
		    h->import_line ? OUTCOME_REPEATED : OUTCOME_UNCHANGED;
	} else if (exact && h->import_line) {
		e.outcome = OUTCOME_TWICE;
	} else if (exact && is_by_hand(l, h->row, c)) {
		e.outcome = OUTCOME_BY_HAND;
	} else if (exact) {
		set_value(l, h->row, c);
		h->import_line = c->line;
		l->changed++;
	} else {
		if (date_is_after(h->known, c->known) ||
		    says_same(l, h->row, c))
			e.outcome = OUTCOME_NEW; /* an older release, or a row
						  * of data/ said again */
		add_row(l, c, key);
	}
	return e;
}

struct entry
ledger_put(struct ledger *l, const struct claim *c)
{
	struct str key = key_text(l->arena, c->indicator->id,
	    period_text(l->arena, c->period), c->place, c->sex, c->age,
	    c->group, c->source);
	struct slot *slot = map_find(l->keys, key);
	bool exact;
	struct held *h = slot ? find_held(slot, c->known, &exact) : NULL;

	if (h)
		return meet(l, c, key, h, exact);
	add_row(l, c, key);
	return (struct entry){OUTCOME_NEW, "", "", 0};
}

size_t
ledger_added(const struct ledger *l)
{
	return l->added;
}

size_t
ledger_changed(const struct ledger *l)
{
	return l->changed;
}

const char *
ledger_path(const struct ledger *l)
{
	return csvtext_path(l->text);
}

bool
ledger_write(struct ledger *l)
{
	return !csvtext_changed(l->text) || csvtext_write(l->text);
}
