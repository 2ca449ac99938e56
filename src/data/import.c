/* SPDX-License-Identifier: MIT */
/*
 * data/import.c - files of publishers into data/
 *
 * A file is read in one pass; what is wanted is kept as claims, because only
 * the end of a file may tell its date.  Then the claims go into the ledgers,
 * area by area in the order of indicators.csv.
 */
#include "data/import.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "data/build.h"
#include "data/csvtext.h"
#include "data/import_text.h"
#include "data/mapping.h"
#include "data/obsrow.h"

struct import {
	struct arena *arena;
	struct sink *sink;
	const struct store *store;
	struct import_rule rule;
	struct mapping *mapping;
	struct import_text *text; /* sources, areas and groups */
	struct map *dates;        /* source key to struct date */
	struct map *areas_made;   /* ISO3 to struct area, not in areas.csv */
	struct map *areas_used;   /* those of them that get a row */
	struct map *only;         /* areas that are named; NULL: all */
	struct map *also;         /* countries that may be added */
	struct map *ledgers;      /* path to struct ledger */
	struct map *words;

	/* of the file at hand */
	struct reading *reading;
	const char *path;
	VEC(struct claim *) claims;
	VEC(struct import_line) lines;
	struct map *areas, *codes; /* code to what it means, or `nothing` */
	VEC(const char *) no_areas, no_codes;
	size_t refused, members;
};

/* What a code means in a map that cannot hold NULL. */
static const char nothing;

static const char *
intern(struct import *m, const char *s)
{
	const char *old = map_get(m->words, s);

	if (old)
		return old;
	old = arena_strdup(m->arena, s);
	map_put(m->words, str_from(old), (void *)(uintptr_t)old);
	return old;
}

/* --- which areas and series --- */

/* A country that is asked for and not in areas.csv. */
static const struct area *
make_area(struct import *m, const struct nation *n)
{
	struct area *a = map_get(m->areas_made, n->iso3);

	if (!a) {
		a = ARENA_NEW(m->arena, struct area);
		*a = (struct area){.id = n->iso3,
		    .kind = "country",
		    .parent = mapping_region(m->mapping, n),
		    .lang = "",
		    .iso2 = n->iso2,
		    .m49 = n->m49,
		    .currency = nation_currency(m->arena, n)};
		map_put(m->areas_made, str_from(n->iso3), a);
	}
	return a;
}

/* A made area gets its row when something is filed under it. */
static void
use_area(struct import *m, const struct area *a)
{
	if (map_get(m->areas_made, a->id) == a &&
	    !map_get(m->areas_used, a->id)) {
		import_text_area(m->text, a,
		    crosswalk_find(mapping_crosswalk(m->mapping), CODE_ISO3,
			str_from(a->id)));
		map_put(m->areas_used, str_from(a->id), m);
	}
}

/* Where the rows of an area stand; NULL: nothing is imported for it. */
static const char *
folder_of(const struct import *m, const struct area *a)
{
	if (streq(a->kind, "country"))
		return "countries";
	if (streq(a->kind, "region"))
		return "regions";
	if (streq(a->kind, "event") && read_is_tidy(m->reading))
		return "events";
	return NULL;
}

static const struct area *
find_area(struct import *m, struct str code)
{
	const struct nation *nation;
	const struct area *a = mapping_area(m->mapping, read_system(m->reading),
	    read_area_kind(m->reading), code, &nation);
	bool named = a && m->only && map_get(m->only, a->id);

	if (a && !folder_of(m, a))
		return NULL;
	if (a)
		return !m->only || named ? a : NULL;
	if (nation && (map_get(m->only ? m->only : m->also, nation->iso3) ||
			  (m->rule.areas && streq(m->rule.areas, "all"))))
		return make_area(m, nation);
	VEC_PUSH(m->arena, &m->no_areas, str_dup(m->arena, code));
	return NULL;
}

static const struct area *
area_of(struct import *m, struct str code)
{
	const void *found = map_find(m->areas, code);

	if (!found) {
		found = find_area(m, code);
		if (!found)
			found = &nothing;
		map_put(m->areas, code, (void *)(uintptr_t)found);
	}
	return found == &nothing ? NULL : found;
}

static const struct target *
target_of(struct import *m, struct str code)
{
	const void *found = map_find(m->codes, code);
	const struct indicator *i;

	if (!found) {
		found = mapping_indicator(
		    m->mapping, read_system(m->reading), code);
		if (!found && read_is_tidy(m->reading)) {
			i = store_indicator(m->store, code);
			found = i ? mapping_plain(m->arena, i) : NULL;
		}
		if (!found) {
			VEC_PUSH(
			    m->arena, &m->no_codes, str_dup(m->arena, code));
			found = &nothing;
		}
		map_put(m->codes, code, (void *)(uintptr_t)found);
	}
	return found == &nothing ? NULL : found;
}

static bool
wants_area(void *ctx, struct str code)
{
	return area_of(ctx, code) != NULL;
}

static bool
wants_indicator(void *ctx, struct str code)
{
	return target_of(ctx, code) != NULL;
}

/* --- claims --- */

/* Whether the type of the indicator allows what a row of data/ says. */
static bool
fits_type(const struct fact *f, enum ind_type type)
{
	if (type != IND_NUMBER)
		return obsrow_fits(type, str_from(f->text));
	return f->figure.kind != FIGURE_BAD && f->figure.kind != FIGURE_ABSENT;
}

static bool
refuse_row(struct import *m, const struct fact *f, const struct indicator *i)
{
	struct place at = read_place(m->reading, f);
	const char *type = obsrow_type(i->type);

	if (!map_get(m->dates, f->source))
		diag(m->sink, DIAG_IMPORT_SOURCE, at, f->source);
	else if (f->place[0] && !store_area(m->store, str_from(f->place)))
		diag(m->sink, DIAG_IMPORT_AREA, at, f->place, "");
	else if (i->type != IND_NUMBER && f->numeric)
		diag(
		    m->sink, DIAG_OBS_ONLY_NUMBER, at, f->numeric, i->id, type);
	else if (!fits_type(f, i->type))
		diag(m->sink, DIAG_OBS_VALUE, at, f->text, i->id, type,
		    obsrow_form(i->type));
	else
		return false;
	return true;
}

static bool
refuse(struct import *m, const struct fact *f, const struct target *t)
{
	const struct indicator *i = t->indicator;

	if (read_is_tidy(m->reading))
		return refuse_row(m, f, i);
	if (i->type == IND_NUMBER)
		return false;
	diag(m->sink, DIAG_IMPORT_TYPE, read_place(m->reading, f),
	    str_dup(m->arena, f->indicator), i->id, obsrow_type(i->type));
	return true;
}

/* What a row of data/ says in place of a number. */
static void
set_text(struct import *m, struct claim *c, const struct fact *f)
{
	c->text = "";
	if (c->indicator->type == IND_NUMBER)
		return;
	c->text = arena_strdup(m->arena, f->text);
	c->figure =
	    (struct figure){.kind = f->text[0] ? FIGURE_VALUE : FIGURE_REASON,
		.status = f->status};
}

static void
on_fact(void *ctx, const struct fact *f)
{
	struct import *m = ctx;
	const struct area *area = area_of(m, f->area);
	const struct target *t = target_of(m, f->indicator);

	for (; area && t; t = t->next) {
		struct claim *c;

		if (refuse(m, f, t)) {
			m->refused++;
			continue;
		}
		c = ARENA_NEW(m->arena, struct claim);
		*c = (struct claim){.area = area,
		    .indicator = t->indicator,
		    .place = intern(m, f->place),
		    .sex = intern(m, target_sex(t, f->sex)),
		    .age = intern(m, target_age(t, f->age)),
		    .group = intern(m, target_group(m->arena, t, f->group)),
		    .access = intern(m, f->access),
		    .source = intern(m, f->source),
		    .note = intern(m, f->note),
		    .locator = intern(m, f->locator),
		    .period = f->period,
		    .figure = f->figure,
		    .known = f->known,
		    .dated = date_known(f->known),
		    .line = f->line,
		    .column = f->column,
		    .file = m->path};
		memcpy(c->base, f->base, FIGURE_TEXT);
		set_text(m, c, f);
		VEC_PUSH(m->arena, &m->claims, c);
	}
}

static void
on_member(void *ctx, struct str area, const char *group)
{
	struct import *m = ctx;
	const struct area *a = area_of(m, area);

	if (!a)
		return;
	use_area(m, a);
	m->members += import_text_member(m->text, a->id, group);
}

/* By area, order of indicators.csv, place, sex, age, group, period, line. */
static int
compare_claims(const void *pa, const void *pb)
{
	const struct claim *a = *(const struct claim *const *)pa;
	const struct claim *b = *(const struct claim *const *)pb;
	unsigned x = a->indicator->at.line, y = b->indicator->at.line;
	int c = strcmp(a->area->id, b->area->id);

	if (c == 0)
		c = (x > y) - (x < y);
	if (c == 0)
		c = strcmp(a->place, b->place);
	if (c == 0)
		c = strcmp(a->sex, b->sex);
	if (c == 0)
		c = strcmp(a->age, b->age);
	if (c == 0)
		c = strcmp(a->group, b->group);
	if (c == 0)
		c = period_compare(a->period, b->period);
	return c ? c : (a->line > b->line) - (a->line < b->line);
}

/* --- into the ledgers --- */

static struct ledger *
ledger_of(struct import *m, const struct area *area)
{
	const char *path = path_join(m->arena, m->rule.dir,
	    arena_printf(
		m->arena, "data/%s/%s.csv", folder_of(m, area), area->id));
	const void *l = map_get(m->ledgers, path);

	if (!l) {
		l = ledger_open(m->arena, m->sink, path, m->dates);
		if (!l)
			l = &nothing;
		map_put(m->ledgers, str_from(path), (void *)(uintptr_t)l);
	}
	return l == &nothing ? NULL : (struct ledger *)(uintptr_t)l;
}

static void
report(struct import *m, const struct claim *c, struct entry e)
{
	struct place at = {c->file, c->line, 0};

	if (e.outcome == OUTCOME_TWICE)
		diag(m->sink, DIAG_READ_TWICE, at, c->indicator->id,
		    c->area->id, e.line, e.old, ledger_value(m->arena, c),
		    "the file tells them apart by a column that is not used "
		    "(see sitan inspect)");
	else if (e.outcome == OUTCOME_BY_HAND)
		diag(m->sink, DIAG_IMPORT_BY_HAND,
		    (struct place){
			ledger_path(ledger_of(m, c->area)), e.line, 0},
		    e.line, e.old, ledger_value(m->arena, c));
}

/* The row's own date, else that of its source, else of the file. */
static struct date
claim_known(
    struct import *m, const struct claim *c, const struct import_file *f)
{
	const struct date *of_source =
	    f->source[0] ? NULL : map_get(m->dates, c->source);

	return of_source && date_known(*of_source) ? *of_source : f->known;
}

static void
put_claims(struct import *m, struct import_file *f)
{
	size_t i;

	if (m->claims.n > 1)
		qsort(m->claims.v, m->claims.n, sizeof *m->claims.v,
		    compare_claims);
	for (i = 0; i < m->claims.n; i++) {
		struct claim *c = m->claims.v[i];
		struct ledger *l = ledger_of(m, c->area);
		struct entry e;

		if (!c->source[0])
			c->source = f->source;
		if (!date_known(c->known))
			c->known = claim_known(m, c, f);
		if (!l) {
			m->refused++;
			continue;
		}
		use_area(m, c->area);
		e = ledger_put(l, c);
		f->outcome[e.outcome]++;
		report(m, c, e);
		if (e.outcome != OUTCOME_UNCHANGED &&
		    e.outcome != OUTCOME_REPEATED)
			VEC_PUSH(
			    m->arena, &m->lines, (struct import_line){c, e});
	}
	f->refused = m->refused;
	for (i = 0; i < OUTCOME_COUNT; i++)
		f->claims += f->outcome[i];
	f->claims += f->refused;
}

/* Date and source of the file. */
static void
settle(struct import *m, struct import_file *f)
{
	const struct reading *r = m->reading;
	const struct date *of_source =
	    m->rule.source ? map_get(m->dates, m->rule.source) : NULL;

	f->known = m->rule.known;
	if (!date_known(f->known))
		f->known = read_release(r);
	if (!date_known(f->known) && of_source)
		f->known = *of_source;
	if (!date_known(f->known)) {
		f->known = read_changed(r);
		f->date_guessed = true;
	}
	if (read_is_tidy(r)) { /* each row has its own */
		f->source = "";
		return;
	}
	f->source = m->rule.source;
	if (!f->source)
		f->source = arena_printf(
		    m->arena, "%s-%d", read_origin(r)->key, f->known.year);
	f->source = intern(m, f->source);
	if (m->claims.n + m->members > 0 && !map_get(m->dates, f->source)) {
		struct date *d = ARENA_NEW(m->arena, struct date);

		*d = f->known;
		map_put(m->dates, str_from(f->source), d);
		import_text_source(m->text, f->source, read_origin(r),
		    read_database(r), f->known);
		f->source_made = true;
	}
}

static void
begin(struct import *m, const char *path)
{
	m->path = arena_strdup(m->arena, path);
	m->claims.n = m->lines.n = 0;
	m->lines.v = NULL;
	m->lines.cap = 0;
	m->no_areas.n = m->no_codes.n = 0;
	m->no_areas.v = m->no_codes.v = NULL;
	m->no_areas.cap = m->no_codes.cap = 0;
	m->areas = map_new(m->arena);
	m->codes = map_new(m->arena);
	m->refused = m->members = 0;
}

const struct import_file *
import_read(struct import *m, const char *path)
{
	struct read_wish wish = {
	    wants_area, wants_indicator, on_fact, on_member, m};
	struct import_file *f = ARENA_NEW(m->arena, struct import_file);

	begin(m, path);
	m->reading = read_open(m->arena, m->sink, path);
	if (!m->reading)
		return NULL;
	read_run(m->reading, &wish);
	f->path = m->path;
	f->title = read_title(m->reading);
	f->key = read_key(m->reading);
	f->rows = *read_counts(m->reading);
	settle(m, f);
	import_text_date(m->text, f->source, f->known);
	put_claims(m, f);
	if (f->outcome[OUTCOME_NEW] + f->outcome[OUTCOME_REVISED] > 0)
		import_text_log(m->text, f);
	f->lines = m->lines.v;
	f->nlines = m->lines.n;
	f->areas = m->no_areas.v;
	f->nareas = m->no_areas.n;
	f->codes = m->no_codes.v;
	f->ncodes = m->no_codes.n;
	f->nquirks = read_quirks(m->reading, &f->quirks);
	f->members = m->members;
	read_close(m->reading);
	return f;
}

/* --- begin and end --- */

/* An area, the members of a region or group, or a country of the world. */
static bool
name_areas(struct import *m, struct map *map, struct str code)
{
	const struct area *area = store_area(m->store, code), **members;
	const struct edition_rule all = {.restricted = true};
	const struct nation *n =
	    crosswalk_find(mapping_crosswalk(m->mapping), CODE_ANY, code);
	size_t count = view_members(view_new(m->arena, m->store, &all),
		   m->arena, str_dup(m->arena, code), &members),
	       i;

	for (i = 0; i < count; i++)
		if (members[i])
			map_put(map, str_from(members[i]->id), m);
	if (area)
		map_put(map, str_from(area->id), m);
	else if (n && count == 0)
		map_put(map, str_from(n->iso3), m);
	return area || n || count > 0;
}

static struct map *
read_codes(struct import *m, const char *codes)
{
	struct str s = str_from(codes), code;
	struct map *map = map_new(m->arena);
	size_t from, to;

	for (from = 0; from < s.n; from = to + 1) {
		to = str_find(s, ',', from);
		code = str_trim(str_slice(s, from, to));
		if (code.n > 0 && !name_areas(m, map, code))
			diag(m->sink, DIAG_IMPORT_AREA, (struct place){0},
			    str_dup(m->arena, code), "");
	}
	return map;
}

struct import *
import_new(struct arena *a, struct sink *sink, const struct store *store,
    const struct import_rule *rule)
{
	struct import *m = ARENA_NEW(a, struct import);
	const struct record_table *sources = store_table(store, STR("sources"));
	size_t i;

	m->arena = a;
	m->sink = sink;
	m->store = store;
	m->rule = *rule;
	m->mapping = mapping_new(a, store);
	m->text = import_text_new(a, sink, rule->dir, rule->langs);
	m->dates = map_new(a);
	m->areas_made = map_new(a);
	m->areas_used = map_new(a);
	m->ledgers = map_new(a);
	m->words = map_new(a);
	for (i = 0; sources && i < sources->n; i++) {
		struct date *d = ARENA_NEW(a, struct date);

		*d = source_known(sources->rows[i]);
		map_put(m->dates, str_from(sources->rows[i]->key), d);
	}
	m->also = read_codes(m, rule->also);
	if (rule->areas && !streq(rule->areas, "all"))
		m->only = read_codes(m, rule->areas);
	return m;
}

size_t
import_changes(struct import *m, struct import_change **all)
{
	VEC(struct import_change) list = {0};
	size_t i;

	for (i = 0; i < m->ledgers->n; i++) {
		const void *p = m->ledgers->entries[i].value;
		const struct ledger *l = p;

		if (p == &nothing || ledger_added(l) + ledger_changed(l) == 0)
			continue;
		VEC_PUSH(m->arena, &list,
		    (struct import_change){
			ledger_path(l), ledger_added(l), ledger_changed(l)});
	}
	for (i = 0; i < import_text_files(m->text); i++) {
		struct import_change c;

		if (import_text_change(m->text, i, &c))
			VEC_PUSH(m->arena, &list, c);
	}
	*all = list.v;
	return list.n;
}

const char *
import_write(struct import *m)
{
	const char *bad;
	size_t i;

	if (m->rule.dry_run)
		return NULL;
	bad = import_text_write(m->text);
	for (i = 0; !bad && i < m->ledgers->n; i++) {
		void *p = m->ledgers->entries[i].value;

		if (p != &nothing && !ledger_write(p))
			bad = ledger_path(p);
	}
	return bad;
}
