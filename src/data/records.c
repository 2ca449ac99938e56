/* SPDX-License-Identifier: MIT */
/*
 * data/records.c - record files into tables
 *
 * A table is read in two steps.  First all rows are read and every field is
 * checked by itself.  Then, when the tables that it refers to are done,
 * references are resolved.  Rows that refer to a row which was left out are
 * left out without a message of their own: one mistake, one message, and a
 * count of what fell with it.
 */
#include "data/records.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "data/build.h"
#include "data/cell.h"
#include "data/load.h"
#include "data/rows.h"
#include "data/table.h"

/* --- header --- */

static size_t
find_name(struct str s, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (str_is(s, names[i]))
			return i;
	return SIZE_MAX;
}

bool
records_columns(struct load *l, const struct rows *rows, const char *what,
    const char *const *names, const bool *required, size_t n, size_t *columns)
{
	struct map *memo = map_new(l->arena);
	bool complete = true;
	size_t i;

	for (i = 0; i < n; i++)
		columns[i] = SIZE_MAX;
	for (i = 0; i < rows_columns(rows); i++) {
		const char *head = str_dup(l->arena, rows_head(rows, i));
		size_t k = find_name(rows_head(rows, i), names, n);

		if (k == SIZE_MAX)
			diag(l->sink, DIAG_COLUMN_UNKNOWN,
			    rows_head_place(rows, i), head, what,
			    cell_hint(memo, head, names, n));
		else if (columns[k] != SIZE_MAX)
			diag(l->sink, DIAG_COLUMN_TWICE,
			    rows_head_place(rows, i), head);
		else
			columns[k] = i;
	}
	for (i = 0; i < n; i++) {
		if (!required[i] || columns[i] != SIZE_MAX)
			continue;
		diag(l->sink, DIAG_COLUMN_MISSING, rows_head_place(rows, 0),
		    names[i]);
		complete = false;
	}
	return complete;
}

static bool
read_columns(struct load *l, struct table *t)
{
	const struct schema *s = t->view.schema;
	const char **names = ARENA_ARRAY(l->arena, const char *, s->nfields);
	bool *required = ARENA_ARRAY(l->arena, bool, s->nfields);
	size_t i;

	t->columns = ARENA_ARRAY(l->arena, size_t, s->nfields);
	for (i = 0; i < s->nfields; i++) {
		names[i] = s->fields[i].name;
		required[i] = s->fields[i].required;
	}
	return records_columns(l, t->rows,
	    arena_printf(l->arena, "%s.csv", s->name), names, required,
	    s->nfields, t->columns);
}

/* --- one field --- */

static struct spot
cell_spot(const struct table *t, const struct raw *raw, size_t field)
{
	size_t column = t->columns[field];

	return (struct spot){t->rows, raw->record.at.line, raw->offset,
	    column == SIZE_MAX ? 0 : column};
}

static struct place
cell_place(const struct table *t, const struct raw *raw, size_t field)
{
	return spot_place(cell_spot(t, raw, field));
}

/* Read a field into its cell; false after a message. */
static bool
read_cell(
    struct load *l, struct table *t, struct raw *raw, size_t i, struct str text)
{
	const struct field *f = &t->view.schema->fields[i];
	struct cell *cell = &raw->cells[i];
	struct place at;

	cell->text = text.n ? arena_strndup(l->arena, text.p, text.n) : "";
	cell->number = NAN;
	if (text.n == 0 && !f->required)
		return true;
	if (text.n == 0) {
		diag(l->sink, DIAG_CELL_EMPTY, cell_place(t, raw, i), f->name,
		    arena_printf(l->arena, "%s.csv", t->view.schema->name));
		return false;
	}
	if ((f->type == FIELD_NUMBER && cell_number(text, &cell->number)) ||
	    (f->type == FIELD_DATE && date_parse(text, &cell->date)) ||
	    (f->type == FIELD_CODE && cell_choice(text, f->choices) >= 0) ||
	    (f->type == FIELD_TEXT && (!f->word || cell_is_word(text))) ||
	    f->type == FIELD_REF)
		return true;
	at = cell_place(t, raw, i);
	if (f->type == FIELD_NUMBER)
		diag(l->sink, DIAG_CELL_NUMBER, at, cell->text, f->name);
	else if (f->type == FIELD_DATE)
		diag(l->sink, DIAG_CELL_DATE, at, cell->text, f->name);
	else if (f->type == FIELD_CODE)
		diag(l->sink, DIAG_CELL_CHOICE, at, cell->text, f->name,
		    cell_choice_hint(l->arena, cell->text, f->choices),
		    cell_choices(l->arena, f->choices));
	else
		diag(l->sink, DIAG_CELL_WORD, at, cell->text, f->name);
	return false;
}

/* --- keys --- */

static bool
is_key_part(const struct field *f)
{
	return f->key && strcmp(f->name, "area") != 0 &&
	       strcmp(f->name, "known") != 0;
}

/* Whose row it is by its key; NULL for all others, and when left empty. */
static const char *
area_id(const struct raw *raw)
{
	const struct schema *s = raw->record.schema;
	const char *id = "";

	if (s->by_area)
		id = raw->cells[table_field(s, "area")].text;
	return id[0] != '\0' ? id : NULL;
}

static struct str
slot_key(struct buf *b, const char *area, struct str key)
{
	b->n = 0;
	buf_puts(b, area ? area : "");
	buf_putc(b, '\n');
	buf_str(b, key);
	return buf_view(b);
}

struct slot *
table_slot(const struct table *t, const char *area, struct str key)
{
	struct buf b = {0};
	struct slot *slot = map_find(t->slots, slot_key(&b, area, key));

	buf_free(&b);
	return slot;
}

static struct slot *
add_to_slot(struct load *l, struct table *t, struct buf *b, struct raw *raw,
    struct str key)
{
	struct str name = slot_key(b, area_id(raw), key);
	struct slot *slot = map_find(t->slots, name);

	if (!slot) {
		slot = ARENA_NEW(l->arena, struct slot);
		map_put(t->slots, name, slot);
	}
	VEC_PUSH(l->arena, &slot->raws, raw);
	return slot;
}

/* Make the key and enter the row under it and under its first parts. */
static void
add_key(struct load *l, struct table *t, struct raw *raw)
{
	const struct schema *s = t->view.schema;
	struct buf key = {0}, name = {0};
	bool first = true;
	size_t i;

	for (i = 0; i < s->nfields; i++) {
		if (!is_key_part(&s->fields[i]))
			continue;
		if (!first)
			buf_putc(&key, '/');
		buf_puts(&key, raw->cells[i].text);
		raw->slot = add_to_slot(l, t, &name, raw, buf_view(&key));
		VEC_PUSH(l->arena, &t->words, raw->cells[i].text);
		first = false;
	}
	raw->record.key = store_word(l->store, buf_view(&key));
	buf_free(&key);
	buf_free(&name);
}

/* --- reading --- */

static void
read_record(struct load *l, struct table *t, const struct row *row, int access)
{
	const struct schema *s = t->view.schema;
	struct raw *raw = ARENA_NEW(l->arena, struct raw);
	size_t i;

	raw->cells = ARENA_ARRAY(l->arena, struct cell, s->nfields);
	raw->offset = row->offset;
	raw->record.schema = s;
	raw->record.cells = raw->cells;
	raw->record.at = (struct place){t->path, row->line, 1};
	for (i = 0; i < s->nfields; i++) {
		size_t column = t->columns[i];
		struct str text = {"", 0};

		if (column != SIZE_MAX)
			text = row->fields[column];
		if (!read_cell(l, t, raw, i, text))
			raw->rejected = true;
	}
	if (access >= 0)
		raw->record.restricted = raw->cells[access].text[0] != '\0';
	add_key(l, t, raw);
	VEC_PUSH(l->arena, &t->raws, raw);
}

struct rows *
records_open(struct load *l, const char *path, bool *missing)
{
	size_t i;

	*missing = !l->texts && !file_exists(path);
	if (!l->texts)
		return *missing ? NULL : rows_open(l->arena, l->sink, path);
	for (i = 0; i < l->ntexts; i++)
		if (streq(l->texts[i].name, path))
			return rows_open_text(
			    l->arena, l->sink, path, l->texts[i].text);
	*missing = true;
	return NULL;
}

void
records_read(struct load *l, struct table *t)
{
	int access = table_field(t->view.schema, "access");
	struct row row;
	bool missing;

	t->path = path_join(l->arena, l->folder,
	    arena_printf(l->arena, "%s.csv", t->view.schema->name));
	t->rows = records_open(l, t->path, &missing);
	if (missing)
		return;
	t->asked = true;
	if (!t->rows || !read_columns(l, t))
		return;
	t->usable = true;
	while (rows_next(t->rows, &row))
		read_record(l, t, &row, access);
}

/* --- references --- */

/* Whether all rows of the slot were left out; then one of them is blamed. */
static struct record *
pick(struct slot *slot, bool *fallen)
{
	struct record *found = NULL;
	size_t i;

	for (i = 0; slot && i < slot->raws.n; i++) {
		if (!slot->raws.v[i]->rejected)
			found = &slot->raws.v[i]->record;
	}
	if (slot && !found) {
		slot->raws.v[0]->dependents++;
		*fallen = true;
	}
	return found;
}

struct table *
records_table(struct load *l, const char *name)
{
	return store_table_of(l->store, table_find(str_from(name)));
}

static struct str
last_part(struct str key)
{
	size_t i = key.n;

	while (i > 0 && key.p[i - 1] != '/')
		i--;
	return str_slice(key, i, key.n);
}

/* "law" for the table of laws, "body" for that of bodies. */
static const char *
singular(struct arena *a, const char *name)
{
	size_t n = strlen(name);

	if (str_ends(str_from(name), "ies"))
		return arena_printf(a, "%.*sy", (int)n - 3, name);
	return arena_strndup(a, name, n - 1);
}

struct record *
records_find(struct load *l, struct table *t, const char *area, struct str key,
    struct spot at, const char *from)
{
	const char *name = t->view.schema->name;
	struct record *found = NULL;
	struct map *memo;
	bool fallen = false;
	char *text;

	if (t->view.schema->by_area && area)
		found = pick(table_slot(t, area, key), &fallen);
	if (!found && !fallen)
		found = pick(table_slot(t, NULL, key), &fallen);
	if (found || fallen)
		return found;
	if (!t->asked)
		diag(l->sink, DIAG_TABLE_NEEDED, (struct place){t->path, 0, 0},
		    from);
	t->asked = true;
	if (!t->usable)
		return NULL;
	memo = map_get(l->hints, name);
	if (!memo) {
		memo = map_new(l->arena);
		map_put(l->hints, str_from(name), memo);
	}
	text = str_dup(l->arena, last_part(key));
	diag(l->sink, DIAG_CELL_REF, spot_place(at), singular(l->arena, name),
	    text, cell_hint(memo, text, t->words.v, t->words.n));
	return NULL;
}

/* The key that a reference names: within the own table the parts before the
 * last are those of the row itself. */
static struct str
ref_key(
    struct load *l, const struct table *t, const struct raw *raw, size_t field)
{
	const struct field *f = &t->view.schema->fields[field];
	const char *text = raw->cells[field].text;
	const char *slash = strrchr(raw->record.key, '/');

	if (!slash || !streq(f->target, t->view.schema->name))
		return str_from(text);
	return str_from(arena_printf(l->arena, "%.*s/%s",
	    (int)(slash - raw->record.key), raw->record.key, text));
}

static bool
resolve_ref(struct load *l, struct table *t, struct raw *raw, size_t i,
    struct table *target)
{
	struct cell *cell = &raw->cells[i];

	if (!target || cell->text[0] == '\0')
		return true;
	cell->ref = records_find(l, target, area_id(raw), ref_key(l, t, raw, i),
	    cell_spot(t, raw, i), path_name(t->path));
	return cell->ref != NULL;
}

static const struct area *
area_of(const struct load *l, const struct raw *raw)
{
	const struct cell *area = record_cell(&raw->record, "area");
	const struct cell *law = record_cell(&raw->record, "law");

	if (area && area->ref &&
	    (raw->record.schema->by_area ||
		streq(raw->record.schema->name, "laws")))
		return store_area(l->store, str_from(area->text));
	return law && law->ref ? law->ref->area : NULL;
}

struct date
source_known(const struct record *source)
{
	static const char *const fields[] = {"published", "year", "accessed"};
	struct date d = {0};
	size_t i;

	for (i = 0; i < 3 && !date_known(d); i++)
		d = record_cell(source, fields[i])->date;
	return d;
}

/* Since when the record is known; false after a message. */
static bool
date_record(struct load *l, struct table *t, struct raw *raw)
{
	const struct cell *known = record_cell(&raw->record, "known");
	const struct cell *source = record_cell(&raw->record, "source");

	if (!known)
		return true;
	raw->record.known = known->date;
	if (!date_known(known->date) && source && source->ref)
		raw->record.known = source_known(source->ref);
	if (date_known(raw->record.known))
		return true;
	diag(l->sink, DIAG_ROW_UNDATED,
	    cell_place(t, raw, (size_t)table_field(t->view.schema, "known")),
	    source ? source->text : "");
	return false;
}

/* False after a message that the key, with its date, stands before. */
static bool
check_unique(struct load *l, struct table *t, struct raw *raw)
{
	size_t i;

	for (i = 0; raw->slot && raw->slot->raws.v[i] != raw; i++) {
		const struct raw *other = raw->slot->raws.v[i];

		if (other->rejected ||
		    date_compare(other->record.known, raw->record.known) != 0)
			continue;
		diag(l->sink, DIAG_ROW_TWICE, cell_place(t, raw, 0),
		    raw->record.key, other->record.at.line);
		return false;
	}
	return true;
}

/* Groups of respondents, as "study\ngroup", for the themes that they name. */
static struct map *
respondent_groups(struct load *l)
{
	const struct record_table *t =
	    store_table(l->store, STR("respondents"));
	size_t i;

	if (l->groups)
		return l->groups;
	l->groups = map_new(l->arena);
	for (i = 0; i < t->n; i++) {
		const struct record *r = t->rows[i];
		const char *key = arena_printf(l->arena, "%s\n%s",
		    record_text(r, "study"), record_text(r, "group"));

		map_put(l->groups, str_from(key), l);
	}
	return l->groups;
}

/* Groups are one vocabulary for each study: that of its respondents. */
static bool
check_group(struct load *l, struct table *t, struct raw *raw)
{
	const char *study = record_text(&raw->record, "study");
	const char *group = record_text(&raw->record, "group");

	if (!streq(t->view.schema->name, "themes") || !*group ||
	    map_get(respondent_groups(l),
		arena_printf(l->arena, "%s\n%s", study, group)))
		return true;
	diag(l->sink, DIAG_THEME_GROUP,
	    cell_place(t, raw, (size_t)table_field(t->view.schema, "group")),
	    group, study);
	return false;
}

static void
drop_fallen_refs(struct table *t)
{
	const struct schema *s = t->view.schema;
	size_t i, k;

	for (i = 0; i < t->raws.n; i++)
		for (k = 0; k < s->nfields; k++) {
			struct cell *cell = &t->raws.v[i]->cells[k];

			if (cell->ref &&
			    ((const struct raw *)cell->ref)->rejected)
				cell->ref = NULL;
		}
}

void
records_resolve(struct load *l, struct table *t)
{
	const struct schema *s = t->view.schema;
	struct table **targets =
	    ARENA_ARRAY(l->arena, struct table *, s->nfields);
	size_t i, k;

	for (k = 0; k < s->nfields; k++)
		if (s->fields[k].type == FIELD_REF)
			targets[k] = records_table(l, s->fields[k].target);

	for (i = 0; i < t->raws.n; i++) {
		struct raw *raw = t->raws.v[i];

		if (raw->rejected)
			continue;
		for (k = 0; k < s->nfields; k++)
			if (!resolve_ref(l, t, raw, k, targets[k]))
				raw->rejected = true;
		if (raw->rejected)
			continue;
		raw->record.area = area_of(l, raw);
		raw->rejected = !date_record(l, t, raw) ||
				!check_unique(l, t, raw) ||
				!check_group(l, t, raw);
	}
	drop_fallen_refs(t);
	for (i = 0; i < t->raws.n; i++)
		if (!t->raws.v[i]->rejected)
			VEC_PUSH(l->arena, &t->records, &t->raws.v[i]->record);
	t->view.rows = t->records.v;
	t->view.n = t->records.n;
}

void
records_end(struct load *l, struct table *t)
{
	size_t i;

	for (i = 0; i < t->raws.n; i++) {
		const struct raw *raw = t->raws.v[i];

		if (raw->dependents)
			diag(l->sink, DIAG_ROW_DEPENDENTS, raw->record.at,
			    raw->dependents, raw->record.key);
	}
	if (t->rows)
		rows_close(t->rows);
}
