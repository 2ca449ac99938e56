/* SPDX-License-Identifier: MIT */
/* proof/inputs.c - the data that printed values come from */
#include "proof/inputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/vec.h"
#include "data/obsrow.h"
#include "data/store.h"
#include "base/csv_out.h"
#include "tmpl/tmpl.h"

struct inputs {
	struct arena *arena;
	const struct view *view;
	struct map *seen; /* addresses of observations and records */
	VEC(const struct obs *) obs;
	VEC(const struct record *) records;
};

struct inputs *
inputs_new(struct arena *a, const struct view *view)
{
	struct inputs *in = ARENA_NEW(a, struct inputs);

	in->arena = a;
	in->view = view;
	in->seen = map_new(a);
	return in;
}

static bool
is_new(struct inputs *in, const void *p)
{
	struct str key = {(const char *)&p, sizeof p};

	if (map_find(in->seen, key))
		return false;
	map_put(in->seen, key, in);
	return true;
}

/* A record and all that it refers to: without them it could not be read. */
static void
add_record(struct inputs *in, const struct record *r)
{
	size_t i;

	if (!r || r->restricted || !is_new(in, r))
		return;
	VEC_PUSH(in->arena, &in->records, r);
	for (i = 0; i < r->schema->nfields; i++)
		add_record(in, r->cells[i].ref);
}

static void
add_area(struct inputs *in, const char *id)
{
	const struct area *a =
	    *id ? store_area(in->view->store, str_from(id)) : NULL;

	if (a)
		add_record(in, a->record);
}

static void
add_obs(struct inputs *in, const struct obs *o)
{
	if (!is_new(in, o))
		return;
	VEC_PUSH(in->arena, &in->obs, o);
	add_record(in, o->indicator->record);
	add_record(in, o->area->record);
	add_record(in, o->source);
	add_area(in, o->place);
}

bool
inputs_add(struct inputs *in, const struct printed *p)
{
	size_t i;

	for (i = 0; i < p->nobs; i++)
		if (p->obs[i]->restricted)
			return false;
	for (i = 0; i < p->nrecords; i++)
		if (p->records[i]->restricted)
			return false;
	for (i = 0; i < p->nobs; i++)
		add_obs(in, p->obs[i]);
	for (i = 0; i < p->nrecords; i++)
		add_record(in, p->records[i]);
	return true;
}

/* --- data.csv --- */

static int
compare_obs(const void *pa, const void *pb)
{
	const struct obs *a = *(const struct obs *const *)pa;
	const struct obs *b = *(const struct obs *const *)pb;
	int c = strcmp(a->area->id, b->area->id);

	if (c == 0)
		c = strcmp(a->at.file, b->at.file);
	return c != 0 ? c
		      : (a->at.line > b->at.line) - (a->at.line < b->at.line);
}

static void
value_field(struct buf *b, const struct obs *o)
{
	static const char *const verdicts[] = {
	    "", "yes", "no", "partial", "not_full", "unclear"};

	if (o->verdict)
		csv_text(b, verdicts[o->verdict], false);
	else if (o->text[0])
		csv_text(b, o->text, false);
	else
		csv_number(b, o->value, false);
}

static void
obs_row(struct arena *a, struct buf *b, const struct obs *o)
{
	csv_text(b, o->area->id, false);
	csv_text(b, o->indicator->id, false);
	csv_text(b, period_text(a, o->period), false);
	csv_text(b, o->place, false);
	csv_text(b, o->sex, false);
	csv_text(b, o->age, false);
	csv_text(b, o->group, false);
	value_field(b, o);
	csv_number(b, o->low, false);
	csv_number(b, o->high, false);
	csv_number(b, o->n, false);
	csv_text(b, obsrow_comparator(o->comparator), false);
	csv_text(b, obsrow_status(o->status), false);
	csv_text(b, "", false);
	csv_text(b, record_text(o->source, "key"), false);
	csv_text(b, o->locator, false);
	csv_text(b, date_text(a, o->known), false);
	csv_text(b, o->note, true);
}

static int
compare_texts(const void *pa, const void *pb)
{
	const struct str *a = pa, *b = pb;

	return str_cmp(*a, *b);
}

void
inputs_digest(struct arena *a, const struct printed *p, char out[17])
{
	struct str *rows = ARENA_ARRAY(a, struct str, p->nobs);
	struct buf all = {0};
	char digest[65];
	size_t i;

	out[0] = '\0';
	if (p->nobs == 0 || (p->nobs == 1 && p->value == p->obs[0]->value))
		return;
	for (i = 0; i < p->nobs; i++) {
		struct buf row = {0};

		obs_row(a, &row, p->obs[i]);
		rows[i] = buf_take(&row, a);
	}
	qsort(rows, p->nobs, sizeof *rows, compare_texts);
	for (i = 0; i < p->nobs; i++) /* one that is used twice once */
		if (i == 0 || !str_eq(rows[i], rows[i - 1]))
			buf_str(&all, rows[i]);
	hash_hex(buf_view(&all), digest);
	buf_free(&all);
	memcpy(out, digest, 16);
	out[16] = '\0';
}

static struct str
data_text(struct inputs *in)
{
	struct buf b = {0};
	size_t i;

	if (in->obs.n > 1)
		qsort(in->obs.v, in->obs.n, sizeof *in->obs.v, compare_obs);
	buf_puts(&b, "subject,indicator,period,place,sex,age,group,value,low,"
		     "high,n,comparator,status,access,source,locator,known,"
		     "note\r\n");
	for (i = 0; i < in->obs.n; i++)
		obs_row(in->arena, &b, in->obs.v[i]);
	return buf_take(&b, in->arena);
}

/* --- record files --- */

/* By table, within it in the order of its file. */
static int
compare_records(const void *pa, const void *pb)
{
	const struct record *a = *(const struct record *const *)pa;
	const struct record *b = *(const struct record *const *)pb;
	int c = strcmp(a->schema->name, b->schema->name);

	return c != 0 ? c
		      : (a->at.line > b->at.line) - (a->at.line < b->at.line);
}

static void
record_row(struct inputs *in, struct buf *b, const struct record *r)
{
	size_t i;

	for (i = 0; i < r->schema->nfields; i++)
		csv_text(b, view_hides(in->view, r, i) ? "" : r->cells[i].text,
		    i + 1 == r->schema->nfields);
}

static struct str
table_text(struct inputs *in, const struct record *const *v, size_t n)
{
	const struct schema *s = v[0]->schema;
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s->nfields; i++)
		csv_text(&b, s->fields[i].name, i + 1 == s->nfields);
	for (i = 0; i < n; i++)
		record_row(in, &b, v[i]);
	return buf_take(&b, in->arena);
}

size_t
inputs_files(struct inputs *in, struct input_file **out)
{
	VEC(struct input_file) files = {0};
	size_t i, k;

	VEC_PUSH(
	    in->arena, &files, (struct input_file){"data.csv", data_text(in)});
	if (in->records.n > 1)
		qsort(in->records.v, in->records.n, sizeof *in->records.v,
		    compare_records);
	for (i = 0; i < in->records.n; i = k) {
		const struct schema *s = in->records.v[i]->schema;

		for (k = i; k < in->records.n; k++)
			if (in->records.v[k]->schema != s)
				break;
		VEC_PUSH(in->arena, &files,
		    (struct input_file){
			arena_printf(in->arena, "%s.csv", s->name),
			table_text(in, in->records.v + i, k - i)});
	}
	*out = files.v;
	return files.n;
}

static int
compare_paths(const void *pa, const void *pb)
{
	return strcmp(*(const char *const *)pa, *(const char *const *)pb);
}

size_t
inputs_origins(struct inputs *in, const char *const **out)
{
	struct map *seen = map_new(in->arena);
	VEC(const char *) paths = {0};
	size_t i, n = in->obs.n;

	for (i = 0; i < n + in->records.n; i++) {
		const char *path = i < n ? in->obs.v[i]->at.file
					 : in->records.v[i - n]->at.file;

		if (map_get(seen, path))
			continue;
		map_put(seen, str_from(path), in);
		VEC_PUSH(in->arena, &paths, path);
	}
	if (paths.n > 1)
		qsort(paths.v, paths.n, sizeof *paths.v, compare_paths);
	*out = paths.v;
	return paths.n;
}
