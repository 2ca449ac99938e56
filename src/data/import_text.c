/* SPDX-License-Identifier: MIT */
/* data/import_text.c - what an import adds to sources.csv, areas.csv, names/,
 * groups.csv and imports.csv */
#include "data/import_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "data/crosswalk.h"
#include "data/csvtext.h"

/* Behind F_IMPORTS: one of names for each language. */
enum file { F_SOURCES, F_AREAS, F_GROUPS, F_IMPORTS, F_NAMES };

struct text_file {
	const char *name, *columns;
	const char *lang; /* of names, else NULL */
	struct csvtext *text;
	size_t added, changed;
};

static const struct text_file files[F_NAMES] = {
    {.name = "data/sources.csv",
	.columns = "key,type,author,year,published,title,title_en,container,"
		   "number,publisher,place,symbol,url,accessed,short,via"},
    {.name = "data/areas.csv",
	.columns = "id,kind,parent,iso2,m49,lang,currency,codes"},
    {.name = "data/groups.csv",
	.columns = "group,member,from,to,source,known,note"},
    {.name = "data/imports.csv",
	.columns = "source,known,file,format,rows,values"},
};

struct import_text {
	struct arena *arena;
	struct sink *sink;
	const char *dir;
	VEC(struct text_file) files;
	VEC(size_t) begun, ended; /* rows of groups.csv without their date */
};

struct import_text *
import_text_new(
    struct arena *a, struct sink *sink, const char *dir, const char *langs)
{
	struct import_text *t = ARENA_NEW(a, struct import_text);
	size_t i, n;

	t->arena = a;
	t->sink = sink;
	t->dir = dir;
	for (i = 0; i < F_NAMES; i++)
		VEC_PUSH(a, &t->files, files[i]);
	for (; *langs; langs += n + (langs[n] == ',')) {
		struct text_file f = {.columns = "id,form,text"};

		n = strcspn(langs, ",");
		f.lang = arena_strndup(a, langs, n);
		f.name = arena_printf(a, "data/names/%s.csv", f.lang);
		VEC_PUSH(a, &t->files, f);
	}
	return t;
}

/* The file, opened when it is needed first; NULL after a message. */
static struct csvtext *
text_of(struct import_text *t, size_t i)
{
	struct text_file *f = &t->files.v[i];

	if (!f->text)
		f->text = csvtext_open(t->arena, t->sink,
		    path_join(t->arena, t->dir, f->name), f->columns);
	return f->text;
}

static size_t
add_row(struct import_text *t, size_t i, struct csvtext *text)
{
	t->files.v[i].added++;
	return csvtext_add(text, csvtext_old(text) - 1);
}

static void
set(struct csvtext *text, size_t row, const char *column, const char *value)
{
	csvtext_set(text, row, csvtext_column(text, column), value);
}

static const char *
get(const struct csvtext *text, size_t row, const char *column)
{
	return csvtext_cell(text, row, csvtext_column(text, column));
}

void
import_text_source(struct import_text *t, const char *key,
    const struct read_origin *o, const char *database, struct date known)
{
	struct csvtext *text = text_of(t, F_SOURCES);
	size_t row;

	if (!text)
		return;
	row = add_row(t, F_SOURCES, text);
	set(text, row, "key", key);
	set(text, row, "type", "dataset");
	set(text, row, "author", o->author);
	set(text, row, "year", arena_printf(t->arena, "%d", known.year));
	set(text, row, "published", date_text(t->arena, known));
	set(text, row, "title", o->title[0] ? o->title : database);
	set(text, row, "url", o->url);
}

static void
add_name(struct import_text *t, size_t i, const char *id, const char *form,
    const char *name)
{
	struct csvtext *text = text_of(t, i);
	size_t row = add_row(t, i, text);

	set(text, row, "id", id);
	set(text, row, "form", form);
	set(text, row, "text", name);
}

/* The names of a country in one language, unless it has one there. */
static void
add_names(struct import_text *t, size_t i, const struct nation *n)
{
	const char *lang = t->files.v[i].lang;
	const char *name = nation_name(t->arena, n, lang);
	struct csvtext *text = name ? text_of(t, i) : NULL;
	size_t k;

	if (!text)
		return;
	for (k = 0; k < csvtext_rows(text); k++)
		if (streq(get(text, k, "id"), n->iso3) &&
		    streq(get(text, k, "form"), "short"))
			return;
	add_name(t, i, n->iso3, "short", name);
	if (n->article[0] && strncmp(lang, "en", 2) == 0)
		add_name(t, i, n->iso3, "the",
		    arena_printf(t->arena, "%s %s", n->article, name));
}

void
import_text_area(
    struct import_text *t, const struct area *a, const struct nation *n)
{
	struct csvtext *text = text_of(t, F_AREAS);
	size_t row, i;

	if (!text)
		return;
	row = add_row(t, F_AREAS, text);
	set(text, row, "id", a->id);
	set(text, row, "kind", "country");
	set(text, row, "parent", a->parent ? a->parent->id : "");
	set(text, row, "iso2", a->iso2);
	set(text, row, "m49", a->m49);
	set(text, row, "lang", "en");
	set(text, row, "currency", a->currency);
	for (i = F_NAMES; i < t->files.n; i++)
		add_names(t, i, n);
}

/* Whether a group is one of several of which a country has one at a time. */
static bool
is_income(const char *group)
{
	return str_ends(str_from(group), "-income");
}

size_t
import_text_member(struct import_text *t, const char *area, const char *group)
{
	struct csvtext *text = text_of(t, F_GROUPS);
	size_t i, row, ends = 0;

	if (!text)
		return 0;
	for (i = 0; i < csvtext_rows(text); i++) {
		const char *old = get(text, i, "group");

		if (!streq(get(text, i, "member"), area) ||
		    get(text, i, "to")[0])
			continue;
		if (streq(old, group))
			return 0;
		if (is_income(old) && is_income(group)) {
			VEC_PUSH(t->arena, &t->ended, i);
			t->files.v[F_GROUPS].changed++;
			ends++;
		}
	}
	row = add_row(t, F_GROUPS, text);
	set(text, row, "group", group);
	set(text, row, "member", area);
	VEC_PUSH(t->arena, &t->begun, row);
	return ends + 1;
}

void
import_text_date(struct import_text *t, const char *source, struct date known)
{
	struct csvtext *text = t->files.v[F_GROUPS].text;
	const char *date = date_text(t->arena, known);
	size_t i;

	for (i = 0; i < t->begun.n; i++) {
		set(text, t->begun.v[i], "from", date);
		set(text, t->begun.v[i], "source", source);
		set(text, t->begun.v[i], "known", date);
	}
	for (i = 0; i < t->ended.n; i++)
		set(text, t->ended.v[i], "to", date);
	t->begun.n = t->ended.n = 0;
}

void
import_text_log(struct import_text *t, const struct import_file *f)
{
	struct csvtext *text = text_of(t, F_IMPORTS);
	size_t row;

	if (!text)
		return;
	row = add_row(t, F_IMPORTS, text);
	set(text, row, "source", f->source);
	set(text, row, "known", date_text(t->arena, f->known));
	set(text, row, "file", path_name(f->path));
	set(text, row, "format", f->key);
	set(text, row, "rows", arena_printf(t->arena, "%zu", f->rows.rows));
	set(text, row, "values",
	    arena_printf(t->arena, "%zu",
		f->outcome[OUTCOME_NEW] + f->outcome[OUTCOME_REVISED]));
}

size_t
import_text_files(const struct import_text *t)
{
	return t->files.n;
}

bool
import_text_change(
    const struct import_text *t, size_t i, struct import_change *c)
{
	const struct text_file *f = &t->files.v[i];

	if (!f->text || !csvtext_changed(f->text))
		return false;
	*c =
	    (struct import_change){csvtext_path(f->text), f->added, f->changed};
	return true;
}

const char *
import_text_write(struct import_text *t)
{
	struct import_change c;
	size_t i;

	for (i = 0; i < t->files.n; i++)
		if (import_text_change(t, i, &c) &&
		    !csvtext_write(t->files.v[i].text))
			return c.path;
	return NULL;
}
