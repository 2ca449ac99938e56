/* SPDX-License-Identifier: MIT */
/* data/catalog.c - areas, indicators and names from their files */
#include "data/catalog.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "data/build.h"
#include "data/cell.h"
#include "data/records.h"
#include "data/rows.h"

/* --- areas --- */

static int
compare_areas(const void *a, const void *b)
{
	const struct area *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

static struct area *
make_area(struct load *l, const struct record *r)
{
	struct area *area = ARENA_NEW(l->arena, struct area);

	area->id = record_text(r, "id");
	area->kind = record_text(r, "kind");
	area->lang = record_text(r, "lang");
	area->iso2 = record_text(r, "iso2");
	area->m49 = record_text(r, "m49");
	area->currency = record_text(r, "currency");
	area->record = r;
	area->at = r->at;
	return area;
}

void
catalog_areas(struct load *l)
{
	const struct record_table *t = store_table(l->store, STR("areas"));
	struct area **areas = ARENA_ARRAY(l->arena, struct area *, t->n);
	unsigned i;

	for (i = 0; i < t->n; i++) {
		areas[i] = make_area(l, t->rows[i]);
		map_put(l->store->areas, str_from(areas[i]->id), areas[i]);
		VEC_PUSH(l->arena, &l->store->area_list, areas[i]);
	}
	for (i = 0; i < t->n; i++) {
		const struct cell *parent = record_cell(t->rows[i], "parent");

		if (parent->ref)
			areas[i]->parent =
			    store_area(l->store, str_from(parent->text));
	}
	if (t->n > 1)
		qsort(areas, t->n, sizeof(struct area *), compare_areas);
	for (i = 0; i < t->n; i++)
		areas[i]->rank = i;
}

/* --- indicators --- */

static double
number_or(const struct record *r, const char *field, double otherwise)
{
	double v = record_cell(r, field)->number;

	return isnan(v) ? otherwise : v;
}

static int
choice_or(const struct record *r, const char *field, const char *choices,
    int otherwise)
{
	int i = cell_choice(str_from(record_text(r, field)), choices);

	return i < 0 ? otherwise : i;
}

/*
 * Counts of persons and cases are guarded unless the catalogue says that they
 * are published national counts (DESIGN 13).
 */
static bool
is_guarded(const struct record *r)
{
	const char *guard = record_text(r, "guard");

	if (guard[0] != '\0')
		return streq(guard, "yes");
	return cell_choice(
		   str_from(record_text(r, "unit")), "person child case") >= 0;
}

static struct indicator *
make_indicator(struct load *l, const struct record *r)
{
	struct indicator *in = ARENA_NEW(l->arena, struct indicator);

	in->id = record_text(r, "id");
	in->name = record_text(r, "name");
	in->short_name = record_text(r, "short");
	in->unit = record_text(r, "unit");
	in->topic = record_text(r, "topic");
	in->sdg = record_text(r, "sdg");
	in->producer = record_text(r, "producer");
	in->definition = record_text(r, "definition");
	in->standard = record_text(r, "standard");
	in->weight = record_text(r, "weight");
	in->type = (enum ind_type)choice_or(
	    r, "type", "number verdict date text", IND_NUMBER);
	in->better =
	    (enum better)choice_or(r, "better", "- higher lower", BETTER_NONE);
	in->aggregate = (enum aggregate)choice_or(
	    r, "aggregate", "none sum weighted", AGG_NONE);
	in->decimals = (int)number_or(r, "decimals", 0);
	in->min = number_or(r, "min", -HUGE_VAL);
	in->max = number_or(r, "max", HUGE_VAL);
	in->target = number_or(r, "target", NAN);
	in->target_year = (int)number_or(r, "target_year", 0);
	in->guard = is_guarded(r);
	in->record = r;
	in->at = r->at;
	return in;
}

static int
compare_indicators(const void *a, const void *b)
{
	const struct indicator *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

void
catalog_indicators(struct load *l)
{
	const struct record_table *t = store_table(l->store, STR("indicators"));
	struct indicator **all =
	    ARENA_ARRAY(l->arena, struct indicator *, t->n);
	unsigned i;

	for (i = 0; i < t->n; i++) {
		all[i] = make_indicator(l, t->rows[i]);
		map_put(l->store->indicators, str_from(all[i]->id), all[i]);
		VEC_PUSH(l->arena, &l->store->indicator_list, all[i]);
	}
	if (t->n > 1)
		qsort(
		    all, t->n, sizeof(struct indicator *), compare_indicators);
	for (i = 0; i < t->n; i++)
		all[i]->rank = i;
}

/* --- names --- */

enum { NAME_ID, NAME_FORM, NAME_TEXT, NAME_COLUMNS };

/* All parts of all keys, in a map and as a list. */
static struct map *
collect_ids(struct load *l, const char *const **list, size_t *n)
{
	struct map *ids = map_new(l->arena);
	VEC(const char *) names = {0};
	size_t i, k;

	for (i = 0; i < l->store->ntables; i++) {
		const struct table *t = &l->store->tables[i];

		for (k = 0; k < t->words.n; k++) {
			const char *id = t->words.v[k];
			size_t before = ids->n;

			map_put(ids, str_from(id), l);
			if (ids->n > before)
				VEC_PUSH(l->arena, &names, id);
		}
	}
	*list = names.v;
	*n = names.n;
	return ids;
}

static char *
name_key(struct arena *a, const char *lang, struct str id, const char *form)
{
	return arena_printf(a, "%s\n" STR_FMT "\n%s", lang, STR_ARG(id), form);
}

static bool
take_name(struct load *l, const char *lang, const struct rows *rows,
    const struct row *row, const size_t *columns)
{
	static const char *const names[] = {"id", "form", "text"};
	struct str f[NAME_COLUMNS];
	const char *key;
	size_t i;

	for (i = 0; i < NAME_COLUMNS; i++) {
		f[i] = row->fields[columns[i]];
		if (f[i].n > 0)
			continue;
		diag(l->sink, DIAG_CELL_EMPTY,
		    rows_place(rows, row->line, row->offset, columns[i]),
		    names[i], "a file of names");
		return false;
	}
	key = name_key(
	    l->arena, lang, f[NAME_ID], str_dup(l->arena, f[NAME_FORM]));
	if (map_get(l->store->names, key)) {
		diag(l->sink, DIAG_NAME_TWICE,
		    rows_place(rows, row->line, row->offset, columns[0]),
		    str_dup(l->arena, f[NAME_FORM]),
		    str_dup(l->arena, f[NAME_ID]));
		return false;
	}
	map_put(
	    l->store->names, str_from(key), str_dup(l->arena, f[NAME_TEXT]));
	return true;
}

static void
read_names(struct load *l, const char *path, const struct map *ids,
    const char *const *list, size_t n)
{
	static const char *const names[] = {"id", "form", "text"};
	static const bool required[] = {true, true, true};
	size_t columns[NAME_COLUMNS];
	struct rows *rows = rows_open(l->arena, l->sink, path);
	struct map *memo = map_new(l->arena);
	const char *lang = path_stem(l->arena, path);
	struct row row;

	if (!rows)
		return;
	if (records_columns(l, rows, "files of names", names, required,
		NAME_COLUMNS, columns)) {
		while (rows_next(rows, &row)) {
			struct str id = row.fields[columns[NAME_ID]];
			const char *text;

			take_name(l, lang, rows, &row, columns);
			if (id.n == 0 || map_find(ids, id))
				continue;
			text = str_dup(l->arena, id);
			diag(l->sink, DIAG_NAME_UNKNOWN,
			    rows_place(
				rows, row.line, row.offset, columns[NAME_ID]),
			    text, cell_hint(memo, text, list, n));
		}
	}
	rows_close(rows);
}

void
catalog_names(struct load *l)
{
	const char *folder = path_join(l->arena, l->folder, "names");
	const char *const *list;
	const char **files;
	size_t n, nids, i;
	struct map *ids = collect_ids(l, &list, &nids);

	n = dir_list(l->arena, folder, &files);
	for (i = 0; i < n; i++)
		if (str_ends(str_from(files[i]), ".csv"))
			read_names(l, path_join(l->arena, folder, files[i]),
			    ids, list, nids);
}

const char *
store_name(
    const struct store *s, const char *lang, const char *id, const char *form)
{
	struct buf b = {0};
	const char *text;

	buf_printf(&b, "%s\n%s\n%s", lang, id, form);
	text = map_find(s->names, buf_view(&b));
	buf_free(&b);
	return text;
}
