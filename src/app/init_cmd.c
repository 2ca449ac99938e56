/* SPDX-License-Identifier: MIT */
/*
 * app/init_cmd.c - sitan init: a workspace of one's own
 *
 * The new workspace is the shipped one without what belongs to other subjects:
 * the templates of one kind of report, the charts that they use, their style
 * and words, the catalogues, and the rows that speak of the subjects and of
 * the countries that they are compared with.  A country that is not shipped
 * gets its code, its name and an empty file of observations.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cmd.h"
#include "app/work.h"
#include "base/arena.h"
#include "base/conf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "data/crosswalk.h"
#include "proof/csv.h"

#define DEFAULT_KIND "country-overview"
#define NEW_REGION   "REG" /* of countries that have none in the shipped data */
#define OBS_COLUMNS                                                            \
	"indicator,period,place,sex,age,group,value,low,high,n,comparator,"    \
	"status,access,source,locator,known,note\n"

struct init {
	struct arena *arena;
	const char *dir, *kind;
	struct workspace *from;
	const struct report *report;
	struct map *kept; /* ids of areas */
	VEC(const struct nation *) new;
	VEC(const char *) subjects; /* of -c; empty: the report's own */
	struct map *rows;           /* "table/key" -> is the row kept? */
	struct buf text;            /* of all templates, for the charts */
	bool failed;
};

static void
write_text(struct init *in, const char *path, struct str text)
{
	const char *to = path_join(in->arena, in->dir, path);

	if (in->failed || file_write(to, text))
		return;
	fprintf(stderr, "sitan: cannot write '%s': %s\n", to, strerror(errno));
	in->failed = true;
}

/* The shipped file of a path; false: there is none. */
static bool
read_shipped(struct init *in, const char *path, struct str *text)
{
	char *found = work_find(in->from, in->arena, path);

	return found && file_read(in->arena, in->from->sink, found,
			    (struct place){0}, text);
}

static void
copy_file(struct init *in, const char *path)
{
	struct str text;

	if (read_shipped(in, path, &text))
		write_text(in, path, text);
}

/* --- which areas --- */

static bool
is_kept(const struct init *in, const struct record *area)
{
	return !area || map_get(in->kept, area->key) != NULL;
}

static void
keep(struct init *in, const char *id)
{
	map_put(in->kept, str_from(id), in);
}

/* An area, its region, and the countries it is compared with. */
static void
keep_around(struct init *in, const struct area *a)
{
	const struct area *region = a->parent, *const * all;
	size_t n = store_areas(in->from->store, &all), i;

	keep(in, a->id);
	if (region)
		keep(in, region->id);
	for (i = 0; i < n; i++)
		if (all[i]->parent == a ||
		    (region && all[i]->parent == region &&
			streq(all[i]->kind, "country")))
			keep(in, all[i]->id);
}

/* Is it a place, however deep, of a country that is kept? */
static bool
is_kept_place(const struct init *in, const struct area *a)
{
	const struct area *owner = a;

	while (owner && streq(owner->kind, "place"))
		owner = owner->parent;
	return owner && owner != a && map_get(in->kept, owner->id) != NULL;
}

/* The places of what is kept, and what belongs to no region: the partners of
 * flows and visits, the world. */
static void
keep_others(struct init *in)
{
	const struct area *const *all;
	size_t n = store_areas(in->from->store, &all), i;

	for (i = 0; i < n; i++)
		if (!all[i]->parent || is_kept_place(in, all[i]))
			keep(in, all[i]->id);
}

/* A code of -c: a shipped area, or a country of the world. */
static bool
add_subject(struct init *in, const struct crosswalk *world, struct str code)
{
	const struct area *a = store_area(in->from->store, code);
	const struct nation *nation = crosswalk_find(world, CODE_ISO3, code);
	const char *id = str_dup(in->arena, code);

	if (!a && !nation) {
		fprintf(stderr,
		    "sitan: '%s' is no country; write ISO codes of three "
		    "letters, as KHM\n",
		    id);
		return false;
	}
	VEC_PUSH(in->arena, &in->subjects, id);
	if (a && (a->parent || !streq(a->kind, "country"))) {
		keep_around(in, a);
		return true;
	}
	keep(in, id);
	keep(in, NEW_REGION);
	VEC_PUSH(in->arena, &in->new, nation);
	return true;
}

static bool
choose_areas(struct init *in, const char *list)
{
	struct crosswalk *world = crosswalk_new(in->arena);
	size_t i, n;

	for (i = 0; !list && i < in->report->nsubjects; i++)
		keep_around(in, in->report->subjects[i]);
	if (!list && in->report->region)
		keep(in, in->report->region->id);
	for (; list && *list; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		if (!add_subject(in, world, (struct str){list, n}))
			return false;
	}
	keep_others(in);
	return true;
}

/* Countries and regions stay in the catalogue of areas even if none of their
 * data do: charts and templates may name them. */
static bool
is_listed(const struct init *in, const struct area *a)
{
	return map_get(in->kept, a->id) || streq(a->kind, "country") ||
	       streq(a->kind, "region");
}

/* --- rows of data --- */

/* A row stays if all areas that it names stay, and all rows that it needs. */
static bool
keeps_row(struct init *in, const struct record *r)
{
	const char *name =
	    arena_printf(in->arena, "%s/%s", r->schema->name, r->key);
	const char *known = map_get(in->rows, name);
	bool yes = !r->area || map_get(in->kept, r->area->id) != NULL;
	size_t i;

	if (known)
		return known[0] == 'y';
	map_put(in->rows, str_from(name), (void *)"yes");
	if (streq(r->schema->name, "areas"))
		yes = is_kept(in, r);
	for (i = 0; yes && i < r->schema->nfields; i++) {
		const struct record *ref = r->cells[i].ref;

		if (r->schema->fields[i].type == FIELD_REF && ref)
			yes = keeps_row(in, ref);
	}
	map_put(in->rows, str_from(name), (void *)(yes ? "yes" : "no"));
	return yes;
}

/* The last comma of a row ends it. */
static void
end_row(struct buf *b)
{
	b->p[b->n - 1] = '\n';
}

static void
add_new_areas(struct init *in, const struct schema *s, struct buf *b)
{
	size_t i, k;

	for (i = 0; i < in->new.n + (in->new.n > 0); i++) {
		const struct nation *c = i ? in->new.v[i - 1] : NULL;

		for (k = 0; k < s->nfields; k++) {
			const char *name = s->fields[k].name, *cell = "";

			if (streq(name, "id"))
				cell = c ? c->iso3 : NEW_REGION;
			else if (streq(name, "kind"))
				cell = c ? "country" : "region";
			else if (streq(name, "parent") && c)
				cell = NEW_REGION;
			else if (streq(name, "iso2") && c)
				cell = c->iso2;
			else if (streq(name, "m49") && c)
				cell = c->m49;
			else if (streq(name, "lang"))
				cell = in->report->lang;
			else if (streq(name, "codes") && c)
				cell =
				    arena_printf(in->arena, "wb=%s", c->iso3);
			csv_text(b, cell, false);
		}
		end_row(b);
	}
}

static bool
is_new(const struct init *in, const struct record *r)
{
	size_t i;

	for (i = 0; i < in->new.n; i++)
		if (streq(r->key, in->new.v[i]->iso3))
			return true;
	return false;
}

static bool
is_written(struct init *in, const struct record *r)
{
	const struct area *a;

	if (!streq(r->schema->name, "areas"))
		return keeps_row(in, r);
	a = store_area(in->from->store, str_from(r->key));
	return a && is_listed(in, a) && !is_new(in, r);
}

static void
write_table(struct init *in, const struct record_table *t)
{
	struct buf b = {0};
	size_t i, k;

	for (k = 0; k < t->schema->nfields; k++)
		csv_text(&b, t->schema->fields[k].name, false);
	end_row(&b);
	for (i = 0; i < t->n; i++) {
		if (!is_written(in, t->rows[i]))
			continue;
		for (k = 0; k < t->schema->nfields; k++)
			csv_text(&b, t->rows[i]->cells[k].text, false);
		end_row(&b);
	}
	if (streq(t->schema->name, "areas"))
		add_new_areas(in, t->schema, &b);
	write_text(in, arena_printf(in->arena, "data/%s.csv", t->schema->name),
	    buf_view(&b));
	buf_free(&b);
}

/* data/names/<lang>.csv without the names of areas that are left out. */
static void
write_names(struct init *in, const char *file)
{
	const char *path = arena_printf(in->arena, "data/names/%s", file);
	struct str text, line;
	struct buf b = {0};
	size_t i, n;

	if (!read_shipped(in, path, &text))
		return;
	for (; text.n > 0; text = str_slice(text, line.n, text.n)) {
		const char *end = memchr(text.p, '\n', text.n);
		const struct area *a;

		line = str_slice(
		    text, 0, end ? (size_t)(end - text.p) + 1 : text.n);
		for (n = 0; n < line.n && line.p[n] != ','; n++)
			;
		a = store_area(in->from->store, str_slice(line, 0, n));
		if (!a || is_listed(in, a))
			buf_printf(&b, "%.*s", STR_ARG(line));
	}
	for (i = 0; i < in->new.n &&streq(file, "en.csv"); i++)
		if (!store_name(
			in->from->store, "en", in->new.v[i]->iso3, "short"))
			buf_printf(&b, "%s,short,%s\n", in->new.v[i]->iso3,
			    nation_name(in->arena, in->new.v[i]));
	if (in->new.n > 0 && streq(file, "en.csv"))
		buf_puts(&b, NEW_REGION ",short,the region\n" NEW_REGION
					",the,the region\n");
	write_text(in, path, buf_view(&b));
	buf_free(&b);
}

/* Observations of the areas that stay: data/countries/KHM.csv and alike. */
static void
copy_observations(struct init *in, const char *folder)
{
	const char **names, *path = path_join(in->arena, "data", folder);
	char *from = path_join(in->arena, in->from->dir, path);
	size_t n = dir_list(in->arena, from, &names), i;

	for (i = 0; i < n; i++)
		if (map_get(in->kept, path_stem(in->arena, names[i])))
			copy_file(in, path_join(in->arena, path, names[i]));
}

static void
write_data(struct init *in)
{
	const struct record_table *const *tables;
	size_t n = store_tables(in->from->store, &tables), i;
	const char **names;

	for (i = 0; i < n; i++)
		if (tables[i]->n > 0)
			write_table(in, tables[i]);
	n = dir_list(in->arena,
	    path_join(in->arena, in->from->dir, "data/names"), &names);
	for (i = 0; i < n; i++)
		write_names(in, names[i]);
	n = dir_list(in->arena,
	    path_join(in->arena, in->from->dir, "data/words"), &names);
	for (i = 0; i < n; i++)
		copy_file(in, path_join(in->arena, "data/words", names[i]));
	for (i = 0; i < in->new.n; i++)
		write_text(in,
		    arena_printf(
			in->arena, "data/countries/%s.csv", in->new.v[i]->iso3),
		    str_from(OBS_COLUMNS));
	copy_observations(in, "countries");
	copy_observations(in, "regions");
	copy_observations(in, "events");
}

/* --- templates and charts --- */

/* Is the folder that of an area which is left out? */
static bool
is_foreign(const struct init *in, const char *name)
{
	return store_area(in->from->store, str_from(name)) &&
	       !map_get(in->kept, name);
}

static void
copy_templates(struct init *in, const char *folder)
{
	char *from = work_find(in->from, in->arena, folder);
	const char **names;
	size_t n = dir_list(in->arena, from ? from : folder, &names), i;
	struct str text;

	for (i = 0; i < n; i++) {
		const char *path = path_join(in->arena, folder, names[i]);

		if (dir_exists(path_join(in->arena, in->from->dir, path))) {
			if (!is_foreign(in, names[i]))
				copy_templates(in, path);
		} else if (read_shipped(in, path, &text)) {
			buf_printf(&in->text, "%.*s\n", STR_ARG(text));
			if (!streq(names[i], "report.yaml"))
				write_text(in, path, text);
		}
	}
}

/* report.yaml with the chosen subjects; their region is that of the first. */
static void
write_report(struct init *in)
{
	const char *path =
	    arena_printf(in->arena, "templates/%s/report.yaml", in->kind);
	const struct area *first = NULL;
	struct buf b = {0};
	struct str text;
	size_t i, n;

	if (!read_shipped(in, path, &text))
		return;
	if (in->subjects.n > 0)
		first =
		    store_area(in->from->store, str_from(in->subjects.v[0]));
	for (; text.n > 0; text = str_slice(text, n, text.n)) {
		const char *end = memchr(text.p, '\n', text.n);
		struct str line;

		n = end ? (size_t)(end - text.p) + 1 : text.n;
		line = str_slice(text, 0, n);
		if (in->subjects.n > 0 && str_starts(line, "region:")) {
			buf_printf(&b, "region: %s\n",
			    first && first->parent ? first->parent->id
						   : NEW_REGION);
		} else if (in->subjects.n > 0 &&
			   str_starts(line, "subjects:")) {
			buf_puts(&b, "subjects: [");
			for (i = 0; i < in->subjects.n; i++)
				buf_printf(&b, "%s%s", i ? ", " : "",
				    in->subjects.v[i]);
			buf_puts(&b, "]\n");
		} else {
			buf_printf(&b, "%.*s", STR_ARG(line));
		}
	}
	write_text(in, path, buf_view(&b));
	buf_free(&b);
}

/* Does some template have the line "use: name"? */
static bool
is_used(const struct init *in, const char *name)
{
	const char *at = in->text.p, *p;
	size_t n = strlen(name);

	for (; at && (p = strstr(at, "use: ")) != NULL; at = p + 5)
		if (strncmp(p + 5, name, n) == 0 &&
		    strchr(" \n", p[5 + n]) != NULL)
			return true;
	return false;
}

static void
copy_charts(struct init *in, const char *folder)
{
	char *from = path_join(in->arena, in->from->dir, folder);
	const char **names;
	size_t n = dir_list(in->arena, from, &names), i;

	for (i = 0; i < n; i++) {
		const char *path = path_join(in->arena, folder, names[i]);

		if (dir_exists(path_join(in->arena, from, names[i])))
			copy_charts(in, path);
		else if (!str_ends(str_from(names[i]), ".yaml") ||
			 is_used(in, path_stem(in->arena, names[i])))
			copy_file(in, path);
	}
}

/* --- all of it --- */

/* The shipped workspace that has the kind: here, or what is installed. */
static bool
find_shipped(struct init *in)
{
	const char *share = getenv("SITAN_SHARE");
	const char *const places[] = {share, ".", SITAN_SHARE_DIR};
	const char *names[64], *near;
	size_t i, k, n = 0;

	for (i = 0; i < sizeof places / sizeof *places; i++) {
		if (!places[i] ||
		    !dir_exists(path_join(in->arena, places[i], "data")) ||
		    !dir_exists(path_join(in->arena, places[i], "templates")))
			continue;
		in->from = work_open(in->arena, places[i]);
		in->report = work_report(in->from, in->kind);
		if (in->report)
			return true;
		for (k = 0; k < in->from->nreports && n < 64; k++)
			names[n++] = in->from->reports[k].name;
	}
	if (n == 0) {
		fprintf(stderr,
		    "sitan: found no templates to start from; install sitan, "
		    "or name their folder in SITAN_SHARE\n");
		return false;
	}
	near = str_nearest(in->kind, names, n);
	fprintf(stderr, "sitan: no kind of report '%s'%s%s%s; see sitan list\n",
	    in->kind, near ? " (did you mean '" : "", near ? near : "",
	    near ? "'?)" : "");
	return false;
}

static enum exit_status
run(struct init *in, const struct opts *o)
{
	const char **names;

	if (dir_list(in->arena, in->dir, &names) > 0 || file_exists(in->dir)) {
		fprintf(stderr, "sitan: '%s' is not empty; name a new folder\n",
		    in->dir);
		return STATUS_USAGE;
	}
	if (!find_shipped(in) || !choose_areas(in, o->countries))
		return STATUS_USAGE;
	write_data(in);
	copy_templates(in, arena_printf(in->arena, "templates/%s", in->kind));
	write_report(in);
	copy_file(in, arena_printf(in->arena, "templates/styles/%s.yaml",
			  in->report->style));
	copy_file(in, arena_printf(in->arena, "templates/locale/%s.yaml",
			  in->report->lang));
	copy_charts(in, "charts");
	if (in->failed)
		return STATUS_MACHINE;
	printf("%s: a workspace for the report '%s'\n"
	       "next: sitan build %s\n",
	    in->dir, in->kind, in->dir);
	return STATUS_DONE;
}

enum exit_status
cmd_init(const struct opts *o)
{
	struct arena *a = arena_new();
	struct init in = {.arena = a,
	    .kind = o->kind ? o->kind : DEFAULT_KIND,
	    .kept = map_new(a),
	    .rows = map_new(a)};
	enum exit_status status = STATUS_USAGE;

	if (o->nargs != 1) {
		fprintf(stderr, "sitan: init takes one new folder\n");
	} else {
		in.dir = o->args[0];
		status = run(&in, o);
	}
	buf_free(&in.text);
	arena_free(a);
	return status;
}
